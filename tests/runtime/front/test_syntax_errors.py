# ruff: noqa: E501  (programs on a line each)
"""What CPython's compiler refuses is refused, with its words and at its place."""

import ast

import pytest

from ringfence.compile import compile_source
from ringfence.errors import MontySyntaxError

REFUSED = [
    "return 1", "class A:\n    return 1", "break", "continue", "for x in y:\n    def f():\n        break",
    "if x:\n    continue", "yield 1", "yield from x", "class A:\n    yield 1", "lambda: (yield)\nbreak",
    "def f():\n    await x", "class A:\n    await x", "lambda: await x",
    "def f():\n    async with x: pass", "def f():\n    async for x in y: pass",
    "def f():\n    [x async for x in y]", "def f():\n    [await x for x in y]",
    "async def f():\n    yield from x", "async def f():\n    yield 1\n    return 2",
    "[(yield x) for x in y]", "{(yield x) for x in y}", "{(yield x): 1 for x in y}",
    "((yield x) for x in y)", "def f():\n    [(yield x) for x in y]",
    "def f(a, a): pass", "lambda a, *a: 1", "def f():\n    x = 1\n    global x",
    "def f():\n    print(x)\n    global x", "def f(x):\n    global x", "def f(x):\n    nonlocal x",
    "nonlocal x", "def f():\n    nonlocal x", "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
    "def f():\n    x: int\n    global x", "def f():\n    global x\n    x: int = 1",
    "def f():\n    global x\n    nonlocal x", "def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x",
    "*a = x", "*a", "x = *a", "print(*a)\n*a, *b = x", "a, *b, *c = x", "for *a in x: pass",
    "[x for *x in y]", "f(a=1, a=2)", "try: pass\nexcept: pass\nexcept A: pass",
    "def f():\n    import *", "def f():\n    from x import *", "class A:\n    from x import *",
    "from __future__ import nope", "x = 1\nfrom __future__ import division",
    "from __future__ import braces", "__debug__ = 1", "def f(__debug__): pass", "del __debug__",
    "f(__debug__=1)", "import __debug__", "for __debug__ in x: pass",
    "match x:\n    case _: pass\n    case 1: pass", "match x:\n    case y: pass\n    case 1: pass",
    "match x:\n    case y | 1: pass", "match x:\n    case [y, y]: pass",
    "match x:\n    case (y | [y]): pass", "match x:\n    case [1] | [y]: pass",
    "match x:\n    case {1: a, 1: b}: pass", "match x:\n    case A(b=1, b=2): pass",
    "match x:\n    case [*a, *b]: pass",
    "[x := 1 for x in y]", "[i for i in (j := y)]", "class A:\n    [(x := 1) for y in z]",
    "[[(i := 0) for j in x] for i in y]", "[(j := 0) for i in x for j in y]",
    "def f():\n    [(x := 1) for i in y for x in z]",
    "try: pass\nexcept* A:\n    return", "def f():\n    try: pass\n    except* A:\n        return",
    "for x in y:\n    try: pass\n    except* A:\n        break",
    "for x in y:\n    try: pass\n    except* A:\n        continue",
    "1 = x", "f() = 1", "x + 1 = 2", "(", "a b", "def f(:", "'abc", "if x:\npass", "  x = 1\n y = 2",
    "x = (1,\ny = 2", "f(**a, *b)", "f(a=1, 2)", "é = = 1", "日本 = f(]", "x = 08", "0x", "1__0",
    "(a, b): int", "def f(a=1, b): pass", "f'{a'", "f'{}'", "f'{a!x}'",
    "class A:\n    def f(self):\n        nonlocal zz", "async def f():\n    def g():\n        await x",
    "print 'x'", "x = yield = 1", "with a as f(): pass", "del f()", "del a + b", "else: pass",
]  # fmt: skip


@pytest.mark.parametrize("source", REFUSED)
def test_the_same_words_at_the_same_place(source: str) -> None:
    with pytest.raises(SyntaxError) as expected:
        compile(source, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    with pytest.raises(MontySyntaxError) as found:
        compile_source(source)
    wanted, got = expected.value, found.value
    assert got.message == wanted.msg
    assert got.lineno == wanted.lineno
    if got.offset is not None and wanted.end_offset is not None:
        assert (got.offset, got.end_lineno, got.end_offset) == (
            wanted.offset, wanted.end_lineno, wanted.end_offset,
        )  # fmt: skip
