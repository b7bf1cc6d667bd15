# ruff: noqa: E501  (programs on a line each)
"""Listings of small programs, compared with files under ``tests/golden``.

Rewrite the files after a change that is meant: ``RINGFENCE_REWRITE=1 pytest -k disassembly``.
"""

import os
import sys
from pathlib import Path

import pytest

from ringfence.compile import compile_source
from ringfence.disassemble import disassemble

GOLDEN = Path(__file__).parents[2] / "golden"
SNIPPETS = {
    "arithmetic": "def f(a, b):\n    return (a + 1) * b - -a // 2 % b\n",
    "attributes": "def f(o, v):\n    o.x = o.y.z\n    o.n += v\n    del o.q\n",
    "calls": "def f(g, xs):\n    g(1, xs, k=2)\n    xs.append(1)\n    xs.append(g(*xs, **{'a': 1}))\n",
    "class": "class A(B, metaclass=M):\n    x = 1\n    def f(self):\n        return super().f()\n",
    "closure": "def f():\n    x = 0\n    def g():\n        nonlocal x\n        x += 1\n        return x\n    return g\n",
    "comprehension": "def f(rows):\n    return [x * 2 for row in rows for x in row if x]\n",
    "conditions": "def f(a, b):\n    if a < 3 and (b is None or not a == b):\n        return 1 < a <= b\n    return a or b\n",
    "for_loop": "total = 0\nfor i in range(10):\n    if i % 2:\n        continue\n    total += i\ntotal\n",
    "fstring": "def f(x):\n    return f'{x}, {x!r:>{x}}'\n",
    "generator": "def f(xs):\n    got = yield 1\n    return (yield from xs)\n",
    "match": "def f(v):\n    match v:\n        case [1, x, *_] if x:\n            return x\n        case {'k': 1} | None:\n            return 2\n",
    "swap": "def f(a, b):\n    a, b = b, a\n    a, b = 1, 2\n    return a, b\n",
    "try": "def f(g):\n    try:\n        return g()\n    except KeyError as e:\n        print(e)\n    finally:\n        print(1)\n",
    "unpack": "def f(t):\n    a, b = t\n    c, *d = a\n    for x, y in d:\n        print(x, y, c, b)\n",
    "while_loop": "def f(n):\n    while n > 0:\n        n -= 1\n    return n\n",
    "with": "def f(o):\n    with o as x:\n        return x\n",
    "await": "x = await fetch(1)\nx\n",
}  # fmt: skip


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="positions differ between versions")
@pytest.mark.parametrize("name", SNIPPETS)
def test_listing(name: str) -> None:
    path = GOLDEN / f"{name}.txt"
    source = SNIPPETS[name]
    listing = "".join(f"# {line}\n" for line in source.splitlines())
    listing += "\n" + disassemble(compile_source(source))
    if os.environ.get("RINGFENCE_REWRITE"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(listing)
    assert listing == path.read_text()
