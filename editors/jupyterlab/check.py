"""Talks to jupyter-lsp as JupyterLab does: ``check.py``, in a copy of editors/workspace.

Runs on the interpreter that has jupyterlab-lsp; RINGFENCE_PYTHON is the one that has the server.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.websocket import WebSocketClientConnection, websocket_connect

HERE = Path(__file__).parent
TOKEN = "ringfence"
WAIT = 120  # s, for a busy machine
CELLS = ["rows = fetch_rows(city)\nprint(len(rows))", 'sum(row["amout"] for row in rows)']


def say(line: str) -> None:
    """Into the log of the test."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Checks:
    """Counts what was seen."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def see(self, name: str, seen: object, detail: object = "") -> None:
        """Say whether one thing was seen."""
        self.passed, self.failed = self.passed + bool(seen), self.failed + (not seen)
        say(f"ok   {name}" if seen else f"FAIL {name} {detail}")


class Talk:
    """JSON-RPC over the websocket of one language server."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self._connection = connection
        self._number = 0

    async def tell(self, method: str, params: Any) -> None:
        """A notification."""
        await self._send({"method": method, "params": params})

    async def ask(self, method: str, params: Any) -> Any:
        """A request; its result."""
        self._number += 1
        number = self._number
        await self._send({"id": number, "method": method, "params": params})
        answer = await self.until(lambda one: one.get("id") == number and "method" not in one)
        return answer["result"]

    async def until(self, wanted: Any) -> Any:
        """The next message that is wanted; requests in between are answered with null."""
        while True:
            text = await asyncio.wait_for(self._connection.read_message(), WAIT)
            message = json.loads(text)
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                await self._send({"id": message["id"], "result": None})

    async def _send(self, message: dict[str, Any]) -> None:
        await self._connection.write_message(json.dumps({"jsonrpc": "2.0", **message}))


async def drive(checks: Checks, port: int) -> None:
    """The status page, then a notebook of two cells, whose second has a mistake."""
    address, end = f"127.0.0.1:{port}", time.monotonic() + WAIT
    status: dict[str, Any] = {}
    while not status and time.monotonic() < end:
        try:
            answer = await AsyncHTTPClient().fetch(f"http://{address}/lsp/status?token={TOKEN}")
            status = json.loads(answer.body)
        except (OSError, HTTPClientError):
            await asyncio.sleep(0.2)
    sessions = status.get("sessions", {})
    checks.see("jupyter-lsp serves the configuration", "ringfence" in sessions, status)
    checks.see("for Python", sessions["ringfence"]["spec"]["languages"] == ["python"])
    talk = Talk(await websocket_connect(f"ws://{address}/lsp/ws/ringfence?token={TOKEN}"))
    root = Path.cwd().as_uri()
    uri = f"{root}/.virtual_documents/agents/notebook.ipynb"  # where JupyterLab says that cells are
    hello = await talk.ask("initialize", {
        "processId": None, "rootUri": root, "workspaceFolders": None,
        "capabilities": {"textDocument": {"publishDiagnostics": {}}},
    })  # fmt: skip
    checks.see("the server greets", "ringfence" in hello["serverInfo"]["name"], hello["serverInfo"])
    await talk.tell("initialized", {})
    text = "\n\n\n".join(CELLS)
    document = {"uri": uri, "languageId": "python", "version": 0, "text": text}
    await talk.tell("textDocument/didOpen", {"textDocument": document})
    pushed = await published(talk, uri)
    checks.see("the mistake of the second cell is marked", len(pushed) == 1, pushed)
    start = pushed[0]["range"]["start"]
    line = text.split("\n")[start["line"]]
    checks.see("in its place", line[start["character"] :].startswith('"amout"'), start)
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 9}}
    hover = await talk.ask("textDocument/hover", place)
    checks.see("hover", "city: str" in json.dumps(hover), hover)
    mended = [{"text": text.replace("amout", "amount")}]
    version = {"uri": uri, "version": 1}
    await talk.tell("textDocument/didChange", {"textDocument": version, "contentChanges": mended})
    checks.see("mended, nothing is marked", await published(talk, uri) == [])
    await talk.ask("shutdown", None)


async def published(talk: Talk, uri: str) -> list[dict[str, Any]]:
    """What is next said to be wrong in a text."""
    method = "textDocument/publishDiagnostics"
    news = await talk.until(lambda one: one.get("method") == method and one["params"]["uri"] == uri)
    found: list[dict[str, Any]] = news["params"]["diagnostics"]
    return found


def main() -> int:
    """Start a Jupyter server with the configuration of this folder, and talk to it."""
    home = Path(tempfile.mkdtemp(prefix="ringfence-jupyter-"))
    (home / "jupyter_server_config.d").mkdir()
    own = HERE / "jupyter_server_config.d-ringfence.json"
    shutil.copy(own, home / "jupyter_server_config.d/ringfence.json")
    settings = Path("ringfence.toml").read_text()
    more = settings.replace('"agents/*.py"', '"agents/*.py", ".virtual_documents/**"')
    Path("ringfence.toml").write_text(more)
    python = Path(os.environ["RINGFENCE_PYTHON"])
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_CONFIG_PATH": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "own"), "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "run"),
    }  # fmt: skip
    command = [
        sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={Path.cwd()}",
    ]  # fmt: skip
    checks = Checks()
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        asyncio.run(drive(checks, port))
    except Exception as error:
        checks.see(f"no {type(error).__name__}", False, f"{error}\n{(home / 'log').read_text()[-2000:]}")
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(home, ignore_errors=True)
    say(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
