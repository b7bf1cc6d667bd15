"""Places are right, whatever the text is made of; hostile texts are refused or checked."""

import pytest


def at(diagnostics, rule=None):
    return [
        (d.line, d.column, d.end_line, d.end_column) for d in diagnostics
        if rule is None or d.rule == rule
    ]


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("len(3)", (1, 4, 1, 5)),
        ("é = 'ü'; len(3)", (1, 13, 1, 14)),
        ("x = '😀😀'; len(3)", (1, 14, 1, 15)),
        ("if 1:\n\tlen(3)", (2, 5, 2, 6)),
        ("x = 1\r\nlen(3)\r\n", (2, 4, 2, 5)),
        ("x = 1\rlen(3)", (2, 4, 2, 5)),
        ("x = 1\n\x0clen(3)\n", (2, 5, 2, 6)),
        ("x = \\\n  len(3)", (2, 6, 2, 7)),
        ("x = '''\n\u2028'''\nlen(3)", (3, 4, 3, 5)),
        ("变量 = len(3)", (1, 9, 1, 10)),
    ],
)
def test_columns_count_code_points(find, code, place):
    assert at(find(code), "arg-type") == [place]


@pytest.mark.parametrize(
    "code",
    [
        "# mypy: ignore-errors\nlen(3)",
        "len(3)  # type: ignore",
        "len(3)  # type: ignore[arg-type]",
        "#mypy:disable-error-code=arg-type\nlen(3)",
        "len(3)  # noqa",
        "x = '# type: ignore'; len(3)",
    ],
)
def test_comments_do_not_switch_the_check_off(find, code):
    line = 2 if "\n" in code else 1
    assert [p[0] for p in at(find(code), "arg-type")] == [line]


def test_a_comment_of_a_type_means_nothing(find):
    assert find("x = []  # type: list[int]\nx.append('a')") == []


@pytest.mark.parametrize(
    "code",
    [
        "(" * 5000 + ")" * 5000,
        "[" * 150 + "]" * 150,
        "x = " + "-" * 100_000 + "1",
        "x = " + " + ".join(["1"] * 30_000),
        "x = " + "a." * 20_000 + "b",
        "x = 1\0",
        "x = '\ud800'",
        "\n" * 1_000_000,
        "x = " + "9" * 300_000,
        "x" * 390_000,
        "if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 200)),
        "\t" * 5000 + "x",
        "lambda: " * 3000 + "1",
        "x = '" + "\\N{DIGIT ONE}" * 10_000 + "'",
        "f'" + "{" * 500 + "1" + "}" * 500 + "'",
        "\ufeff\ufeffx = 1",
        "def f(" + ", ".join(f"a{i}" for i in range(3000)) + "): pass",
        "x = [" + "1, " * 50_000 + "]",
        "class A(A): pass",
        "x: 'x'\ny: '" + "(" * 3000 + "'",
    ],
    ids=range(20),
)
def test_hostile_texts_get_an_answer(find, code):
    for d in find(code):
        assert d.line >= 1
        assert d.column >= 0
        assert "the checker failed" not in d.message
    assert [d.rule for d in find("len(3)")] == ["arg-type"]  # and the next text is checked


def test_the_syntax_error_is_where_python_says(find):
    (found,) = find("x = 1\nfor i in range(3)\n    print(i)")
    assert (found.rule, found.line, found.column) == ("syntax", 2, 17)


def test_a_byte_order_mark_is_no_error(find):
    assert find("\ufeffx = 1") == []
