"""Instances of the sandbox that become host values: of library classes, lent classes, and classes of
the program that are dataclasses, named tuples or enumerations.

Instances of lent classes become the host's class again. Classes of the program come out as
classes of the same name and fields made here. No code of the host's classes runs on the way:
instances are made with ``__new__`` of ``object`` or ``tuple`` and filled with the values of their
declared fields.
"""

from __future__ import annotations

import datetime
import enum
from dataclasses import make_dataclass
from typing import TYPE_CHECKING, Any, Final

from ringfence import layout as L
from ringfence.crossing import field_names, is_named_tuple
from ringfence.decode import WAITING, Undecodable, sequence_words
from ringfence.encode import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringfence.decode import Decoder

    Way = Callable[[Decoder, int], Any]

MOST_FIELDS: Final = 1000  # of a class made here for a class of the program
MOST_MADE: Final = 256  # classes kept for the next time
DEEPEST: Final = 40  # enumerations whose values are members of enumerations ...


def way_out(decoder: Decoder, owner: int) -> Way | None:
    """How instances of a class of the sandbox become host values; None: they do not."""
    lent = decoder.lent_classes.get(owner)
    if lent is not None:
        return _lent_way(lent)
    found = decoder.class_item(owner, "__dataclass_fields__")
    if found is not None:
        return _program_dataclass(decoder, owner, found)
    library = [ancestor for ancestor in decoder.mro(owner) if ancestor < L.PROGRAM_AT]
    keys = [decoder.class_key(ancestor) for ancestor in library]
    if ("enum", "Enum") in keys:
        return _program_enum(decoder, owner, keys)
    if ("builtins", "tuple") in keys:
        named = decoder.class_item(owner, "_fields")
        if named is not None:
            return _program_named_tuple(decoder, owner, named)
    for key in keys:
        if key in OUTWARDS:
            return OUTWARDS[key]
    return None


def _lent_way(kind: type) -> Way:
    if issubclass(kind, enum.Enum):
        return lambda decoder, word: _lent_member(decoder, word, kind)
    if is_named_tuple(kind):
        return lambda decoder, word: _tuple_of(decoder, word, kind)
    names = field_names(kind)
    options = kind.__dataclass_params__  # type: ignore[attr-defined]
    waits = bool(options.frozen or options.unsafe_hash)
    return lambda decoder, word: _fields_of(decoder, word, kind, names, waits)


def _lent_member(decoder: Decoder, word: int, kind: type[enum.Enum]) -> Any:
    found = decoder.attributes(word)
    name = decoder.plain(found.get("_name_", NONE))
    if isinstance(name, str) and name in kind.__members__:
        return kind.__members__[name]
    value = decoder.plain(found.get("_value_", NONE))
    if issubclass(kind, enum.Flag) and isinstance(value, int):
        try:
            return kind(value)
        except ValueError:
            pass
    raise Undecodable(word, f"a member that `{kind.__qualname__}` does not have")


def _tuple_of(decoder: Decoder, word: int, kind: Any) -> Any:
    def build(parts: list[Any]) -> Any:
        if len(parts[0]) != len(kind._fields):
            raise Undecodable(word, f"an instance of `{kind.__qualname__}` of another length")
        return tuple.__new__(kind, parts[0])

    decoder.plans[word] = ([decoder.words[(word - 1 >> 3) + L.INSTANCE_PAYLOAD]], build)
    return WAITING


def _fields_of(decoder: Decoder, word: int, kind: type, names: tuple[str, ...],
               waits: bool) -> Any:
    own = decoder.attributes(word)
    if len(own) < len(names):
        own = {**decoder.slots(word), **own}
    missing = [name for name in names if name not in own]
    if missing:
        raise Undecodable(
            word, f"an instance of `{kind.__qualname__}` without its field `{missing[0]}`"
        )
    words = [own[name] for name in names]
    if waits:
        decoder.plans[word] = (words, lambda parts: _filled(object.__new__(kind), names, parts))
        return WAITING
    made: Any = object.__new__(kind)
    decoder.later(lambda: _filled(made, names, [decoder.value(w) for w in words]))
    return made


def _filled(made: Any, names: tuple[str, ...], parts: list[Any]) -> Any:
    for name, part in zip(names, parts, strict=True):
        object.__setattr__(made, name, part)
    return made


_classes: dict[Any, Any] = {}  # made here for classes of programs


def _class_made(key: Any, make: Callable[[], Any], word: int) -> Any:
    known = _classes.get(key)
    if known is None:
        try:
            known = make()
        except Exception as error:
            raise Undecodable(word, f"an instance of a class that is none here ({error})") from None
        if len(_classes) >= MOST_MADE:
            _classes.pop(next(iter(_classes)), None)
        _classes[key] = known
    return known


def _program_dataclass(decoder: Decoder, owner: int, described: int) -> Way | None:
    names = []
    for key, field in decoder.dict_words(described):
        slots = decoder.slots(field) if decoder.is_instance(field) else {}
        kind = slots.get("_field_type")
        sentinel = decoder.slots(kind) if kind is not None and decoder.is_instance(kind) else {}
        if decoder.plain(sentinel.get("name", NONE)) == "_FIELD":
            names.append(decoder.text(key))
    options = decoder.class_item(owner, "__dataclass_params__")
    given = decoder.slots(options) if options is not None and decoder.is_instance(options) else {}
    chosen: dict[str, Any] = {
        option: decoder.plain(given.get(option, NONE)) is True for option in ("eq", "order", "frozen")
    }
    module, qualname = decoder.class_key(owner)
    if len(names) > MOST_FIELDS or any(name.startswith("__") for name in names):
        return None
    known_as = ("dataclass", module, qualname, tuple(names), tuple(chosen.values()))

    def make() -> type:
        made: Any = make_dataclass(qualname.rpartition(".")[2], [(name, Any) for name in names], **chosen)
        made.__module__, made.__qualname__ = module or "__main__", qualname
        return made  # type: ignore[no-any-return]

    kind = _class_made(known_as, make, owner)
    waits = chosen["frozen"] or decoder.plain(given.get("unsafe_hash", NONE)) is True
    return lambda decoder, word: _fields_of(decoder, word, kind, tuple(names), waits)


def _program_named_tuple(decoder: Decoder, owner: int, named: int) -> Way | None:
    fields_ = tuple(decoder.plain(word) for word in sequence_words(decoder.words, named))
    module, qualname = decoder.class_key(owner)
    if not all(isinstance(name, str) for name in fields_) or len(fields_) > MOST_FIELDS:
        return None

    def make() -> type:
        from collections import namedtuple

        made: Any = namedtuple(qualname.rpartition(".")[2], fields_)  # type: ignore[misc]
        made.__module__, made.__qualname__ = module or "__main__", qualname
        return made

    kind = _class_made(("named tuple", module, qualname, fields_), make, owner)
    return lambda decoder, word: _tuple_of(decoder, word, kind)


def _program_enum(decoder: Decoder, owner: int, keys: list[tuple[str, str]]) -> Way | None:
    if decoder.depth >= DEEPEST:
        raise Undecodable(owner, "an enumeration of enumerations nested too deeply")
    table = decoder.class_item(owner, "_member_map_")
    base = next(name for module, name in keys if module == "enum")
    mixed = next((name for module, name in keys
                  if module == "builtins" and name in ("int", "str", "float")), None)
    if base == "ReprEnum" or base not in ("IntEnum", "StrEnum", "IntFlag", "Flag"):
        base = "Enum"
    elif base != "Flag":
        mixed = None
    pairs: list[tuple[str, Any]] = []
    for key, member in decoder.dict_words(table) if table is not None else []:
        name = decoder.text(key)
        if (name.startswith("_") and name.endswith("_")) or not decoder.is_instance(member):
            return None
        value = decoder.attributes(member).get("_value_")
        pairs.append((name, None if value is None else decoder.inner().decode(value)))
    module, qualname = decoder.class_key(owner)
    types: dict[str, type] = {"int": int, "str": str, "float": float}
    known_as = ("enum", module, qualname, base, mixed, repr(pairs))

    def make() -> Any:
        functional: Any = getattr(enum, base)
        made = functional(qualname.rpartition(".")[2], pairs, module=module or "__main__",
                          qualname=qualname, type=types[mixed] if mixed else None)
        return made

    kind = _class_made(known_as, make, owner)
    return lambda decoder, word: _lent_member(decoder, word, kind)


# ---------------------------------------------------------------- library classes
def _from_slots(names: tuple[str, ...], make: Callable[..., Any]) -> Way:
    """Give the values of some slots to a constructor."""

    def way(decoder: Decoder, word: int) -> Any:
        own = decoder.slots(word)

        def build(parts: list[Any]) -> Any:
            try:
                return make(*parts)
            except (TypeError, ValueError, ArithmeticError) as error:
                raise Undecodable(word, f"a value that is none here ({error})") from None

        if any(name not in own for name in names):
            raise Undecodable(word, "an instance without its fields")
        decoder.plans[word] = ([own[name] for name in names], build)
        return WAITING

    return way


def _time(hour: int, minute: int, second: int, microsecond: int, zone: Any, fold: int) -> Any:
    return datetime.time(hour, minute, second, microsecond, zone, fold=fold)


def _moment(year: int, month: int, day: int, hour: int, minute: int, second: int,
            microsecond: int, zone: Any, fold: int) -> Any:
    return datetime.datetime(year, month, day, hour, minute, second, microsecond, zone, fold=fold)


def _zone(offset: datetime.timedelta, name: str | None) -> datetime.timezone:
    if name is None:
        return datetime.timezone(offset) if offset else datetime.UTC
    return datetime.timezone(offset, name)


_CLOCK: Final = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
_DAY: Final = ("_year", "_month", "_day")

_SPECIALS: Final = {"F": "Infinity", "n": "NaN", "N": "sNaN"}


def _decimal(sign: int, coefficient: int, exponent: int | str) -> Any:
    import decimal

    value = abs(coefficient)
    if isinstance(exponent, str):
        digits = str(value) if value else ""
        return decimal.Decimal(("-" if sign else "") + _SPECIALS[exponent] + digits)
    widest = decimal.Context(prec=decimal.MAX_PREC, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX)
    made = decimal.Decimal(value).scaleb(exponent, widest)
    return made.copy_negate() if sign else made


def _fraction(numerator: int, denominator: int) -> Any:
    import fractions

    return fractions.Fraction(numerator, denominator)


def _uuid(number: int) -> Any:
    import uuid

    return uuid.UUID(int=number)


def _zone_info(key: str) -> Any:
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(key)
    except zoneinfo.ZoneInfoNotFoundError as error:
        raise ValueError(f"no time zone `{key}`") from error


def _path(kind: str) -> Callable[[Any, Any], Any]:
    def make(lead: str, names: tuple[str, ...]) -> Any:
        import pathlib

        return getattr(pathlib, kind)(lead + "/".join(names))

    return make


def _host_object(decoder: Decoder, word: int) -> Any:
    number = decoder.plain(decoder.slots(word).get("_host_number", NONE))
    if not isinstance(number, int) or not 0 <= number < len(decoder.objects):
        raise Undecodable(word, "a host object that is not here any more")
    return decoder.objects[number].obj


# (module, qualified name) of a library class of the sandbox -> how its instances come out
OUTWARDS: Final[dict[tuple[str, str], Way]] = {
    ("datetime", "datetime"): _from_slots(_DAY + _CLOCK, _moment),
    ("datetime", "date"): _from_slots(_DAY, datetime.date),
    ("datetime", "time"): _from_slots(_CLOCK, _time),
    ("datetime", "timedelta"): _from_slots(
        ("_days", "_seconds", "_microseconds"), datetime.timedelta),
    ("datetime", "timezone"): _from_slots(("_offset", "_name"), _zone),
    ("pathlib", "Path"): _from_slots(("_lead", "_names"), _path("Path")),
    ("pathlib", "PurePath"): _from_slots(("_lead", "_names"), _path("PurePosixPath")),
    ("zoneinfo", "ZoneInfo"): _from_slots(("_key",), _zone_info),
    ("decimal", "Decimal"): _from_slots(("_sign", "_int", "_exp"), _decimal),
    ("fractions", "Fraction"): _from_slots(("_numerator", "_denominator"), _fraction),
    ("uuid", "UUID"): _from_slots(("int",), _uuid),
    ("builtins", "_HostObject"): _host_object,
}
