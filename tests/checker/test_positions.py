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
        ("\x0cx = 1\nlen(3)", (2, 4, 2, 5)),
        ("x = 1\n\n\x0c\n\nlen(3)", (5, 4, 5, 5)),
        ("x = 1\n\\\n\nlen(3)", (4, 4, 4, 5)),
        ("if 1:\r\n\tx = 'é'\r\n\tlen(3)\r\n", (3, 5, 3, 6)),
        ("x = 'a\\\nb'; len(3)", (2, 8, 2, 9)),
        ('x = """é\r\nü"""; len(3)', (2, 10, 2, 11)),
        ("x = [\n\t1,\n\t\tlen(3)]", (3, 6, 3, 7)),
        ("x = 1; \\\r\nlen(3)", (2, 4, 2, 5)),
        ("e\u0301 = 1; len(3)", (1, 12, 1, 13)),
        ("f'é{len(3)}'", (1, 8, 1, 9)),
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
        "len(3)  # type:ignore  # and more",
        "len(3)  # TYPE: IGNORE",
        "# pyright: ignore\nlen(3)",
        "len(3)  # pyright: ignore[reportArgumentType]",
        "# ruff: noqa\nlen(3)",
        "len(3)  # é # type: ignore",
        "#\tmypy: ignore-errors\nlen(3)",
        '# mypy: disable-error-code="arg-type"\nlen(3)',
        "# type: ignore\nlen(3)",
        "# -*- coding: utf-7 -*-\nlen(3)",
        "# vim: set fileencoding=latin-1 :\nlen(3)",
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
        "\0" * 1000,
        "\x1a\x00\x07",
        "x = 1\n\udcff\n",
        "x = (" + "1,\n" * 15_000 + ")",
        "x = " + "{1: " * 80 + "1" + "}" * 80,
        "x" + "[0]" * 5_000,
        "x = " + "not " * 5_000 + "1",
        "\\\n" * 15_000 + "x = 1",
    ],
    ids=range(28),
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
