"""struct: values packed into bytes, by the host."""

from _prelude import _index, _name_of

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct",
           "error"]


class error(Exception):
    pass


@trap("struct.calcsize")
def _host_calcsize(spec, /): ...


@trap("struct.pack")
def _host_pack(spec, *values): ...


@trap("struct.unpack")
def _host_unpack(spec, data, *offset): ...


def _checked(result):
    if type(result) is str:
        raise error(result)
    return result


def _spec(format):
    if isinstance(format, (str, bytes)):
        return format
    if isinstance(format, Struct):
        return format.format
    raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {_name_of(format)}")


def _value(value):
    """A value as the host can pack it."""
    if value is None or isinstance(value, (bool, int, float, bytes, bytearray, str)):
        return value
    if hasattr(type(value), "__index__"):
        return _index(value)
    if hasattr(type(value), "__float__"):
        return float(value)
    return None


def _packed(format, values):
    """What the host packs; any object has a truth for the format `?`."""
    spec = _spec(format)
    plain = [_value(value) for value in values]
    if ("?" if isinstance(spec, str) else b"?") in spec:
        for number, value in enumerate(values):
            if plain[number] is None and value is not None:
                plain[number] = True if value else False
    return _checked(_host_pack(spec, *plain))


def _data(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    if hasattr(type(buffer), "tobytes"):
        return buffer.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{_name_of(buffer)}'")


@builtin
def calcsize(format, /):
    """Return size in bytes of the struct described by the format string."""
    return _checked(_host_calcsize(_spec(format)))


@builtin
def pack(format, /, *v):
    """Return a bytes object containing values v1, v2, ... packed according to the format."""
    return _packed(format, v)


@builtin
def unpack(format, buffer, /):
    """Return a tuple containing values unpacked according to the format string."""
    return _checked(_host_unpack(_spec(format), _data(buffer)))


@builtin
def unpack_from(format, /, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string."""
    return _checked(_host_unpack(_spec(format), _data(buffer), _index(offset)))


@builtin
def pack_into(format, buffer, offset, /, *v):
    """Pack the values according to the format string and write them into the buffer."""
    size = calcsize(format)
    data = _host_pack(_spec(format), *[_value(value) for value in v])
    if type(data) is str:
        raise error(data.replace("pack ", "pack_into ", 1))
    length = len(buffer)
    offset = _index(offset)
    if offset < 0:
        if offset + size > 0:
            raise error(f"no space to pack {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(f"pack_into requires a buffer of at least {offset + size} bytes for packing "
                    f"{size} bytes at offset {offset} (actual buffer size is {length})")
    buffer[offset:offset + size] = data


@builtin
def iter_unpack(format, buffer, /):
    """Return an iterator yielding tuples unpacked from the given bytes source."""
    size = calcsize(format)
    data = _data(buffer)
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return _pieces(_spec(format), bytes(data), size)


def _pieces(spec, data, size):
    for at in range(0, len(data), size):
        yield _host_unpack(spec, data[at:at + size])


class Struct:
    """A compiled struct."""

    __module__ = "_struct"

    __slots__ = ("format", "size")

    def __init__(self, format):
        self.size = calcsize(format)
        format = _spec(format)
        self.format = format if isinstance(format, str) else format.decode("ascii")

    def pack(self, /, *v):
        """Return a bytes object containing values packed according to the format."""
        return pack(self.format, *v)

    def pack_into(self, buffer, offset, /, *v):
        """Pack the values and write them into the buffer."""
        pack_into(self.format, buffer, offset, *v)

    def unpack(self, buffer, /):
        """Return a tuple containing unpacked values."""
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        """Return a tuple containing unpacked values."""
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        """Return an iterator yielding tuples."""
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f"<_struct.Struct object at {id(self):#014x}>"
