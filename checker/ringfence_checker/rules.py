"""Every rule in one table: mypy's codes and ours in one namespace.

`docs/rules.md` is made from it, levels start from it, and each rule is tested by its examples: the
wrong one is found under its code, the right one gives nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

ERROR, WARNING, NOTE, OFF = "error", "warning", "note", "off"
LEVELS: Final = (ERROR, WARNING, NOTE, OFF)
TYPE = ("TypeError", "AttributeError")
NAME = ("NameError", "UnboundLocalError")
KEY = ("KeyError", "LookupError")


class Rule(NamedTuple):
    """One rule.

    ``level`` is where its findings start, ``source`` is ``mypy`` or ``ringfence``, ``raises`` names
    what fails at run time: a finding under a handler of it is a warning. ``wrong`` and ``right``
    are programs, ``stubs`` what the host lends to both.
    """

    code: str
    title: str
    level: str
    source: str
    raises: tuple[str, ...]
    why: str
    wrong: str
    right: str
    stubs: str = ""


_FETCH = "def fetch(url: str, *, timeout: float = 1.0) -> str: ...\n"
_AFETCH = "async def fetch(url: str) -> str: ...\n"
_USER = ("class User(TypedDict):\n    name: str\n    email: NotRequired[str]\n\n"
         "def get_user(id: int) -> User: ...\n")  # fmt: skip


def _ours(code: str, title: str, level: str, raises: tuple[str, ...], why: str, wrong: str,
          right: str, stubs: str = "") -> Rule:
    return Rule(code, title, level, "ringfence", raises, why, wrong, right, stubs)


def _mypy(code: str, title: str, level: str, raises: tuple[str, ...], why: str, wrong: str,
          right: str, stubs: str = "") -> Rule:
    return Rule(code, title, level, "mypy", raises, why, wrong, right, stubs)


_TABLE: Final = (
    # ---------------------------------------------------------------- the text
    _ours("syntax", "the text is no Python", ERROR, (),
          "A text that does not parse does not run.",
          "for i in range(3)\n    print(i)", "for i in range(3):\n    print(i)"),
    _ours("unsupported-syntax", "syntax the sandbox does not take", ERROR, (),
          "The sandbox refuses the program when it is compiled.", "", ""),
    _ours("too-complex", "a text that is not checked", ERROR, (),
          "Texts that are too large or too deeply nested are refused, as is a check that takes too "
          "long.", "x = " + "(" * 300 + "1" + ")" * 300, "x = (((1)))"),
    # ---------------------------------------------------------------- what is there
    _ours("unknown-module", "a module the sandbox has not", ERROR,
          ("ImportError", "ModuleNotFoundError"),
          "The import fails. Files, processes, threads and the network are the host's to lend.",
          "import subprocess\nsubprocess.run(['ls'])", "import json\njson.dumps([1])"),
    _ours("unknown-name", "a name Python has and the sandbox has not", ERROR,
          ("NameError", "AttributeError", "ImportError"),
          "The name is left out on purpose, or not there yet.",
          "breakpoint()", "print('here')"),
    _ours("unknown-method", "a method Python has and the sandbox has not", ERROR,
          ("AttributeError",), "The call fails with AttributeError.", "", ""),
    _mypy("name-defined", "a name nobody defines", ERROR, NAME,
          "Reading it raises NameError.", "totl = 1\nprint(total_count)",
          "total_count = 1\nprint(total_count)"),
    _mypy("attr-defined", "an attribute the object has not", ERROR,
          ("AttributeError", "TypeError", "FrozenInstanceError"),
          "Reading it raises AttributeError.", "'a b'.splitt()", "'a b'.split()"),
    _ours("no-such-attribute", "an attribute that no object here has", ERROR, ("AttributeError",),
          "Neither the library nor the program nor the host has an object with that attribute. A "
          "warning where the stubs lend values of any type.",
          "import json\ndef size(rows):\n    return rows.lenght()\nsize(json.loads('[1]'))",
          "import json\ndef size(rows):\n    return len(rows)\nsize(json.loads('[1]'))"),
    _ours("method-arguments", "a method called with what none of its name takes", ERROR,
          ("TypeError",), "Whatever the object is, the call raises TypeError.",
          "import json\ndef shout(text):\n    return text.upper(1)\nshout(json.loads('\"a\"'))",
          "import json\ndef shout(text):\n    return text.upper()\nshout(json.loads('\"a\"'))"),
    _ours("missing-call", "a method used as if it were its result", ERROR,
          ("TypeError", "AttributeError"), "The parentheses are missing.",
          "import json\ndef show(text):\n    for line in text.splitlines:\n        print(line)\n"
          "show(json.loads('\"a\"'))",
          "import json\ndef show(text):\n    for line in text.splitlines():\n        print(line)\n"
          "show(json.loads('\"a\"'))"),
    _mypy("used-before-def", "a name used before it is defined", ERROR, NAME,
          "At that moment the name holds nothing.", "print(total)\ntotal = 1",
          "total = 1\nprint(total)"),
    _mypy("possibly-undefined", "a name that some way leaves undefined", WARNING, NAME,
          "On the other way the name holds nothing.",
          "import random\nif random.random() > 0.5:\n    x = 1\nprint(x)",
          "import random\nx = 0\nif random.random() > 0.5:\n    x = 1\nprint(x)"),
    # ---------------------------------------------------------------- calls
    _mypy("call-arg", "a call that does not fit the signature", ERROR, TYPE,
          "Too few or too many arguments, or a keyword that does not exist.",
          "fetch('a', timout=2)", "fetch('a', timeout=2)", _FETCH),
    _mypy("arg-type", "an argument of a wrong type", ERROR, (*TYPE, "ValueError"),
          "The function works with another type.", "fetch(3)", "fetch('3')", _FETCH),
    _mypy("call-overload", "arguments that fit no overload", ERROR, (*TYPE, "ValueError"),
          "No form of the function takes these arguments.", "int([1])", "int('1')"),
    _mypy("func-returns-value", "the result of a function that gives none", ERROR, TYPE,
          "The value is always None.", "xs = [3, 1]\nys = xs.sort()\nprint(ys)",
          "xs = [3, 1]\nys = sorted(xs)\nprint(ys)"),
    _mypy("misc", "other type errors", ERROR, TYPE,
          "What mypy has no code of its own for.", "a, b = 1, 2, 3", "a, b, c = 1, 2, 3"),
    _mypy("str-unpack", "a string unpacked into names", WARNING, ("ValueError",),
          "The characters are rarely what is meant.", "", ""),
    _mypy("operator", "an operator between types that do not go together", ERROR, TYPE,
          "It raises TypeError.", "'total: ' + 3", "'total: ' + str(3)"),
    _mypy("index", "indexing what cannot be indexed so", ERROR, (*TYPE, *KEY),
          "It raises TypeError.", "x = 5\nx[0]", "x = [5]\nx[0]"),
    _mypy("union-attr", "an attribute that some values have not", ERROR, ("AttributeError",),
          "One of the types the value may have lacks the attribute. Only a warning where the value "
          "may be None.",
          "def f(x: int | str) -> str:\n    return x.upper()\nf('a')",
          "def f(x: int | str) -> str:\n    return str(x).upper()\nf('a')"),
    _mypy("str-format", "a format that does not fit its values", ERROR,
          (*TYPE, "ValueError", *KEY, "IndexError"),
          "The conversion fails.", "'%d' % 'x'", "'%s' % 'x'"),
    _mypy("abstract", "an instance of an abstract class", ERROR, TYPE,
          "It raises TypeError.",
          "from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n"
          "    def f(self) -> int: ...\nA()",
          "from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n"
          "    def f(self) -> int: ...\nclass B(A):\n    def f(self) -> int:\n        return 1\nB()"),
    _mypy("typeddict-item", "a key or value that a typed dict does not have", ERROR, KEY,
          "The host's dicts have the declared keys.",
          "u = get_user(1)\nu['nmae']", "u = get_user(1)\nu['name']", _USER),
    _mypy("typeddict-unknown-key", "writing a key that a typed dict does not have", WARNING, KEY,
          "It is misspelt more often than meant.",
          "u = get_user(1)\nu['nmae'] = 'x'", "u = get_user(1)\nu['name'] = 'x'", _USER),
    _mypy("type-var", "a value that the function cannot work with", ERROR, TYPE,
          "For instance objects that have no order.",
          "class A: pass\nsorted([A(), A()])", "sorted([2, 1])"),
    _mypy("list-item", "an item of a wrong type", WARNING, TYPE,
          "The list is declared to hold another type.",
          "xs: list[int] = [1, 'a']", "xs: list[int] = [1, 2]"),
    _mypy("dict-item", "an entry of a wrong type", WARNING, TYPE,
          "The dict is declared to hold other types.",
          "d: dict[str, int] = {'a': 'b'}", "d: dict[str, int] = {'a': 1}"),
    _mypy("assignment", "a value of another type than declared", WARNING, TYPE,
          "It does not fail by itself; what relies on the declaration will.",
          "x: int = 'a'", "x: int = 1"),
    _mypy("return-value", "a result of another type than declared", WARNING, TYPE,
          "It does not fail by itself; what relies on the declaration will.",
          "def f() -> int:\n    return 'a'\nf()", "def f() -> int:\n    return 1\nf()"),
    _mypy("return", "a way through a function that gives nothing", WARNING, TYPE,
          "The function is declared to give a value and may give None.",
          "def f(x: int) -> int:\n    if x:\n        return 1\nf(1)",
          "def f(x: int) -> int:\n    if x:\n        return 1\n    return 0\nf(1)"),
    # ---------------------------------------------------------------- coroutines
    _ours("missing-await", "a coroutine that nobody awaits", ERROR, (*TYPE, *KEY),
          "Without `await` the call does not even start.",
          "data = fetch('a')\ndata.upper()", "data = await fetch('a')\ndata.upper()", _AFETCH),
    _mypy("await-not-async", "`await` in a function that is not async", ERROR, (),
          "The text is refused.", "", ""),
    # ---------------------------------------------------------------- keys and formats
    _ours("unknown-key", "a key that a typed dict does not have", ERROR, (),
          "`get` gives None without a word.",
          "get_user(1).get('nmae')", "get_user(1).get('name')", _USER),
    _ours("missing-key", "a key that is not there", ERROR, KEY,
          "Reading it raises KeyError.",
          "ports = {'http': 80}\nports['htpp']", "ports = {'http': 80}\nports['http']"),
    _ours("possibly-missing-key", "a key that may not be there", WARNING, KEY,
          "The typed dict does not require it; where it is missing, reading it raises KeyError.",
          "get_user(1)['email']", "get_user(1).get('email')", _USER),
    _ours("unpacked-keys", "a dict unpacked into names", WARNING, ("ValueError",),
          "The names hold keys of the dict, not its values.",
          "rows = [{'a': 1, 'b': 2}]\nfor a, b in rows:\n    print(a, b)",
          "rows = [{'a': 1, 'b': 2}]\nfor row in rows:\n    print(row['a'], row['b'])"),
    _ours("format-spec", "a format spec that the value's type refuses", ERROR,
          ("ValueError", "TypeError"),
          "Formatting raises ValueError or TypeError.",
          "name = 'x'\nprint(f'{name:.2f}')", "price = 1.5\nprint(f'{price:.2f}')"),
    _ours("division-by-zero", "division by the constant zero", ERROR,
          ("ZeroDivisionError", "ArithmeticError"), "It raises ZeroDivisionError.",
          "n = 3\nn / 0", "n = 3\nn / 2"),
    _ours("unhashable", "a key that cannot be hashed", ERROR, ("TypeError",),
          "It raises TypeError.", "{[1]: 2}", "{(1,): 2}"),
    _ours("datetime-mix", "moments that do not go together", ERROR, ("TypeError",),
          "One has a time zone, the other has none; or one is a date, the other a moment.",
          "from datetime import datetime, timezone\n"
          "datetime.now(timezone.utc) - datetime(2025, 1, 1)",
          "from datetime import datetime, timezone\n"
          "datetime.now(timezone.utc) - datetime(2025, 1, 1, tzinfo=timezone.utc)"),
    _ours("mutable-default", "a list, dict or set as the default of a dataclass field", ERROR,
          ("ValueError",), "The class statement raises ValueError.",
          "from dataclasses import dataclass\n@dataclass\nclass A:\n    tags: list[str] = []",
          "from dataclasses import dataclass, field\n@dataclass\nclass A:\n"
          "    tags: list[str] = field(default_factory=list)"),
    _ours("bad-conversion", "text that is no number", ERROR, ("ValueError",),
          "It raises ValueError.", "int('3.5')", "int(float('3.5'))"),
    # ---------------------------------------------------------------- the host
    _ours("shadowed-host-name", "a name of the host given another meaning", WARNING, (),
          "Where the other meaning holds, the host's function cannot be called.",
          "fetch = 'a'\nprint(fetch)", "text = fetch('a')\nprint(text)", _FETCH),
    _ours("unused-result", "a host call whose result is dropped", WARNING, (),
          "Host calls cost time and are counted.",
          "fetch('a')\nprint('done')", "text = fetch('a')\nprint(text)", _FETCH),
    _ours("unreachable-host-call", "a host call that is never reached", WARNING, (),
          "It was meant to happen.",
          "def f() -> str:\n    return 'x'\n    fetch('a')\nf()",
          "def f() -> str:\n    print(fetch('a'))\n    return 'x'\nf()", _FETCH),
    _ours("inferred-return", "the result of an unannotated function misused", ERROR,
          (*TYPE, *KEY, "ValueError"),
          "The function always gives a type that does not fit where it is used.",
          "def size(xs):\n    return len(xs) + 1\nsize(['a']).upper()",
          "def size(xs):\n    return len(xs) + 1\nstr(size(['a'])).upper()"),
    # ---------------------------------------------------------------- logic
    _ours("endless-loop", "a loop with no way out", WARNING, (),
          "The run ends only by a limit.",
          "n = 3\nwhile n > 0:\n    print(n)", "n = 3\nwhile n > 0:\n    n -= 1"),
    _mypy("unreachable", "code that is never reached", WARNING, (),
          "By its types, a condition is always true or always false.",
          "def f(x: str) -> int:\n    if isinstance(x, str):\n        return 1\n    return 2\nf('')",
          "def f(x: str) -> int:\n    if x:\n        return 1\n    return 2\nf('')"),
    _mypy("redundant-expr", "a condition that is always the same", WARNING, (),
          "One side is never looked at.",
          "def f(x: int) -> bool:\n    return isinstance(x, int) and x > 1\nf(1)",
          "def f(x: int) -> bool:\n    return x > 1\nf(1)"),
    _mypy("comparison-overlap", "a comparison that is never true", WARNING, (),
          "The two types have no common value.",
          "def f(x: int) -> bool:\n    return x == '1'\nf(1)",
          "def f(x: int) -> bool:\n    return x == 1\nf(1)"),
    _mypy("truthy-function", "a function as a condition", WARNING, (),
          "It is always true: the call is missing.",
          "def ready() -> bool:\n    return True\nif ready:\n    print(1)",
          "def ready() -> bool:\n    return True\nif ready():\n    print(1)"),
    _mypy("truthy-bool", "a condition that is always true", WARNING, (),
          "The object has neither `__bool__` nor `__len__`.",
          "class A: pass\na = A()\nif a:\n    print(1)", "class A: pass\na = A()\nprint(1)"),
    _mypy("truthy-iterable", "an iterable as a condition", WARNING, (),
          "It may be true though it is empty.",
          "from typing import Iterable\ndef f(x: Iterable[int]) -> int:\n"
          "    return 1 if x else 0\nf([1])",
          "from typing import Sequence\ndef f(x: Sequence[int]) -> int:\n"
          "    return 1 if x else 0\nf([1])"),
    _mypy("exhaustive-match", "a match that leaves a case out", WARNING, (),
          "Values that no case takes fall through.",
          "def f(x: bool) -> None:\n    match x:\n        case True:\n            print(1)\nf(True)",
          "def f(x: bool) -> None:\n    match x:\n        case True:\n            print(1)\n"
          "        case False:\n            print(2)\nf(True)"),
    _mypy("has-type", "a type that cannot be told", OFF, (), "mypy gives up.", "", ""),
    _mypy("no-redef", "a name defined twice", WARNING, (),
          "The first definition is lost.",
          "def f() -> int:\n    return 1\ndef f() -> int:\n    return 2\nf()",
          "def f() -> int:\n    return 1\ndef g() -> int:\n    return 2\nf()"),
    _mypy("override", "an override that does not fit", WARNING, TYPE,
          "Where the base class is expected, the call fails.",
          "class A:\n    def f(self) -> int:\n        return 1\nclass B(A):\n"
          "    def f(self, x: int) -> int:\n        return x\nB()",
          "class A:\n    def f(self) -> int:\n        return 1\nclass B(A):\n"
          "    def f(self) -> int:\n        return 2\nB()"),
    _mypy("mutable-override", "an attribute overridden with another type", OFF, (),
          "Writing through the base class breaks it.", "", ""),
    _mypy("method-assign", "a method that is assigned to", WARNING, (),
          "The class is changed for all.",
          "class A:\n    def f(self) -> int:\n        return 1\nA.f = lambda self: 2",
          "class A:\n    def f(self) -> int:\n        return 1\nA().f()"),
    _mypy("valid-type", "an annotation that is no type", WARNING, TYPE,
          "It does not fail by itself; the annotation says nothing.",
          "def f(x: any) -> int:\n    return 1\nf(1)",
          "from typing import Any\ndef f(x: Any) -> int:\n    return 1\nf(1)"),
    _mypy("exit-return", "an `__exit__` that always gives False", OFF, (), "", "", ""),
    _mypy("safe-super", "a call of an abstract method by super", WARNING, (), "", "", ""),
    _mypy("empty-body", "a function without a body that should give a value", WARNING, TYPE,
          "It gives None.", "def f() -> int: ...\nf()", "def f() -> int:\n    return 1\nf()"),
    _mypy("annotation-unchecked", "an annotation in an unchecked function", OFF, (), "", "", ""),
    _mypy("metaclass", "a metaclass that does not fit", WARNING, TYPE, "", "", ""),
    _mypy("type-arg", "missing type arguments", OFF, (), "", "", ""),
    _mypy("name-match", "a named tuple with another name than its variable", OFF, (), "", "", ""),
    _mypy("type-abstract", "an abstract class where a concrete one is wanted", WARNING, TYPE, "",
          "", ""),
    _mypy("no-overload-impl", "overloads without an implementation", WARNING, (), "", "", ""),
    _mypy("overload-overlap", "overloads that overlap", OFF, (), "", "", ""),
    _mypy("overload-cannot-match", "an overload that is never taken", OFF, (), "", "", ""),
    _mypy("literal-required", "a literal is wanted", WARNING, KEY,
          "The key of a typed dict is not written out, so that it cannot be checked.", "", ""),
    _mypy("valid-newtype", "a NewType of what is no class", WARNING, TYPE, "", "", ""),
    _mypy("prop-decorator", "a decorator over a property", OFF, (), "", "", ""),
    _mypy("typeddict-readonly-mutated", "a read-only key is written", WARNING, (), "", "", ""),
    _mypy("deprecated", "a deprecated name", OFF, (), "", "", ""),
)  # fmt: skip

RULES: Final = {rule.code: rule for rule in _TABLE}
