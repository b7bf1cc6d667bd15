"""A client of the language server that speaks the wire's JSON as it is: the tests see what editors see.

Also the client's side of the text: edits are applied to a plain list of UTF-16 units.
"""

from __future__ import annotations

import itertools
import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
UNKNOWN: Any = object()  # given to `answer_with`: the client does not know the method
TIMEOUT_S = 120.0  # a busy machine starts slowly

PLAIN: dict[str, Any] = {"textDocument": {}}
EMACS: dict[str, Any] = {
    "workspace": {"applyEdit": True, "configuration": True, "workspaceFolders": True,
                  "didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {"publishDiagnostics": {"relatedInformation": False},
                     "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}},
    "general": {"positionEncodings": ["utf-32", "utf-8", "utf-16"]},
}  # fmt: skip
VSCODE: dict[str, Any] = {
    "workspace": {
        "applyEdit": True, "configuration": True, "workspaceFolders": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "diagnostics": {"refreshSupport": True}, "inlayHint": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "general": {"positionEncodings": ["utf-16"]},
    "experimental": {"ringfence": {"ask": True, "news": True}},
}  # fmt: skip


class ServerError(Exception):
    """An error the server answered with."""


class Client:
    """A server process and the talk with it."""

    def __init__(self, capabilities: dict[str, Any] | None = None, *, folder: Path | None = None,
                 options: Any = None, command: list[str] | None = None) -> None:
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "ringfence.cli", "lsp"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )  # fmt: skip
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._news: dict[str, queue.Queue[Any]] = {}
        self.settings: Any = None  # what workspace/configuration is answered
        self.asked: list[tuple[str, Any]] = []
        self.answer_with: dict[str, Any] = {}  # by method: a value, or a function of the params
        self.log: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.capabilities = self.ask("initialize", {
            "processId": os.getpid(), "rootUri": folder.as_uri() if folder else None,
            "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}] if folder else None,
            "capabilities": capabilities or PLAIN, "initializationOptions": options,
        })["capabilities"]  # fmt: skip
        self.tell("initialized", {})

    # ------------------------------------------------------------ the wire
    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            size = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            if not size:
                return
            self._take(json.loads(stream.read(size)))

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            waiting = self._answers.pop(message["id"], None)
            if waiting is not None:
                waiting.put(message)
        elif "id" in message:
            self.asked.append((message["method"], message.get("params")))
            answer = self.answer_with.get(message["method"])
            if message["method"] == "workspace/configuration" and answer is None:
                answer = [self.settings]
            if callable(answer):
                answer = answer(message.get("params"))
            if answer is UNKNOWN:
                self._send({"id": message["id"], "error": {"code": -32601, "message": "no such method"}})
            else:
                self._send({"id": message["id"], "result": answer})
        else:
            if message["method"] == "window/logMessage":
                self.log.append(message["params"]["message"])
            self.news(message["method"]).put(message.get("params"))

    def news(self, method: str) -> queue.Queue[Any]:
        """Notifications of a method, in order."""
        return self._news.setdefault(method, queue.Queue())

    def begin(self, method: str, params: Any) -> tuple[int, queue.Queue[Any]]:
        """Send a request; its number, and where its answer arrives."""
        number = next(self._numbers)
        waiting = self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        return number, waiting

    def ask(self, method: str, params: Any) -> Any:
        """Send a request; its result."""
        _, waiting = self.begin(method, params)
        message = waiting.get(timeout=TIMEOUT_S)
        if "error" in message:
            raise ServerError(message["error"]["message"])
        return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def close(self) -> int:
        """Say goodbye; the exit code."""
        try:
            self.ask("shutdown", None)
            self.tell("exit", None)
            return self.process.wait(TIMEOUT_S)
        finally:
            self.end()

    def end(self) -> None:
        """Kill the server and wait for the reader."""
        self.process.kill()
        self.process.wait()
        self.reader.join(TIMEOUT_S)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass

    # ------------------------------------------------------------ documents
    def open(self, uri: str, text: str, language: str = "python") -> Document:
        """Open a text."""
        document = Document(self, uri, text)
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": 1, "text": text}})
        return document

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next pushed diagnostics of a text; of a version, if one is named."""
        until = time.monotonic() + TIMEOUT_S
        while time.monotonic() < until:
            found = self.news("textDocument/publishDiagnostics").get(timeout=TIMEOUT_S)
            if found["uri"] == uri and version in (None, found.get("version")):
                items: list[dict[str, Any]] = found["diagnostics"]
                return items
        raise TimeoutError(uri)


class Document:
    """An open text, as the client holds it."""

    def __init__(self, client: Client, uri: str, text: str) -> None:
        self.client = client
        self.uri = uri
        self.text = text
        self.version = 1

    @property
    def identifier(self) -> dict[str, str]:
        """What requests name it by."""
        return {"uri": self.uri}

    def at(self, mark: str, shift: int = 0) -> dict[str, Any]:
        """Parameters of a request at the first place of some text."""
        place = position(self.text, self.text.index(mark) + shift)
        return {"textDocument": self.identifier, "position": place}

    def ask(self, method: str, mark: str | None = None, shift: int = 0, **more: Any) -> Any:
        """A request of this text, at a place if one is named."""
        params = {"textDocument": self.identifier} if mark is None else self.at(mark, shift)
        return self.client.ask(f"textDocument/{method}", {**params, **more})

    def whole(self) -> dict[str, Any]:
        """The range of all."""
        return {"start": {"line": 0, "character": 0}, "end": position(self.text, len(self.text))}

    def replace(self, start: int, end: int, text: str) -> None:
        """Edit by offsets."""
        span = {"start": position(self.text, start), "end": position(self.text, end)}
        self.text = self.text[:start] + text + self.text[end:]
        self.version += 1
        self.client.tell("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": span, "text": text}]})

    def become(self, text: str) -> None:
        """Replace all of the text."""
        self.text = text
        self.version += 1
        self.client.tell("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"text": text}]})

    def diagnostics(self) -> list[dict[str, Any]]:
        """Diagnostics pushed for the text as it is now."""
        return self.client.diagnostics(self.uri, self.version)

    def close(self) -> None:
        """Close it."""
        self.client.tell("textDocument/didClose", {"textDocument": self.identifier})


def lines_of(text: str) -> list[str]:
    """Lines as the protocol has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def position(text: str, offset: int) -> dict[str, int]:
    """The position of an offset, in UTF-16 units."""
    head = lines_of(text[:offset])
    return {"line": len(head) - 1, "character": units(head[-1])}


def offset(text: str, place: dict[str, int]) -> int:
    """The offset of a position."""
    at = 0
    for _ in range(place["line"]):
        while text[at] not in "\r\n":
            at += 1
        at += 2 if text.startswith("\r\n", at) else 1
    left = place["character"]
    while left > 0 and at < len(text) and text[at] not in "\r\n":
        left -= units(text[at])
        at += 1
    return at


def covered(text: str, span: dict[str, Any]) -> str:
    """The text in a range."""
    return text[offset(text, span["start"]) : offset(text, span["end"])]


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """The text with edits made."""
    for one in sorted(edits, key=lambda e: offset(text, e["range"]["start"]), reverse=True):
        start, end = offset(text, one["range"]["start"]), offset(text, one["range"]["end"])
        text = text[:start] + one["newText"] + text[end:]
    return text
