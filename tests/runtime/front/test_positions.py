# ruff: noqa: E501  (programs on a line each)
"""An error's position is the one that CPython's traceback underlines."""

import ast
from typing import Any

import pytest

from ringfence.compile import compile_source
from runtime.front.interpreter import Machine

BAD = "class C:\n  def __bool__(self): 1 / 0\n"
RAISING = [
    "x = 1\nx + y", "1 + (2 +\n 'a')", "f = None\nf(1,\n 2)", "a = []\na.b", "a = []\na.b.c", "a = []\na[5]",
    "a = {}\nb = a['k']['j']", "a = []\n(a\n .append(1)\n .foo())", "a = []\na.foo(1,\n 2)",
    "def f():\n    raise ValueError(\n   'x')\nf()", "raise KeyError", "assert 1 == 2, 'x'", "assert []",
    "a, b = 1", "a, b = 1, 2, 3", "(a, b), c = (1,), 2", "for i in 5: pass", "for a, b in [1]: pass",
    "x = []\nx.y = 1", "x = 5\nx[0] = 1", "x = 5\nx[0] += 1", "x = []\nx[0] += 1", "x = 5\nx.a += 1",
    "x = 1\nx += 'a'", "del q", "x = []\ndel x[0]", "x = 1\ndel x.y", "-'a'", "not 1 < 'a'",
    "if 1 < 'a': pass", "x = 1 < 2 < 'a'", "1 in 5", "x = 1 in 5", "while 1 < 'a': pass",
    "f'{1:q}'", "f'a{1!r:>5}{x}'", "[1, *2]", "{1, *2}", "{**1}", "print(*1)", "print(1, *2)",
    "print(**1)", "{[]: 1}", "{[]}", "[x for x in 5]", "[1 / x for x in [0]]",
    "def f(a): pass\nf()", "def f():\n    return g()\ndef g():\n    return 1 / 0\nf()",
    "class A(5): pass", "class A:\n    x = 1 / 0", "@1\ndef f(): pass", "@(lambda c: 1 / 0)\nclass A: pass",
    "import nonexistent_module_q", "from os import qqq", "from os import (path,\n   qqq)", "with 5: pass",
    "try:\n    1 / 0\nexcept 5: pass", "try:\n    1 / 0\nexcept KeyError: pass",
    "try:\n    1 / 0\nfinally:\n    pass", "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError from e",
    "match 5:\n    case int(1, 2): pass\n    case foo.bar: pass", "match 5:\n    case 1 | foo.bar: pass",
    "x = (1).real.foo", "print((1).foo, 2)", "print(1 .foo())", "lambda: 1\n(lambda: 1 / 0)()",
    "def g():\n    yield 1 / 0\nlist(g())", "def g():\n    yield from 5\nlist(g())", "sum(1 / x for x in [0])",
    "x = 5 if 1 < 'a' else 3", "1 and 'a' < 1", "y: int = 1 / 0", "y: foo = 1", "def f(x: foo): pass",
    "def f(x=foo): pass", "x = {1: 2,\n  3: 1 / 0}", "x = [1,\n  2][5]", "x = 'é' + 1", "日本 = 'ü' + 1 + x",
    "return_value = int('x', base=5)", "x = [\n 1 / 0\n]", "('a' +\n\n 1)", "a = b = c = 1 / 0",
    "x = [3, 1][None:'a':2]", "global_name", "print(global_name)", "foo.bar()", "x = lambda: foo\nx()",
    "def f():\n    x\n    x = 1\nf()", "def f():\n    del x\n    x = 1\nf()", "2 ** 'a'", "[] @ 1",
    "with open('/nonexistent/x') as f:\n    pass",
    "class C:\n  def __enter__(self): return self\n  def __exit__(self, *a): 1 / 0\nwith C():\n    pass",
    "class C:\n  def __enter__(self): return self\n  def __exit__(self, *a): 1 / 0\nwith C() as c, C():\n    x = 1\n    del x",
    "class C:\n  def __enter__(self): return self\n  def __exit__(self, *a): 1 / 0\ndef f():\n  with C():\n    return 5\nf()",
    "class C:\n  def __enter__(self): return self\n  def __exit__(self, *a): pass\nwith C():\n    1 / 0",
    "class C:\n  def __iter__(self): return self\n  def __next__(self): 1 / 0\nfor x in C():\n    pass",
    "class C:\n  def __iter__(self): return self\n  def __next__(self): 1 / 0\n[x for x in\n  C()]",
    "class C:\n  def __bool__(self): 1 / 0\nif C(): pass", "class C:\n  def __bool__(self): 1 / 0\nx = C() and 1",
    "class C:\n  def __bool__(self): 1 / 0\nx = not C()", "class C:\n  def __bool__(self): 1 / 0\nwhile C(): pass",
    "class C:\n  def __bool__(self): 1 / 0\nassert C()", "class C:\n  def __bool__(self): 1 / 0\n[1 for x in [1] if C()]",
    "def d(f): 1 / 0\n@d\ndef f():\n    pass", "def d(f): 1 / 0\n@d\nclass f:\n    pass",
    BAD + "x = 1 if C() else 2", BAD + "if 0: pass\nelif C(): pass", BAD + "if 1 and C() or 0: pass",
    BAD + "while 1 and C(): pass", BAD + "assert 1 and C(), 5", BAD + "x = 1 if not C() else 2",
    BAD + "x = [y for y in [1] if y and C()]", BAD + "x = not (1 and C())", BAD + "1 < C() < 2",
    BAD + "x = (1 and C()) + 1", BAD + "match 1:\n    case 1 if C(): pass", BAD + "x = C().m(1).n",
    BAD + "x = []\nx.foo\\\n  .bar(1)", BAD + "C().a.b(1)", BAD + "x = C()\nx.foo()", BAD + "x = C()\nx.foo(1, x)",
    BAD + "x = C()\nx.foo(k=1)", BAD + "x = C()\nx.foo(*[1])", BAD + "x = C()\n(x\n  .foo())", BAD + "C().foo()",
    BAD + "x = C()\nx.foo(1 / 1)", "'a'.join(5)", "'a'.join(\n [5])", "x = 'a'\n(x\n .join([1 / 1]))",
    "x = {}\nx.update(\n   [1 / 1])", "[1].append()", "x = [y\n  for y in 5\n]", "x = {y: 1 / y for y in [0]}",
    "for x in [1]:\n  for y in x:\n    pass", "a, b = [1], 2\n(c, d), e = a, b", "a = 5\na, b = a",
    "x = (y for y in 5)", "[x for y in [1] for x in 5]", "list(x for y in [1] for x in 5)", "{x for x in 5}",
    "list(1 for y in [1] if 1 < 'a')", BAD + "list(1 for y in [1] if C())",
    "class C:\n  def __iter__(self): return self\n  def __next__(self): 1 / 0\n[x for y in [1] for x in\n  C()]",
    "class C:\n  def __iter__(self): return self\n  def __next__(self): 1 / 0\nlist(x for y in [1] for x in\n  C())",
    "class C:\n  def __iter__(self): return self\n  def __next__(self): 1 / 0\nlist(x for x in\n  C())",
"x = (y for y in\n 5)", "def f(*, a): pass\nf(**{'b': 1})", "[*[1], *5, 2]",
    "f = None\nf(*[1], **{})", "f = 5\nf(a=1)", "print(1, *[1], **5)", "class A(*5): pass",
]  # fmt: skip


def _python(source: str) -> list[tuple[str, Any]]:
    code = compile(source, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    try:
        exec(code, {"__name__": "__main__"})
    except Exception as error:
        step = error.__traceback__
        found = []
        while step is not None:
            frame = step.tb_frame
            if frame.f_code.co_filename == "main.py":
                positions = list(frame.f_code.co_positions())[step.tb_lasti // 2]
                name = frame.f_code.co_name
                if name in (
                    "<listcomp>",
                    "<dictcomp>",
                    "<setcomp>",
                ):  # a frame of its own before 3.12
                    name = found.pop()[0]
                found.append((name, positions))
            step = step.tb_next
        return found
    raise AssertionError("nothing was raised")


def _ours(source: str) -> list[tuple[str, Any]]:
    machine = Machine(compile_source(source), {})
    try:
        machine.run()
    except Exception as error:
        lines = source.split("\n")
        found = []
        for name, word in reversed(machine.traces[id(error)]):
            line, column = word & 0xFFFFFF, word >> 24 & 0xFFFF
            end_line, end = line + (word >> 40 & 0xFF), word >> 48
            column = len(lines[line - 1][:column].encode())
            end = len(lines[end_line - 1][:end].encode())
            found.append((name, (line, end_line, column, end)))
        return found
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("source", RAISING)
def test_the_same_place(source: str) -> None:
    assert _ours(source) == _python(source)
