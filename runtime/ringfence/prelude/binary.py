"""bytes, bytearray, memoryview: construction, and what kernels and traps do not take."""

from _kernel import bytearray_new, bytearray_set, instance_of, type_lookup, unwrapped


@native("bytes_from_ints")
@trap("bytes")
def _bytes_from_ints(items): ...


@trap("str.encode")
def _encode(text, encoding, errors): ...


@trap("bytes.percent")
def _plain_bytes_percent(data, values): ...


def _bytes_percent(data, values):
    """``data % values``; what is no plain data is made into bytes first, where its place says so."""
    single = not isinstance(values, tuple)
    if type(values) in (int, float, bytes, dict) or not single and all(
            [type(value) in (int, float, bytes, str) for value in values]):
        return _plain_bytes_percent(data, values)
    places = _bytes_percent_places(data)
    if places is None:
        return _plain_bytes_percent(data, values)
    given = [values] if single else list(values)
    parts = bytearray(data)
    for place, value in reversed(list(zip(places, list(range(len(given)))))):
        form = data[place:place + 1]
        item = given[value]
        if form in b"ra":
            given[value] = ascii(item).encode()
            parts[place:place + 1] = b"s"
        elif form in b"sb" and not isinstance(item, (bytes, str)) and (
                isinstance(item, (bytearray, memoryview))
                or type_lookup(type(item), "__bytes__", None) is not None):
            given[value] = _bytes_of(item)
    return _plain_bytes_percent(bytes(parts), given[0] if single else tuple(given))


def _bytes_percent_places(data):
    """Where the letters of the conversions stand; None where values are named or widths given."""
    places = []
    at = data.find(b"%")
    while at >= 0:
        at += 1
        while at < len(data) and data[at:at + 1] in (b"#", b"0", b"-", b" ", b"+", b".") or data[at:at + 1].isdigit():
            at += 1
        if data[at:at + 1] in (b"*", b"(", b""):
            return None
        if data[at:at + 1] != b"%":
            places.append(at)
        at = data.find(b"%", at + 1)
    return places


def _bytes_of(value):
    """A plain bytes object of a bytes-like value."""
    plain = unwrapped(value)
    kind = type(plain)
    if kind is bytes:
        return plain
    if kind is bytearray:
        return _bytearray_bytes(plain)
    if kind is memoryview:
        return plain.tobytes()
    method = type_lookup(type(value), "__bytes__", None)
    if method is not None:
        result = _call_alone(method, value, type(value))
        if not isinstance(result, bytes):
            raise TypeError(f"__bytes__ returned non-bytes (type {type(result).__name__})")
        return unwrapped(result)
    raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")


@native("bytearray_bytes")
@trap("bytes")
def _bytearray_bytes(data): ...


def _bytes_from(name, source, encoding, errors):
    """What bytes() and bytearray() make of their arguments."""
    if source is _missing:
        if encoding is not _missing or errors is not _missing:
            raise TypeError(
                "encoding without a string argument" if encoding is not _missing
                else "errors without a string argument")
        return b""
    if isinstance(source, str):
        if encoding is _missing:
            raise TypeError("string argument without an encoding")
        return _encode(unwrapped(source), encoding, "strict" if errors is _missing else errors)
    if encoding is not _missing:
        raise TypeError("encoding without a string argument")
    if errors is not _missing:
        raise TypeError("errors without a string argument")
    if isinstance(source, (bytes, bytearray, memoryview)) or type_lookup(
            type(source), "__bytes__", None) is not None:
        return _bytes_of(source)
    if type_lookup(type(source), "__index__", None) is not None:
        count = _index(source)
        if count < 0:
            raise ValueError("negative count")
        return b"\0" * count
    if type_lookup(type(source), "__iter__", None) is None and type_lookup(
            type(source), "__getitem__", None) is None:
        raise TypeError(f"cannot convert '{type(source).__name__}' object to {name}")
    items = []
    for item in source:
        number = _index(item)
        if not 0 <= number < 256:
            raise ValueError(
                "bytes must be in range(0, 256)" if name == "bytes"
                else "byte must be in range(0, 256)")
        items.append(number)
    return _bytes_from_ints(items)


def _bytes_from_buffer_or_ints(source):
    """``bytes(source)`` of anything but a number or text."""
    if isinstance(source, str) or type_lookup(type(source), "__index__", None) is not None:
        raise TypeError(f"cannot convert '{type(source).__name__}' object to bytes")
    return unwrapped(_bytes_from("bytes", source, _missing, _missing))


def _as_bytes(value):
    """The operand of a method as kernels and traps take it: bytes-like ones become bytes."""
    if isinstance(value, (bytearray, memoryview)):
        return _bytes_of(value)
    return unwrapped(value)


class bytes:
    """An immutable sequence of bytes."""

    @native
    def __new__(cls, source=_missing, encoding=_missing, errors=_missing):
        value = _bytes_from("bytes", source, encoding, errors)
        return value if cls is bytes else instance_of(cls, value)

    @classmethod
    @native
    def fromhex(cls, string, /):
        value = _bytes_from_hex(unwrapped(string))
        return value if cls is bytes else cls(value)

    @staticmethod
    @native
    @trap
    def maketrans(frm, to, /): ...

    @native
    @trap
    def capitalize(self, /): ...

    @native
    @trap
    def center(self, width, fillchar=b" ", /): ...

    @native
    @trap
    def count(self, *args):
        return _bytes_method(self, "count", args)

    @native
    def decode(self, /, encoding="utf-8", errors="strict"):
        return _decode(_bytes_of(self), encoding, errors)

    @native
    @trap
    def endswith(self, *args):
        return _bytes_method(self, "endswith", args)

    @native
    @trap
    def expandtabs(self, /, tabsize=8): ...

    @native
    @trap
    def find(self, *args):
        return _bytes_method(self, "find", args)

    @native
    @trap
    def hex(self, /, sep=_missing, bytes_per_sep=1):
        plain = _bytes_of(self)
        if sep is _missing:
            return _bytes_hex(plain)
        return _bytes_hex(plain, sep, bytes_per_sep)

    @native
    @trap
    def index(self, *args):
        return _bytes_method(self, "index", args)

    @native
    @trap
    def isalnum(self, /): ...

    @native
    @trap
    def isalpha(self, /): ...

    @native
    @trap
    def isascii(self, /): ...

    @native
    @trap
    def isdigit(self, /): ...

    @native
    @trap
    def islower(self, /): ...

    @native
    @trap
    def isspace(self, /): ...

    @native
    @trap
    def istitle(self, /): ...

    @native
    @trap
    def isupper(self, /): ...

    @native
    @trap
    def join(self, iterable_of_bytes, /):
        return _join_bytes(_bytes_of(self), iterable_of_bytes)

    @native
    @trap
    def ljust(self, width, fillchar=b" ", /): ...

    @native
    @trap
    def lower(self, /): ...

    @native
    @trap
    def lstrip(self, bytes=None, /): ...

    @native
    @trap
    def partition(self, sep, /): ...

    @native
    @trap
    def removeprefix(self, prefix, /): ...

    @native
    @trap
    def removesuffix(self, suffix, /): ...

    @native
    @trap
    def replace(self, old, new, count=-1, /): ...

    @native
    @trap
    def rfind(self, *args):
        return _bytes_method(self, "rfind", args)

    @native
    @trap
    def rindex(self, *args):
        return _bytes_method(self, "rindex", args)

    @native
    @trap
    def rjust(self, width, fillchar=b" ", /): ...

    @native
    @trap
    def rpartition(self, sep, /): ...

    @native
    @trap
    def rsplit(self, /, sep=None, maxsplit=-1): ...

    @native
    @trap
    def rstrip(self, bytes=None, /): ...

    @native
    @trap
    def split(self, /, sep=None, maxsplit=-1): ...

    @native
    @trap
    def splitlines(self, /, keepends=False): ...

    @native
    @trap
    def startswith(self, *args):
        return _bytes_method(self, "startswith", args)

    @native
    @trap
    def strip(self, bytes=None, /): ...

    @native
    @trap
    def swapcase(self, /): ...

    @native
    @trap
    def title(self, /): ...

    @native
    @trap
    def translate(self, table, /, delete=b""): ...

    @native
    @trap
    def upper(self, /): ...

    @native
    @trap
    def zfill(self, width, /): ...

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __getitem__(self, key, /):
        return unwrapped(self)[_byte_key(key, "byte")]

    @native
    def __contains__(self, key, /):
        if isinstance(key, (bytes, bytearray, memoryview)):
            return _bytes_of(key) in _bytes_of(self)
        if type_lookup(type(key), "__index__", None) is None:
            raise TypeError(f"a bytes-like object is required, not '{type(key).__name__}'")
        number = _byte_item(key)
        return _bytes_from_ints([number]) in _bytes_of(self)

    @native
    def __add__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError(f"can't concat {type(value).__name__} to bytes")
        return unwrapped(self) + _bytes_of(value)

    @native
    def __mul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return unwrapped(self) * _repeat_count(value, len(self))

    @native
    def __rmul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return unwrapped(self) * _repeat_count(value, len(self))

    @native
    def __mod__(self, value, /):
        return _bytes_percent(_bytes_of(self), value)

    @native
    def __eq__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) == _bytes_of(value)

    @native
    def __ne__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) != _bytes_of(value)

    @native
    def __lt__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) < _bytes_of(value)

    @native
    def __le__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) <= _bytes_of(value)

    @native
    def __gt__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) > _bytes_of(value)

    @native
    def __ge__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        return _bytes_of(self) >= _bytes_of(value)

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    @trap("repr")
    def __repr__(self, /): ...

    @native
    @trap("repr")
    def __str__(self, /): ...

    @native
    def __bytes__(self, /):
        return unwrapped(self)

    @native
    def __getnewargs__(self, /):
        return (unwrapped(self),)


@trap("bytes.fromhex")
def _bytes_from_hex(text): ...


@native("bytes.hex")
@trap("bytes.hex")
def _bytes_hex(data, *args): ...


def _byte_key(key, name):
    if isinstance(key, slice):
        return _plain_slice(key)
    if type_lookup(type(key), "__index__", None) is None:
        kind = "byte" if name == "byte" else "bytearray"
        raise TypeError(f"{kind} indices must be integers or slices, not {type(key).__name__}")
    return _index(key)


def _bytes_method(data, name, args):
    """A search method whose arguments may be bytes-like, or ints of a user's class."""
    plain = _bytes_of(data)
    given = []
    for number, value in enumerate(args):
        if isinstance(value, (bytearray, memoryview)):
            value = _bytes_of(value)
        elif isinstance(value, tuple):
            value = (*[_as_bytes(item) for item in value],)
        elif value is not None and type_lookup(type(value), "__index__", None) is not None:
            value = _index(value)
        elif number == 0 and not isinstance(value, bytes):
            if name in ("startswith", "endswith"):
                raise TypeError(
                    f"{name} first arg must be bytes or a tuple of bytes, "
                    f"not {type(value).__name__}")
            raise TypeError(
                "argument should be integer or bytes-like object, "
                f"not '{type(value).__name__}'")
        given.append(unwrapped(value))
    return _bytes_search(plain, name, given)


@native("bytes_search")
@trap("bytes_search")
def _bytes_search(data, name, args): ...


def _join_bytes(separator, iterable):
    pieces = []
    if type_lookup(type(iterable), "__iter__", None) is None and type_lookup(
            type(iterable), "__getitem__", None) is None:
        raise TypeError("can only join an iterable")
    for number, item in enumerate(iterable):
        if not isinstance(item, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"sequence item {number}: expected a bytes-like object, "
                f"{type(item).__name__} found")
        pieces.append(_bytes_of(item))
    return _join_pieces(separator, pieces)


@native("bytes.join")
@trap("bytes.join")
def _join_pieces(separator, pieces): ...


class bytearray:
    """A mutable sequence of bytes."""

    @native
    def __new__(cls, source=_missing, encoding=_missing, errors=_missing):
        # a plain bytearray is made here as a whole: calling the class does not call __init__
        if cls is bytearray:
            return _new_bytearray(_bytes_from("bytearray", source, encoding, errors))
        return instance_of(cls, _new_bytearray(b""))

    @native
    def __init__(self, source=_missing, encoding=_missing, errors=_missing):
        bytearray_set(unwrapped(self), _bytes_from("bytearray", source, encoding, errors))

    @classmethod
    @native
    def fromhex(cls, string, /):
        return cls(_bytes_from_hex(unwrapped(string)))

    @staticmethod
    @native("bytes.maketrans")
    @trap("bytes.maketrans")
    def maketrans(frm, to, /): ...

    @native
    def append(self, item, /):
        plain = unwrapped(self)
        plain[len(plain):] = _bytes_from_ints([_byte_item(item)])

    @native
    def clear(self, /):
        bytearray_set(unwrapped(self), b"")

    @native
    def copy(self, /):
        return _new_bytearray(_bytes_of(self))

    @native
    def extend(self, iterable_of_ints, /):
        plain = unwrapped(self)
        if isinstance(iterable_of_ints, (bytes, bytearray, memoryview)):
            data = _bytes_of(iterable_of_ints)
        elif not _can_iterate(iterable_of_ints):
            raise TypeError(f"can't extend bytearray with {type(iterable_of_ints).__name__}")
        else:
            data = _bytes_from_ints([_byte_item(item) for item in iterable_of_ints])
        bytearray_set(plain, _bytes_of(plain) + data)

    @native
    def insert(self, index, item, /):
        plain = unwrapped(self)
        index = _index(index)
        data = _bytes_of(plain)
        piece = _bytes_from_ints([_byte_item(item)])
        if index < 0:
            index += len(data)
            if index < 0:
                index = 0
        bytearray_set(plain, data[:index] + piece + data[index:])

    @native
    def pop(self, index=-1, /):
        plain = unwrapped(self)
        data = _bytes_of(plain)
        index = _index(index)
        if not data:
            raise IndexError("pop from empty bytearray")
        if index < 0:
            index += len(data)
        if not 0 <= index < len(data):
            raise IndexError("pop index out of range")
        bytearray_set(plain, data[:index] + data[index + 1:])
        return data[index]

    @native
    def remove(self, value, /):
        plain = unwrapped(self)
        data = _bytes_of(plain)
        index = data.find(_bytes_from_ints([_byte_item(value)]))
        if index < 0:
            raise ValueError("value not found in bytearray")
        bytearray_set(plain, data[:index] + data[index + 1:])

    @native
    def reverse(self, /):
        plain = unwrapped(self)
        bytearray_set(plain, _bytes_of(plain)[::-1])

    @native
    def decode(self, /, encoding="utf-8", errors="strict"):
        return _decode(_bytes_of(self), encoding, errors)

    @native
    def hex(self, /, sep=_missing, bytes_per_sep=1):
        plain = _bytes_of(self)
        if sep is _missing:
            return _bytes_hex(plain)
        return _bytes_hex(plain, sep, bytes_per_sep)

    @native
    def count(self, *args):
        return _bytes_method(self, "count", args)

    @native
    def endswith(self, *args):
        return _bytes_method(self, "endswith", args)

    @native
    def find(self, *args):
        return _bytes_method(self, "find", args)

    @native
    def index(self, *args):
        return _bytes_method(self, "index", args)

    @native
    def rfind(self, *args):
        return _bytes_method(self, "rfind", args)

    @native
    def rindex(self, *args):
        return _bytes_method(self, "rindex", args)

    @native
    def startswith(self, *args):
        return _bytes_method(self, "startswith", args)

    @native
    def join(self, iterable_of_bytes, /):
        return _new_bytearray(_join_bytes(_bytes_of(self), iterable_of_bytes))

    @native
    def capitalize(self, /):
        return _new_bytearray(_bytes_of(self).capitalize())

    @native
    def center(self, width, fillchar=b" ", /):
        return _new_bytearray(_bytes_of(self).center(width, _as_bytes(fillchar)))

    @native
    def expandtabs(self, /, tabsize=8):
        return _new_bytearray(_bytes_of(self).expandtabs(tabsize))

    @native
    def isalnum(self, /):
        return _bytes_of(self).isalnum()

    @native
    def isalpha(self, /):
        return _bytes_of(self).isalpha()

    @native
    def isascii(self, /):
        return _bytes_of(self).isascii()

    @native
    def isdigit(self, /):
        return _bytes_of(self).isdigit()

    @native
    def islower(self, /):
        return _bytes_of(self).islower()

    @native
    def isspace(self, /):
        return _bytes_of(self).isspace()

    @native
    def istitle(self, /):
        return _bytes_of(self).istitle()

    @native
    def isupper(self, /):
        return _bytes_of(self).isupper()

    @native
    def ljust(self, width, fillchar=b" ", /):
        return _new_bytearray(_bytes_of(self).ljust(width, _as_bytes(fillchar)))

    @native
    def lower(self, /):
        return _new_bytearray(_bytes_of(self).lower())

    @native
    def lstrip(self, bytes=None, /):
        return _new_bytearray(_bytes_of(self).lstrip(_as_bytes(bytes)))

    @native
    def partition(self, sep, /):
        return (*[_new_bytearray(p) for p in _bytes_of(self).partition(_as_bytes(sep))],)

    @native
    def removeprefix(self, prefix, /):
        return _new_bytearray(_bytes_of(self).removeprefix(_as_bytes(prefix)))

    @native
    def removesuffix(self, suffix, /):
        return _new_bytearray(_bytes_of(self).removesuffix(_as_bytes(suffix)))

    @native
    def replace(self, old, new, count=-1, /):
        return _new_bytearray(_bytes_of(self).replace(_as_bytes(old), _as_bytes(new), count))

    @native
    def rjust(self, width, fillchar=b" ", /):
        return _new_bytearray(_bytes_of(self).rjust(width, _as_bytes(fillchar)))

    @native
    def rpartition(self, sep, /):
        return (*[_new_bytearray(p) for p in _bytes_of(self).rpartition(_as_bytes(sep))],)

    @native
    def rsplit(self, /, sep=None, maxsplit=-1):
        return [_new_bytearray(p) for p in _bytes_of(self).rsplit(_as_bytes(sep), maxsplit)]

    @native
    def rstrip(self, bytes=None, /):
        return _new_bytearray(_bytes_of(self).rstrip(_as_bytes(bytes)))

    @native
    def split(self, /, sep=None, maxsplit=-1):
        return [_new_bytearray(p) for p in _bytes_of(self).split(_as_bytes(sep), maxsplit)]

    @native
    def splitlines(self, /, keepends=False):
        return [_new_bytearray(p) for p in _bytes_of(self).splitlines(keepends)]

    @native
    def strip(self, bytes=None, /):
        return _new_bytearray(_bytes_of(self).strip(_as_bytes(bytes)))

    @native
    def swapcase(self, /):
        return _new_bytearray(_bytes_of(self).swapcase())

    @native
    def title(self, /):
        return _new_bytearray(_bytes_of(self).title())

    @native
    def translate(self, table, /, delete=b""):
        return _new_bytearray(_bytes_of(self).translate(_as_bytes(table), _as_bytes(delete)))

    @native
    def upper(self, /):
        return _new_bytearray(_bytes_of(self).upper())

    @native
    def zfill(self, width, /):
        return _new_bytearray(_bytes_of(self).zfill(width))

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __getitem__(self, key, /):
        return unwrapped(self)[_byte_key(key, "bytearray")]

    @native
    def __setitem__(self, key, value, /):
        plain = unwrapped(self)
        data = _bytes_of(plain)
        if isinstance(key, slice):
            if isinstance(value, (bytes, bytearray, memoryview)):
                value = _bytes_of(value)
            elif type_lookup(type(value), "__index__", None) is not None or isinstance(value, str):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            else:
                value = _bytes_from_ints([_byte_item(item) for item in value])
            items = list(data)
            places = range(*_plain_slice(key).indices(len(items)))
            if places.step != 1 and len(value) and len(value) != len(places):
                raise ValueError(f"attempt to assign bytes of size {len(value)} "
                                 f"to extended slice of size {len(places)}")
            items[_plain_slice(key)] = list(value)
            bytearray_set(plain, _bytes_from_ints(items))
            return
        index = _byte_key(key, "bytearray")
        if not -1 << 63 <= index < 1 << 63:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        piece = _bytes_from_ints([_byte_item(value)])
        if index < 0:
            index += len(data)
        if not 0 <= index < len(data):
            raise IndexError("bytearray index out of range")
        bytearray_set(plain, data[:index] + piece + data[index + 1:])

    @native
    def __delitem__(self, key, /):
        plain = unwrapped(self)
        items = list(plain)
        key = _byte_key(key, "bytearray")
        if type(key) is int and not -len(items) <= key < len(items):
            raise IndexError("bytearray index out of range")
        del items[key]
        bytearray_set(plain, _bytes_from_ints(items))

    @native
    def __contains__(self, key, /):
        return bytes.__contains__(_bytes_of(self), key)

    @native
    def __add__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError(f"can't concat {type(value).__name__} to bytearray")
        return _new_bytearray(_bytes_of(self) + _bytes_of(value))

    @native
    def __iadd__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError(f"can't concat {type(value).__name__} to bytearray")
        bytearray_set(unwrapped(self), _bytes_of(self) + _bytes_of(value))
        return self

    @native
    def __mul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return _new_bytearray(_bytes_of(self) * _repeat_count(value, len(self)))

    @native
    def __rmul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return _new_bytearray(_bytes_of(self) * _repeat_count(value, len(self)))

    @native
    def __imul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            raise TypeError(
                f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bytearray_set(unwrapped(self), _bytes_of(self) * _repeat_count(value, len(self)))
        return self

    @native
    def __mod__(self, value, /):
        return _new_bytearray(_bytes_percent(_bytes_of(self), value))

    @native
    def __eq__(self, value, /):
        return bytes.__eq__(_bytes_of(self), value)

    @native
    def __ne__(self, value, /):
        return bytes.__ne__(_bytes_of(self), value)

    @native
    def __lt__(self, value, /):
        return bytes.__lt__(_bytes_of(self), value)

    @native
    def __le__(self, value, /):
        return bytes.__le__(_bytes_of(self), value)

    @native
    def __gt__(self, value, /):
        return bytes.__gt__(_bytes_of(self), value)

    @native
    def __ge__(self, value, /):
        return bytes.__ge__(_bytes_of(self), value)

    __hash__ = None

    @native
    def __repr__(self, /):
        text = _bytearray_repr(unwrapped(self))
        return text if type(self) is bytearray else type(self).__name__ + text[9:]

    @native
    def __str__(self, /):
        return self.__repr__()


@trap("bytearray.__repr__")
def _bytearray_repr(data): ...


def _new_bytearray(data):
    made = bytearray_new()
    bytearray_set(made, data)
    return made


def _byte_item(value):
    if type_lookup(type(value), "__index__", None) is None:
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer")
    number = _index(value)
    if not 0 <= number < 256:
        raise ValueError("byte must be in range(0, 256)")
    return number
