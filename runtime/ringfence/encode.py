"""Host values -> words of a block.

Objects are laid out in a buffer as if it began at the heap's top, references and all, and the
buffer is copied in one piece once there is room for it. Nothing is written before the whole value
is known to be plain data. No recursion: depth is bounded by memory only. Shared and cyclic
references stay shared. Dicts and sets are written without hashes; the kernels hash and index them
afterwards (``Encoded.tables``).
"""

from __future__ import annotations

import sys
from struct import Struct

from ringfence.errors import MontyConversionError
from ringfence.layout import (
    CLASS_SHAPE,
    EXCEPTION_ARGS,
    FLAG_ASCII,
    FLAG_KEYS_STR,
    FLAG_WRAPS,
    HEAP_A_AT,
    INSTANCE_PAYLOAD,
    INSTANCE_SLOTS,
    KIND_ARRAY,
    KIND_BIGINT,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_COMPLEX,
    KIND_DICT,
    KIND_FLOAT,
    KIND_FROZENSET,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_RANGE,
    KIND_RAW,
    KIND_SET,
    KIND_SLICE,
    KIND_STR,
    KIND_TUPLE,
    SHAPE_INLINE,
)
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable
    from typing import Any, Final

    from ringfence.crossing import Inwards

UNBOUND: Final = 5
NONE: Final = 13
FALSE: Final = 21
TRUE: Final = 29
ELLIPSIS: Final = 37
NOT_IMPLEMENTED: Final = 45
INT_MIN: Final = -(1 << 62)
INT_LIMIT: Final = 1 << 62
FLOAT_BIAS: Final = 128 << 52
MASK64: Final = (1 << 64) - 1
FIELD_SHIFT: Final = 32  # of the size in a header
_KIND_BITS: Final = 8

_EMPTY = object()


class Encoded:
    """Words ready to be copied to the heap's top.

    ``tables``: dicts and sets (references; whether a dict), in hashing order. ``rows``: LIST of
    what code inside has to fill afterwards; 0: nothing.
    """

    __slots__ = ("rows", "tables", "values", "words")

    def __init__(
        self, values: list[int], words: array[int], tables: list[tuple[int, bool]], rows: int = 0
    ) -> None:
        self.values = values
        self.words = words
        self.tables = tables
        self.rows = rows


class Word:
    """A word of the block in place of a host value."""

    __slots__ = ("word",)

    def __init__(self, word: int) -> None:
        self.word = word


class Unencodable(Exception):
    """An object on the way in is no plain data; the boundary names its place."""

    def __init__(self, culprit: object) -> None:
        super().__init__(culprit)
        self.culprit = culprit


class Constants:
    """Words of the image that values share.

    ``singles``: the 256 one-character strings. ``class_of``: exception class by name; 0: unknown.
    ``load``: field of an object.
    """

    __slots__ = ("class_of", "empty_bytes", "empty_string", "empty_tuple", "load", "singles")

    def __init__(
        self, empty_string: int, empty_tuple: int, empty_bytes: int, singles: list[int],
        class_of: Callable[[str], int], load: Callable[[int, int], int],
    ) -> None:
        self.empty_string = empty_string
        self.empty_tuple = empty_tuple
        self.empty_bytes = empty_bytes
        self.singles = singles
        self.class_of = class_of
        self.load = load

    def reading(self, load: Callable[[int, int], int]) -> Constants:
        """The same, with another reader of fields."""
        return Constants(
            self.empty_string, self.empty_tuple, self.empty_bytes, self.singles, self.class_of, load
        )


class Encoder:
    """Lays out values from offset `base` on."""

    def __init__(self, base: int, constants: Constants, inwards: Inwards | None = None) -> None:
        self.base = base
        self._inwards = inwards  # what makes values that are more than plain data
        self._rows: list[int] = []
        from array import array  # not at start-up: it imports much

        self.out: array[int] = array("q")
        self.constants = constants
        self._memo: dict[int, int] = {}
        self._strings: dict[str, int] = {}
        self._kept: list[object] = []  # objects made on the way, so that ids stay theirs
        self._todo: list[tuple[int, Iterable[Any]]] = []
        self._tables: list[tuple[int, bool]] = []
        self._frozen: list[tuple[int, frozenset[Any]]] = []

    def encode(self, values: Iterable[Any]) -> Encoded:
        """Lay out some values.

        Raises
        ------
        Unencodable
            For the first object that is no plain data.
        """
        words = [self._word(value) for value in values]
        todo = self._todo
        while todo:
            at, items = todo.pop()
            self._fill(at, items)
        rows = 0
        if self._rows:
            rows = self._list([Word(row) for row in self._rows])
            self._fill(*todo.pop())
        tables = self._tables
        if self._frozen:
            ranks = _Ranks()
            self._frozen.sort(key=lambda pair: ranks.of(pair[1]))
            tables = [(word, False) for word, _ in self._frozen] + tables
        return Encoded(words, self.out, tables, rows)

    def _fill(self, at: int, items: Iterable[Any]) -> None:
        out, word, strings = self.out, self._word, self._strings
        for item in items:
            kind = type(item)
            if kind is int and INT_MIN <= item < INT_LIMIT:
                out[at] = item << 1
            elif kind is str and item in strings:
                out[at] = strings[item]
            else:
                # evaluated first: it may grow the buffer
                value = word(item)
                out[at] = value
            at += 1

    def _word(self, x: Any) -> int:
        kind = type(x)
        if kind is int:
            return x << 1 if INT_MIN <= x < INT_LIMIT else self._bigint(x)
        if kind is str:
            known = self._strings.get(x)
            if known is None:
                known = self._strings[x] = self._string(x)
            return known
        if x is None:
            return NONE
        if kind is bool:
            return TRUE if x else FALSE
        if kind is float:
            return self._float(x)
        word = self._memo.get(id(x))
        if word is not None:
            return word
        encode = _BY_TYPE.get(kind)
        if encode is None:
            encode = _inherited(kind) or Encoder._special
        word = encode(self, x)
        self._memo[id(x)] = word
        return word

    # ------------------------------------------------------------ more than plain data
    def _special(self, x: Any) -> int:
        if self._inwards is None:
            raise Unencodable(x)
        return self._inwards.word(self, x)

    def row(self, how: int, target: int, names: Any, values: Any) -> None:
        """Note what code inside has to fill once everything is in the block."""
        row = (how, Word(target), names, values)
        self._kept.append(row)
        self._rows.append(self._word(row))

    def keep(self, value: Any) -> None:
        """Encode a value that nothing refers to yet."""
        self._kept.append(value)
        self._word(value)

    def wrapped(self, class_: int, payload: Any) -> int:
        """Make an instance of a class around a builtin value."""
        self._kept.append(payload)
        shape = self.constants.load(class_, CLASS_SHAPE)
        slots = self.constants.load(shape, SHAPE_INLINE) >> 1
        at = self._object(KIND_INSTANCE | FLAG_WRAPS << _KIND_BITS, INSTANCE_SLOTS + 1 + slots)
        out = self.out
        out[at + 1] = shape
        out[at + 2] = NONE
        word = self._word(payload)
        out[at + INSTANCE_PAYLOAD] = word
        return self._reference(at)

    # ------------------------------------------------------------ raw objects
    def _object(self, kind: int, n_words: int) -> int:
        """Append a header and room for the fields; answer the index of the header in `out`."""
        at = len(self.out)
        self.out.append((n_words << FIELD_SHIFT) | kind)
        if n_words > 1:
            self.out.frombytes(bytes((n_words - 1) * 8))
        return at

    def _reference(self, at: int) -> int:
        return self.base + at * 8 + 1

    def _raw(self, head: tuple[int, ...], data: bytes) -> int:
        """Append an object of a head and raw bytes; the size in its header is set here."""
        out = self.out
        at = len(out)
        n_words = len(head) + (len(data) + 7 >> 3)
        out.extend(head)
        out[at] |= n_words << FIELD_SHIFT
        if data:
            out.frombytes(data + bytes(-len(data) & 7))
        return self.base + at * 8 + 1

    def _string(self, text: str) -> int:
        length = len(text)
        if text.isascii():
            if length <= 1:
                constants = self.constants
                return constants.singles[ord(text)] if length else constants.empty_string
            return self._raw((_STR_ASCII, length, 0), text.encode("latin-1"))
        try:
            data = text.encode("latin-1")
            width = 1
        except UnicodeEncodeError:
            data = text.encode("utf-16-le", "surrogatepass")
            width = 2
            if len(data) != 2 * length:
                data = text.encode("utf-32-le", "surrogatepass")
                width = 4
        else:
            if length == 1:
                return self.constants.singles[ord(text)]
        return self._raw((KIND_STR | width << 16, length, 0), data)

    def _bigint(self, x: int) -> int:
        n = abs(x)
        digits = n.bit_length() + 31 >> 5
        return self._raw((KIND_BIGINT, digits << 1 | (x < 0)), n.to_bytes(digits * 4, "little"))

    def _float(self, x: float) -> int:
        bits: int = _U8.unpack(_F8.pack(x))[0]
        biased = bits - FLOAT_BIAS & MASK64
        word = (biased << 4 | biased >> 60) & MASK64
        if word & 3 != 3:
            return self._raw((KIND_FLOAT, _signed(bits)), b"")
        return _signed(word)

    def _bytes(self, x: bytes) -> int:
        if not x:
            return self.constants.empty_bytes
        return self._raw((KIND_BYTES, len(x), 0), x)

    def _complex(self, x: complex) -> int:
        bits = _F8.pack(x.real) + _F8.pack(x.imag)
        return self._raw((KIND_COMPLEX,), bits)

    def _bytearray(self, x: bytearray) -> int:
        raw = self._raw((KIND_RAW,), bytes(x) or bytes(8))
        at = self._object(KIND_BYTEARRAY, 3)
        self.out[at + 1] = len(x) << 1
        self.out[at + 2] = raw
        return self._reference(at)

    # ------------------------------------------------------------ containers
    def _items(self, at: int, items: Any) -> None:
        """Put items at index `at` of the buffer, quickly where all are small integers or floats."""
        from array import array

        kinds = set(map(type, items))
        if kinds == {int}:
            try:
                row: array[int] | None = array("q", items)
            except OverflowError:
                row = None
        elif kinds == {float}:
            row = array("q")
            row.frombytes(memoryview(array("d", items)).cast("B"))
        else:
            row = None
        if row is not None and _tag(row, int in kinds):
            self.out[at : at + len(row)] = row
        else:
            self._todo.append((at, items))

    def _tuple(self, x: tuple[Any, ...]) -> int:
        if not x:
            return self.constants.empty_tuple
        at = self._object(KIND_TUPLE, 2 + len(x))
        self.out[at + 1] = len(x) << 1
        self._items(at + 2, tuple(x) if type(x) is not tuple else x)
        return self._reference(at)

    def _list(self, x: list[Any]) -> int:
        length = len(x)
        at = self._object(KIND_LIST, 3)
        array_at = self._object(KIND_ARRAY, 1 + length)
        self.out[at + 1] = length << 1
        self.out[at + 2] = self._reference(array_at)
        if length:
            self._items(array_at + 1, list(x) if type(x) is not list else x)
        return self._reference(at)

    def _dict(self, x: dict[Any, Any]) -> int:
        n = len(x)
        keys_str = not n or set(map(type, x)) == {str}
        if not keys_str and self._inwards is not None and _hashed_inside(x):
            word = self._dict({})
            self.row(_FILL_DICT, word, tuple(dict.keys(x)), tuple(dict.values(x)))
            return word
        at = self._object(KIND_DICT | (FLAG_KEYS_STR if keys_str else 0) << _KIND_BITS, 6)
        entries_at = self._object(KIND_ARRAY, 1 + 3 * n)
        out = self.out
        out[at + 1] = out[at + 2] = n << 1
        out[at + 3] = self._reference(entries_at)
        out[at + 4] = NONE
        flat: list[Any] = [0] * (3 * n)  # hash, key, value of each
        flat[1::3] = dict.keys(x)
        flat[2::3] = dict.values(x)
        self._kept.append(flat)
        if flat:
            self._todo.append((entries_at + 1, flat))
        word = self._reference(at)
        self._tables.append((word, True))
        return word

    def _set(self, x: set[Any] | frozenset[Any]) -> int:
        frozen = isinstance(x, frozenset)
        if self._inwards is not None and _hashed_inside(x):
            if isinstance(x, frozenset):
                return self._inwards.frozenset(x)
            word = self._set(set())
            self.row(_FILL_SET, word, (), tuple(x))
            return word
        n = len(x)
        at = self._object(KIND_FROZENSET if frozen else KIND_SET, 7)
        entries_at = self._object(KIND_ARRAY, 1 + 2 * n)
        out = self.out
        out[at + 1] = out[at + 2] = n << 1
        out[at + 3] = self._reference(entries_at)
        out[at + 4] = NONE
        out[at + 6] = UNBOUND
        flat: list[Any] = [0] * (2 * n)  # hash and item
        flat[1::2] = x
        self._kept.append(flat)
        if flat:
            self._todo.append((entries_at + 1, flat))
        word = self._reference(at)
        if isinstance(x, frozenset):
            self._frozen.append((word, x))
        else:
            self._tables.append((word, False))
        return word

    def _range(self, x: range) -> int:
        at = self._object(KIND_RANGE, 5)
        try:
            length = len(x)
        except OverflowError:
            length = (x.stop - x.start + x.step - (1 if x.step > 0 else -1)) // x.step
        self._todo.append((at + 1, (x.start, x.stop, x.step, length)))
        return self._reference(at)

    def _slice(self, x: slice) -> int:
        at = self._object(KIND_SLICE, 4)
        self._todo.append((at + 1, (x.start, x.stop, x.step)))
        return self._reference(at)

    def _exception(self, x: BaseException) -> int:
        if self._inwards is None:
            return self.builtin_exception(x)
        return self._inwards.word(self, x)

    def builtin_exception(self, x: BaseException) -> int:
        """Make an instance of the builtin class nearest to the exception's own."""
        constants = self.constants
        for ancestor in type(x).__mro__:
            word = constants.class_of(ancestor.__name__) if _is_builtin(ancestor) else 0
            if word:
                break
        else:
            raise Unencodable(x)
        return self.exception(x, word)

    def exception(self, x: BaseException, class_: int) -> int:
        """Make an instance of an exception class, with the exception's args, cause and context."""
        constants = self.constants
        shape = constants.load(class_, CLASS_SHAPE)
        slots = constants.load(shape, SHAPE_INLINE) >> 1
        at = self._object(KIND_INSTANCE, INSTANCE_SLOTS + slots)
        out = self.out
        out[at + 1] = shape
        out[at + 2] = NONE
        for slot in range(slots):
            out[at + INSTANCE_SLOTS + slot] = UNBOUND
        cause = [x.args, x.__cause__, x.__context__, x.__suppress_context__, None]
        self._kept.append(cause)
        self._kept.append(x.args)
        self._todo.append((at + EXCEPTION_ARGS, cause))
        return self._reference(at)


def _tag(row: array[int], integers: bool) -> bool:
    """Turn a row of integers, or of bits of floats, into words; False if one needs an object."""
    kernels = library()
    function = kernels.rf_tag_integers if integers else kernels.rf_tag_floats
    # the kernels are told a block that would have the row at the start of its heap
    return bool(function(row.buffer_info()[0] - HEAP_A_AT, HEAP_A_AT, len(row)))


def leaf(x: Any) -> int | None:
    """The word of a value that needs no object; None for all else."""
    kind = type(x)
    if kind is int:
        return x << 1 if INT_MIN <= x < INT_LIMIT else None
    if x is None:
        return NONE
    if kind is bool:
        return TRUE if x else FALSE
    if kind is float:
        biased = _U8.unpack(_F8.pack(x))[0] - FLOAT_BIAS & MASK64
        word = (biased << 4 | biased >> 60) & MASK64
        return _signed(word) if word & 3 == 3 else None
    return None


def short_text(x: str) -> bytes:
    """The object of an ASCII text, ready to be copied."""
    length = len(x)
    n_words = 3 + (length + 7 >> 3)
    head = _HEAD.pack(_STR_ASCII | n_words << FIELD_SHIFT, length, 0)
    return (head + x.encode()).ljust(n_words * 8, b"\0")


_HEAD: Final = Struct("<qqq")
_PLAIN_KEYS: Final = frozenset((int, str, float, bool, type(None), bytes, complex))
_FILL_DICT: Final = 3  # rows of prelude/crossing
_FILL_SET: Final = 4
_F8: Final = Struct("<d")
_U8: Final = Struct("<Q")


class _Ranks:
    """How deep frozensets nest, so that inner ones are hashed first."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, top: Any) -> int:
        stack = [top]
        while stack:
            x = stack[-1]
            if id(x) in self._known:
                stack.pop()
                continue
            inner = [i for i in x if isinstance(i, (frozenset, tuple))]
            missing = [i for i in inner if id(i) not in self._known]
            if missing:
                stack.extend(missing)
                continue
            self._known[id(x)] = 1 + max((self._known[id(i)] for i in inner), default=0)
            stack.pop()
        return self._known[id(top)]


_STR_ASCII: Final = KIND_STR | FLAG_ASCII << _KIND_BITS | 1 << 16

_BY_TYPE: dict[type, Callable[[Encoder, Any], int]] = {
    bytes: Encoder._bytes,
    complex: Encoder._complex,
    bytearray: Encoder._bytearray,
    tuple: Encoder._tuple,
    list: Encoder._list,
    dict: Encoder._dict,
    set: Encoder._set,
    frozenset: Encoder._set,
    range: Encoder._range,
    slice: Encoder._slice,
    Word: lambda encoder, x: x.word,
    type(...): lambda encoder, x: ELLIPSIS,
    type(NotImplemented): lambda encoder, x: NOT_IMPLEMENTED,
}


def _hashed_inside(keys: Any) -> bool:
    """Whether one of the keys has a hash that only code inside can say."""
    if _PLAIN_KEYS.issuperset(map(type, keys)):
        return False
    from ringfence.crossing import hashed_inside

    return any(map(hashed_inside, keys))


def _inherited(kind: type) -> Callable[[Encoder, Any], int] | None:
    """How to encode an instance of a subclass: as the builtin value it is."""
    if issubclass(kind, BaseException):
        return Encoder._exception
    if hasattr(kind, "_fields") or hasattr(kind, "__dataclass_fields__") or _is_enum(kind):
        return None  # these are more than the value they extend
    if issubclass(kind, str):
        return lambda encoder, x: encoder._word(str.__str__(x))
    if issubclass(kind, int):
        return lambda encoder, x: encoder._word(int.__int__(x))
    if issubclass(kind, float):
        return lambda encoder, x: encoder._float(x)
    for base in (dict, list, tuple, set, frozenset, bytes, bytearray, complex):
        if issubclass(kind, base):
            return _BY_TYPE[base]
    return None


def _is_enum(kind: type) -> bool:
    enum = sys.modules.get("enum")
    return enum is not None and issubclass(kind, enum.Enum)


def _is_builtin(kind: type) -> bool:
    return kind.__module__ == "builtins"


def _signed(word: int) -> int:
    return word - (1 << 64) if word >> 63 else word


def find(value: Any, culprit: object, name: str) -> str:
    """Name the place of an object inside a host value: ``inputs['cfg'][3]``."""
    seen: set[int] = set()
    stack: list[tuple[Any, str]] = [(value, name)]
    while stack:
        x, path = stack.pop()
        if x is culprit:
            return path
        if id(x) in seen:
            continue
        seen.add(id(x))
        if isinstance(x, dict):
            for key, item in dict.items(x):
                stack.append((item, f"{path}[{key!r}]"))
                stack.append((key, f"{path}, the key {_short(key)}"))
        elif isinstance(x, (list, tuple)):
            names = getattr(type(x), "_fields", None)
            stack.extend(
                (item, f"{path}.{names[i]}" if names else f"{path}[{i}]")
                for i, item in enumerate(x)
            )
        elif isinstance(x, (set, frozenset)):
            stack.extend((item, f"{path}, the item {_short(item)}") for item in x)
        elif isinstance(x, BaseException):
            stack.append((x.args, f"{path}.args"))
            stack.extend((item, f"{path}.{key}") for key, item in x.__dict__.items())
        elif _is_enum(type(x)):
            stack.append((x.value, f"{path}.value"))
        elif hasattr(type(x), "__dataclass_fields__"):
            stack.extend(
                (getattr(x, key), f"{path}.{key}") for key in type(x).__dataclass_fields__
                if hasattr(x, key)
            )
    return name


def _short(x: object) -> str:
    text = object.__repr__(x) if type(x).__repr__ is object.__repr__ else repr(x)
    return text if len(text) <= 40 else text[:37] + "..."


def conversion_error(value: Any, culprit: object, name: str) -> MontyConversionError:
    """Say which object inside `value` cannot cross, and where it is."""
    kind = type(culprit)
    label = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return MontyConversionError(
        f"{find(value, culprit, name)}: `{label}` cannot cross into the sandbox; "
        "pass plain data or a host function instead"
    )
