"""Values that are more than plain data cross by copy, in both directions, as themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

import pytest

from ringfence import Monty, MontyConversionError, MontyRuntimeError, load_snapshot
from ringfence.host import FunctionSnapshot, MontyComplete


class Colour(enum.Enum):
    RED = 1
    GREEN = "g"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Permission(enum.Flag):
    READ = 1
    WRITE = 2


class Word(enum.StrEnum):
    YES = "yes"


@dataclasses.dataclass
class Point:
    x: int
    y: Any
    z: Any = None


@dataclasses.dataclass(frozen=True)
class Key:
    a: int
    b: str = "b"


@dataclasses.dataclass(order=True)
class Slotted:
    __slots__ = ("a", "b")
    a: int
    b: int


Pair = namedtuple("Pair", "first second")


class CodedError(ValueError):
    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code
        self.connection = object()  # cannot cross


def inside(value: Any, code: str = "x") -> Any:
    return Monty(code, inputs=["x"]).run(inputs={"x": value})


VALUES = [
    Colour.RED, Colour.GREEN, Level.HIGH, Word.YES, Permission.READ, Permission.READ | Permission.WRITE,
    Point(1, [2]), Key(1), Slotted(1, 2), Pair(1, [2]), [Pair(1, 2), Pair(3, Key(4))],
    {Key(1): Colour.GREEN}, {Colour.RED, Level.LOW}, frozenset([Key(2), Key(3)]),
    {(Colour.RED, 1): [Point(1, Point(2, 3))]}, Point({Key(1): 1}, None),
    dt.datetime(2024, 1, 2, 3, 4, 5, 6), dt.date(2020, 2, 29), dt.time(1, 2, 3, 4, fold=1),
    dt.timedelta(-3, 4, 5), dt.UTC, dt.timezone(dt.timedelta(hours=2), "X"),
    dt.datetime(2024, 1, 1, tzinfo=dt.UTC), {dt.date(2020, 1, 1): 1}, Path("/a/b"),
    PurePosixPath("x"), [Path("a"), {Path("q")}], Decimal("1.10"), Decimal("-1e100"), Fraction(1, 3),
    Decimal("-0"), Decimal("Infinity"), UUID(int=7), {Decimal(1): [Decimal(2)]},
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_equal_and_of_its_class(value: Any) -> None:
    found = inside(value)
    assert found == value
    assert type(found) is type(value)


def test_a_decimal_keeps_its_digits() -> None:
    for text in ("1.10", "-0", "0E+3", "NaN", "sNaN12", "-Infinity"):
        assert repr(inside(Decimal(text))) == repr(Decimal(text))
    assert inside(Decimal("1.10"), "x + 1, repr(x)") == (Decimal("2.10"), "Decimal('1.10')")


def test_a_dataclass_is_one_inside() -> None:
    point = Point(1, [2])
    code = "import dataclasses\nx.y.append(3)\nx, dataclasses.asdict(x), repr(x), dataclasses.replace(x, x=9)"
    found, as_dict, text, replaced = inside(point, code)
    assert found == Point(1, [2, 3])
    assert as_dict == {"x": 1, "y": [2, 3], "z": None}
    assert text == "Point(x=1, y=[2, 3], z=None)"
    assert replaced == Point(9, [2, 3])
    assert point == Point(1, [2])


def test_a_frozen_dataclass_is_frozen_inside() -> None:
    with pytest.raises(MontyRuntimeError, match="cannot assign to field 'a'"):
        inside(Key(1), "x.a = 2")


def test_an_order_is_kept() -> None:
    assert inside([Slotted(2, 1), Slotted(1, 3)], "sorted(x)") == [Slotted(1, 3), Slotted(2, 1)]


def test_a_member_is_one_of_its_enumeration_inside() -> None:
    code = "x is type(x).RED, x.name, x.value, repr(x), [m.name for m in type(x)]"
    assert inside(Colour.RED, code) == (True, "RED", 1, "<Colour.RED: 1>", ["RED", "GREEN"])
    assert inside(Level.LOW, "x + 1, x < type(x).HIGH") == (2, True)


def test_a_named_tuple_is_one_inside() -> None:
    assert inside(Pair(1, 2), "x.first + x[1], x._replace(first=5)") == (3, Pair(5, 2))


def test_sharing_and_rings_are_kept() -> None:
    ring = Point(1, None)
    ring.y = [ring, ring]
    found = inside(ring)
    assert found.y[0] is found
    assert found.y[1] is found
    assert inside([ring, ring], "x[0] is x[1], x[0].y[0] is x[0]") == (True, True)


def test_instances_of_one_class_have_one_class_inside() -> None:
    given = iter([Point(1, 2), Point(3, 4)])
    code = "a = f()\nb = f()\ntype(a) is type(b), [a, b]"
    found = Monty(code).run(external_functions={"f": lambda: next(given)})
    assert found == (True, [Point(1, 2), Point(3, 4)])


def test_classes_of_the_program_come_out_by_name_and_fields() -> None:
    code = """
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum, IntEnum

@dataclass
class Order:
    name: str
    rows: list

@dataclass(frozen=True)
class Id:
    n: int

class State(Enum):
    OPEN = 'open'
    DONE = (1, 2)

class Rank(IntEnum):
    TOP = 1

T = namedtuple('T', 'p q')
[Order('a', [1]), {Id(1): State.DONE}, T(1, 2), Rank.TOP]
"""
    order, by_id, pair, rank = Monty(code).run()
    assert dataclasses.asdict(order) == {"name": "a", "rows": [1]}
    assert type(order).__name__ == "Order"
    assert order != by_id
    ((key, state),) = by_id.items()
    assert key.n == 1
    assert hash(key) == hash(type(key)(1))
    assert state.name == "DONE"
    assert state.value == (1, 2)
    assert isinstance(state, enum.Enum)
    assert pair == (1, 2)
    assert pair.q == 2
    assert isinstance(rank, enum.IntEnum)
    assert rank == 1
    again = Monty(code).run()
    assert type(again[0]) is type(order)
    assert again[0] == order


def test_attributes_of_exceptions_cross() -> None:
    def refuse() -> None:
        error = CodedError("bad", 7)
        error.add_note("a note")
        raise error

    code = """
try:
    refuse()
except ValueError as e:
    seen = type(e).__name__, e.args, e.code, hasattr(e, 'connection'), e.__notes__
    e.more = [1]
    kept = KeyError('k')
    kept.where = {'row': 3}
(seen, kept)
"""
    seen, kept = Monty(code).run(external_functions={"refuse": refuse})
    assert seen == ("CodedError", ("bad",), 7, False, ["a note"])
    assert kept.where == {"row": 3}


def test_fields_of_builtin_exceptions_cross() -> None:
    def missing() -> None:
        raise FileNotFoundError(2, "No such file", "a.txt")

    code = "try: f()\nexcept OSError as e: r = e.errno, e.strerror, e.filename, str(e), e\nr"
    *fields, error = Monty(code).run(external_functions={"f": missing})
    assert fields == [2, "No such file", "a.txt", "[Errno 2] No such file: 'a.txt'"]
    assert error.filename == "a.txt"
    group = ExceptionGroup("several", [ValueError(1)])
    assert inside([group], "x[0].message, len(x[0].exceptions)") == ("several", 1)


def test_an_exception_of_a_class_of_the_host_crosses_as_a_value() -> None:
    error = CodedError("a", 1)
    del error.connection
    assert inside([error], "type(x[0]).__name__, x[0].args, x[0].code") == ("CodedError", ("a",), 1)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (Point(1, [0, object()]), "inputs['x'].y[1]: `object`"),
        (Pair(1, object()), "inputs['x'].second: `object`"),
        ({"k": [Key(object())]}, "inputs['x']['k'][0].a: `object`"),  # type: ignore[arg-type]
    ],
)
def test_the_place_of_what_cannot_cross_is_named(value: Any, place: str) -> None:
    with pytest.raises(MontyConversionError) as caught:
        inside(value)
    assert str(caught.value).startswith(place)


def test_an_instance_of_the_program_that_cannot_leave_is_named() -> None:
    code = "class A: pass\n{'rows': [1, A()]}"
    with pytest.raises(MontyConversionError) as caught:
        Monty(code).run()
    assert str(caught.value).startswith("result['rows'][1]: an instance of `A`")


def test_a_refused_answer_leaves_the_question_as_it_was() -> None:
    step = Monty("a = f(1, 2)\na").start()
    assert isinstance(step, FunctionSnapshot)
    with pytest.raises(MontyConversionError):
        step.resume(return_value=Point(1, object()))
    again = load_snapshot(step.dump())
    assert isinstance(again, FunctionSnapshot)
    assert again.args == (1, 2)
    done = again.resume(return_value=Point(1, 2))
    assert isinstance(done, MontyComplete)
    assert done.output == Point(1, 2)


def test_lent_classes_are_known_again_after_a_snapshot() -> None:
    step = Monty("a = f()\nb = f()\ntype(a) is type(b), a, b").start()
    assert isinstance(step, FunctionSnapshot)
    step = step.resume(return_value=Point(1, 2))
    assert isinstance(step, FunctionSnapshot)
    again = load_snapshot(step.dump())
    assert isinstance(again, FunctionSnapshot)
    done = again.resume(return_value=Point(3, 4))
    assert isinstance(done, MontyComplete)
    assert done.output == (True, Point(1, 2), Point(3, 4))
