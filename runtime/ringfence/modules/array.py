"""array: sequences of numbers of one kind. Items are kept in a list, each checked as it comes."""

from _collections_abc import MutableSequence as _MutableSequence
from _prelude import _index, _name_of
from abc import _register_at_boot
from struct import pack as _pack, unpack as _unpack

__all__ = ["array", "ArrayType", "typecodes"]

typecodes = "bBuhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8}
_INFINITY = float("inf")


def _checked(code, value):
    """A value as an item of an array."""
    if code == "u":
        if not isinstance(value, str):
            raise TypeError("array item must be unicode character")
        if len(value) != 1:
            raise TypeError("array item must be unicode character")
        return str(value)
    if code in "fd":
        if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__") and (
                not hasattr(type(value), "__index__")):
            raise TypeError(f"must be real number, not {_name_of(value)}")
        value = float(value)
        if code == "f":
            return _unpack("f", _pack("f", value))[0] if abs(value) < 3.4028235677973366e38 else (
                value if value != value or value in (_INFINITY, -_INFINITY) else (
                    _INFINITY if value > 0 else -_INFINITY))
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    value = _index(value)
    bits = 8 * _SIZES[code]
    low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
    if low <= value <= high:
        return value
    raise OverflowError(_overflow(code, value, value > high))


def _overflow(code, value, above):
    bound = "greater than maximum" if above else "less than minimum"
    if code in "bhiBH":
        if not -1 << 63 <= value < 1 << 63:
            return "Python int too large to convert to C long"
        kind = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
                "H": "unsigned short", "i": "signed integer"}[code]
        if code == "b" and not -1 << 15 <= value < 1 << 15:
            kind = "signed short integer"
        elif code == "H" and not -1 << 31 <= value < 1 << 31:
            kind = "signed integer"
        return f"{kind} is {bound}"
    if code == "l":
        return "Python int too large to convert to C long"
    if code == "q":
        return "int too big to convert"
    if value < 0:
        return "can't convert negative " + ("int to unsigned" if code == "Q" else
                                            "value to unsigned int")
    if code == "I" and value < 1 << 64:
        return "unsigned int is greater than maximum"
    return "Python int too large to convert to C unsigned long" if code in "IL" else (
        "int too big to convert")


class array:
    """array(typecode [, initializer]) -> array"""

    __slots__ = ("_code", "_items")
    __abc_tpflags__ = 32  # a sequence for patterns
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, "
                            f"not {_name_of(typecode)}")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError("cannot use a str to initialize an array with typecode "
                            f"'{typecode}'")
        if typecode == "u" and isinstance(initializer, array) and initializer._code != "u":
            raise TypeError("cannot use a unicode array to initialize an array with typecode 'u'")
        self = object.__new__(cls)
        self._code = typecode
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            if isinstance(initializer, array) and initializer._code == typecode:
                self._items = initializer._items.copy()
            else:
                self._items = [_checked(typecode, value) for value in initializer]
        return self

    @property
    def typecode(self):
        return self._code

    @property
    def itemsize(self):
        return _SIZES[self._code]

    def _same(self, other):
        if not isinstance(other, array):
            return None
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return other

    def _of(self, items):
        made = object.__new__(array)
        made._code = self._code
        made._items = items
        return made

    # ------------------------------------------------------------ items
    def append(self, v, /):
        """Append new value v to the end of the array."""
        self._items.append(_checked(self._code, v))

    def extend(self, bb, /):
        """Append items to the end of the array."""
        if isinstance(bb, array):
            if bb._code != self._code:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(bb._items)
            return
        if not hasattr(type(bb), "__iter__"):
            iter(bb)
        for value in bb:
            self._items.append(_checked(self._code, value))

    def insert(self, i, v, /):
        """Insert a new item v into the array before position i."""
        self._items.insert(i, _checked(self._code, v))

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array."""
        if not self._items:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, v, /):
        """Remove the first occurrence of v in the array."""
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def index(self, v, start=0, stop=9223372036854775807, /):
        """Return index of first occurrence of v in the array."""
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        """Return number of occurrences of v in the array."""
        return self._items.count(v)

    def reverse(self):
        """Reverse the order of the items in the array."""
        self._items.reverse()

    def byteswap(self):
        """Byteswap all items of the array."""
        size = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b"".join([data[at:at + size][::-1] for at in range(0, len(data), size)]))

    def buffer_info(self):
        """Return a tuple (address, length); the address is a number that means nothing."""
        return id(self._items), len(self._items)

    # ------------------------------------------------------------ other forms
    def tolist(self):
        """Convert array to an ordinary list with the same items."""
        return self._items.copy()

    def fromlist(self, list, /):
        """Append items to array from list."""
        if not isinstance(list, _list):
            raise TypeError("arg must be list")
        self._items.extend([_checked(self._code, value) for value in list])

    def tobytes(self):
        """Convert the array to an array of machine values and return the bytes representation."""
        if self._code == "u":
            return "".join(self._items).encode("utf-32-le", "surrogatepass")
        return _pack(f"={len(self._items)}{_PACKED.get(self._code, self._code)}", *self._items)

    def frombytes(self, buffer, /):
        """Appends items from the string, interpreting it as an array of machine values."""
        if isinstance(buffer, array):
            data = buffer.tobytes()
        elif isinstance(buffer, (bytes, bytearray, memoryview)):
            data = bytes(buffer)
        else:
            raise TypeError(f"a bytes-like object is required, not '{_name_of(buffer)}'")
        size = self.itemsize
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        if self._code == "u":
            self._items.extend(data.decode("utf-32-le", "surrogatepass"))
        else:
            code = _PACKED.get(self._code, self._code)
            self._items.extend(_unpack(f"={len(data) // size}{code}", data))

    def tounicode(self):
        """Extends this array with data from the unicode string ustr."""
        if self._code != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def fromunicode(self, ustr, /):
        """Extends this array with data from the unicode string ustr."""
        if not isinstance(ustr, str):
            raise TypeError(f"fromunicode() argument must be str, not {_name_of(ustr)}")
        if self._code != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items.extend(ustr)

    def tofile(self, f, /):
        """Write all items (as machine values) to the file object f."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Read n objects from the file object f and append them to the end of the array."""
        if n < 0:
            raise ValueError("negative count")
        size = n * self.itemsize
        data = f.read(size)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != size:
            raise EOFError("read() didn't return enough bytes")

    def __bytes__(self):
        return self.tobytes()

    # ------------------------------------------------------------ as a sequence
    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._of(self._items[key])
        if not hasattr(type(key), "__index__"):
            raise TypeError("array indices must be integers")
        key = _index(key)
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array index out of range")
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f"can only assign array (not \"{_name_of(value)}\") to array slice")
            self._same(value)
            wanted = len(range(*key.indices(len(self._items))))
            if key.step not in (None, 1) and len(value) != wanted:
                raise ValueError(f"attempt to assign array of size {len(value)} to extended slice "
                                 f"of size {wanted}")
            self._items[key] = value._items.copy()
            return
        if not hasattr(type(key), "__index__"):
            raise TypeError("array indices must be integers")
        key = _index(key)
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array assignment index out of range")
        self._items[key] = _checked(self._code, value)

    def __delitem__(self, key):
        if isinstance(key, slice):
            del self._items[key]
            return
        if not hasattr(type(key), "__index__"):
            raise TypeError("array indices must be integers")
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array assignment index out of range")
        del self._items[key]

    def __add__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{_name_of(other)}") to array')
        return self._of(self._items + self._same(other)._items)

    def __iadd__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{_name_of(other)}")')
        self.extend(other)
        return self

    def __mul__(self, n, /):
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{_name_of(n)}'")
        return self._of(self._items * _index(n))

    __rmul__ = __mul__

    def __imul__(self, n, /):
        self._items *= _index(n)
        return self

    def __eq__(self, other, /):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __ne__(self, other, /):
        return self._items != other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other, /):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other, /):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other, /):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other, /):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __repr__(self):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self._code}')"
        shown = repr("".join(self._items)) if self._code == "u" else repr(self._items)
        return f"{name}('{self._code}', {shown})"

    def __copy__(self):
        return self._of(self._items.copy())

    def __deepcopy__(self, memo, /):
        return self._of(self._items.copy())

    def __reduce_ex__(self, protocol, /):
        return type(self), (self._code, self._items.copy())


_list = list
_PACKED = {"l": "q", "L": "Q"}  # sizes that the standard formats have
_register_at_boot(_MutableSequence, array)
ArrayType = array
