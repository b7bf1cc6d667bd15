"""What an editor asks: hover, definition, completion, signature, inlay types."""

import pytest

STUBS = '''
async def fetch(url: str, *, timeout: float = 1) -> dict[str, int]:
    """Get a page."""
class User(TypedDict):
    name: str
    age: int
def get_user(id: int) -> User: ...
'''
CODE = '''import json
def area(w, h):
    "The area."
    return w * 2.0
data = await fetch("u")
text = json.dumps(data)
xs = [1, 2]
for i in xs:
    print(i, text)
u = get_user(1)
'''


@pytest.fixture
def asked(checker):
    checker.set_stubs(STUBS)
    return checker


@pytest.mark.parametrize(
    ("line", "column", "kind", "shown"),
    [
        (5, 14, "host function", "async def fetch(url: str, *, timeout: float = ...) -> dict[str, int]"),
        (6, 13, "function", "def dumps(obj: Any"),
        (6, 1, "variable", "str"),
        (8, 4, "variable", "int"),
        (2, 5, "function", "def area("),
        (9, 5, "function", "def print(*values: object"),
        (6, 8, "module", "module json"),
    ],
)
def test_hover(asked, line, column, kind, shown):
    found = asked.hover(CODE, line, column)
    assert found.kind == kind
    assert shown in (found.signature or found.type)


def test_hover_shows_documentation(asked):
    assert asked.hover(CODE, 5, 14).doc == "Get a page."
    assert asked.hover(CODE, 2, 5).doc == "The area."


def test_hover_over_nothing(asked):
    assert asked.hover("x = 1\n\n", 2, 0) is None
    assert asked.hover("x = (", 1, 0) is None


@pytest.mark.parametrize(
    ("line", "column", "source", "at"),
    [(6, 18, "program", 5), (8, 9, "program", 7), (9, 10, "program", 8), (5, 14, "stubs", 2),
     (6, 13, "library", None), (10, 5, "stubs", 7)],
)
def test_definition(asked, line, column, source, at):
    found = asked.definition(CODE, line, column)
    assert found.source == source
    if at is not None:
        assert found.line == at
    if source == "library":
        assert found.path.endswith("json/__init__.pyi")


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("text.", "upper", "append"),
        ("text.up", "upper", "append"),
        ("json.", "dumps", "Any"),
        ("print(text.", "upper", "append"),
        ("for a in xs.", "append", "upper"),
        ("if text.", "upper", "append"),
        ("y = [text.up", "upper", "append"),
        ("(await fetch('a')).", "items", "upper"),
        ("u['", "name", "upper"),
        ("fe", "fetch", "upper"),
        ("pri", "print", "open_nothing"),
        ("from math import ", "sqrt", "dumps"),
        ("import ", "json", "socket"),
        ("def f(a):\n    b = 1\n    ", "b", "upper"),
        ("wh", "while", "upper"),
    ],
)
def test_completion(asked, typed, wanted, unwanted):
    code = CODE + typed
    lines = code.split("\n")
    labels = [c.label for c in asked.completions(code, len(lines), len(lines[-1]))]
    assert wanted in labels
    assert unwanted not in labels


def test_there_is_no_completion_in_strings_and_comments(asked):
    assert asked.completions("x = 'te'", 1, 6) == []
    assert asked.completions("# te", 1, 3) == []


@pytest.mark.parametrize(
    ("typed", "label", "active"),
    [
        ("fetch(", "fetch(url: str", 0),
        ("fetch('a', ", "fetch(url: str", 1),
        ("fetch('a', timeout=", "fetch(url: str", 1),
        ("x = get_user(", "get_user(id: int) -> User", 0),
        ("print(get_user(", "get_user(id: int) -> User", 0),
        ("area(1, ", "area(w: Any, h: Any)", 1),
    ],
)
def test_signature(asked, typed, label, active):
    code = CODE + typed
    lines = code.split("\n")
    found = asked.signature(code, len(lines), len(lines[-1]))
    assert found.label.startswith(label)
    assert found.active_parameter == active


def test_there_is_no_signature_outside_of_calls(asked):
    assert asked.signature("x = (1, ", 1, 8) is None


def test_inlay_types(asked):
    labels = {(hint.line, hint.label) for hint in asked.inlay_types(CODE)}
    assert {(5, ": dict[str, int]"), (6, ": str"), (7, ": list[int]"), (8, ": int")} <= labels


def test_inlay_results(asked):
    code = "def f(x):\n    return f'{x}'\nf(1)"
    assert [(h.line, h.column, h.label) for h in asked.inlay_types(code)] == [(1, 8, " -> str")]


def test_columns_of_non_ascii_lines(asked):
    code = "é = 'ü'; zz = [1]\nprint(zz)"
    assert asked.hover(code, 1, 10).name == "zz"
    assert [(h.column, h.label) for h in asked.inlay_types(code)] == [(11, ": list[int]")]


LONG = CODE + "".join(f"def step_{n}(x: int) -> int:\n    return x + {n}\n" for n in range(20))


def test_a_line_of_a_long_program_is_asked_about_as_of_a_short_one(asked):
    asked.check(LONG)
    for line, text in enumerate(CODE.split("\n"), 1):
        for column in range(0, len(text), 3):
            assert asked.hover(LONG, line, column) == asked.hover(CODE, line, column)
    labels = {one.label: one.detail for one in asked.completions(LONG + "st", 51, 2)}
    assert labels["step_3"] == "def step_3(x: int) -> int"
    assert labels["text"] == "str"


def test_completion_in_the_middle_of_a_word(asked):
    labels = [one.label for one in asked.completions("import math\nmath.sqrt(2)\n", 2, 5)]
    assert "sqrt" in labels
    labels = [one.label for one in asked.completions("import math\nmath.sqrt(2)\n", 2, 7)]
    assert "floor" in labels


def test_what_one_host_lends_is_not_proposed_to_another(asked):
    asked.set_stubs("def print(page: int) -> int: ...")
    assert "page" in {one.label: one.detail for one in asked.completions("p", 1, 1)}["print"]
    asked.set_stubs(None)
    assert "page" not in {one.label: one.detail for one in asked.completions("p", 1, 1)}["print"]
