"""Modules, objects, a hand on the run, and the profile: what else a host may give a run."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest

from ringfence import (
    ClassInstance,
    Control,
    ExternalModule,
    LimitSnapshot,
    Monty,
    MontyComplete,
    MontyConversionError,
    MontyLimitError,
    MontyRuntimeError,
    Session,
    load_snapshot,
    run_monty_async,
)
from ringfence.host import FunctionSnapshot

FOREVER = "n = 0\nwhile n >= 0: n += 1"


# ---------------------------------------------------------------- modules
def test_a_module_of_the_host_is_imported() -> None:
    shop = ExternalModule({"price": lambda name, times=1: len(name) * times, "RATES": {"EUR": 1}})
    code = """
import shop, sys
from shop import price as p, RATES
import pkg.deep
shop.price('tea', times=2), p('a'), RATES, 'shop' in sys.modules, pkg.deep.x, hasattr(shop, 'none')
"""
    modules = {"shop": shop, "pkg.deep": ExternalModule({"x": 5})}
    assert Monty(code).run(external_modules=modules) == (6, 1, {"EUR": 1}, True, 5, False)


def test_a_function_of_a_module_asks_by_its_full_name() -> None:
    step = Monty("import shop\nshop.price('x')").start(
        external_modules={"shop": ExternalModule({"price": print})})
    assert isinstance(step, FunctionSnapshot)
    assert (step.function_name, step.args) == ("shop.price", ("x",))
    done = step.resume(return_value=3)
    assert isinstance(done, MontyComplete)
    assert done.output == 3


def test_a_session_keeps_its_modules() -> None:
    session = Session()
    shop = ExternalModule({"price": len})
    assert session.feed_run("import shop\nshop.price('abc')", external_modules={"shop": shop}) == 3
    assert session.feed_run("shop.price('ab') + f()", external_functions={"f": lambda: 1}) == 3


def test_values_of_modules_are_plain_data() -> None:
    with pytest.raises(MontyConversionError, match="object"):
        Monty("1").run(external_modules={"m": ExternalModule({"x": object()})})
    with pytest.raises(ValueError, match="no name"):
        ExternalModule({"a b": 1})


def test_functions_of_modules_may_be_coroutines() -> None:
    async def fetch(n: int) -> int:
        await asyncio.sleep(0)
        return n * 2

    code = "import web, asyncio\nawait asyncio.gather(web.fetch(1), web.fetch(2))"
    found = asyncio.run(run_monty_async(
        Monty(code), external_modules={"web": ExternalModule({"fetch": fetch})}))
    assert found == [2, 4]


# ---------------------------------------------------------------- objects
class Account:
    def __init__(self) -> None:
        self.owner = "Ada"
        self.balance = 10
        self.secret = "s"

    def pay(self, amount: int, *, note: str = "") -> int:
        if amount > self.balance:
            raise ValueError("too little")
        self.balance -= amount
        return self.balance

    def close(self) -> None:
        raise AssertionError

    async def later(self, n: int) -> int:
        await asyncio.sleep(0)
        return n


def lent(account: Account, **options: Any) -> ClassInstance:
    return ClassInstance(account, eager_attrs=["owner"], lazy_attrs=["balance"],
                         allowed_methods=["pay", "later"], **options)


def test_an_object_does_what_is_listed_and_nothing_else() -> None:
    account = Account()
    code = """
def attempt(f):
    try: return f()
    except (AttributeError, ValueError) as e: return str(e)
pay = a.pay
(type(a).__name__, a.owner, a.balance, pay(3, note='x'), a.balance, attempt(lambda: a.pay(100)),
 attempt(lambda: a.secret), attempt(lambda: a.close()), hasattr(a, '__init__'), a == b, a)
"""
    one = lent(account)
    found = Monty(code, inputs=["a", "b"]).run(inputs={"a": one, "b": one})
    assert found[:6] == ("Account", "Ada", 10, 7, 7, "too little")
    assert found[6:8] == ("'Account' object has no attribute 'secret'",
                          "'Account' object has no attribute 'close'")
    assert found[9] is True
    assert found[10] is account


def test_calls_of_methods_are_counted() -> None:
    code = "for i in range(9): a.pay(1)"
    with pytest.raises(MontyLimitError, match="per_function"):
        Monty(code, inputs=["a"]).run(inputs={"a": lent(Account())},
                                      limits={"per_function": {"Account.pay": {"max_calls": 3}}})


def test_a_forged_number_reaches_no_other_object() -> None:
    code = "object.__setattr__(a, '_host_number', 5)\na.pay(1)"
    with pytest.raises(MontyRuntimeError, match="ReferenceError"):
        Monty(code, inputs=["a"]).run(inputs={"a": lent(Account())})


def test_objects_go_in_and_out_of_functions_and_results_are_converted() -> None:
    account = Account()
    seen: list[Any] = []
    code = "a = get()\nput(a, a.pay(1))"
    Monty(code).run(external_functions={
        "get": lambda: lent(account, convert_value=lambda value: {"value": value}),
        "put": lambda *args: seen.append(args)})
    assert seen == [(account, {"value": 9})]


def test_methods_may_be_coroutines() -> None:
    code = "import asyncio\nawait asyncio.gather(a.later(1), a.later(2))"
    found = asyncio.run(run_monty_async(Monty(code, inputs=["a"]), inputs={"a": lent(Account())}))
    assert found == [1, 2]


def test_objects_are_given_again_to_a_loaded_snapshot() -> None:
    step = Monty("ask()\na.pay(2)", inputs=["a"]).start(inputs={"a": lent(Account())})
    data = step.dump()  # type: ignore[union-attr]
    again: Any = load_snapshot(data, host_objects=[lent(Account())])
    assert again.resume(return_value=None).output == 8
    lost: Any = load_snapshot(data)
    with pytest.raises(MontyRuntimeError, match="not here any more"):
        lost.resume(return_value=None)


# ---------------------------------------------------------------- a hand on the run
def soon(action: Any) -> threading.Timer:
    timer = threading.Timer(0.05, action)
    timer.start()
    return timer


def test_a_pause_from_another_thread_can_go_on() -> None:
    control = Control()
    step = Monty("n = 0\nwhile n < 20_000_000: n += 1\nn")
    timer = soon(control.pause)
    paused = step.start(control=control)
    timer.join()
    assert isinstance(paused, LimitSnapshot)
    assert paused.limit == "pause"
    data = paused.dump()
    done = paused.resume()
    assert isinstance(done, MontyComplete)
    assert done.output == 20_000_000
    twin = load_snapshot(data).resume()  # type: ignore[attr-defined]
    assert (twin.output, twin.meters.instructions) == (done.output, done.meters.instructions)


def test_a_cancelled_run_ends() -> None:
    for catching in ("", "try:\n    while True: pass\nexcept BaseException: pass\n"):
        control = Control()
        timer = soon(control.cancel)
        started = time.perf_counter()
        with pytest.raises(MontyLimitError) as caught:
            Monty(catching + FOREVER).run(control=control)
        timer.join()
        assert caught.value.limit == "cancel"
        assert time.perf_counter() - started < 1


def test_a_cancelled_sleep_ends() -> None:
    control = Control()
    soon(control.cancel)
    with pytest.raises(MontyLimitError):
        Monty("import time\ntime.sleep(20)\nx = 1").run(control=control)


def test_a_run_may_be_cancelled_before_it_begins() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(MontyLimitError):
        Monty(FOREVER).run(control=control)


def test_a_session_goes_on_after_a_pause() -> None:
    session, control = Session(), Control()
    soon(control.pause)
    paused = session.feed_start("n = 0\nwhile n < 10_000_000: n += 1\nn", control=control)
    assert isinstance(paused, LimitSnapshot)
    done = paused.resume()
    assert isinstance(done, MontyComplete)
    assert done.output == 10_000_000


def test_a_deadline_is_seen_between_host_calls() -> None:
    with pytest.raises(MontyLimitError, match="max_duration_secs"):
        Monty("while True: f()").run(external_functions={"f": lambda: None},
                                     limits={"max_duration_secs": 0.05})


# ---------------------------------------------------------------- the profile
PROGRAM = """def double(n):
    return n * 2

total = 0
for i in range(100):
    total += double(i)
words = sorted(str(i) for i in range(50))
total
"""


def test_a_profile_gives_the_cost_of_each_line_and_function() -> None:
    plain = Monty(PROGRAM).start()
    done = Monty(PROGRAM).start(profile=True)
    assert isinstance(plain, MontyComplete)
    assert isinstance(done, MontyComplete)
    profile = done.meters.profile
    assert profile is not None
    assert plain.meters.profile is None
    assert done.output == plain.output
    assert done.meters.instructions == plain.meters.instructions
    assert sum(cost.instructions for cost in profile.lines.values()) == done.meters.instructions
    lines = {line: cost.instructions for (_, line), cost in profile.lines.items()}
    assert lines[2] == 200
    assert lines[4] == 1
    assert lines[6] > lines[5] >= 100
    assert lines[7] > 50
    functions = {name: cost for (_, _, name), cost in profile.functions.items()}
    assert functions["double"].instructions == 200
    assert set(functions) == {"<module>", "double", "<genexpr>"}
    assert profile.lines["main.py", 7].memory_bytes > 1000
    text = profile.text(PROGRAM)
    assert "    return n * 2" in text
    assert "double (main.py:1)" in text


def test_a_profile_goes_on_over_pauses_and_processes() -> None:
    code = "def f(n): return ask(n) + 1\nx = [f(i) for i in range(3)]"
    step: Any = Monty(code).start(profile=True)
    while not isinstance(step, MontyComplete):
        step = load_snapshot(step.dump()).resume(  # type: ignore[attr-defined]
            return_value=step.args[0])
    profile = step.meters.profile
    assert profile is not None
    assert sum(cost.instructions for cost in profile.lines.values()) == step.meters.instructions


def test_blocks_are_clean_after_a_profile() -> None:
    Monty(PROGRAM).run(profile=True)
    first = Monty("x = 1\ny = 2").start(profile=True)
    assert isinstance(first, MontyComplete)
    assert first.meters.profile is not None
    assert set(first.meters.profile.lines) == {("main.py", 1), ("main.py", 2)}
