"""Programs run from the editor."""

from __future__ import annotations

import itertools
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from lsp.client import EMACS, UNKNOWN, Client
from ringfence_lsp.run.values import exception_of, value_of

if TYPE_CHECKING:
    from pathlib import Path

_numbers = itertools.count()


class Host:
    """Answers questions as a person would, and keeps them."""

    def __init__(self, client: Client, answers: dict[str, Any]) -> None:
        self.questions: list[dict[str, Any]] = []
        self.answers = answers
        client.answer_with["ringfence/ask"] = self.answer

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        self.questions.append(question)
        name = question.get("function") or question.get("name") or question.get("limit")
        given = self.answers.get(str(name), {"stop": True})
        return given.pop(0) if isinstance(given, list) else given


def run(client: Client, text: str, uri: str | None = None, **more: Any) -> dict[str, Any]:
    uri = uri or f"file:///run/p{next(_numbers)}.py"
    client.open(uri, text)
    argument = {"uri": uri, **more}
    end: dict[str, Any] = client.ask(
        "workspace/executeCommand", {"command": "ringfence.run", "arguments": [argument]}
    )
    return end


def test_a_run_asks_prints_and_ends(vscode: Client) -> None:
    text = (
        "# ringfence: inputs=city\nrows = fetch_rows(city, limit=2)\nprint(len(rows), 'rows')\n"
        "try:\n    send('x')\nexcept ValueError as error:\n    print(error)\nrows\n"
    )
    host = Host(vscode, {
        "city": {"value": "'Oslo'"}, "fetch_rows": {"value": "[{'amount': 1}, true]"},
        "send": {"exception": "ValueError: no wire"},
    })
    host.answers["fetch_rows"] = {"value": '[{"amount": 1}, {"amount": null}]'}
    end = run(vscode, text)
    assert (end["state"], end["output"]) == ("done", "[{'amount': 1}, {'amount': None}]")
    assert [q["kind"] for q in host.questions] == ["input", "call", "call"]
    call = host.questions[1]
    assert (call["function"], call["args"], call["kwargs"]) == ("fetch_rows", ["'Oslo'"], {"limit": "2"})
    assert call["range"]["start"] == {"line": 1, "character": 7}
    assert end["meters"]["host_calls"] == {"fetch_rows": 1, "send": 1}
    assert vscode.news("ringfence/print").get(timeout=10)["text"].startswith("2 rows")


def test_the_costs_of_lines_are_hints_as_long_as_the_text_stays(vscode: Client) -> None:
    text = "# ringfence\ntotal = 0\nfor i in range(1000):\n    total += i\n"
    uri = "file:///run/costs.py"
    end = run(vscode, text, uri)
    assert sum(one["instructions"] for one in end["lines"].values()) == end["meters"]["instructions"]
    span = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    request = {"textDocument": {"uri": uri}, "range": span}
    hints = vscode.ask("textDocument/inlayHint", request)
    assert any(one["position"]["line"] == 3 and "%" in str(one["label"]) for one in hints)
    assert any(method == "workspace/inlayHint/refresh" for method, _ in vscode.asked)
    costs = {"command": "ringfence.costs", "arguments": [{"uri": uri}]}
    picture = vscode.ask("workspace/executeCommand", costs)
    assert picture["total"] == end["meters"]["instructions"]
    vscode.tell("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": text + "x = 1\n"}]})
    hints = vscode.ask("textDocument/inlayHint", request)
    assert not any("%" in str(one["label"]) for one in hints)


def test_a_run_is_put_away_and_gone_on_with(vscode: Client, tmp_path: Path) -> None:
    path = str(tmp_path / "run.snapshot")
    Host(vscode, {"ask": {"save": path}})
    text = "# ringfence\nx = 40\ny = ask()\nx + y\n"
    assert run(vscode, text)["path"] == path
    Host(vscode, {"ask": {"value": "2"}})
    end = vscode.ask("workspace/executeCommand", {"command": "ringfence.resume", "arguments": [path]})
    assert end["output"] == "42"


def test_an_answer_given_before_can_be_used_again(vscode: Client) -> None:
    text = "# ringfence\nlookup('a') + lookup('a')\n"
    host = Host(vscode, {"lookup": [{"value": "20"}, {"use_recorded": True}]})
    assert run(vscode, text)["output"] == "40"
    assert host.questions[1]["recorded"] == "20"


def test_awaited_host_functions(vscode: Client) -> None:
    text = "# ringfence\nimport asyncio\na, b = await asyncio.gather(one(1), two(2))\na + b\n"
    host = Host(vscode, {"one": {"value": "1"}, "two": {"value": "2"}})
    assert run(vscode, text)["output"] == "3"
    assert [q["function"] for q in host.questions] == ["one", "two"]


def test_a_limit_can_be_raised(vscode: Client) -> None:
    text = "# ringfence: max_instructions=1000\nx = 0\nwhile x < 5000:\n    x += 1\nx\n"
    host = Host(vscode, {"max_instructions": {"limits": {"max_instructions": 100000}}})
    assert run(vscode, text)["output"] == "5000"
    assert host.questions[0]["kind"] == "limit"


def test_a_failed_run_says_where(vscode: Client) -> None:
    end = run(vscode, "# ringfence\ndef f():\n    return 1 / 0\nf()\n")
    assert (end["state"], end["line"]) == ("failed", 3)
    assert "ZeroDivisionError" in end["display"]
    assert run(vscode, "# ringfence\nx = (\n")["state"] == "failed"


def test_a_run_that_never_ends_is_stopped(vscode: Client) -> None:
    stopped = threading.Event()

    def stop() -> None:
        while not stopped.is_set():
            news = vscode.news("ringfence/run").get(timeout=60)
            if news["state"] == "running" and news["uri"].endswith("forever.py"):
                stopped.wait(1)
                arguments = {"command": "ringfence.stop", "arguments": [news["run"]]}
                assert vscode.ask("workspace/executeCommand", arguments) is True
                return

    helper = threading.Thread(target=stop)
    helper.start()
    end = run(vscode, "# ringfence\nwhile True:\n    pass\n", "file:///run/forever.py")
    stopped.set()
    helper.join(30)
    assert end["state"] == "stopped"


def test_tools_of_the_host_answer_by_themselves(vscode: Client, tmp_path: Path) -> None:
    (tmp_path / "tools.py").write_text(
        "async def wait(n):\n    return n + 1\ndef add(a, b=1):\n    return a + b\n"
    )
    text = f"# ringfence: tools={tmp_path}/tools.py\nadd(1, b=4) + await wait(10)\n"
    assert run(vscode, text)["output"] == "16"


def test_a_program_in_a_string_runs(vscode: Client) -> None:
    text = 'from ringfence import Monty\nMonty("""\nx = 3\nx * 2\n""")\n'
    assert run(vscode, text)["output"] == "6"


def test_a_client_without_a_face_for_questions_is_asked_by_buttons() -> None:
    client = Client(EMACS)
    try:
        client.answer_with["window/showMessageRequest"] = lambda params: next(
            one for one in params["actions"] if one["title"] == "Return 0")
        assert run(client, "# ringfence\nask() + 1\n")["output"] == "1"
    finally:
        client.end()


def test_a_client_that_cannot_ask_runs_on_what_is_recorded(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps([
        {"question": ["input", "city"], "value": "'Oslo'"},
        {"question": ["call", "ask", "'Oslo'"], "value": "4"},
    ]))
    client = Client(EMACS)
    try:
        client.answer_with["window/showMessageRequest"] = UNKNOWN
        head = f"# ringfence: inputs=city answers={answers}\n"
        assert run(client, f"{head}ask(city) + 1\n")["output"] == "5"
        assert run(client, f"{head}ask('Rome')\n")["state"] == "stopped"
        shown = client.news("window/showMessage")
        assert shown.get(timeout=60)["message"].startswith("done: 5 (")
        said = shown.get(timeout=60)["message"]
        assert "calls ask('Rome')" in said
        assert "`answers`" in said
    finally:
        client.end()


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), ("'a'", "a"), ("[1, {'a': None}]", [1, {"a": None}]), ("", None), ("null", None),
     ('{"a": true}', {"a": True}), ("2 ** 10", 1024),
     ("sorted({'b', 'a'})", ["a", "b"])],
)  # fmt: skip
def test_answers_are_literals_json_or_expressions(text: str, value: Any) -> None:
    assert value_of(text) == value


def test_an_answer_that_is_nothing_of_these_is_refused() -> None:
    with pytest.raises(ValueError, match="no value"):
        value_of("nonsense here")


def test_exceptions_by_name() -> None:
    assert repr(exception_of("ValueError: no: such")) == "ValueError('no: such')"
    assert repr(exception_of("KeyError")) == "KeyError()"
    assert repr(exception_of("went wrong")) == "RuntimeError('went wrong')"
    assert repr(exception_of("SystemExit: 1")) == "RuntimeError('SystemExit: 1')"
