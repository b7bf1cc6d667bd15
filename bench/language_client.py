"""A client of a language server, just enough to time diagnostics of texts."""

import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any


class LanguageClient:
    """Starts a server over stdin and stdout and asks it for the diagnostics of texts."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self.folder = folder
        self.last = 0
        self.ask("initialize", {
            "processId": None, "rootUri": folder.as_uri(),
            "workspaceFolders": [{"uri": folder.as_uri(), "name": "w"}],
            "capabilities": {"textDocument": {"publishDiagnostics": {}},
                             "workspace": {"workspaceFolders": True}},
        })
        self.send({"method": "initialized", "params": {}})

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message; requests of the server are answered with nothing."""
        out = self.process.stdout
        assert out is not None
        while True:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                got = out.read(1)
                if not got:
                    raise EOFError("the server has ended")
                head += got
            size = re.search(rb"Content-Length: (\d+)", head)
            assert size is not None
            message: dict[str, Any] = json.loads(out.read(int(size.group(1))))
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                result = [{} for _ in items] if message["method"] == "workspace/configuration" else None
                self.send({"id": message["id"], "result": result})
                continue
            return message

    def ask(self, method: str, params: Any) -> Any:
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.last:
                return message.get("result")

    def check(self, name: str, text: str) -> tuple[list[dict[str, Any]], float]:
        """Diagnostics of a new document, and the seconds until they came."""
        uri = (self.folder / name).as_uri()
        started = time.perf_counter()
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": uri, "languageId": "python", "version": 1, "text": text}}})
        while True:
            message = self.read()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" \
                    and params.get("uri") == uri:
                break
        took = time.perf_counter() - started
        self.send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": uri}}})
        return params["diagnostics"], took

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
