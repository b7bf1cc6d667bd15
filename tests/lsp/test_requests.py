"""Each request, as an editor sends it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from lsp.client import Document, ServerError, covered, edited

if TYPE_CHECKING:
    from pathlib import Path

    from lsp.client import Client

PROGRAM = '''# Sums the amounts of a city.
import math


def total_of(rows, scale=1):
    """Add the amounts."""
    total = 0
    for row in rows:
        total += row["amount"]
    return total * scale


class Box:
    """Keeps a value."""

    size = 1

    def put(self, value: int) -> None:
        self.value = value


rows = fetch_rows(city)
box = Box()
message = f"😋 {total_of(rows, scale=2)} of {city}"
print(message, math.pi)
'''
_numbers = itertools.count()


@pytest.fixture
def program(vscode: Client, workspace: Path) -> Document:
    return opened(vscode, workspace, PROGRAM)


def opened(client: Client, workspace: Path, text: str) -> Document:
    path = workspace / "agents" / f"program{next(_numbers)}.py"
    return client.open(path.as_uri(), text)


def texts(document: Document, spans: list[Any]) -> list[str]:
    return [covered(document.text, one["range"]) for one in spans]


# ---------------------------------------------------------------- diagnostics
def test_diagnostics_are_pushed_with_rule_range_and_version(pushed: Client, workspace: Path) -> None:
    document = opened(pushed, workspace, "x = '😋' + 1\n")
    (one,) = document.diagnostics()
    assert one["source"] == "ringfence"
    assert one["severity"] == 1
    assert isinstance(one["code"], str)
    assert "😋" in covered(document.text, {"start": {"line": 0, "character": 4}, "end": one["range"]["end"]})


def test_a_change_is_checked_at_once_and_a_mended_text_has_none(pushed: Client, workspace: Path) -> None:
    document = opened(pushed, workspace, "len(3)\n")
    assert covered(document.text, document.diagnostics()[0]["range"]) == "3"
    document.replace(4, 5, "[3]")
    assert document.diagnostics() == []


def test_diagnostics_are_pulled_and_known_ones_are_not_sent_again(vscode: Client, workspace: Path) -> None:
    document = opened(vscode, workspace, "len(3)\n")
    first = document.ask("diagnostic")
    assert (first["kind"], len(first["items"])) == ("full", 1)
    again = document.ask("diagnostic", previousResultId=first["resultId"])
    assert again["kind"] == "unchanged"
    document.become("len([3])\n")
    assert document.ask("diagnostic", previousResultId=first["resultId"])["items"] == []


def test_a_diagnostic_links_to_the_page_of_its_rule(vscode: Client, workspace: Path) -> None:
    (one,) = opened(vscode, workspace, "len(3)\n").ask("diagnostic")["items"]
    assert one["codeDescription"]["href"].startswith("file:")
    assert one["codeDescription"]["href"].endswith(f"{one['code']}.md")


def test_workspace_diagnostics_know_programs_that_are_not_open(vscode: Client, workspace: Path) -> None:
    (workspace / "agents" / "closed.py").write_text("len(3)\n")
    (workspace / "elsewhere.py").write_text("len(3)\n")
    report = vscode.ask("workspace/diagnostic", {"previousResultIds": [], "workDoneToken": "t1"})
    found = {one["uri"].rpartition("/")[2]: one["items"] for one in report["items"]}
    assert len(found["closed.py"]) == 1
    assert "elsewhere.py" not in found
    assert vscode.news("$/progress").get(timeout=10)["value"]["kind"] == "begin"
    known = [{"uri": one["uri"], "value": one["resultId"]} for one in report["items"]]
    again = vscode.ask("workspace/diagnostic", {"previousResultIds": known})
    assert {one["kind"] for one in again["items"]} == {"unchanged"}


# ---------------------------------------------------------------- what the checker knows
def test_hover_shows_a_host_function_with_its_documentation_and_budget(program: Document) -> None:
    found = program.ask("hover", "fetch_rows(city)", 2)
    text = found["contents"]["value"]
    assert "fetch_rows(city: str" in text
    assert "the newest first" in text
    assert "at most 5 calls" in text
    assert covered(program.text, found["range"]) == "fetch_rows"


def test_hover_outside_of_names_is_nothing(program: Document) -> None:
    assert program.ask("hover", "# Sums", 0) is None


def test_completion_gives_host_functions_inputs_and_builtins(program: Document) -> None:
    items = program.ask("completion", "fetch_rows(city)", 4)["items"]
    labels = {one["label"] for one in items}
    assert {"fetch_rows", "city", "total_of", "len"} <= labels
    order = sorted(items, key=lambda one: one["sortText"])
    names = [one["label"] for one in order]
    assert names.index("fetch_rows") < names.index("ArithmeticError")


def test_completion_after_a_dot_gives_attributes(vscode: Client, workspace: Path) -> None:
    document = opened(vscode, workspace, "text = 'a'\ntext.\n")
    labels = {one["label"] for one in document.ask("completion", "text.\n", 5)["items"]}
    assert "upper" in labels
    assert "fetch_rows" not in labels


def test_completion_in_a_comment_is_nothing(program: Document) -> None:
    assert program.ask("completion", "# Sums", 4) is None


def test_a_completion_is_resolved_with_its_documentation(program: Document) -> None:
    items = program.ask("completion", "fetch_rows(city)", 4)["items"]
    item = next(one for one in items if one["label"] == "fetch_rows")
    assert "documentation" not in item
    resolved = program.client.ask("completionItem/resolve", item)
    assert "city" in resolved["documentation"]["value"]


def test_signature_help_marks_the_active_parameter(vscode: Client, workspace: Path) -> None:
    document = opened(vscode, workspace, "fetch_rows(city, 3)\n")
    found = document.ask("signatureHelp", "3)", 0)
    assert found["activeParameter"] == 1
    assert "city: str" in found["signatures"][0]["label"]


def test_definition_leads_into_the_program_and_into_the_stubs(program: Document, workspace: Path) -> None:
    own = program.ask("definition", "total_of(rows, scale=2)", 1)
    assert covered(program.text, own["range"]) == "total_of"
    assert own["range"]["start"]["line"] == 4
    stub = program.ask("definition", "fetch_rows(city)", 1)
    assert stub["uri"] == (workspace / "tools.pyi").as_uri()
    assert covered((workspace / "tools.pyi").read_text(), stub["range"]) == "fetch_rows"
    assert program.ask("declaration", "fetch_rows(city)", 1) == stub
    assert program.ask("implementation", "fetch_rows(city)", 1) == stub


def test_type_definition_leads_to_the_class(program: Document) -> None:
    found = program.ask("typeDefinition", "box = ", 0)
    assert covered(program.text, found["range"]) == "Box"


def test_inlay_hints_show_inferred_types(program: Document) -> None:
    hints = program.ask("inlayHint", range=program.whole())
    labels = [one["label"] for one in hints]
    assert any("Row" in one for one in labels)
    upper = {"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}}
    assert program.ask("inlayHint", range=upper) == []


# ---------------------------------------------------------------- what the text alone tells
def test_references_follow_scopes_into_f_strings_and_keywords(program: Document) -> None:
    found = program.ask("references", "total_of(rows", 0, context={"includeDeclaration": True})
    assert texts(program, found) == ["total_of", "total_of"]
    scale = program.ask("references", "scale=1", 0, context={"includeDeclaration": False})
    assert texts(program, scale) == ["scale", "scale"]  # `* scale`, and the keyword of the call


def test_highlight_tells_reads_from_writes(program: Document) -> None:
    found = program.ask("documentHighlight", "total = 0", 0)
    assert texts(program, found) == ["total"] * 3
    assert [one["kind"] for one in found] == [3, 3, 2]


def test_rename_changes_every_use(program: Document) -> None:
    prepared = program.ask("prepareRename", "total_of(rows", 3)
    assert prepared["placeholder"] == "total_of"
    edit = program.ask("rename", "total_of(rows", 3, newName="sum_of")
    text = edited(program.text, edit["changes"][program.uri])
    assert text == program.text.replace("total_of", "sum_of")


@pytest.mark.parametrize(
    ("mark", "name", "why"),
    [("fetch_rows(", "x", "lent by the host"), ("size = 1", "x", "attribute"),
     ("total_of(rows", "class", "no name"), ("total_of(rows", "Box", "already"),
     ("total_of(rows", "print", "from outside")],
)  # fmt: skip
def test_a_rename_that_would_break_is_refused(program: Document, mark: str, name: str, why: str) -> None:
    with pytest.raises(ServerError, match=why):
        program.ask("rename", mark, 0, newName=name)


def test_an_imported_name_is_renamed_by_as(program: Document) -> None:
    edit = program.ask("rename", "math.pi", 0, newName="m")
    text = edited(program.text, edit["changes"][program.uri])
    assert "import math as m\n" in text
    assert "m.pi)" in text


def test_document_symbols_are_a_tree(program: Document) -> None:
    found = {one["name"]: one for one in program.ask("documentSymbol")}
    assert {"total_of", "Box", "rows", "box", "message"} <= set(found)
    assert [one["name"] for one in found["Box"]["children"]] == ["size", "put"]
    assert covered(program.text, found["total_of"]["selectionRange"]) == "total_of"


def test_workspace_symbols_are_found_by_letters_in_order(program: Document) -> None:
    found = program.client.ask("workspace/symbol", {"query": "ttlof"})
    assert "total_of" in {one["name"] for one in found}


def test_folding_ranges(program: Document) -> None:
    found = {(one["startLine"], one["endLine"]) for one in program.ask("foldingRange")}
    assert (4, 9) in found
    assert (12, 18) in found


def test_selection_ranges_grow(program: Document) -> None:
    place = program.at('"amount"', 2)["position"]
    (one,) = program.ask("selectionRange", positions=[place])
    sizes = []
    while one is not None:
        sizes.append(len(covered(program.text, one["range"])))
        one = one.get("parent")
    assert sizes == sorted(sizes)
    assert len(sizes) >= 5
    assert sizes[-1] == len(program.text)


def test_semantic_tokens_full_range_and_changes(program: Document) -> None:
    full = program.ask("semanticTokens/full")
    legend = program.client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"]
    kinds = {legend[kind] for kind in full["data"][3::5]}
    assert {"function", "class", "parameter", "property", "namespace"} <= kinds
    some = program.ask("semanticTokens/range", range={
        "start": {"line": 0, "character": 0}, "end": {"line": 5, "character": 0}})
    assert 0 < len(some["data"]) < len(full["data"])
    program.replace(len(program.text), len(program.text), "x = len(rows)\n")
    delta = program.ask("semanticTokens/full/delta", previousResultId=full["resultId"])
    data = list(full["data"])
    for edit in delta["edits"]:
        data[edit["start"] : edit["start"] + edit["deleteCount"]] = edit.get("data") or []
    assert data == program.ask("semanticTokens/full")["data"]


def test_call_hierarchy(program: Document) -> None:
    (item,) = program.ask("prepareCallHierarchy", "total_of(rows", 0)
    assert item["name"] == "total_of"
    (caller,) = program.client.ask("callHierarchy/incomingCalls", {"item": item})
    assert texts(program, [{"range": one} for one in caller["fromRanges"]]) == ["total_of"]
    assert program.client.ask("callHierarchy/outgoingCalls", {"item": item}) == []
    (host,) = program.ask("prepareCallHierarchy", "fetch_rows(city)", 0)
    assert len(program.client.ask("callHierarchy/incomingCalls", {"item": host})) == 1


def test_code_lenses_offer_the_commands(program: Document) -> None:
    commands = [one["command"]["command"] for one in program.ask("codeLens")]
    assert commands[:3] == ["ringfence.run", "ringfence.check", "ringfence.bytecode"]


# ---------------------------------------------------------------- actions and commands
def actions(document: Document, mark: str | None = None, **context: Any) -> list[Any]:
    span = document.whole()
    if mark is not None:
        place = document.at(mark)["position"]
        span = {"start": place, "end": place}
    found: list[Any] = document.ask("codeAction", range=span, context={"diagnostics": [], **context})
    return found


def test_a_misspelt_host_function_is_mended_without_diagnostics_in_the_context(
    vscode: Client, workspace: Path
) -> None:
    document = opened(vscode, workspace, "rows = fetch_rowz(city)\n")
    fixes = [one for one in actions(document, "fetch_rowz") if one["kind"] == "quickfix"]
    text = edited(document.text, fixes[0]["edit"]["changes"][document.uri])
    assert text == "rows = fetch_rows(city)\n"
    document.become(text)
    assert document.ask("diagnostic")["items"] == []


def test_a_module_that_is_not_imported_can_be(vscode: Client, workspace: Path) -> None:
    document = opened(vscode, workspace, '"""Doc."""\n\nx = math.pi\n')
    fix = next(one for one in actions(document, "math") if "import" in one["title"].lower())
    text = edited(document.text, fix["edit"]["changes"][document.uri])
    assert "import math\n" in text
    document.become(text)
    assert document.ask("diagnostic")["items"] == []


def test_all_fixes_at_once(vscode: Client, workspace: Path) -> None:
    document = opened(vscode, workspace, "a = fetch_rowz(city)\nb = fetch_rowz(city)\n")
    (action,) = actions(document, only=["source.fixAll"])
    text = edited(document.text, action["edit"]["changes"][document.uri])
    assert text == document.text.replace("rowz", "rows")


def test_an_inferred_type_can_be_written(program: Document) -> None:
    found = actions(program, "rows = fetch_rows", only=["refactor.rewrite"])
    text = edited(program.text, found[0]["edit"]["changes"][program.uri])
    assert "rows: list[Row] = fetch_rows(city)" in text


def test_commands_are_actions_too(program: Document) -> None:
    found = [one["command"]["command"] for one in actions(program, only=["source"]) if "command" in one]
    assert {"ringfence.run", "ringfence.check", "ringfence.bytecode"} <= set(found)


def test_bytecode_check_and_settings(program: Document, workspace: Path) -> None:
    def execute(command: str, **more: Any) -> Any:
        argument = {"uri": program.uri, **more}
        return program.client.ask("workspace/executeCommand", {"command": command, "arguments": [argument]})

    assert "LOAD_" in execute("ringfence.bytecode", show=False)["text"]
    assert execute("ringfence.check") == []
    settings = execute("ringfence.settings")
    assert settings["configuration"] == str(workspace)
    assert "fetch_rows" in settings["programs"][0]["names"]


def test_a_command_with_wrong_arguments_is_an_error(vscode: Client) -> None:
    for arguments in ([], [3], [{"uri": 3}], [{"uri": "file:///nowhere.py", "index": 7}]):
        with pytest.raises(ServerError):
            vscode.ask("workspace/executeCommand", {"command": "ringfence.run", "arguments": arguments})


def test_formatting_is_ruffs(vscode: Client, workspace: Path) -> None:
    pytest.importorskip("ruff")
    document = opened(vscode, workspace, "x=1\r\ny = [ 1,2 ]\r\nz=3\r\n")
    options = {"tabSize": 4, "insertSpaces": True}
    text = edited(document.text, document.ask("formatting", options=options))
    assert text == "x = 1\r\ny = [1, 2]\r\nz = 3\r\n"
    span = {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}}
    text = edited(document.text, document.ask("rangeFormatting", range=span, options=options))
    assert text == "x=1\r\ny = [1, 2]\r\nz=3\r\n"


def test_python_of_the_host_is_left_alone(vscode: Client, workspace: Path) -> None:
    document = vscode.open((workspace / "host.py").as_uri(), "len(3)\n")
    assert document.ask("diagnostic")["items"] == []
    assert document.ask("hover", "len", 1) is None
    assert document.ask("codeLens") == []
