"""Words of a block -> host values.

Mutable containers are made empty at once and filled later, so cycles need no care; what is
immutable (tuples, frozensets, exceptions groups) waits for its parts. No recursion. Functions,
classes, generators and most instances do not cross; ``outwards.way_out`` says which do, and how.
"""

from __future__ import annotations

import builtins
import struct
from time import perf_counter

from ringfence import layout as L
from ringfence.errors import MontyConversionError
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Final

    from ringfence.block import Block
    from ringfence.equipment import ClassInstance

UNBOUND: Final = 5
MASK64: Final = (1 << 64) - 1
FLOAT_BIAS: Final = 128 << 52
_CONSTANTS: Final = {13: None, 21: False, 29: True, 37: ..., 45: NotImplemented}
MANY: Final = 32  # values that are worth a look whether they are all alike
_CODECS: Final = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}
WAITING: Final = object()
NO_LEAF: Final = object()
MOST_IN_REPORT: Final = 256  # exceptions of a chain that the report of an error holds
HOST_NUMBER: Final = "__host_number__"  # attribute of exceptions that came from the host


class Undecodable(Exception):
    """A value on the way out is no plain data."""

    def __init__(self, word: int, what: str) -> None:
        super().__init__(what)
        self.word = word
        self.what = what


class Opaque:
    """Stands for what cannot cross, in the report of an error."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __repr__(self) -> str:
        return f"<{self.label}>"


class TooLarge(Exception):
    """The result exceeds ``max_result_bytes``."""


class TooLate(Exception):
    """Making the values takes longer than the run may."""


class Decoder:
    """Makes host values from a block.

    Parameters
    ----------
    limit_bytes
        Most bytes of the block the values may stand on (each object counted once); 0: no limit.
    lenient
        Put a description in place of what cannot cross, instead of refusing (for error reports).
    original
        Finds the host's own exception object for an exception value; answers None if it has none.
    lent_classes
        Classes of the host by the references of their counterparts.
    objects
        Objects of the host that were lent by reference, by number.
    deadline
        When to give up, by ``perf_counter``; 0: never. A lenient decoder never does, but leaves
        out all but the first exceptions of a chain.
    """

    def __init__(self, block: Block, limit_bytes: int = 0,
                 original: Callable[[int], BaseException | None] | None = None, *,
                 lenient: bool = False, lent_classes: dict[int, type] | None = None,
                 objects: Sequence[ClassInstance] = (), depth: int = 0,
                 deadline: float = 0.0) -> None:
        self._block = block
        self.depth = depth
        self.deadline = deadline
        self._n_exceptions = 0
        self._n_made = 0
        self.objects = objects
        self.lent_classes: dict[int, type] = lent_classes or {}
        # instances that need other values first: these, and what makes the instance of them
        self.plans: dict[int, tuple[list[int], Callable[[list[Any]], Any]]] = {}
        self._ways: dict[int, Callable[[Decoder, int], Any] | None] = {}
        self._slot_names: dict[int, list[tuple[str, int]]] = {}
        self.words = block.words
        self.data = block.data
        self.limit_bytes = limit_bytes
        self.used_bytes = 0
        self.original = original
        self.lenient = lenient
        self._memo: dict[int, Any] = {}
        self._fills: list[tuple[Callable[..., None], int, Any]] = []

    def decode(self, word: int) -> Any:
        """Make the host value of a word.

        Raises
        ------
        Undecodable
            For a value that is no plain data.
        TooLarge, TooLate
            When a limit is passed.
        """
        if not word & 1:
            return word >> 1
        value = self._value(word)
        fills = self._fills
        while fills:
            fill, at, target = fills.pop()
            fill(self, at, target)
        return value

    # ------------------------------------------------------------ one value
    def _value(self, word: int) -> Any:
        """A value; immutable containers are built with a stack of their own."""
        value = self._try(word)
        if value is not WAITING:
            return value
        stack = [word]
        opened: set[int] = set()  # those whose parts are being made
        while stack:
            top = stack[-1]
            parts = self._parts(top)
            missing = [part for part in parts if self._try(part) is WAITING]
            if missing:
                opened.add(top)
                if not opened.isdisjoint(missing):
                    raise Undecodable(top, "an exception that contains itself")
                stack.extend(missing)
                continue
            stack.pop()
            if top not in self._memo:
                self._memo[top] = self._build(top, [self._try(part) for part in parts])
        return self._memo[word]

    def _try(self, word: int) -> Any:
        """The value of a word if it needs no other immutable first."""
        if not word & 1:
            return word >> 1
        tag = word & 7
        if tag & 3 == 3:
            return _float_of(word)
        if tag == 5:
            if word == UNBOUND:
                raise Undecodable(word, "an unbound name")
            return _CONSTANTS[word]
        memo = self._memo
        if word in memo:
            return memo[word]
        header = self.words[word - 1 >> 3]
        make = _MAKERS.get(header & 255)
        if make is None:
            value = memo[word] = self._refuse(word, header & 255)
            return value
        if self.limit_bytes and make is not Decoder._wait:
            self._count((header >> 32) * 8)
        self._n_made += 1
        if not self._n_made & 1023:
            self._count(0)
        value = make(self, word, header)
        if value is not WAITING:
            memo[word] = value
        return value

    def _several(self, start: int, n: int) -> list[Any]:
        """n values from word index `start` on, quickly where they are alike."""
        if n >= MANY:
            from array import array  # not at start-up: it imports much

            row = array("q")
            row.frombytes(self.data[start * 8 : (start + n) * 8])
            # the kernel is told a block that would have the row at the start of its heap
            alike = library().rf_untag(row.buffer_info()[0] - L.HEAP_A_AT, L.HEAP_A_AT, n)
            if alike:
                numbers: list[Any] = array("d", row.tobytes()).tolist() if alike == 2 else row.tolist()
                return numbers
        words = self.words[start : start + n].tolist()
        result: list[Any] = []
        append, memo, value_of = result.append, self._memo, self._value
        for word in words:
            if not word & 1:
                append(word >> 1)
            elif word in memo:
                append(memo[word])
            else:
                append(value_of(word))
        return result

    def text(self, word: int) -> str:
        """The text of a STR."""
        return text_of(self.words, self.data, word)

    # ------------------------------------------------------------ leaves
    def _str(self, word: int, header: int) -> str:
        return self.text(word)

    def _bytes(self, word: int, header: int) -> bytes:
        length = self.words[(word - 1 >> 3) + L.BYTES_LENGTH]
        return bytes(self.data[word + 23 : word + 23 + length])

    def _float(self, word: int, header: int) -> float:
        return float(_F8.unpack_from(self.data, word + 7)[0])

    def _complex(self, word: int, header: int) -> complex:
        return complex(*_F8F8.unpack_from(self.data, word + 7))

    def _bigint(self, word: int, header: int) -> int:
        sign = self.words[(word - 1 >> 3) + L.BIGINT_SIGN]
        value = int.from_bytes(self.data[word + 15 : word + 15 + (sign >> 1) * 4], "little")
        return -value if sign & 1 else value

    def _bytearray(self, word: int, header: int) -> bytearray:
        at = word - 1 >> 3
        length = self.words[at + L.BYTEARRAY_LENGTH] >> 1
        start = self.words[at + L.BYTEARRAY_DATA] + 7
        return bytearray(self.data[start : start + length])

    def _range(self, word: int, header: int) -> range:
        at = word - 1 >> 3
        start, stop, step = (self._try(w) for w in self.words[at + 1 : at + 4])
        return range(start, stop, step)

    # ------------------------------------------------------------ containers
    def _list(self, word: int, header: int) -> list[Any]:
        target: list[Any] = []
        if self.words[(word - 1 >> 3) + L.LIST_LENGTH]:
            self._fills.append((Decoder._fill_list, word, target))
        return target

    def _fill_list(self, word: int, target: list[Any]) -> None:
        at = word - 1 >> 3
        n = self.words[at + L.LIST_LENGTH] >> 1
        items = self.words[at + L.LIST_ITEMS]
        self._count(n * 8)
        target.extend(self._several((items - 1 >> 3) + 1, n))

    def _dict(self, word: int, header: int) -> dict[Any, Any]:
        target: dict[Any, Any] = {}
        if self.words[(word - 1 >> 3) + L.DICT_LENGTH]:
            self._fills.append((Decoder._fill_dict, word, target))
        return target

    def _fill_dict(self, word: int, target: dict[Any, Any]) -> None:
        at = word - 1 >> 3
        n = self.words[at + L.DICT_USED] >> 1
        start = (self.words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        flat = self.words[start : start + 3 * n].tolist()
        self._count(n * 24)
        memo, value_of = self._memo, self._value
        for i in range(1, 3 * n, 3):
            key, value = flat[i], flat[i + 1]
            if value == UNBOUND:
                continue
            made = memo[key] if key in memo else value_of(key)
            target[made] = (
                value >> 1 if not value & 1 else memo[value] if value in memo else value_of(value)
            )

    def _set(self, word: int, header: int) -> set[Any]:
        target: set[Any] = set()
        if self.words[(word - 1 >> 3) + L.SET_LENGTH]:
            self._fills.append((Decoder._fill_set, word, target))
        return target

    def _fill_set(self, word: int, target: set[Any]) -> None:
        target.update(map(self._value, self._set_items(word)))

    def _set_items(self, word: int) -> list[int]:
        at = word - 1 >> 3
        n = self.words[at + L.SET_USED] >> 1
        start = (self.words[at + L.SET_ENTRIES] - 1 >> 3) + 1
        flat = self.words[start : start + 2 * n].tolist()
        return [key for key in flat[1::2] if key != UNBOUND]

    def _wait(self, word: int, header: int) -> Any:
        return WAITING

    def _parts(self, word: int) -> list[int]:
        """Words that an immutable container needs decoded before it can be built."""
        at = word - 1 >> 3
        words = self.words
        kind = words[at] & 255
        if kind == L.KIND_TUPLE:
            n = words[at + L.TUPLE_LENGTH] >> 1
            return words[at + L.TUPLE_ITEMS : at + L.TUPLE_ITEMS + n].tolist()
        if kind == L.KIND_SLICE:
            return words[at + 1 : at + 4].tolist()
        if kind == L.KIND_FROZENSET:
            return self._set_items(word)
        if word in self.plans:
            return self.plans[word][0]
        part = words[at + _instance_part(words, word)]
        return [part, *self._group_members(word, part)]

    def _group_members(self, word: int, args: int) -> list[int]:
        """Exceptions of a group: it cannot be made before them."""
        words = self.words
        at = args - 1 >> 3
        if args & 7 != 1 or words[at] & 255 != L.KIND_TUPLE or words[at + 1] != 2 << 1:
            return []
        owner = class_of_instance(words, word)
        if not words[(owner - 1 >> 3) + L.CLASS_FLAGS] >> 1 & L.CLASS_FLAG_EXCEPTION:
            return []
        if not issubclass(self.exception_class(owner), getattr(builtins, "BaseExceptionGroup", ())):
            return []
        return sequence_words(words, words[at + L.TUPLE_ITEMS + 1])

    def _count(self, n_bytes: int) -> None:
        self.used_bytes += n_bytes
        if 0 < self.limit_bytes < self.used_bytes:
            raise TooLarge
        if self.deadline and perf_counter() > self.deadline:
            raise TooLate

    def _build(self, word: int, parts: list[Any]) -> Any:
        self._count(16 + 8 * len(parts))
        kind = self.words[word - 1 >> 3] & 255
        if kind == L.KIND_TUPLE:
            return tuple(parts)
        if kind == L.KIND_SLICE:
            return slice(*parts)
        if kind == L.KIND_FROZENSET:
            return frozenset(parts)
        if word in self.plans:
            try:
                return self.plans.pop(word)[1](parts)
            except Undecodable as error:
                if self.lenient:
                    return Opaque(error.what)
                raise
        if len(parts) > 1:
            args = (parts[0][0], parts[1:])
            return self._exception(word, class_of_instance(self.words, word), args)
        return self._build_instance(word, parts[0])

    # ------------------------------------------------------------ instances
    def _instance(self, word: int, header: int) -> Any:
        owner = class_of_instance(self.words, word)
        at = owner - 1 >> 3
        if self.words[at + L.CLASS_FLAGS] >> 1 & L.CLASS_FLAG_EXCEPTION:
            if self.original is not None:
                known = self.original(word)
                if known is not None:
                    return known
            return WAITING
        try:
            way = self._way(owner)
            if way is not None:
                return way(self, word)
        except Undecodable as error:
            if self.lenient:
                return Opaque(error.what)
            raise Undecodable(word, error.what) from None
        if header >> 8 & L.FLAG_WRAPS:
            return WAITING
        return self._refuse(word, L.KIND_INSTANCE)

    def _way(self, owner: int) -> Callable[[Decoder, int], Any] | None:
        """How instances of a class that are more than plain data are decoded, if they are."""
        if owner not in self._ways:
            from ringfence.outwards import way_out

            self._ways[owner] = way_out(self, owner)
        return self._ways[owner]

    def later(self, fill: Callable[[], Any]) -> None:
        """Have something done when the values made so far are being filled."""
        self._fills.append((_do, 0, fill))

    def inner(self) -> Decoder:
        """A decoder whose values are complete when it answers, for values that types need."""
        return Decoder(self._block, lent_classes=self.lent_classes, objects=self.objects,
                       depth=self.depth + 1)

    def value(self, word: int) -> Any:
        """A value inside the one being decoded; what it holds may be filled later."""
        return self._value(word)

    def plain(self, word: int) -> Any:
        """A value if it is a number, a constant or a text; else None."""
        if word & 7 == 1:
            kind = self.words[word - 1 >> 3] & 255
            return self._try(word) if kind in (L.KIND_STR, L.KIND_BIGINT) else None
        return self._try(word) if word != UNBOUND else None

    def is_instance(self, word: int) -> bool:
        """Whether a word refers to an INSTANCE."""
        return word & 7 == 1 and self.words[word - 1 >> 3] & 255 == L.KIND_INSTANCE

    def _refuse(self, word: int, kind: int) -> Opaque:
        label = self._label(word, kind)
        if self.lenient:
            return Opaque(label)
        raise Undecodable(word, label)

    def _build_instance(self, word: int, part: Any) -> Any:
        words = self.words
        owner = class_of_instance(words, word)
        if words[(owner - 1 >> 3) + L.CLASS_FLAGS] >> 1 & L.CLASS_FLAG_EXCEPTION:
            return self._exception(word, owner, part)
        return part

    def _exception(self, word: int, owner: int, args: Any) -> BaseException:
        made = self.exception_class(owner)
        value = _make_exception(made, args)
        self._fills.append((Decoder._fill_exception, word, value))
        return value

    def _fill_exception(self, word: int, target: BaseException) -> None:
        self._count(0)
        self._n_exceptions += 1
        if self.lenient and self._n_exceptions > MOST_IN_REPORT:
            return
        at = word - 1 >> 3
        cause, context, suppress = self.words[at + L.EXCEPTION_CAUSE : at + L.EXCEPTION_TRACEBACK]
        for name, link in (("__cause__", cause), ("__context__", context)):
            if link & 7 == 1:
                setattr(target, name, self._value(link))
        target.__suppress_context__ = suppress == 29
        for name, found in self.slots(word).items():
            value = self.plain(found)  # others follow from the args
            if value is not None and getattr(target, name, None) != value:
                _set_field(target, name, value)
        for name, found in self.attributes(word).items():
            if name != HOST_NUMBER:
                target.__dict__[name] = self._value(found)

    def made(self, word: int) -> Any:
        """The host object made for a word; None if there is none."""
        return self._memo.get(word)

    def exception_class(self, owner: int) -> type[BaseException]:
        """The host's class for an exception class: the builtin itself, or one of the same name."""
        words = self.words
        name = self.text(words[(owner - 1 >> 3) + L.CLASS_NAME])
        module, qualname = self.class_key(owner)
        for ancestor in self.mro(owner):
            at = ancestor - 1 >> 3
            if ancestor > L.PROGRAM_AT:
                continue
            base_name = self.text(words[at + L.CLASS_NAME])
            base = getattr(builtins, base_name, None)
            if isinstance(base, type) and issubclass(base, BaseException):
                if ancestor == owner:
                    return base
                return _derived(name, qualname, module, _hashable(base))
        return _derived(name, qualname, module, _hashable(Exception))

    def mro(self, owner: int) -> list[int]:
        words = self.words
        mro = words[(owner - 1 >> 3) + L.CLASS_MRO] - 1 >> 3
        n = words[mro + L.TUPLE_LENGTH] >> 1
        return words[mro + L.TUPLE_ITEMS : mro + L.TUPLE_ITEMS + n].tolist()

    def class_key(self, owner: int) -> tuple[str, str]:
        at = owner - 1 >> 3
        module = self.words[at + L.CLASS_MODULE]
        name = self.words[at + L.CLASS_QUALNAME]
        return (self.text(module) if module & 7 == 1 else "", self.text(name))

    def class_item(self, owner: int, name: str) -> int | None:
        """The word of a class attribute, its own or inherited; None if there is none."""
        for ancestor in self.mro(owner):
            found = self.dict_item(self.words[(ancestor - 1 >> 3) + L.CLASS_DICT], name)
            if found is not None:
                return found
        return None

    def dict_words(self, table: int) -> list[tuple[int, int]]:
        """Keys and values of a DICT whose keys are strings."""
        if table & 7 != 1 or self.words[table - 1 >> 3] & 255 != L.KIND_DICT:
            return []
        words = self.words
        at = table - 1 >> 3
        start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        flat = words[start : start + 3 * (words[at + L.DICT_USED] >> 1)].tolist()
        return [
            (key, value) for key, value in zip(flat[1::3], flat[2::3], strict=True)
            if value != UNBOUND and key & 7 == 1 and words[key - 1 >> 3] & 255 == L.KIND_STR
        ]

    def slots(self, word: int) -> dict[str, int]:
        """Words of the attributes that an instance keeps in ``__slots__``, by name."""
        words = self.words
        at = word - 1 >> 3
        first = at + L.INSTANCE_SLOTS + (1 if words[at] >> 8 & L.FLAG_WRAPS else 0)
        found: dict[str, int] = {}
        for name, slot in self._slots_of(class_of_instance(words, word)):
            value = words[first + slot]
            if value != UNBOUND:
                found[name] = value
        return found

    def _slots_of(self, owner: int) -> list[tuple[str, int]]:
        known = self._slot_names.get(owner)
        if known is None:
            words = self.words
            known = self._slot_names[owner] = [
                (self.text(key), words[(value - 1 >> 3) + L.MEMBER_SLOT] >> 1)
                for ancestor in reversed(self.mro(owner))
                for key, value in self.dict_words(words[(ancestor - 1 >> 3) + L.CLASS_DICT])
                if value & 7 == 1 and words[value - 1 >> 3] & 255 == L.KIND_MEMBER
                and words[(value - 1 >> 3) + L.MEMBER_NUMBER] == -2
            ]
        return known

    def dict_item(self, table: int, name: str) -> int | None:
        """The word at a string key of a DICT, by a plain search."""
        if table & 7 != 1:
            return None
        words = self.words
        at = table - 1 >> 3
        n = words[at + L.DICT_USED] >> 1
        start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        for i in range(start, start + 3 * n, 3):
            key = words[i + 1]
            if words[i + 2] == UNBOUND or key & 7 != 1:
                continue
            if words[key - 1 >> 3] & 255 == L.KIND_STR and self.text(key) == name:
                return words[i + 2]
        return None

    def attributes(self, word: int) -> dict[str, int]:
        """Words of an instance's own attributes by name."""
        words = self.words
        at = word - 1 >> 3
        shape = words[at + L.INSTANCE_SHAPE] - 1 >> 3
        overflow = words[at + L.INSTANCE_OVERFLOW]
        found: dict[str, int] = {}
        if words[shape + L.SHAPE_IS_DICT] == 29:
            table = overflow - 1 >> 3
            n = words[table + L.DICT_USED] >> 1
            start = (words[table + L.DICT_ENTRIES] - 1 >> 3) + 1
            for i in range(start, start + 3 * n, 3):
                if words[i + 2] != UNBOUND:
                    found[self.text(words[i + 1])] = words[i + 2]
            return found
        first = L.INSTANCE_SLOTS + (1 if words[at] >> 8 & L.FLAG_WRAPS else 0)
        while True:
            number = (words[shape + L.SHAPE_COUNT] >> 1) - 1
            parent = words[shape + L.SHAPE_PARENT]
            name = words[shape + L.SHAPE_NAME]
            if number < 0 or name & 7 != 1:
                break
            inline = words[shape + L.SHAPE_INLINE] >> 1
            if number < inline:
                value = words[at + first + number]
            else:
                value = words[(overflow - 1 >> 3) + L.ARRAY_ITEMS + number - inline]
            if value != UNBOUND:
                found[self.text(name)] = value
            if parent & 7 != 1:
                break
            shape = parent - 1 >> 3
        return dict(reversed(found.items()))

    def attribute(self, word: int, name: str) -> int | None:
        """The word of one attribute of an instance, or None."""
        return self.attributes(word).get(name)

    def _label(self, word: int, kind: int) -> str:
        """What a value that cannot cross is, for the message."""
        if kind == L.KIND_INSTANCE:
            owner = class_of_instance(self.words, word)
            return f"an instance of `{self.class_key(owner)[1]}`"
        if kind in _NAME_FIELDS:
            name = self.words[(word - 1 >> 3) + _NAME_FIELDS[kind]]
            if name & 7 == 1:
                return f"the {_KIND_NAMES[kind]} `{self.text(name)}`"
        return f"a {_KIND_NAMES.get(kind, 'value of the sandbox')}"


def leaf(words: Any, data: Any, word: int) -> Any:
    """The value of a word that refers to no others, quickly; NO_LEAF for all else."""
    if not word & 1:
        return word >> 1
    if word & 3 == 3:
        return _float_of(word)
    if word & 7 == 5:
        return _CONSTANTS.get(word, NO_LEAF)
    at = word - 1 >> 3
    kind = words[at] & 255
    if kind == L.KIND_STR:
        return text_of(words, data, word)
    if kind == L.KIND_BYTES:
        return bytes(data[word + 23 : word + 23 + words[at + L.BYTES_LENGTH]])
    return NO_LEAF


def leaves(words: Any, data: Any, word: int) -> Any:
    """The value of a TUPLE of leaves; NO_LEAF for all else."""
    at = word - 1 >> 3
    if words[at] & 255 != L.KIND_TUPLE:
        return NO_LEAF
    start = at + L.TUPLE_ITEMS
    found = []
    for i in range(start, start + (words[at + L.TUPLE_LENGTH] >> 1)):
        item = words[i]
        value = leaf(words, data, item) if item & 1 else item >> 1
        if value is NO_LEAF:
            return NO_LEAF
        found.append(value)
    return tuple(found)


def text_of(words: Any, data: Any, word: int) -> str:
    """The text of a STR."""
    at = word - 1 >> 3
    width = words[at] >> 16 & 0xFFFF
    start = word + 23
    raw = data[start : start + words[at + L.STR_LENGTH] * width]
    return str(raw, _CODECS[width], "surrogatepass")


_F8 = struct.Struct("<d")
_U8 = struct.Struct("<Q")
_F8F8 = struct.Struct("<dd")

_MAKERS: dict[int, Callable[[Decoder, int, int], Any]] = {
    L.KIND_STR: Decoder._str,
    L.KIND_BYTES: Decoder._bytes,
    L.KIND_FLOAT: Decoder._float,
    L.KIND_COMPLEX: Decoder._complex,
    L.KIND_BIGINT: Decoder._bigint,
    L.KIND_BYTEARRAY: Decoder._bytearray,
    L.KIND_RANGE: Decoder._range,
    L.KIND_LIST: Decoder._list,
    L.KIND_DICT: Decoder._dict,
    L.KIND_SET: Decoder._set,
    L.KIND_TUPLE: Decoder._wait,
    L.KIND_SLICE: Decoder._wait,
    L.KIND_FROZENSET: Decoder._wait,
    L.KIND_INSTANCE: Decoder._instance,
}

_KIND_NAMES: Final = {
    L.KIND_FUNCTION: "function", L.KIND_METHOD: "bound method", L.KIND_NATIVE: "builtin function",
    L.KIND_BOUND_NATIVE: "bound method", L.KIND_CLASS: "class", L.KIND_GENERATOR: "generator",
    L.KIND_MODULE: "module", L.KIND_ITERATOR: "iterator", L.KIND_HOST_FUNCTION: "host function",
    L.KIND_DICT_VIEW: "dict view", L.KIND_PROPERTY: "property", L.KIND_TRACEBACK: "traceback",
    L.KIND_CELL: "cell", L.KIND_CODE: "code object", L.KIND_MEMORYVIEW: "memoryview",
    L.KIND_MAPPING_PROXY: "mapping proxy", L.KIND_UNION: "union type",
    L.KIND_GENERIC_ALIAS: "generic alias", L.KIND_SUPER: "super object",
}
_NAME_FIELDS: Final = {
    L.KIND_FUNCTION: L.FUNCTION_QUALNAME, L.KIND_CLASS: L.CLASS_QUALNAME,
    L.KIND_GENERATOR: L.GENERATOR_QUALNAME, L.KIND_MODULE: L.MODULE_NAME,
    L.KIND_NATIVE: L.NATIVE_NAME, L.KIND_HOST_FUNCTION: L.HOST_FUNCTION_NAME,
}


def class_of_instance(words: Any, word: int) -> int:
    """The class of an INSTANCE."""
    shape = words[(word - 1 >> 3) + L.INSTANCE_SHAPE]
    return int(words[(shape - 1 >> 3) + L.SHAPE_CLASS])


def sequence_words(words: Any, word: int) -> list[int]:
    """Items of a TUPLE or LIST; none for anything else."""
    at = word - 1 >> 3
    kind = words[at] & 255 if word & 7 == 1 else 0
    if kind == L.KIND_TUPLE:
        start = at + L.TUPLE_ITEMS
    elif kind == L.KIND_LIST:
        start = (words[at + L.LIST_ITEMS] - 1 >> 3) + L.ARRAY_ITEMS
    else:
        return []
    found: list[int] = words[start : start + (words[at + 1] >> 1)].tolist()
    return found


def _instance_part(words: Any, word: int) -> int:
    """Which field of an instance must be decoded first: an exception's args, or the payload."""
    owner = class_of_instance(words, word)
    if words[(owner - 1 >> 3) + L.CLASS_FLAGS] >> 1 & L.CLASS_FLAG_EXCEPTION:
        return L.EXCEPTION_ARGS
    return L.INSTANCE_PAYLOAD


def _set_field(target: BaseException, name: str, value: Any) -> None:
    try:
        setattr(target, name, value)
    except (AttributeError, TypeError, ValueError):
        pass  # a value of a type that the builtin class does not keep


def _do(decoder: Decoder, word: int, fill: Callable[[], Any]) -> None:
    fill()


def _float_of(word: int) -> float:
    bits = (word >> 4 & 0x0FFF_FFFF_FFFF_FFFF | (word & 15) << 60) + FLOAT_BIAS & MASK64
    return _F8.unpack(_U8.pack(bits))[0]  # type: ignore[no-any-return]


def _make_exception(made: type[BaseException], args: Any) -> BaseException:
    if not isinstance(args, tuple):
        args = (args,)
    try:
        value = made(*args)
    except Exception:  # its arguments were changed into some that the class does not take
        value = _bare(made, args)
    if value.args != args:
        value.args = args
    return value


def _bare(made: type[BaseException], args: tuple[Any, ...]) -> BaseException:
    """An exception of a class that refuses its own arguments."""
    for attempt in ((), args):
        try:
            return made.__new__(made, *attempt)
        except Exception:
            continue
    return Exception(*args)


def _hashable(kind: type[BaseException]) -> Any:
    return kind  # mypy takes `__hash__` of exceptions for that of their instances


def _derived(name: str, qualname: str, module: str, base: Any) -> type[BaseException]:
    """A host class for one of the program's; the same for the same names, of the last 256."""
    key = name, qualname, module, base
    known = _derived_classes.get(key)
    if known is None:
        if len(_derived_classes) >= 256:
            _derived_classes.clear()
        namespace = {
            "__module__": module or "__main__", "__qualname__": qualname, "__str__": _derived_text,
        }
        known = _derived_classes[key] = type(name, (base,), namespace)
    return known


_derived_classes: dict[tuple[str, str, str, Any], type[BaseException]] = {}


def _derived_text(self: BaseException) -> str:
    """Text of an exception of a class of the program: what its own ``__str__`` gave, if it has one."""
    text = self.__dict__.get("sandbox_text")
    if text is not None:
        return str(text)
    return super(type(self), self).__str__()


def find(block: Block, word: int, culprit: int, name: str) -> str:
    """Name the place of a value inside another: ``result['x'][2]``."""
    decoder = Decoder(block)
    words = block.words
    seen: set[int] = set()
    stack = [(word, name)]
    while stack:
        x, path = stack.pop()
        if x == culprit:
            return path
        if x & 7 != 1 or x in seen:
            continue
        seen.add(x)
        at = x - 1 >> 3
        kind = words[at] & 255
        if kind == L.KIND_LIST:
            start = (words[at + L.LIST_ITEMS] - 1 >> 3) + 1
            items = words[start : start + (words[at + L.LIST_LENGTH] >> 1)]
            stack.extend((item, f"{path}[{i}]") for i, item in enumerate(items))
        elif kind == L.KIND_TUPLE:
            stack.extend((item, f"{path}[{i}]") for i, item in enumerate(decoder._parts(x)))
        elif kind in (L.KIND_SET, L.KIND_FROZENSET):
            stack.extend((item, f"{path}, an item") for item in decoder._set_items(x))
        elif kind == L.KIND_DICT:
            start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
            for i in range(start, start + 3 * (words[at + L.DICT_USED] >> 1), 3):
                if words[i + 2] == UNBOUND:
                    continue
                stack.append((words[i + 2], f"{path}[{_key_text(decoder, words[i + 1])}]"))
                stack.append((words[i + 1], f"{path}, a key"))
        elif kind == L.KIND_INSTANCE:
            stack.append((words[at + _instance_part(words, x)], f"{path}.args"))
    return name


def _key_text(decoder: Decoder, word: int) -> str:
    try:
        return repr(decoder.decode(word))
    except Undecodable:
        return "..."


def conversion_error(block: Block, word: int, error: Undecodable, name: str) -> MontyConversionError:
    """Say what cannot leave the sandbox, and where it stands."""
    place = find(block, word, error.word, name)
    return MontyConversionError(
        f"{place}: {error.what} cannot leave the sandbox; only plain data can"
    )
