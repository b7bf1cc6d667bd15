"""Traps of numbers and math: the host's answers and words, nothing that takes long."""

import math

import pytest

from ringfence import traps
from ringfence.traps import TrapContext, TrapDeclined, TrapTooLarge

TABLE = traps.load_all()


def call(name, *values, room=1 << 20):
    return TABLE[name].function(TrapContext(room), *values)


def test_errors_are_the_hosts():
    with pytest.raises(ZeroDivisionError, match=r"negative power|zero"):
        call("number_binary", 6, 0, -1)
    with pytest.raises(OverflowError):
        call("number_binary", 3, 10**400, 3)
    with pytest.raises(ValueError, match="invalid literal"):
        call("int", "12a")
    with pytest.raises(ValueError, match=r"\w"):
        call("math.sqrt", -1)
    with pytest.raises(OverflowError):
        call("math.exp", 1000)


def test_results_that_kernels_leave():
    assert call("number_binary", 6, -8, 0.5) == (-8) ** 0.5
    assert call("pow", 2, -1, 5) == 3
    assert call("round", 2.5, 0) == 2.0
    assert call("int.__round__", 1250, -2) == 1200
    assert call("int.__round__", 5, -(10**9)) == 0
    assert call("complex", "1+2j") == 1 + 2j
    assert call("math.isclose", 1, 1.1, 0.2, 0.0) is True
    assert call("math.hypot", 3, 4) == 5.0
    assert call("math.comb", 50, 25) == math.comb(50, 25)


def test_long_texts_of_digits_are_refused_whatever_the_host_allows():
    with pytest.raises(ValueError, match="4300 digits"):
        call("int", "9" * 4301)
    assert call("int", "9" * 4300) == int("9" * 4300)
    assert call("int", "f" * 9000, 16).bit_length() == 36000
    assert call("int", "0x" + "f" * 9000, 0).bit_length() == 36000


@pytest.mark.parametrize(("name", "values"), [
    ("number_binary", (6, 3, 10**9)), ("pow", (3, 2**70000, 2**70000 - 1)),
    ("math.factorial", (10**9,)), ("math.comb", (10**9, 10**8)), ("math.perm", (10**9,)),
    ("math.isqrt", (1 << 200_000,)), ("math.gcd", (1 << 70_000, 3)),
    ("math.prod", ([1 << 2000] * 100,)), ("math.sin", ("a",)), ("math.fsum", ("ab",)),
])
def test_work_that_is_long_or_not_of_numbers_is_declined(name, values):
    with pytest.raises(TrapDeclined):
        call(name, *values)


def test_room_is_checked_first():
    with pytest.raises(TrapTooLarge):
        call("int.to_bytes", 1, 1 << 40)
    with pytest.raises(TrapTooLarge):
        call("int", "1" * 4000, room=100)
