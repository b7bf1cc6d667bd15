"""Nothing that a run can still reach is lost, wherever the collector comes in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from differential import run_cpython, run_ringfence
from limits.collecting import collecting_always
from ringfence import Monty, load_snapshot

FOLDER = Path(__file__).parents[1] / "programs"
SOME = sorted(FOLDER.glob("**/*.py"))[::9]

PROGRAMS = {
    "a small frame above a large one": """
def small(): return [1]
def large(a):
    kept = [[a], (small(), [a, small(), [a, small(), [a, [small(), [a, small()]]]]])]
    small()
    return kept, f"{small()}{small()}{[small(), [small(), {1: small()}]]}"
print([large([i]) for i in range(20)])
""",
    "arguments spread to what the host declines": """
import math
class Box:
    def __init__(self, value): self.value = value
    def __float__(self): return self.value
    def __index__(self): return int(self.value)
    def __str__(self): return str([self.value])
    __repr__ = __str__
print([math.fsum(*[[Box(i + 0.5), Box(i * 2.0)]]) for i in range(20)])
print([math.gcd(*[Box(12.0 * i), Box(18.0 * i)]) for i in range(20)])
print(["{} {} {!r}".format(*[Box(i), [Box(i)], (Box(i),)]) for i in range(20)])
print([int(*["1" * i, Box(10)]) for i in range(1, 50)])
print([round(*[Box(2.0).value, Box(1)]) for i in range(20)])
""",
    "arguments spread to what has many": """
def f(*args, **keywords): return len(args), sum(len(a) for a in args), sorted(keywords)
for n in (0, 1, 10, 9000):
    print(f(*[[i] for i in range(n)]), f(*[[i] for i in range(n)], **{f"k{i}": [i] for i in range(n % 50)}))
print(len(max(*[[i] for i in range(9000)], key=lambda x: [x])))
print(len("{} " * 9000) , len(("{} " * 9000).format(*[[i] for i in range(9000)])))
""",
    "errors with all they hold": """
class Trouble(Exception):
    def __init__(self, *parts): super().__init__(*parts); self.parts = [list(parts)]
def f(n):
    try:
        if n == 0: raise Trouble([n], {n: [n]})
        f(n - 1)
    except Trouble as error:
        raise Trouble([n], error.parts) from error
try: f(12)
except Trouble as error:
    n = 0
    while error: print(error.args, error.parts); error = error.__cause__
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_that_hold_values_in_odd_places(name: str) -> None:
    with collecting_always(exact=600) as count:
        ours = run_ringfence(PROGRAMS[name])
    assert count.n > 20
    assert str(ours) == str(run_cpython(PROGRAMS[name]))


@pytest.mark.parametrize("path", SOME, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_collecting_at_every_occasion_changes_nothing(path: Path) -> None:
    source = path.read_text()
    with collecting_always(exact=1000):
        ours = run_ringfence(source)
    assert str(ours) == str(run_cpython(source))


def test_a_run_carried_away_amid_collections_ends_alike() -> None:
    source = """
def ask_many(n):
    return [[n, ask(i), [ask(i + 1), {n: ask(i + 2)}]] for i in range(n)]
class C:
    def __repr__(self): return f"C{ask(1)}"
    def __lt__(self, other): return ask(0) < ask(1)
[ask_many(3), repr(sorted([C(), C(), C()])), f"{C()}{[C(), C()]}"]
"""
    whole = repr(Monty(source).run(external_functions={"ask": lambda n: n}))
    for reload in (False, True):
        with collecting_always(exact=10_000):
            snapshot: Any = Monty(source).start(external_functions=["ask"])
            while not hasattr(snapshot, "output"):
                if reload:
                    snapshot = load_snapshot(snapshot.dump(key=b"k"), key=b"k")
                snapshot = snapshot.resume(return_value=snapshot.args[0])
        assert repr(snapshot.output) == whole
