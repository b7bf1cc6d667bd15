"""The public face: programs run, ask, pause, are bounded; their errors are the host's."""

import asyncio
from typing import Any

import pytest

import ringfence
from ringfence import Monty


def test_the_first_page_runs_letter_for_letter() -> None:
    pydantic_monty = ringfence
    code = """
data = fetch(url)
len(data)
"""
    m = pydantic_monty.Monty(code, inputs=['url'])
    result: Any = m.start(inputs={'url': 'https://example.com'})
    assert type(result).__name__ == "FunctionSnapshot"
    assert result.function_name == 'fetch'
    assert result.args == ('https://example.com',)
    result = result.resume(return_value='hello world')
    assert type(result).__name__ == "MontyComplete"
    assert result.output == 11


def test_coroutines_of_the_host_are_awaited() -> None:
    m = Monty("result = await fetch_data(url)\nresult['count']", inputs=['url'])

    async def fetch_data(url: str) -> dict[str, int]:
        await asyncio.sleep(0)
        return {'count': 42}

    async def main() -> Any:
        return await ringfence.run_monty_async(
            m, inputs={'url': '…'}, external_functions={'fetch_data': fetch_data}
        )

    assert asyncio.run(main()) == 42


def test_without_a_trailing_expression_the_value_is_none() -> None:
    assert Monty("x = 1").run() is None


def test_inputs_must_be_those_declared() -> None:
    m = Monty("x", inputs=["x"])
    with pytest.raises(TypeError, match="missing inputs: `x`"):
        m.run()
    with pytest.raises(TypeError, match="unknown inputs: `y`; declared are `x`"):
        m.run(inputs={"x": 1, "y": 2})


def test_run_calls_host_functions() -> None:
    def add(a: int, *, b: int) -> int:
        return a + b

    assert Monty("add(1, b=2)").run(external_functions={"add": add}) == 3


def test_run_refuses_coroutine_functions() -> None:
    async def fetch() -> None: ...

    with pytest.raises(TypeError, match="run_monty_async"):
        Monty("fetch()").run(external_functions={"fetch": fetch})


def test_a_name_nobody_lent_is_a_name_error_under_run() -> None:
    with pytest.raises(ringfence.MontyRuntimeError) as caught:
        Monty("missing()").run()
    assert caught.value.display("type-msg") == "NameError: name 'missing' is not defined"
    assert isinstance(caught.value.exception(), NameError)


def test_reading_an_unknown_name_pauses_under_start() -> None:
    paused: Any = Monty("answer + 1").start()
    assert isinstance(paused, ringfence.NameLookupSnapshot)
    assert paused.name == "answer"
    assert paused.resume(value=41).output == 42


def test_a_declared_host_function_is_a_value_at_once() -> None:
    paused: Any = Monty("f = fetch\nf(1)").start(external_functions=["fetch"])
    assert paused.function_name == "fetch"
    assert paused.args == (1,)


def test_an_exception_of_the_host_can_be_caught_inside() -> None:
    def fetch() -> None:
        raise KeyError("gone")

    code = "try:\n    fetch()\nexcept KeyError as e:\n    r = e.args\nr"
    assert Monty(code).run(external_functions={"fetch": fetch}) == ("gone",)


def test_an_escaped_exception_of_the_host_is_its_own_object() -> None:
    class MyError(ValueError):
        pass

    mine = MyError("a", 2)

    def fetch() -> None:
        raise mine

    with pytest.raises(ringfence.MontyRuntimeError) as caught:
        Monty("fetch()").run(external_functions={"fetch": fetch})
    assert caught.value.exception() is mine


def test_resuming_with_an_exception_raises_it_inside() -> None:
    paused: Any = Monty("try:\n    f()\nexcept ValueError:\n    r = 7\nr").start()
    assert paused.resume(exception=ValueError("no")).output == 7


def test_a_snapshot_is_single_use() -> None:
    paused: Any = Monty("f()").start()
    paused.resume(return_value=1)
    with pytest.raises(ringfence.MontySnapshotError, match="resumed already"):
        paused.resume(return_value=1)


def test_a_bad_answer_leaves_the_snapshot_usable() -> None:
    paused: Any = Monty("f()").start()
    with pytest.raises(ringfence.MontyConversionError, match="return value of `f`"):
        paused.resume(return_value=object())
    assert paused.resume(return_value=3).output == 3


def test_what_cannot_come_out_is_named() -> None:
    with pytest.raises(ringfence.MontyConversionError, match=r"result\[0\]: the function `f`"):
        Monty("def f(): pass\n[f]").run()


# ---------------------------------------------------------------- limits
LOOP = "i = 0\nwhile i < 10_000_000:\n    i = i + 1\ni"


@pytest.mark.parametrize("n", [100, 1001, 200_001])
def test_instructions_stop_at_the_exact_count(n: int) -> None:
    with pytest.raises(ringfence.MontyLimitError) as caught:
        Monty(LOOP).run(limits={"max_instructions": n})
    assert caught.value.limit == "max_instructions"
    assert caught.value.meters.instructions == n


def test_a_run_stopped_by_a_limit_goes_on_with_more() -> None:
    code = "i = 0\nwhile i < 100:\n    i = i + 1\ni"
    whole: Any = Monty(code).start()
    paused: Any = Monty(code).start(limits={"max_instructions": 50}, pause_on_limit=True)
    assert isinstance(paused, ringfence.LimitSnapshot)
    assert paused.limit == "max_instructions"
    done: Any = paused.resume(limits={})
    assert done.output == 100
    assert done.meters.instructions == whole.meters.instructions


def test_a_limit_snapshot_can_be_ended() -> None:
    paused: Any = Monty(LOOP).start(limits={"max_instructions": 50}, pause_on_limit=True)
    with pytest.raises(ringfence.MontyLimitError):
        paused.stop()


def test_time_spent_executing_is_bounded() -> None:
    with pytest.raises(ringfence.MontyLimitError) as caught:
        Monty("while True:\n    pass").run(limits={"max_duration_secs": 0.02})
    assert caught.value.limit == "max_duration_secs"


def test_host_calls_are_bounded_in_all_and_by_function() -> None:
    functions = {"f": lambda: 1, "g": lambda: 2}
    with pytest.raises(ringfence.MontyLimitError, match="max_host_calls"):
        Monty("f()\ng()\nf()").run(external_functions=functions, limits={"max_host_calls": 2})
    limits = {"per_function": {"f": {"max_calls": 1}}}
    assert Monty("f()\ng()\ng()").run(external_functions=functions, limits=limits) == 2
    with pytest.raises(ringfence.MontyLimitError) as caught:
        Monty("f()\nf()").run(external_functions=functions, limits=limits)
    assert caught.value.limit == "per_function['f']['max_calls']"
    assert caught.value.meters.host_calls == {"f": 1}


def test_large_results_are_refused() -> None:
    with pytest.raises(ringfence.MontyLimitError, match="max_result_bytes"):
        Monty("x", inputs=["x"]).run(inputs={"x": "a" * 10_000}, limits={"max_result_bytes": 1000})


def test_unknown_limits_are_refused() -> None:
    with pytest.raises(TypeError, match="unknown limit `max_fun`"):
        Monty("1", limits={"max_fun": 1})


# ---------------------------------------------------------------- snapshots
def test_a_run_goes_on_from_bytes_twice() -> None:
    paused: Any = Monty("xs = [1, 2]\nd = fetch('x', n=1)\n(xs, d)").start()
    data = paused.dump()
    for answer in (3, 4):
        again: Any = ringfence.load_snapshot(data)
        assert again.args == ("x",)
        assert again.kwargs == {"n": 1}
        assert again.resume(return_value=answer).output == ([1, 2], answer)


def test_a_flipped_bit_is_refused() -> None:
    paused: Any = Monty("fetch()").start()
    data = paused.dump(key=b"k")
    ringfence.load_snapshot(data, key=b"k")
    for at in range(0, len(data), 37):
        bad = bytearray(data)
        bad[at] ^= 1 << at % 8
        with pytest.raises(ringfence.MontySnapshotError):
            ringfence.load_snapshot(bytes(bad), key=b"k")


def test_another_key_is_refused() -> None:
    paused: Any = Monty("fetch()").start()
    with pytest.raises(ringfence.MontySnapshotError, match="not authentic"):
        ringfence.load_snapshot(paused.dump(key="one"), key="two")


def test_a_thousand_integers_are_small() -> None:
    m = Monty("fetch()\nx", inputs=["x"])
    paused: Any = m.start(inputs={"x": list(range(1000))})
    data = paused.dump()
    assert len(data) < 8192
    again: Any = ringfence.load_snapshot(data)
    assert again.resume(return_value=None).output == list(range(1000))


def test_a_program_goes_through_bytes() -> None:
    m = Monty.load(Monty("x + 1", inputs=["x"], script_name="a.py").dump())
    assert m.run(inputs={"x": 1}) == 2
    assert m.script_name == "a.py"
    with pytest.raises(ringfence.MontySnapshotError):
        Monty.load(b"rubbish")


# ---------------------------------------------------------------- sessions
def test_names_live_on_between_feeds() -> None:
    session = ringfence.Session()
    assert session.feed_run("x = 20\ndef f(y): return x + y") is None
    assert session.feed_run("f(2)") == 22
    assert session.feed_run("x = 1\nz = f(n)\nz", inputs={"n": 5}) == 6
    assert session.feed_run("(x, z)") == (1, 6)


def test_an_error_does_not_end_a_session() -> None:
    session = ringfence.Session()
    session.feed_run("x = 1")
    with pytest.raises(ringfence.MontyRuntimeError):
        session.feed_run("x = 2\nnope")
    assert session.feed_run("x") == 2


def test_a_session_goes_through_bytes() -> None:
    session = ringfence.Session()
    session.feed_run("xs = [1]\ndef add(x): xs.append(x)")
    again = ringfence.Session.load(session.dump())
    again.feed_run("add(2)")
    assert again.feed_run("xs") == [1, 2]
    assert session.feed_run("xs") == [1]


def test_a_session_pauses_in_a_feed() -> None:
    session = ringfence.Session()
    paused: Any = session.feed_start("a = fetch()\na + 1")
    assert paused.resume(return_value=1).output == 2
    assert session.feed_run("a") == 1
