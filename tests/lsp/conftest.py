"""One server for the tests of a module, and one workspace folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lsp.client import VSCODE, Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOOLS = '''from typing import TypedDict

class Row(TypedDict):
    amount: int
    label: str

def fetch_rows(city: str, limit: int = 100) -> list[Row]:
    """Give the rows of a city, the newest first."""

async def send(text: str) -> bool: ...
'''


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "ringfence.toml").write_text(
        'files = ["agents/*.py"]\nstubs = ["tools.pyi"]\ninputs = { city = "str" }\n'
        "limits = { per_function = { fetch_rows = { max_calls = 5 } } }\n"
    )
    (folder / "tools.pyi").write_text(TOOLS)
    (folder / "agents").mkdir()
    return folder


@pytest.fixture(scope="module")
def pushed(workspace: Path) -> Iterator[Client]:
    """A client of few wishes: diagnostics are pushed to it."""
    client = Client(folder=workspace)
    yield client
    client.end()


@pytest.fixture(scope="module")
def vscode(workspace: Path) -> Iterator[Client]:
    """A client that asks for diagnostics, and has a face for the questions of runs."""
    client = Client(VSCODE, folder=workspace)
    yield client
    client.end()
