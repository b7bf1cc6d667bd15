"""Diagnostics as text, in each format."""

import json

import pytest

from ringfence_checker import Diagnostic, Fix, TextEdit, render

CODE = "x = 1\nprint(naem, '😀')\n"
FOUND = [
    Diagnostic("name-defined", "error", "Name `naem` is not defined", 2, 6, 2, 10,
               "Did you mean `name`?",
               (Fix("Change it to `name`", (TextEdit(2, 6, 2, 10, "name"),)),)),
    Diagnostic("endless-loop", "warning", "100% endless, a: b", 1, 0, 1, 5),
]  # fmt: skip


def test_text():
    assert render(FOUND, script_name="a.py").splitlines() == [
        "a.py:2:7: error: Name `naem` is not defined; Did you mean `name`? [name-defined]",
        "a.py:1:1: warning: 100% endless, a: b [endless-loop]",
    ]


def test_full_shows_the_line_with_carets():
    lines = render(FOUND, format="full", source=CODE).splitlines()
    assert "2 | print(naem, '😀')" in lines
    assert "  |       ^^^^" in lines
    assert lines[-1] == "found 1 error, 1 warning"


def test_full_counts_wide_characters_and_tabs():
    one = Diagnostic("arg-type", "error", "m", 1, 6, 1, 7)
    lines = render([one], format="full", source="\t'变' + 3").splitlines()
    assert lines[4].index("^") - lines[3].index("'") == 6


def test_colour_marks_severities():
    assert "\033[31merror" in render(FOUND, color=True)
    assert "\033[" not in render(FOUND)


def test_json_holds_everything():
    data = json.loads(render(FOUND, format="json"))
    assert data[0]["fixes"][0]["edits"][0]["new_text"] == "name"
    del data[0]["file"]
    assert Diagnostic.from_dict(data[0]) == FOUND[0]


def test_jsonlines_is_one_object_a_line():
    assert [json.loads(line)["rule"] for line in render(FOUND, format="jsonlines").split("\n")] == [
        "name-defined", "endless-loop"]


def test_github_escapes():
    lines = render(FOUND, format="github", script_name="a,b.py").splitlines()
    assert lines[0].startswith("::error file=a%2Cb.py,line=2,endLine=2,col=7,endColumn=10,")
    assert lines[1].endswith("::100%25 endless, a: b")


def test_gitlab_fingerprints_differ_and_stay():
    first = json.loads(render([FOUND[0], FOUND[0]], format="gitlab"))
    assert first[0]["fingerprint"] != first[1]["fingerprint"]
    assert first == json.loads(render([FOUND[0], FOUND[0]], format="gitlab"))
    assert first[0]["location"]["positions"]["begin"] == {"line": 2, "column": 7}


def test_sarif():
    run = json.loads(render(FOUND, format="sarif"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"name-defined", "endless-loop"}
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11}


def test_pylint():
    assert render(FOUND, format="pylint").splitlines()[0] == (
        "main.py:2: [name-defined] Name `naem` is not defined")


def test_llm_says_line_what_why_and_how():
    text = render(FOUND, format="llm", source=CODE)
    assert text.splitlines()[0] == "main.py: 1 error must be repaired"
    assert "code: print(naem, '😀')" in text
    assert "write: print(name, '😀')" in text


@pytest.mark.parametrize("format", ["json", "gitlab", "sarif"])
def test_no_findings_are_still_a_document(format):
    assert json.loads(render([], format=format)) is not None


def test_many_files_in_one_text():
    text = render({"a.py": FOUND[:1], "b.py": FOUND[1:]})
    assert [line.split(":")[0] for line in text.splitlines()] == ["a.py", "b.py"]


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="'xml'"):
        render(FOUND, format="xml")
