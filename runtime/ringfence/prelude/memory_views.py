"""memoryview: a window on the bytes of another object, of one dimension.

Items are integers or one-byte strings; a slice shares the memory of what it was cut from.
"""

from _kernel import instance_of, type_lookup, unwrapped

_VIEW_SIZES = {"B": 1, "b": 1, "c": 1, "?": 1, "H": 2, "h": 2, "I": 4, "i": 4, "L": 8, "l": 8,
               "Q": 8, "q": 8, "N": 8, "n": 8}
_VIEW_FLOATS = ("e", "f", "d")


def _view_of(data, obj, readonly, start, step, count, format):
    made = instance_of(memoryview)
    made.obj, made._data, made.readonly = obj, data, readonly
    made._start, made._step, made._count, made._format = start, step, count, format
    made._released = False
    return made


class memoryview:
    """A view of the bytes of another object."""

    __abc_tpflags__ = 32  # a sequence for patterns
    __slots__ = ("obj", "_data", "readonly", "_released", "_start", "_step", "_count", "_format")

    def __new__(cls, object):
        if isinstance(object, memoryview):
            object._check()
            return _view_of(object._data, object.obj, object.readonly, object._start, object._step,
                            object._count, object._format)
        if not isinstance(object, (bytes, bytearray)):
            raise TypeError(
                f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        data = unwrapped(object)
        return _view_of(data, object, isinstance(object, bytes), 0, 1, len(data), "B")

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def _bytes(self):
        self._check()
        size = _VIEW_SIZES[self._format]
        data = _bytes_of(self._data)
        start, step, count = self._start, self._step, self._count
        if step == size:
            return data[start:start + count * size]
        if size == 1:
            return bytes([data[start + k * step] for k in range(count)])
        return b"".join([data[start + k * step:start + k * step + size] for k in range(count)])

    def _item(self, place):
        at = self._start + place * self._step
        format = self._format
        if format == "B":
            return self._data[at]
        data = _bytes_of(self._data)[at:at + _VIEW_SIZES[format]]
        if format == "c":
            return data
        if format == "?":
            return data != b"\0"
        return int.from_bytes(data, "little", signed=format.islower())

    def tobytes(self, order="C"):
        if order is not None and not isinstance(order, str):
            raise TypeError("tobytes() argument 'order' must be str or None, "
                            f"not {type(order).__name__}")
        if order not in (None, "C", "F", "A"):
            raise ValueError("order must be 'C', 'F' or 'A'")
        return self._bytes()

    def tolist(self, /):
        if self._format == "B":
            return list(self._bytes())
        self._check()
        return [self._item(k) for k in range(self._count)]

    def hex(self, /, *args):
        return self._bytes().hex(*args)

    def release(self, /):
        self._released = True

    def toreadonly(self, /):
        made = memoryview(self)
        made.readonly = True
        return made

    def cast(self, format, /, *shape):
        self._check()
        if not isinstance(format, str):
            raise TypeError("memoryview: format argument must be a string")
        format = format.removeprefix("@")
        if format in _VIEW_FLOATS or shape:
            raise NotImplementedError(
                "memoryview.cast to floats or to a shape is not supported; use the module struct")
        if format not in _VIEW_SIZES:
            raise ValueError("memoryview: destination format must be a native single character "
                             "format prefixed with an optional '@'")
        old, new = _VIEW_SIZES[self._format], _VIEW_SIZES[format]
        if self._step != old:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        if self._format not in "Bbc" and format not in "Bbc":
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        if self._count * old % new:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        return _view_of(self._data, self.obj, self.readonly, self._start, new,
                        self._count * old // new, format)

    @property
    def nbytes(self):
        self._check()
        return self._count * _VIEW_SIZES[self._format]

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return _VIEW_SIZES[self._format]

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def shape(self):
        self._check()
        return (self._count,)

    @property
    def strides(self):
        self._check()
        return (self._step,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return self._step == _VIEW_SIZES[self._format] or self._count <= 1

    c_contiguous = f_contiguous = contiguous

    def __len__(self, /):
        self._check()
        return self._count

    def __iter__(self, /):
        self._check()
        for place in range(self._count):
            yield self._item(place)

    def _place(self, key):
        index = _index(key)
        count = self._count
        if not -count <= index < count:
            raise IndexError("index out of bounds on dimension 1")
        return index + count if index < 0 else index

    def __getitem__(self, key, /):
        self._check()
        if isinstance(key, slice):
            return self._cut(key)
        if type_lookup(type(key), "__index__", None) is None:
            raise TypeError("memoryview: invalid slice key")
        return self._item(self._place(key))

    def _cut(self, key):
        places = range(*_plain_slice(key).indices(self._count))
        return _view_of(self._data, self.obj, self.readonly,
                        self._start + places.start * self._step, self._step * places.step,
                        len(places), self._format)

    def __setitem__(self, key, value, /):
        self._check()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(key, slice):
            part = self._cut(key)
            data = _bytes_of(value)
            size = _VIEW_SIZES[self._format]
            same = value.format if isinstance(value, memoryview) else "B"
            if len(data) != part._count * size or same != self._format:
                raise ValueError(
                    "memoryview assignment: lvalue and rvalue have different structures")
            for place in range(part._count):
                at = part._start + place * part._step
                self._data[at:at + size] = data[place * size:(place + 1) * size]
            return
        if type_lookup(type(key), "__index__", None) is None:
            raise TypeError("memoryview: invalid slice key")
        at = self._start + self._place(key) * self._step
        piece = self._packed(value)
        self._data[at:at + len(piece)] = piece

    def _packed(self, value):
        format = self._format
        if format == "c":
            if not isinstance(value, bytes):
                raise TypeError("memoryview: invalid type for format 'c'")
            if len(value) != 1:
                raise ValueError("memoryview: invalid value for format 'c'")
            return unwrapped(value)
        if format == "?":
            return b"\1" if value else b"\0"
        if type_lookup(type(value), "__index__", None) is None:
            raise TypeError(f"memoryview: invalid type for format {format!r}")
        try:
            return _index(value).to_bytes(_VIEW_SIZES[format], "little", signed=format.islower())
        except OverflowError:
            raise ValueError(f"memoryview: invalid value for format {format!r}") from None

    def __delitem__(self, key, /):
        raise TypeError("cannot delete memory")

    def __eq__(self, value, /):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            return NotImplemented
        if self._format == "B" and not isinstance(value, memoryview):
            return self._bytes() == _bytes_of(value)
        return self.tolist() == memoryview(value).tolist()

    def __hash__(self, /):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        if self._format not in "Bbc":
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        return hash(self._bytes())

    def __enter__(self, /):
        self._check()
        return self

    def __exit__(self, /, *exc_info):
        self._released = True

    def __repr__(self, /):
        released = "released " if self._released else ""
        return f"<{released}memory at 0x{id(self):012x}>"
