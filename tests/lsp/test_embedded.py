"""Programs in strings of host Python, in notebooks, in texts that are no files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lsp.client import covered
from ringfence_lsp.documents import Document
from ringfence_lsp.pieces import pieces_of
from ringfence_lsp.settings import Configuration

if TYPE_CHECKING:
    from lsp.client import Client

HOST = '''import ringfence
from ringfence import Monty, check
from textwrap import dedent

def fetch(url: str) -> bytes: ...

CODE = """
data = fetch(url)
len(5)
"""

def main():
    program = Monty(CODE, inputs=["url"])
    program.run(inputs={"url": "u"}, external_functions={"fetch": fetch})
    Monty(dedent("""\\
        x = "😋\\u00e9\\\\n" + 1
        if x:
            len(x)
    """))
    check('len(6)')
    check(f'len({main})')
    # ringfence: inputs=a:int
    marked = "a.foo"
    other = "len(7)"
'''


def pieces(text: str) -> list[Any]:
    return pieces_of(Document("file:///nowhere/host.py", "utf-16", text, 1, "python"), Configuration())


def test_strings_given_to_the_sandbox_are_found() -> None:
    assert [one.text for one in pieces(HOST)] == [
        "\ndata = fetch(url)\nlen(5)\n",
        'x = "😋é\\n" + 1\nif x:\n    len(x)\n',
        "len(6)",
        "a.foo",
    ]


def test_a_call_says_what_the_program_is_lent() -> None:
    first, _, _, marked = pieces(HOST)
    assert first.program.inputs == (("url", ""),)
    assert "def fetch(url: str) -> bytes" in first.program.stub_text
    assert marked.program.inputs == (("a", "int"),)


def test_every_place_of_a_program_leads_to_its_character_and_back() -> None:
    for piece in pieces(HOST):
        document = piece.document
        for number, line in enumerate(piece.text.split("\n"), 1):
            for column in range(len(line) + 1):
                at = piece.place(number, column)
                assert piece.locate(document, at.line, at.column) == (number, column)
                if column < len(line) and document.lines[at.line][at.column] != "\\":
                    assert document.lines[at.line][at.column] == line[column]


@pytest.mark.parametrize(
    "text",
    ["Monty(f'x = {1}')", "Monty(b'x')", "Monty('a' + 'b')", "other('len(3)')", "check('len(3)')",
     "Monty(", "Monty()", "Monty(3)", "Monty(name)", "name = 'a'\nname = 'b'\nMonty(name)"],
)  # fmt: skip
def test_what_cannot_be_placed_or_is_no_program_is_left_alone(text: str) -> None:
    assert pieces(text) == []


def test_a_session_sees_what_was_fed_before(pushed: Client) -> None:
    text = "import ringfence\ns = ringfence.Session()\ns.feed_run('x = [1]')\ns.feed_run('len(x); len(4)')\n"
    (one,) = pushed.open("file:///nowhere/session.py", text).diagnostics()
    assert covered(text, one["range"]) == "4"


def test_diagnostics_in_strings_stand_at_their_characters(pushed: Client) -> None:
    document = pushed.open("file:///nowhere/host.py", HOST)
    found = {covered(HOST, one["range"]) for one in document.diagnostics()}
    assert "5" in found
    assert "6" in found
    assert any("foo" in one for one in found)
    assert not any("7" in one for one in found)


def test_requests_work_inside_of_strings(vscode: Client) -> None:
    document = vscode.open("file:///nowhere/inside.py", HOST)
    hover = document.ask("hover", "fetch(url)\n", 2)
    assert "bytes" in hover["contents"]["value"]
    assert covered(HOST, hover["range"]) == "fetch"
    labels = {one["label"] for one in document.ask("completion", "len(5)", 1)["items"]}
    assert {"fetch", "url", "data"} <= labels
    assert document.ask("hover", "def main", 5) is None
    tokens = document.ask("semanticTokens/full")["data"]
    assert len(tokens) > 20


def test_a_fix_in_a_string_edits_the_string(vscode: Client) -> None:
    text = 'import ringfence\nringfence.check("""\nvalue = 1\nprint(valeu)\n""")\n'
    document = vscode.open("file:///nowhere/fix.py", text)
    place = document.at("valeu")["position"]
    found = document.ask("codeAction", range={"start": place, "end": place}, context={"diagnostics": []})
    fix = next(one for one in found if one["kind"] == "quickfix")
    (edit,) = fix["edit"]["changes"][document.uri]
    assert (covered(text, edit["range"]), edit["newText"]) == ("valeu", "value")


def test_an_untitled_text_is_a_program(vscode: Client) -> None:
    document = vscode.open("untitled:Untitled-1", "len(3)\n")
    assert len(document.ask("diagnostic")["items"]) == 1


def test_a_comment_at_the_head_makes_a_file_a_program(vscode: Client) -> None:
    document = vscode.open("file:///nowhere/head.py", "#!/x\n# ringfence: inputs=n:int\nn.foo\n")
    (one,) = document.ask("diagnostic")["items"]
    assert "foo" in covered(document.text, one["range"])
    other = vscode.open("file:///nowhere/prose.py", "# ringfenced code\nlen(3)\n")
    assert other.ask("diagnostic")["items"] == []


def notebook(cells: list[str]) -> dict[str, Any]:
    uri = "file:///nowhere/book.ipynb"
    return {
        "notebookDocument": {
            "uri": uri, "notebookType": "jupyter-notebook", "version": 1,
            "cells": [{"kind": 2, "document": f"{uri}#{n}"} for n in range(len(cells))],
        },
        "cellTextDocuments": [
            {"uri": f"{uri}#{n}", "languageId": "python", "version": 1, "text": text}
            for n, text in enumerate(cells)
        ],
    }  # fmt: skip


def test_the_cells_of_a_notebook_are_one_program(pushed: Client) -> None:
    cells = ["# ringfence: inputs=url:str\n%matplotlib inline\nx = [1]", "len(x)", "len(9)"]
    given = notebook(cells)
    pushed.tell("notebookDocument/didOpen", given)
    uri = given["notebookDocument"]["uri"]
    (one,) = pushed.diagnostics(f"{uri}#2")
    assert covered(cells[2], one["range"]) == "9"
    place = {"textDocument": {"uri": f"{uri}#1"}, "position": {"line": 0, "character": 4}}
    found = pushed.ask("textDocument/definition", place)
    assert found["uri"] == f"{uri}#0"
    pushed.tell("notebookDocument/didChange", {
        "notebookDocument": {"uri": uri, "version": 2},
        "change": {"cells": {"textContent": [{
            "document": {"uri": f"{uri}#2", "version": 2},
            "changes": [{"text": "len([9])"}]}]}},
    })
    assert pushed.diagnostics(f"{uri}#2", 2) == []
