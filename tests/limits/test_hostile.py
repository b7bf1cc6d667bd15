"""Hostile programs: each is stopped by its limit, in time, and nothing it does can prevent that.

The allowance is a tenth of a second; the tests accept a second, so that a busy machine passes.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from ringfence import Monty, MontyLimitError, MontyRuntimeError

MEMORY = 64 << 20
DURATION = 0.1
MOST_SECS = 1.0

FOREVER = {
    "loop": "while True: pass",
    "loop in try": """
while True:
    try:
        while True: pass
    except BaseException: pass
""",
    "loop in finally": """
def f():
    while True:
        try:
            while True: pass
        finally:
            continue
f()
""",
    "swallowing exit": """
class C:
    def __enter__(self): return self
    def __exit__(self, *details): return True
while True:
    with C():
        while True: pass
""",
    "generator": """
def g():
    while True:
        try:
            while True: pass
            yield 1
        except BaseException: pass
list(g())
""",
    "__eq__": """
class C:
    def __eq__(self, other):
        while True: pass
C() in [C()]
""",
    "__hash__": """
class C:
    def __hash__(self):
        while True: pass
{C(): 1}
""",
    "__lt__": """
class C:
    def __lt__(self, other):
        while True: pass
sorted([C(), C()])
""",
    "__repr__": """
class C:
    def __repr__(self):
        while True: pass
print(C())
""",
    "sort key": """
def key(x):
    while True: pass
sorted([1, 2], key=key)
""",
    "property": """
class C:
    @property
    def x(self):
        while True: pass
C().x
""",
    "metaclass call": """
class M(type):
    def __call__(cls):
        while True: pass
class C(metaclass=M): pass
C()
""",
    "async": """
import asyncio
async def f():
    while True: await asyncio.sleep(0)
asyncio.run(f())
""",
    "recursion caught": """
def f():
    try: f()
    except RecursionError: f()
f()
""",
    "prints": "while True: print('x' * 1000)",
    "range consumed": "for i in range(10**12): pass",
    "sum of endless": "sum(iter(int, 1))",
    "any of endless": "any(iter(int, 1))",
    "min of endless": "min(iter(int, 1))",
    "in endless": "1 in iter(int, 1)",
    "max of range": "max(range(10**10))",
    "int product": "x = 3\nwhile True: x = x * x",
    "int power": "10 ** 10 ** 8",
    "int power modulo": "pow(3**100000, 3**100000, 7**100000)",
    "factorials": "x = 1\nfor i in range(1, 10**9): x *= i",
    "long division": "a = 7**200000\nb = 3**100000\nwhile True: divmod(a, b)",
    "count in text": "s = 'a' * 10**7\nwhile True: s.count('b')",
    "find in text": "s = 'a' * 10**7\nt = 'a' * 10**6 + 'b'\nwhile True: s.find(t)",
    "search in list": "r = list(range(10**6))\nwhile True: -1 in r",
    "list comparison": "a = [0] * 10**6\nb = [0] * 10**6\nwhile True: a == b",
    "reverse": "a = [0] * 10**6\nwhile True: a.reverse()",
    "slices": "a = [0] * 10**6\nwhile True: a[::2]",
    "shared comparison": "x = []\ny = []\nfor i in range(100): x = [x, x]; y = [y, y]\nx == y",
    "shared hash": "x = ()\nfor i in range(100): x = (x, x)\nhash(x)",
    "sorting": "a = [(i * 7919) % 100003 for i in range(10**5)]\nwhile True: sorted(a)",
    "set union": "s = set(range(10**5))\nwhile True: s | s",
    "ring of contexts": """
while True:
    a = ValueError(); b = KeyError(); a.__context__ = b; b.__context__ = a
    try:
        try: raise a
        except ValueError: raise TypeError
    except TypeError: pass
""",
}

TOO_MUCH = {
    "str": "'a' * 10**12",
    "bytes": "b'a' * 10**12",
    "zeros": "bytes(10**12)",
    "bytearray": "bytearray(10**7) * 10**5",
    "list": "[0] * 10**11",
    "tuple": "(0,) * 10**11",
    "shift": "1 << 10**9",
    "zfill": "'x'.zfill(10**10)",
    "center": "'x'.center(10**10)",
    "format": "f'{1:1000000000}'",
    "percent": "'%1000000000d' % 1",
    "many percents": "('%s' * 10**6) % tuple(range(10**6))",
    "join": "('a' * 10**6).join(['b'] * 10**6)",
    "bytes join": "(b'a' * 10**6).join([b'b'] * 10**6)",
    "replace": "('a' * 10**6).replace('a', 'b' * 10**6)",
    "expandtabs": "('\\t' * 10**6).expandtabs(10**6)",
    "list of range": "list(range(10**9))",
    "sorted range": "sorted(range(10**9))",
    "dict": "d = {}\nwhile True: d[len(d)] = 1",
    "set": "d = set()\nwhile True: d.add(len(d))",
    "set comprehension": "{i for i in range(10**10)}",
    "extend itself": "x = [0]\nwhile True: x.extend(x)",
    "slice assignment": "x = [0]\nwhile True: x[1:1] = x",
    "string doubling": "s = 'a'\nwhile True: s += s",
    "list of endless": "list(iter(int, 1))",
    "star of endless": "print(*iter(int, 1))",
    "unpacked endless": "a, *b = iter(int, 1)",
    "exception chain": """
e = None
while True:
    try: raise ValueError from e
    except ValueError as x: e = x
""",
    "caught": """
while True:
    try: x = [0] * 10**11
    except BaseException: pass
    finally: pass
""",
    "shared repr": "x = []\nfor i in range(100): x = [x, x]\nrepr(x)",
}


def stopped(source: str, **limits: Any) -> tuple[MontyLimitError, float]:
    """Run until a limit stops the program; also the seconds of this thread that took."""
    program = Monty(source)
    started = time.thread_time()
    with pytest.raises(MontyLimitError) as caught:
        program.run(limits=limits, print_callback=lambda *_: None)
    return caught.value, time.thread_time() - started


@pytest.fixture(autouse=True)
def _the_host_goes_on() -> Any:
    yield
    assert Monty("1 + 1").run() == 2


@pytest.mark.parametrize("name", FOREVER)
def test_an_endless_program_ends_at_its_deadline(name: str) -> None:
    error, took_s = stopped(FOREVER[name], max_duration_secs=DURATION)
    assert error.limit == "max_duration_secs"
    assert took_s < MOST_SECS


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_program_that_wants_too_much_ends_at_its_limit(name: str) -> None:
    error, took_s = stopped(TOO_MUCH[name], max_duration_secs=DURATION, max_memory=MEMORY)
    assert error.limit in ("max_memory", "max_duration_secs")
    assert took_s < MOST_SECS


ABSURD = (
    "'a' * 10**12", "b'a' * 10**12", "bytes(10**12)", "bytearray(10**12)", "[0] * 10**11",
    "(0,) * 10**11", "1 << 10**12", "10 ** 10**12", "'x'.zfill(10**11)", "f'{1:100000000000}'",
    "'x'.center(10**11)",
)  # fmt: skip


@pytest.mark.parametrize("expression", ABSURD)
def test_absurd_sizes_are_memory_errors_without_a_limit(expression: str) -> None:
    source = f"""
try:
    {expression}
except MemoryError:
    caught = True
caught
"""
    assert Monty(source).run() is True


NEST = "x = {0}\nfor i in range(100000): x = {1}\n"
TOO_DEEP = {
    "call": "def f(): f()\nf()",
    "repr": "class C:\n    def __repr__(s): return repr(s)\nrepr(C())",
    "getattr": "class C:\n    def __getattr__(s, n): return getattr(s, n + 'a')\nC().x",
    "eq": "class C:\n    def __eq__(s, o): return s == o\nC() == C()",
    "hash": "class C:\n    def __hash__(s): return hash(s)\nhash(C())",
    "property": "class C:\n    @property\n    def x(s): return s.x\nC().x",
    "init": "class C:\n    def __init__(s): C()\nC()",
    "callable instances": "class C: pass\nC.__call__ = C()\nC()()",
    "sort key": "def k(x): return sorted([1], key=k)\nk(1)",
    "map": "def k(x): return list(map(k, [1]))\nk(1)",
    "yield from": "def g(): yield from g()\nlist(g())",
    "async": "import asyncio\nasync def f(): await f()\nasyncio.run(f())",
    "generator chain": """
def g(it):
    for x in it: yield x
it = iter([1])
for i in range(10000): it = g(it)
list(it)
""",
    "map chain": "it = iter([1])\nfor i in range(10000): it = map(abs, it)\nlist(it)",
    "nested repr": NEST.format("[]", "[x]") + "repr(x)",
    "nested dict repr": NEST.format("{}", "{1: x}") + "repr(x)",
    "nested hash": NEST.format("()", "(x,)") + "hash(x)",
    "nested equality": NEST.format("[]", "[x]") + "y = [] \nfor i in range(100000): y = [y]\nx == y",
    "nested order": NEST.format("[]", "[x]") + "y = [] \nfor i in range(100000): y = [y]\nx < y",
    "nested print": NEST.format("()", "(x,)") + "print(x)",
    "ring equality": "x = []; x.append(x)\ny = []; y.append(y)\nx == y",
    "closures": "f = lambda: 1\nfor i in range(100000): f = (lambda g: lambda: g())(f)\nf()",
    "isinstance": "t = int\nfor i in range(100000): t = (t,)\nisinstance('', t)",
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_DEEP)
def test_recursion_of_every_kind_is_a_recursion_error(name: str) -> None:
    with pytest.raises(MontyRuntimeError, match="RecursionError: maximum recursion depth") as caught:
        Monty(TOO_DEEP[name]).run(limits={"max_duration_secs": 10})
    assert not isinstance(caught.value, MontyLimitError)


def test_a_deeply_nested_result_crosses_to_the_host() -> None:
    result = Monty("x = ()\nfor i in range(10000): x = (x,)\nx").run()
    depth = 0
    while result:
        (result,) = result
        depth += 1
    assert depth == 10000


def test_programs_of_many_lines_and_long_literals_run() -> None:
    assert Monty("x = 0\n" + "x += 1\n" * 20_000 + "x").run() == 20_000
    assert len(Monty(f"'{'a' * 10**6}'").run()) == 10**6
    assert len(Monty(f"[{'1, ' * 50_000}]").run()) == 50_000


def test_a_result_may_be_bounded() -> None:
    with pytest.raises(MontyLimitError) as caught:
        Monty("'a' * 100000").run(limits={"max_result_bytes": 1000})
    assert caught.value.limit == "max_result_bytes"
    assert Monty("'a' * 100").run(limits={"max_result_bytes": 1000}) == "a" * 100


def test_output_is_bounded() -> None:
    printed: list[str] = []
    with pytest.raises(MontyLimitError) as caught:
        Monty("while True:\n    try: print('abc')\n    except BaseException: pass").run(
            limits={"max_output_bytes": 1000}, print_callback=lambda _, text: printed.append(text)
        )
    assert caught.value.limit == "max_output_bytes"
    assert "".join(printed) == "abc\n" * 250


def test_host_calls_are_counted_together_and_by_name() -> None:
    calls: list[str] = []
    functions = {name: lambda name=name: calls.append(name) for name in "ab"}
    source = "while True:\n    try: a(); b()\n    except BaseException: pass"
    with pytest.raises(MontyLimitError) as caught:
        Monty(source).run(external_functions=functions, limits={"max_host_calls": 5})
    assert caught.value.limit == "max_host_calls"
    assert "".join(calls) == "ababa"
    calls.clear()
    with pytest.raises(MontyLimitError) as caught:
        Monty(source).run(
            external_functions=functions, limits={"per_function": {"b": {"max_calls": 2}}}
        )
    assert caught.value.limit.startswith("per_function")
    assert "".join(calls) == "ababa"


@pytest.mark.parametrize("depth", [20, 100, 5000])
def test_the_depth_of_recursion_is_a_limit_of_its_own(depth: int) -> None:
    source = """
deepest = 0
def f(n):
    global deepest
    deepest = n
    f(n + 1)
try:
    f(1)
except RecursionError:
    pass
deepest
"""
    reached = Monty(source).run(limits={"max_recursion_depth": depth})
    assert depth - 5 <= reached <= depth
