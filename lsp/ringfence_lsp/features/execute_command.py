"""workspace/executeCommand: run, resume, stop, check, bytecode, costs, settings."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from ringfence_lsp.costs import Cost
from ringfence_lsp.features import command
from ringfence_lsp.pieces import path_of
from ringfence_lsp.plain import plain
from ringfence_lsp.progress import Progress

if TYPE_CHECKING:
    from ringfence_lsp.costs import Costs
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server


def _piece(server: Server, arguments: tuple[Any, ...]) -> tuple[Piece, dict[str, Any]]:
    """The program that ``{"uri": ..., "index": 0}`` or a URI alone names, or the one at a ``position``."""
    given = plain(arguments[0]) if arguments else None
    if isinstance(given, str):
        given = {"uri": given}
    if not isinstance(given, dict) or not isinstance(given.get("uri"), str):
        raise JsonRpcInvalidParams('an argument like {"uri": "file:///...", "index": 0} is wanted')
    document = server.documents.document(given["uri"])
    pieces = server.pieces(document)
    position = given.get("position")
    if isinstance(position, dict):
        line, column = document.place(types.Position(position["line"], position["character"]))
        for piece in pieces:
            if piece.locate(document, line, column) is not None:
                return piece, given
    index = given.get("index", 0)
    if not isinstance(index, int) or not 0 <= index < len(pieces):
        raise JsonRpcInvalidParams(
            f"`{document.filename}` holds {len(pieces)} programs of the sandbox; no number {index} "
            "(a program is named by the settings, by a comment `# ringfence` at its head, or is a string "
            "given to `Monty`)"
        )
    return pieces[index], given


@command("ringfence.run")
async def run(server: Server, *arguments: Any) -> dict[str, Any]:
    """Run a program; ``inputs`` in the argument are texts of values. Answers when it ends."""
    piece, given = _piece(server, arguments)
    inputs = given.get("inputs")
    texts = {str(k): str(v) for k, v in inputs.items()} if isinstance(inputs, dict) else {}
    async with Progress(server, given.get("token"), f"Running {piece.name}", own=True):
        end = await server.runs.start(piece, texts)
    server.runs.tell_end(end)
    await _show_costs(server, piece, end)
    return end


@command("ringfence.resume")
async def resume(server: Server, *arguments: Any) -> dict[str, Any]:
    """Go on with a snapshot: ``{"path": ..., "uri": the program's, if it is known}``."""
    given = plain(arguments[0]) if arguments else None
    given = {"path": given} if isinstance(given, str) else given
    if not isinstance(given, dict) or not isinstance(given.get("path"), str):
        raise JsonRpcInvalidParams('an argument like {"path": "run.snapshot"} is wanted')
    piece = _piece(server, (given,))[0] if given.get("uri") else None
    end: dict[str, Any] = await server.runs.resume(given["path"], piece)
    server.runs.tell_end(end)
    if piece is not None:
        await _show_costs(server, piece, end)
    return end


@command("ringfence.stop")
async def stop(server: Server, *arguments: Any) -> bool:
    """End a run by its number."""
    number = arguments[0] if arguments else None
    if not isinstance(number, int):
        raise JsonRpcInvalidParams("the number of a run is wanted")
    return server.runs.stop(number)


@command("ringfence.check")
async def check(server: Server, *arguments: Any) -> list[dict[str, Any]]:
    """Check a program and say what was found; the diagnostics as plain data."""
    piece, _ = _piece(server, arguments)
    found = await server.checks.diagnostics(piece)
    errors = sum(one.severity == "error" for one in found)
    rest = len(found) - errors
    server.tell(
        f"{piece.name}: {_count(errors, 'error')}, {_count(rest, 'warning')}" if found
        else f"{piece.name}: nothing found",
        types.MessageType.Warning if found else types.MessageType.Info,
    )
    for one in found:
        place = piece.place(one.line, one.column)
        server.window_log_message(types.LogMessageParams(
            types.MessageType.Log,
            f"{place.document.filename}:{place.line + 1}:{place.column + 1}: [{one.rule}] {one.message}",
        ))
    return [one.to_dict() for one in found]


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


@command("ringfence.bytecode")
async def bytecode(server: Server, *arguments: Any) -> dict[str, str]:
    """The instructions of a program: the text, and a file that shows it."""
    from ringfence.compile import compile_source
    from ringfence.disassemble import disassemble
    from ringfence.errors import MontySyntaxError

    piece, given = _piece(server, arguments)
    try:
        text = disassemble(compile_source(piece.text, piece.name))
    except MontySyntaxError as error:
        raise JsonRpcInvalidParams(f"`{piece.name}` has no bytecode: {error}") from None
    if given.get("show") is False:
        return {"text": text}
    return {"text": text, "uri": await _show(server, piece, text, "bytecode")}


async def _show(server: Server, piece: Piece, text: str, kind: str) -> str:
    """Write a text to a file of its own and have the client open it, if it can."""
    folder = Path(tempfile.mkdtemp(prefix="ringfence-"))
    path = folder / f"{Path(piece.name).stem}.{kind}.txt"
    path.write_text(text, encoding="utf-8")
    window = server.client_capabilities.window
    if window is not None and window.show_document is not None and window.show_document.support:
        await server.window_show_document_async(types.ShowDocumentParams(path.as_uri()))
    else:
        server.window_log_message(types.LogMessageParams(types.MessageType.Log, text))
    return path.as_uri()


@command("ringfence.costs")
async def costs(server: Server, *arguments: Any) -> dict[str, Any]:
    """What each line of a program cost in its last run."""
    piece, _ = _piece(server, arguments)
    known = server.costs_of(piece)
    return {
        "name": piece.name, "uri": piece.document.uri, "source": piece.text.split("\n"),
        "total": known[0].instructions if 0 in known else 0,
        "lines": [
            {"line": line, "instructions": cost.instructions, "share": cost.share,
             "at": piece.place(line, 0).line}
            for line, cost in sorted(known.items()) if line
        ],
    }


@command("ringfence.settings")
async def settings(server: Server, *arguments: Any) -> dict[str, Any]:
    """What a document's programs are lent, and from where."""
    given = plain(arguments[0]) if arguments else {}
    uri = given.get("uri") if isinstance(given, dict) else given
    document = server.documents.document(str(uri))
    path = path_of(document.uri)
    rules = server.configuration.rules_above(path) if path else None
    return {
        "configuration": str(rules.folder) if rules else None,
        "problems": list(rules.problems) if rules else [],
        "programs": [
            {"stubs": list(piece.program.stubs), "inputs": dict(piece.program.inputs),
             "limits": dict(piece.program.limits), "names": sorted(server.host_names(piece.program)),
             "unusable": server.checks.unusable.get(piece.program, "")}
            for piece in server.pieces(document)
        ],
    }  # fmt: skip


async def _show_costs(server: Server, piece: Piece, end: dict[str, Any]) -> None:
    lines = end.get("lines") or {}
    total = (end.get("meters") or {}).get("instructions", 0)
    made: Costs = {}
    if total:
        made[0] = Cost(f"{total:,} instructions", f"{total:,} instructions in all", total, 1.0)
    for number, cost in lines.items():
        count = cost.get("instructions", 0)
        share = count / total if total else 0.0
        memory = cost.get("memory_bytes")
        tooltip = f"{count:,} of {total:,} instructions" + (f", {memory:,} bytes" if memory else "")
        made[int(number)] = Cost(f"{share:.0%}" if share >= 0.01 else f"{count:,}", tooltip, count, share)
    server.keep_costs(piece, made)
    workspace = server.client_capabilities.workspace
    if workspace is None:
        return
    if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support and lines:
        await server.workspace_inlay_hint_refresh_async(None)
    if workspace.code_lens is not None and workspace.code_lens.refresh_support:
        await server.workspace_code_lens_refresh_async(None)
