"""What the host does for a run counts against the run: reading results out, traps, reports of errors."""

from __future__ import annotations

import time
from typing import Any

import pytest

from ringfence import Monty, MontyLimitError, MontyRuntimeError

MOST_CPU_SECS = 0.3  # of a run whose allowance is a tenth of a second; much of it is the machine's noise

LARGE_RESULTS = {
    "deep": "x = ()\nfor i in range(300000): x = (x,)\nx",
    "deep lists": "x = []\nfor i in range(300000): x = [x]\nx",
    "wide": "[[] for i in range(400000)]",
    "pairs": "[(i, str(i)) for i in range(300000)]",
    "dict": "{i: str(i) for i in range(300000)}",
    "exceptions": "[ValueError(i) for i in range(50000)]",
}

SLOW_FOR_THE_HOST = {
    "int of text": "while True:\n    try: int('9' * 10**6)\n    except ValueError: pass",
    "int of text, base 3": "while True:\n    try: int('2' * 10**6, 3)\n    except ValueError: pass",
    "fsum": "import math\na = [0.1] * 200000\nwhile True: math.fsum(a)",
    "compile": "s = 'x=1\\n' * 50000\nwhile True: compile(s, 'a', 'exec')",
    "power modulo": "x = 7 ** 20000\nwhile True: pow(3, x, x + 2)",
    "hex": "b = 'ab' * 10**6\nwhile True: bytes.fromhex(b)",
    "host calls": "while True: f()",
}


def cpu_of(source: str, **options: Any) -> tuple[BaseException, float]:
    """The error of a run, and seconds of this thread that it took."""
    program = Monty(source)
    started = time.thread_time()
    with pytest.raises(MontyRuntimeError) as caught:
        program.run(**options)
    return caught.value, time.thread_time() - started


@pytest.mark.parametrize("name", LARGE_RESULTS)
def test_reading_a_large_result_ends_at_the_deadline(name: str) -> None:
    error, took_s = cpu_of(LARGE_RESULTS[name], limits={"max_duration_secs": 0.1})
    assert isinstance(error, MontyLimitError)
    assert error.limit == "max_duration_secs"
    assert took_s < MOST_CPU_SECS


@pytest.mark.parametrize("name", SLOW_FOR_THE_HOST)
def test_slow_work_of_the_host_ends_at_the_deadline(name: str) -> None:
    error, took_s = cpu_of(SLOW_FOR_THE_HOST[name], limits={"max_duration_secs": 0.1},
                           external_functions={"f": lambda: None})
    assert isinstance(error, MontyLimitError)
    assert error.limit == "max_duration_secs"
    assert took_s < MOST_CPU_SECS


def test_a_chain_of_many_exceptions_is_reported_in_time() -> None:
    source = """
e = None
for i in range(20000):
    try:
        raise ValueError(i) from e
    except ValueError as x:
        e = x
raise e
"""
    error, took_s = cpu_of(source)
    assert isinstance(error, MontyRuntimeError)
    assert took_s < 2
    links = 0
    link = error.exception()
    while link is not None:
        link, links = link.__cause__, links + 1
    assert 100 < links < 1000
    assert error.display().endswith("ValueError: 19999\n")


def test_a_source_that_could_not_be_compiled_in_time_is_compiled_after_a_top_up() -> None:
    code = "s = '\\n'.join(['x=1'] * 20000)\nexec(s)\nx"
    program = Monty(code)
    paused = program.start(limits={"max_duration_secs": 0.05}, pause_on_limit=True)
    done = paused.resume(limits={})  # type: ignore[union-attr, call-arg]
    assert done.output == 1


@pytest.mark.parametrize(
    "expression",
    ["[0] * 10**20", "(0,) * 10**20", "10**20 * [0]", "[0] * -10**20", "bytearray(b'a') * 10**20"],
)
def test_what_no_index_can_count_is_an_overflow(expression: str) -> None:
    with pytest.raises(MontyRuntimeError, match="OverflowError: cannot fit 'int' into an index"):
        Monty(expression).run()
    assert Monty("[] * 2**62").run() == []
