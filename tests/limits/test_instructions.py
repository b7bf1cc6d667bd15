"""Instruction counts are exact and do not depend on how a run was cut up."""

from __future__ import annotations

from typing import Any

import pytest

from ringfence import Monty, MontyLimitError
from ringfence import machine as machines

PROGRAMS = {
    "loop": "n = 0\nfor i in range(30000): n += i\nn",
    "calls": "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(17)",
    "objects": """
class P:
    def __init__(self, x): self.x = x
    def __lt__(self, other): return self.x < other.x
    def __repr__(self): return f"P{self.x}"
str(sorted(P(i * 7919 % 1009) for i in range(800)))[:30]
""",
    "texts": "parts = []\nfor i in range(4000): parts.append(f'{i:>5}')\nlen(','.join(parts))",
    "long ints": "x = 1\nfor i in range(1, 1500): x *= i\nx % 1000003",
    "long work": "a = list(range(20000))\nfor i in range(20): a.reverse(); b = sorted(a)\nsum(b)",
    "garbage": "n = 0\nfor i in range(3000): n += len([i] * 5000)\nn",
    "exceptions": """
def f(n):
    try:
        if n: return f(n - 1)
        raise KeyError(n)
    finally:
        pass
n = 0
for i in range(200):
    try: f(i % 30)
    except KeyError as error: n += len(str(error))
n
""",
    "generators": "def g():\n    for i in range(9000): yield i * i\nsum(x for x in g() if x % 3)",
}


def whole(source: str) -> tuple[Any, int]:
    """Result and instructions of a run that nothing interrupts."""
    done: Any = Monty(source).start()
    return done.output, done.meters.instructions


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_run_paused_at_its_limits_ends_as_one_that_was_not(name: str) -> None:
    output, instructions = whole(PROGRAMS[name])
    step = max(instructions // 17, 1)
    pauses = 0
    allowed = step
    outcome: Any = Monty(PROGRAMS[name]).start(
        limits={"max_instructions": allowed}, pause_on_limit=True
    )
    while not hasattr(outcome, "output"):
        assert outcome.limit == "max_instructions"
        assert outcome.meters.instructions >= allowed
        allowed = outcome.meters.instructions + step
        outcome = outcome.resume(limits={"max_instructions": allowed})
        pauses += 1
    assert pauses >= 3
    assert outcome.output == output
    assert outcome.meters.instructions == instructions


@pytest.mark.parametrize("name", PROGRAMS)
def test_counts_do_not_depend_on_slices(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = whole(PROGRAMS[name])
    monkeypatch.setattr(machines, "SLICE_INSTRUCTIONS", 997)
    assert whole(PROGRAMS[name]) == expected


@pytest.mark.parametrize("name", PROGRAMS)
def test_exactly_enough_is_enough_and_one_less_is_not(name: str) -> None:
    output, instructions = whole(PROGRAMS[name])
    assert Monty(PROGRAMS[name]).run(limits={"max_instructions": instructions}) == output
    with pytest.raises(MontyLimitError) as caught:
        Monty(PROGRAMS[name]).run(limits={"max_instructions": instructions - 1})
    assert caught.value.limit == "max_instructions"


@pytest.mark.parametrize("allowed", [1, 10, 1000, 123_457])
def test_a_loop_is_stopped_at_the_instruction(allowed: int) -> None:
    source = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    with pytest.raises(MontyLimitError) as caught:
        Monty(source).run(limits={"max_instructions": allowed})
    assert caught.value.meters.instructions == allowed


def test_memory_and_time_may_be_given_later() -> None:
    source = "x = []\nfor i in range(300000): x.append(str(i))\nlen(x)"
    outcome: Any = Monty(source).start(limits={"max_memory": 4 << 20}, pause_on_limit=True)
    assert outcome.limit == "max_memory"
    outcome = outcome.resume(limits={"max_memory": 256 << 20, "max_duration_secs": 1e-6})
    assert outcome.limit == "max_duration_secs"
    outcome = outcome.resume(limits={})
    assert outcome.output == 300000
    assert outcome.meters.instructions == whole(source)[1]


def test_what_the_output_limit_held_back_is_printed_later() -> None:
    source = "for i in range(10): print(i)"
    printed: list[str] = []
    outcome: Any = Monty(source).start(
        limits={"max_output_bytes": 8}, pause_on_limit=True,
        print_callback=lambda _, text: printed.append(text),
    )  # fmt: skip
    assert outcome.limit == "max_output_bytes"
    assert "".join(printed) == "0\n1\n2\n3\n"
    outcome = outcome.resume(limits={})
    assert "".join(printed) == "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    assert outcome.meters.instructions == whole(source)[1]
