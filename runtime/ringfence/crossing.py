"""Values that are more than plain data, on their way into the sandbox.

Library classes (dates, decimals, paths ...) have counterparts inside. Classes of the host whose
instances cross by value (dataclasses, named tuples, enumerations, exceptions) get a counterpart
made in the run at the first use. ``outwards.py`` is the way back.
"""

from __future__ import annotations

import enum
import sys
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from ringfence import layout as L
from ringfence.decode import sequence_words
from ringfence.encode import NONE, Unencodable

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringfence.encode import Encoder
    from ringfence.equipment import ClassInstance
    from ringfence.machine import Machine

    Request = tuple[Any, ...]

FILL_FIELDS: Final = 0  # rows of prelude/crossing

# what builtin exceptions know besides their args; `obj` of an AttributeError stays behind
_EXCEPTION_FIELDS: Final[dict[type[BaseException], tuple[str, ...]]] = {
    OSError: ("errno", "strerror", "filename", "filename2"),
    SystemExit: ("code",),
    StopIteration: ("value",),
    ImportError: ("msg", "name", "path"),
    NameError: ("name",),
    AttributeError: ("name",),
    SyntaxError: ("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset"),
    UnicodeDecodeError: ("encoding", "object", "start", "end", "reason"),
    UnicodeEncodeError: ("encoding", "object", "start", "end", "reason"),
    UnicodeTranslateError: ("encoding", "object", "start", "end", "reason"),
    BaseExceptionGroup: ("message", "exceptions"),
}
SANDBOX_TEXT: Final = "sandbox_text"  # attribute of exceptions of programs: what __str__ gave
_PLAIN_KEYS: Final = frozenset((int, str, float, bool, type(None), bytes, complex))


# ---------------------------------------------------------------- inwards
class Lent:
    """Classes of the host that have a counterpart in a run, by their number there."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.classes: list[type] = []
        self.numbers: dict[type, int] = {}
        self.names: list[tuple[str, str]] = []  # module and qualified name, for a snapshot

    def adopt(self, classes: list[type], n_made: int) -> None:
        """Number the classes that a run has just made."""
        for kind in classes[: max(n_made - len(self.classes), 0)]:
            self.numbers[kind] = len(self.classes)
            self.classes.append(kind)
            self.names.append((kind.__module__, kind.__qualname__))

    def restore(self, names: list[tuple[str, str]]) -> None:
        """Find the classes of a snapshot again, among the modules that the host has loaded."""
        for module, qualname in names:
            kind: Any = sys.modules.get(module)
            for part in qualname.split("."):
                kind = getattr(kind, part, None)
            if isinstance(kind, type) and _is_by_value(kind):
                self.numbers[kind] = len(self.classes)
            else:
                kind = _Unknown
            self.classes.append(kind)
            self.names.append((module, qualname))

    def words(self) -> list[int]:
        """References of the counterparts."""
        return sequence_words(self.machine.block.words,
                              self.machine.block.words[L.STATE_HOST_CLASSES])

    def by_word(self) -> dict[int, type]:
        """The host's classes by the reference of their counterpart."""
        return {
            word: kind for word, kind in zip(self.words(), self.classes, strict=False)
            if kind is not _Unknown
        }


class _Unknown:
    """Stands for a class that this process does not have."""


def _is_by_value(kind: type) -> bool:
    return (is_dataclass(kind) or issubclass(kind, (enum.Enum, BaseException))
            or is_named_tuple(kind))


def is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and isinstance(getattr(kind, "_fields", None), tuple)


class Inwards:
    """Special values of one act of encoding.

    Encoding is tried, and what only code inside can make is noted (``wanted``); it is made, and
    encoding is done again.
    """

    def __init__(self, lent: Lent) -> None:
        self.lent = lent
        self.wanted: list[tuple[object, Request | None]] = []
        self.classes: dict[type, None] = {}  # wanted
        self._made: dict[int, int] = {}  # id -> place in the list of made values
        self._fields: dict[int, tuple[Any, ...]] = {}
        self._kept: list[object] = []

    def word(self, encoder: Encoder, x: Any) -> int:
        """The word of a value that is no plain data; NONE while it is not made."""
        kind = type(x)
        if isinstance(x, BaseException):
            return self._exception(encoder, x)
        if is_named_tuple(kind):
            return self._named_tuple(encoder, x)
        if is_dataclass(kind):
            return self._dataclass(encoder, x)
        return self._value(x)

    def _value(self, x: Any) -> int:
        place = self._made.get(id(x))
        if place is not None:
            values = self.lent.machine.block.words[L.STATE_HOST_VALUES]
            return sequence_words(self.lent.machine.block.words, values)[place]
        self._want(x, self._request(x))
        return NONE

    def _want(self, x: object, request: Request | None) -> None:
        self.wanted.append((x, request))

    def _class(self, kind: type) -> int | None:
        number = self.lent.numbers.get(kind)
        if number is None:
            self.classes[kind] = None
        return number

    def _class_word(self, number: int) -> int:
        return self.lent.words()[number]

    def _request(self, x: Any) -> Request:
        kind = type(x)
        if kind.__module__ == "ringfence.equipment" and kind.__name__ == "ClassInstance":
            return self._object(x)
        if isinstance(x, enum.Enum):
            self._class(kind)
            return ("member", kind, x.name, x.value if x.name not in kind.__members__ else None)
        for base in kind.__mro__:
            make = REQUESTS.get((base.__module__, base.__qualname__))
            if make is not None:
                request = make(x)
                if request is not None:
                    self._kept.append(request)
                    return request
        raise Unencodable(x)

    def _object(self, x: ClassInstance) -> Request:
        """An object lent by reference: inside it is a number and what may be asked of it."""
        machine = self.lent.machine
        known = list(machine.objects)
        number = next((i for i, each in enumerate(known) if each is x), len(known))
        if number == len(known):
            machine.objects = [*known, x]
        attributes = {name: getattr(x.obj, name) for name in x.eager_attrs}
        return ("object", number, x.type_name, x.allowed_methods, x.lazy_attrs, attributes)

    # ------------------------------------------------------------ instances of lent classes
    def _dataclass(self, encoder: Encoder, x: Any) -> int:
        kind = type(x)
        values = self._fields.get(id(x))
        if values is None:
            try:
                values = tuple(getattr(x, each.name) for each in fields(kind))
            except AttributeError:
                raise Unencodable(x) from None
            self._fields[id(x)] = values
        names = tuple(each.name for each in fields(kind))
        place = self._made.get(id(x))
        if place is None:
            self._class(kind)
            self._want(x, ("shell", kind))
            encoder.row(FILL_FIELDS, NONE, names, values)
            return NONE
        word = self._value(x)
        encoder.row(FILL_FIELDS, word, names, values)
        return word

    def _named_tuple(self, encoder: Encoder, x: Any) -> int:
        number = self._class(type(x))
        payload = self._fields.setdefault(id(x), tuple(x))
        if number is None:
            self._want(x, None)
            encoder.keep(payload)
            return NONE
        return encoder.wrapped(self._class_word(number), payload)

    def _exception(self, encoder: Encoder, x: BaseException) -> int:
        kind = type(x)
        if kind.__module__ == "builtins":
            word = encoder.builtin_exception(x)
        else:
            number = self._class(kind)
            if number is None:
                self._want(x, None)
                word = encoder.builtin_exception(x)
            else:
                word = encoder.exception(x, self._class_word(number))
        attributes = exception_attributes(x)
        if attributes:
            values = self._fields.setdefault(id(x), tuple(attributes.values()))
            encoder.row(FILL_FIELDS, word, tuple(attributes), values)
        return word

    def frozenset(self, x: frozenset[Any]) -> int:
        """The word of a frozenset whose items are hashed by code inside."""
        if id(x) not in self._made:
            self._want(x, ("frozenset", tuple(x)))
            return NONE
        return self._value(x)

    # ------------------------------------------------------------ making
    def make(self) -> None:
        """Have the wanted values made.

        Raises
        ------
        Unencodable
            For the value that the sandbox refuses.
        """
        lent = self.lent
        kinds = list(self.classes)
        first = len(lent.classes)
        number_of = lent.numbers | {kind: first + i for i, kind in enumerate(kinds)}
        requests: list[Request] = [_class_request(kind) for kind in kinds]
        owners: list[object] = list(kinds)
        for x, request in self.wanted:
            if request is None or id(x) in self._made:
                continue
            if request[0] in ("shell", "member"):
                request = (request[0], number_of[request[1]], *request[2:])
            self._made[id(x)] = len(requests)
            requests.append(request)
            owners.append(x)
        machine = lent.machine
        error = machine.call_now("HOST_VALUES", [requests])
        lent.adopt(kinds, len(lent.words()))
        self.wanted, self.classes = [], {}
        if error:
            n_made = len(sequence_words(machine.block.words,
                                        machine.block.words[L.STATE_HOST_VALUES]))
            culprit = owners[min(n_made, len(owners) - 1)] if owners else None
            if isinstance(culprit, type):
                culprit = next((x for x, _ in self._instances(culprit)), culprit)
            raise Unencodable(culprit)

    def _instances(self, kind: type) -> list[tuple[object, Request | None]]:
        return [(x, request) for x, request in self.wanted if type(x) is kind]


def exception_attributes(x: BaseException) -> dict[str, Any]:
    """What an exception knows besides its args, cause and context."""
    found: dict[str, Any] = {}
    for kind, names in _EXCEPTION_FIELDS.items():
        if isinstance(x, kind):
            found = {name: getattr(x, name, None) for name in names}
    found.update(x.__dict__)
    found.pop(SANDBOX_TEXT, None)
    return found


def hashed_inside(key: Any) -> bool:
    """Whether a key's hash is the business of code inside."""
    kind = type(key)
    if kind in _PLAIN_KEYS:
        return False
    if kind is not tuple and kind is not frozenset:
        return True
    stack = [key]
    while stack:
        for item in stack.pop():
            kind = type(item)
            if kind in _PLAIN_KEYS:
                continue
            if kind is not tuple and kind is not frozenset:
                return True
            stack.append(item)
    return False


def _class_request(kind: Any) -> Request:
    name, module = kind.__name__, kind.__module__
    if issubclass(kind, BaseException):
        base = next(c for c in kind.__mro__ if c.__module__ == "builtins")
        return ("exception", name, module, base.__name__)
    if issubclass(kind, enum.Enum):
        return ("enum", name, module, _enum_bases(kind),
                [(member, each.value) for member, each in kind.__members__.items()])
    if is_named_tuple(kind):
        defaults = getattr(kind, "_field_defaults", {})
        return ("named tuple", name, module, kind._fields,
                tuple(defaults[f] for f in kind._fields if f in defaults))
    options = kind.__dataclass_params__
    chosen = {key: bool(getattr(options, key))
              for key in ("eq", "order", "unsafe_hash", "frozen", "repr")}
    return ("dataclass", name, module, [_field(each) for each in fields(kind)], chosen)


def field_names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _field(each: Any) -> tuple[str, str, dict[str, Any]]:
    annotation = each.type if isinstance(each.type, str) else getattr(each.type, "__name__", "Any")
    described = {"repr": each.repr, "compare": each.compare, "init": each.init,
                 "hash": each.hash, "kw_only": bool(each.kw_only)}
    if each.default is not MISSING and type(each.default) in _PLAIN_KEYS:
        described["default"] = each.default
    elif each.default is not MISSING or each.default_factory is not MISSING:
        described["kw_only"] = True  # may stand before fields without a default
    return each.name, annotation, described


def _enum_bases(kind: type[enum.Enum]) -> tuple[str, ...]:
    """Names of the enumeration class of the library, and before it of the type mixed in."""
    base = next(c for c in kind.__mro__ if c.__module__ == "enum")
    mixed = next((c for c in kind.__mro__ if c in (int, str, float)), None)
    if base.__name__ in ("Enum", "Flag") and mixed is not None:
        return (mixed.__name__, base.__name__)
    if base.__name__ == "ReprEnum":
        return (mixed.__name__ if mixed is not None else "int", "Enum")
    return (base.__name__,)


def _timezone(x: Any) -> Request | None:
    import datetime

    if x is datetime.UTC:
        offset = datetime.timedelta(0)
        return ("new", "datetime", "timezone", (offset,), {})
    arguments = x.__getinitargs__()
    return ("new", "datetime", "timezone", arguments, {})


def _zone(x: Any) -> Request | None:
    return None if x.key is None else ("new", "zoneinfo", "ZoneInfo", (x.key,), {})


def _moment(x: Any) -> Request:
    return ("new", "datetime", "datetime",
            (x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
            {"fold": x.fold})


# (module, qualified name) of a host class -> what makes its counterpart
REQUESTS: Final[dict[tuple[str, str], Callable[[Any], Request | None]]] = {
    ("datetime", "datetime"): _moment,
    ("datetime", "date"): lambda x: ("new", "datetime", "date", (x.year, x.month, x.day), {}),
    ("datetime", "time"): lambda x: (
        "new", "datetime", "time", (x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
        {"fold": x.fold}),
    ("datetime", "timedelta"): lambda x: (
        "new", "datetime", "timedelta", (x.days, x.seconds, x.microseconds), {}),
    ("datetime", "timezone"): _timezone,
    ("zoneinfo", "ZoneInfo"): _zone,
    ("decimal", "Decimal"): lambda x: ("new", "decimal", "Decimal", (str(x),), {}),
    ("fractions", "Fraction"): lambda x: (
        "new", "fractions", "Fraction", (x.numerator, x.denominator), {}),
    ("uuid", "UUID"): lambda x: ("new", "uuid", "UUID", (), {"int": x.int}),
    ("pathlib", "PurePath"): lambda x: ("new", "pathlib", "PurePosixPath", (str(x),), {}),
    ("pathlib", "Path"): lambda x: ("new", "pathlib", "Path", (str(x),), {}),
}
