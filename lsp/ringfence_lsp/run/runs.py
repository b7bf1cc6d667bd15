"""Runs as the server sees them: starts the process, passes news to the client, questions to the person."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcMethodNotFound

from ringfence_lsp.convert import names_of
from ringfence_lsp.plain import plain
from ringfence_lsp.source.host import asynchronous_calls, declared_functions

if TYPE_CHECKING:
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server

log = logging.getLogger(__name__)
_LINE_BYTES: Final = 64 << 20
_numbers = itertools.count(1)
STOP: Final = {"stop": True}


class Recorded(NamedTuple):
    """An answer that was given before: ``kind`` is value or exception."""

    kind: str
    text: str


class Runs:
    """The runs of a server, and the answers given so far."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._processes: dict[int, asyncio.subprocess.Process] = {}
        self._recorded: dict[tuple[str, ...], Recorded] = {}

    @property
    def asks(self) -> bool:
        """Whether the client has a face for questions of its own."""
        return bool(self._experimental().get("ask"))

    def _experimental(self) -> dict[str, Any]:
        given = plain(self._server.client_capabilities.experimental)
        own = given.get("ringfence") if isinstance(given, dict) else None
        return own if isinstance(own, dict) else {}

    def close(self) -> None:
        """End every run."""
        for number in list(self._processes):
            self.stop(number)

    def stop(self, number: int) -> bool:
        """End a run."""
        process = self._processes.get(number)
        if process is None or process.returncode is not None:
            return False
        process.kill()
        return True

    # ------------------------------------------------------------ starting
    async def start(self, piece: Piece, inputs: dict[str, str]) -> dict[str, Any]:
        """Run a program; its end as plain data."""
        server = self._server
        program = piece.program
        stubs = server.checks.lent(program).text
        declared = declared_functions(stubs)
        given = await self._inputs(piece, inputs)
        if given is None:
            return {"state": "stopped"}
        lent = [name for name in declared if name not in given]
        request = {
            "what": "start", "code": piece.text, "name": piece.name, "inputs": given,
            "limits": dict(program.limits), "lent": lent,
            "asynchronous": sorted(
                {name for name, is_async in declared.items() if is_async}
                | (asynchronous_calls(piece.tree.module, set(names_of(piece).unbound)) - set(declared))
            ),
            "tools": program.tools if server.configuration.client.trusted else "",
            "key": key(),
        }
        return await self._run(request, piece)

    async def resume(self, path: str, piece: Piece | None) -> dict[str, Any]:
        """Go on with a run that was put away."""
        tools = piece.program.tools if piece and self._server.configuration.client.trusted else ""
        return await self._run({"what": "resume", "path": path, "tools": tools, "key": key()}, piece)

    async def _inputs(self, piece: Piece, inputs: dict[str, str]) -> dict[str, str] | None:
        """Values of the inputs as text: those given, the others asked for."""
        given: dict[str, str] = {}
        for name, kind in piece.program.inputs:
            if name in inputs:
                given[name] = inputs[name]
                continue
            answer = await self._answer(
                {"kind": "input", "name": name, "type": kind, "uri": piece.document.uri}, piece
            )
            if answer.get("stop"):
                return None
            given[name] = str(answer.get("value", "None"))
        return given

    async def _run(self, request: dict[str, Any], piece: Piece | None) -> dict[str, Any]:
        number = next(_numbers)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "ringfence_lsp.run.worker", stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, limit=_LINE_BYTES,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )
        self._processes[number] = process
        noise = asyncio.ensure_future(self._noise(process))
        try:
            self._send(process, request)
            return await self._converse(number, process, piece)
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
            noise.cancel()
            del self._processes[number]

    def _send(self, process: asyncio.subprocess.Process, message: dict[str, Any]) -> None:
        assert process.stdin is not None
        process.stdin.write((json.dumps(message) + "\n").encode())

    async def _noise(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        while line := await process.stderr.readline():
            log.info("run: %s", line.decode("utf-8", "replace").rstrip())

    async def _converse(
        self, number: int, process: asyncio.subprocess.Process, piece: Piece | None
    ) -> dict[str, Any]:
        assert process.stdout is not None
        uri = piece.document.uri if piece else ""
        self._tell(number, uri, {"state": "running", "first": True})
        while line := await process.stdout.readline():
            news = json.loads(line)
            what = news.pop("what")
            if what == "print":
                self._print(number, news)
            elif what == "problem":
                self._server.tell(news["message"], types.MessageType.Warning)
            elif what == "ask":
                self._tell(number, uri, {"state": "paused", **news})
                try:
                    answer = await self._answer({**news, "run": number, "uri": uri}, piece)
                except asyncio.CancelledError:
                    self._send(process, STOP)
                    raise
                self._send(process, answer)
                self._tell(number, uri, {"state": "running"})
            else:
                end = {"state": what, "run": number, **news}
                self._tell(number, uri, end)
                self._summary(end)
                return end
        end = {"state": "stopped", "run": number}
        self._tell(number, uri, end)
        return end

    # ------------------------------------------------------------ news
    def _tell(self, number: int, uri: str, news: dict[str, Any]) -> None:
        if self._experimental().get("news"):
            self._server.protocol.notify("ringfence/run", {"run": number, "uri": uri, **news})

    def _print(self, number: int, news: dict[str, Any]) -> None:
        if self._experimental().get("news"):
            self._server.protocol.notify("ringfence/print", {"run": number, **news})
            return
        for line in news["text"].rstrip("\n").split("\n"):
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Log, line))

    def _summary(self, end: dict[str, Any]) -> None:
        meters = end.get("meters") or {}
        used = f" ({meters['instructions']} instructions)" if "instructions" in meters else ""
        if end["state"] == "done":
            log.info("run %s: %s%s", end["run"], end["output"], used)
        elif end["state"] == "failed":
            log.warning("run %s failed%s:\n%s", end["run"], used, end["display"] or end["message"])
        else:
            log.info("run %s: %s %s%s", end["run"], end["state"], end.get("path", ""), used)

    def tell_end(self, end: dict[str, Any]) -> None:
        """Show how a run ended, to clients without news; after its progress, whose end clears the line."""
        if not self._experimental().get("news"):
            said = end.get("output") or end.get("message") or end.get("path") or ""
            used = (end.get("meters") or {}).get("instructions")
            self._server.tell(f"{end['state']}: {said}" + ("" if used is None else f" ({used} instructions)"))

    # ------------------------------------------------------------ questions
    async def _answer(self, question: dict[str, Any], piece: Piece | None = None) -> dict[str, Any]:
        recorded = self.recorded(question, piece)
        if recorded is not None:
            question["recorded"] = recorded.text
        if piece is not None and question.get("line"):
            question["range"] = _range(piece, question)
        answer = await (self._ask_client(question) if self.asks else self._ask_anyone(question))
        if answer.get("use_recorded"):
            if recorded is None:
                return {"exception": "RuntimeError: nothing is recorded for this call"}
            return {recorded.kind: recorded.text}
        if "value" in answer or "exception" in answer:
            self._record(question, answer, piece)
        if answer.get("save") is True:
            answer["save"] = self._snapshot_path(question, piece)
        return answer

    async def _ask_client(self, question: dict[str, Any]) -> dict[str, Any]:
        answer = plain(await self._server.protocol.send_request_async("ringfence/ask", question))
        return answer if isinstance(answer, dict) else STOP

    async def _ask_anyone(self, question: dict[str, Any]) -> dict[str, Any]:
        """By the protocol's own means, which offer buttons but no line to type in."""
        choices: dict[str, dict[str, Any]] = {}
        if "recorded" in question:
            choices[f"Use recorded: {question['recorded'][:40]}"] = {"use_recorded": True}
        if question["kind"] == "limit":
            choices["Go on without limits"] = {"limits": {}}
        elif question["kind"] == "name":
            choices["Raise NameError"] = {"exception": "NameError"}
        else:
            choices["Return None"] = {"value": "None"}
            choices["Return ''"] = {"value": "''"}
            choices["Return 0"] = {"value": "0"}
            if question["kind"] != "input":
                choices["Raise RuntimeError"] = {"exception": "RuntimeError: refused by the host"}
        if question["kind"] in ("call", "os"):
            choices["Save and stop"] = {"save": True}
        choices["Stop"] = STOP
        items = [types.MessageActionItem(one) for one in choices]
        request = types.ShowMessageRequestParams(types.MessageType.Info, spoken(question), items)
        try:
            chosen = await self._server.window_show_message_request_async(request)
        except JsonRpcMethodNotFound:
            return self._without_asking(question)
        return choices.get(chosen.title, STOP) if chosen is not None else STOP

    def _without_asking(self, question: dict[str, Any]) -> dict[str, Any]:
        """In an editor that cannot ask: the recorded answer, else the run ends and it is said why."""
        if "recorded" in question:
            return {"use_recorded": True}
        self._server.tell(
            f"{spoken(question)}, and this editor cannot ask: name `tools` or `answers` in ringfence.toml",
            types.MessageType.Warning,
        )
        return STOP

    # ------------------------------------------------------------ answers given before
    def recorded(self, question: dict[str, Any], piece: Piece | None) -> Recorded | None:
        """What the same question was answered before."""
        if piece is not None and piece.program.answers:
            self._load(piece.program.answers)
        return self._recorded.get(_question_key(question))

    def _record(self, question: dict[str, Any], answer: dict[str, Any], piece: Piece | None) -> None:
        kind = "value" if "value" in answer else "exception"
        self._recorded[_question_key(question)] = Recorded(kind, str(answer[kind]))
        if piece is not None and piece.program.answers:
            rows = [
                {"question": list(asked), one.kind: one.text} for asked, one in self._recorded.items()
            ]
            try:
                Path(piece.program.answers).write_text(json.dumps(rows, indent=1), encoding="utf-8")
            except OSError as error:
                log.warning("the answers are not written: %s", error)

    def _load(self, path: str) -> None:
        try:
            rows = json.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            if not isinstance(error, FileNotFoundError):
                log.warning("cannot read the answers `%s`: %s", path, error)
            return
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and isinstance(row.get("question"), list):
                kind = "value" if "value" in row else "exception"
                self._recorded.setdefault(
                    tuple(map(str, row["question"])), Recorded(kind, str(row.get(kind, "None")))
                )

    def _snapshot_path(self, question: dict[str, Any], piece: Piece | None) -> str:
        from ringfence_lsp.pieces import path_of

        path = path_of(piece.document.uri) if piece else None
        folder = path.parent if path else self._server.configuration.folders[0] \
            if self._server.configuration.folders else Path.cwd()
        name = (path.stem if path else "program") + f"-{question.get('function', 'pause')}"
        for index in itertools.count(1):
            found = folder / f"{name}-{index}.snapshot"
            if not found.exists():
                return str(found)
        raise AssertionError


def _question_key(question: dict[str, Any]) -> tuple[str, ...]:
    named = [f"{key}={value}" for key, value in sorted((question.get("kwargs") or {}).items())]
    name = question.get("function") or question.get("name") or question.get("limit") or ""
    return (question["kind"], name, *(question.get("args") or ()), *named)


def spoken(question: dict[str, Any]) -> str:
    """A question as one line."""
    if question["kind"] == "input":
        kind = f" ({question['type']})" if question.get("type") else ""
        return f"Value of the input `{question['name']}`{kind}"
    if question["kind"] == "name":
        return f"The program asks for the name `{question['name']}`"
    if question["kind"] == "limit":
        return f"The limit `{question['limit']}` is reached"
    arguments = [*question["args"], *(f"{k}={v}" for k, v in question["kwargs"].items())]
    return f"The program calls {question['function']}({', '.join(arguments)})"


def _range(piece: Piece, question: dict[str, Any]) -> dict[str, Any]:
    line, column = question["line"], question.get("column") or 0
    end_line = question.get("end_line") or line
    end_column = question.get("end_column") or column
    span = piece.range(line, column, end_line, end_column)
    place = piece.place(line, column)
    return {
        "uri": place.document.uri,
        "start": {"line": span.start.line, "character": span.start.character},
        "end": {"line": span.end.line, "character": span.end.character},
    }


def key() -> str:
    """What snapshots of this user are authenticated with: RINGFENCE_KEY, or a file made once."""
    given = os.environ.get("RINGFENCE_KEY")
    if given:
        return given
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "ringfence"
    path = home / "snapshot-key"
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        pass
    made = secrets.token_hex(32)
    try:
        home.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(made)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    except OSError as error:
        log.warning("the key of snapshots cannot be kept, they last as long as this server: %s", error)
        os.environ["RINGFENCE_KEY"] = made
    return made
