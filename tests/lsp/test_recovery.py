"""What goes wrong is said in the log, and the server goes on."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lsp.client import EMACS, PLAIN, VSCODE, Client, covered
from ringfence_lsp.settings import Configuration, client_settings, fits, header

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    made = Client(PLAIN)
    yield made
    made.end()


HOSTILE = [
    "\x00", "\ud83d", "def", "(" * 300, "x = " + "-" * 3000 + "1", "\ufeffx = 1", "if 1:\n\tx\n        y",
    "'" * 7, '"""', "x = 1\r\n\r\n\ry = \\\r\n2", "# ringfence\n" * 50, "\x0c\nx = \u2028 1",
    "x = " + " + ".join(["1"] * 3000), "lambda: (yield)", "f'{x!r:{y:{z}}}'", "match x:\n case {**a}: pass",
    "class A[T]: pass", "x: int = 'é😋'; len(3)", "\\N{" * 5, "[" * 150 + "]" * 150,
]  # fmt: skip
REQUESTS = [
    "hover", "completion", "signatureHelp", "definition", "typeDefinition", "documentHighlight",
    "prepareCallHierarchy",
]  # fmt: skip
WHOLE = ["documentSymbol", "foldingRange", "semanticTokens/full", "codeLens", "diagnostic"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_broken_text_is_answered(client: Client, text: str) -> None:
    document = client.open("file:///h/text.py", "# ringfence\n" + text + "\n")
    client.log.clear()
    for method in WHOLE:
        document.ask(method)
    start = {"line": 0, "character": 0}
    document.ask("inlayHint", range={"start": start, "end": {"line": 9, "character": 0}})
    document.ask("selectionRange", positions=[{"line": 1, "character": 1}])
    for method in REQUESTS:
        for place in ({"line": 1, "character": 3}, {"line": 99, "character": 99}):
            client.ask(f"textDocument/{method}", {"textDocument": document.identifier, "position": place})
    assert not [one for one in client.log if "Traceback" in one]
    document.close()


def test_a_worker_that_was_killed_is_started_again(client: Client) -> None:
    document = client.open("file:///h/killed.py", "# ringfence\nlen(3)\n")
    assert len(document.ask("diagnostic")["items"]) == 1
    for child in children(client.process.pid):
        os.kill(child, signal.SIGKILL)
    document.become("# ringfence\nlen(34)\n")
    document.ask("diagnostic")
    document.become("# ringfence\nlen(345)\n")
    (one,) = document.ask("diagnostic")["items"]
    assert covered(document.text, one["range"]) == "345"


def children(process: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found.append(int(folder.name))
    return found


def test_stubs_that_do_not_parse_are_named(client: Client, tmp_path: Path) -> None:
    (tmp_path / "bad.pyi").write_text("def f(:\n")
    text = f"# ringfence: stubs={tmp_path}/bad.pyi\nx = (\n"
    document = client.open("file:///h/stubs.py", text)
    rules = {one["code"]: one["message"] for one in document.ask("diagnostic")["items"]}
    assert "stubs" in rules
    assert "line 1" in rules["stubs"]
    gone = client.open("file:///h/gone.py", "# ringfence: stubs=/nowhere/x.pyi\nlen(3)\n")
    found = {one["code"]: one["message"] for one in gone.ask("diagnostic")["items"]}
    assert "/nowhere/x.pyi" in found["stubs"]
    assert len(found) == 2  # the rest is checked all the same


def test_stubs_being_edited_count_at_once(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "tools.pyi"
    path.write_text("def f(x: int) -> int: ...\n")
    program = client.open("file:///h/live.py", f"# ringfence: stubs={path}\nf(1)\n")
    assert program.ask("diagnostic")["items"] == []
    stubs = client.open(path.as_uri(), path.read_text())
    stubs.become("def f(x: str) -> int: ...\n")
    assert len(program.ask("diagnostic")["items"]) == 1


def test_a_request_can_be_cancelled(client: Client) -> None:
    document = client.open("file:///h/cancel.py", "# ringfence\nlen(3)\n")
    number, waiting = client.begin("textDocument/diagnostic", {"textDocument": document.identifier})
    client.tell("$/cancelRequest", {"id": number})
    message = waiting.get(timeout=30)
    assert "result" in message or message["error"]["code"] == -32800
    assert len(document.ask("diagnostic")["items"]) == 1


def test_unknown_requests_and_edits_of_unknown_texts_do_no_harm(client: Client) -> None:
    with pytest.raises(Exception, match="textDocument/nonsense"):
        client.ask("textDocument/nonsense", {})
    client.tell("textDocument/didChange", {
        "textDocument": {"uri": "file:///h/never.py", "version": 3}, "contentChanges": [{"text": "x"}]})
    client.tell("textDocument/didClose", {"textDocument": {"uri": "file:///h/never.py"}})
    assert client.ask("workspace/symbol", {"query": "zzz"}) == []


def test_settings_of_the_wrong_type_are_named_and_the_rest_counts(tmp_path: Path) -> None:
    (tmp_path / "ringfence.toml").write_text(
        'files = 3\nstubs = "tools.pyi"\nlimits = { max_memory = "much" }\ninputs = ["a"]\nnonsense = 1\n'
    )
    configuration = Configuration()
    program = configuration.program(tmp_path / "x.py", "file", "python", ["# ringfence\n"])
    assert program is not None
    assert program.stubs == (str(tmp_path / "tools.pyi"),)
    assert program.input_names == ("a",)
    told = "\n".join(configuration.problems)
    for word in ("files", "max_memory", "nonsense"):
        assert word in told
    problems: list[str] = []
    client = client_settings({"lens": "yes", "inlayTypes": False, "limits": 3, "what": 1}, problems)
    assert (client.lens, client.inlay_types) == (True, False)
    assert len(problems) == 3


@pytest.mark.parametrize("raw", [3, [], "x", None, {"settings": 4}, {"files": {"a": 1}}])
def test_any_initialization_options_are_survived(raw: Any) -> None:
    client = Client(PLAIN, options=raw)
    assert client.close() == 0


def test_settings_change_while_the_server_runs(tmp_path: Path) -> None:
    client = Client(EMACS, folder=tmp_path)
    try:
        document = client.open((tmp_path / "a.py").as_uri(), "len(3)\n")
        assert document.ask("diagnostic")["items"] == []
        client.tell("workspace/didChangeConfiguration", {"settings": {"ringfence": {"files": ["*.py"]}}})
        (one,) = document.diagnostics()
        assert one["range"]["start"]["character"] == 4
        client.tell("workspace/didChangeConfiguration", {
            "settings": {"ringfence": {"files": ["*.py"], "severity": {one["code"]: "ignore"}}}})
        assert document.diagnostics() == []
    finally:
        client.end()


def test_a_settings_file_that_changes_is_read_again(tmp_path: Path) -> None:
    client = Client(VSCODE, folder=tmp_path)
    try:
        document = client.open((tmp_path / "a.py").as_uri(), "len(3)\n")
        assert document.ask("diagnostic")["items"] == []
        (tmp_path / "pyproject.toml").write_text('[tool.ringfence]\nfiles = ["a.py"]\n')
        client.tell("workspace/didChangeWatchedFiles", {
            "changes": [{"uri": (tmp_path / "pyproject.toml").as_uri(), "type": 1}]})
        assert len(document.ask("diagnostic")["items"]) == 1
    finally:
        client.end()


def test_the_server_ends_with_its_client() -> None:
    client = Client(PLAIN)
    workers = children(client.process.pid)
    assert client.process.stdin is not None
    client.process.stdin.close()
    client.process.wait(30)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(Path(f"/proc/{one}/cmdline").exists() for one in workers):
        time.sleep(0.05)
    assert not any(Path(f"/proc/{one}/cmdline").exists() for one in workers)
    client.end()


def test_a_header_comment() -> None:
    marked, layer, problems = header([
        "#!/usr/bin/env python\n",
        "# ringfence: stubs=a.pyi,b.pyi inputs=url:str,rows max_instructions=1_000 max_memory=x\n"])
    assert marked
    assert layer["stubs"] == ["a.pyi", "b.pyi"]
    assert layer["inputs"] == {"url": "str", "rows": ""}
    assert layer["limits"] == {"max_instructions": 1000}
    assert len(problems) == 1
    assert not header(["x = 1\n", "# ringfence\n"])[0]


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [("a/b/c.py", "**/*.py", True), ("c.py", "**/*.py", True), ("a/c.py", "*.py", True),
     ("a/c.py", "a/*.py", True), ("a/b/c.py", "a/*.py", False), ("a/b/c.py", "a/**", True),
     ("ab/c.py", "a/**", False), ("a/x1.py", "a/x?.py", True), ("a/c.pyi", "*.py", False)],
)  # fmt: skip
def test_globs(path: str, glob: str, expected: bool) -> None:
    assert fits(path, [glob]) is expected
