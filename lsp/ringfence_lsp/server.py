"""The server: state of a connection, the guard around every handler, the log.

A handler that raises is logged with its traceback and answers nothing; the connection goes on. Only
errors made for the client (``JsonRpcException``) reach it as errors.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path

from ringfence_lsp import features
from ringfence_lsp.checks import Checks
from ringfence_lsp.costs import Costs
from ringfence_lsp.documents import Document, Documents
from ringfence_lsp.pieces import Piece, notebook_piece, path_of, pieces_of
from ringfence_lsp.protocol import Protocol
from ringfence_lsp.schedule import Schedule
from ringfence_lsp.settings import Configuration
from ringfence_lsp.source.host import declared_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringfence_checker import Checker
    from ringfence_lsp.run.runs import Runs
    from ringfence_lsp.settings import Program

log = logging.getLogger(__name__)
NAME: Final = "ringfence"
_NOTEBOOKS: Final = types.NotebookDocumentSyncOptions(
    notebook_selector=[
        types.NotebookDocumentFilterWithCells(
            cells=[types.NotebookCellLanguage(language="python")],
        )
    ]
)


class At(NamedTuple):
    """A place that a request names: the program there, lines from 1, columns in code points."""

    document: Document
    piece: Piece
    line: int
    column: int


_COSTS_KEPT: Final = 32


class Server(LanguageServer):
    """One client's server."""

    def __init__(self, checker: Checker | None = None) -> None:
        super().__init__(
            NAME, _version(), types.TextDocumentSyncKind.Incremental, _NOTEBOOKS,
            protocol_cls=Protocol, max_workers=2,
        )
        self.configuration = Configuration()
        self.checks = Checks(self.read, checker)
        self.schedule = Schedule(self)
        self.runs_made: Runs | None = None
        self.tasks: set[asyncio.Task[Any]] = set()
        self.completed: dict[str, Any] = {}  # the last completions by label, for the resolve
        self.coloured: dict[str, tuple[str, list[int]]] = {}  # by URI: id and data of the last tokens
        self.costs: dict[tuple[str, str], Costs] = {}  # by URI and text of the program
        features.load()
        for one in features.FEATURES.values():
            self.feature(one.method, one.options)(self._guarded(one.handler, one.method))
        for name, handler in features.COMMANDS.items():
            self.command(name)(self._guarded_command(handler, name))

    # ------------------------------------------------------------ handlers
    def _guarded(self, handler: Callable[..., Any], method: str) -> Callable[..., Any]:
        if not inspect.iscoroutinefunction(handler):

            def at_once(params: Any) -> Any:
                try:
                    return handler(self, params)
                except JsonRpcException:
                    raise
                except Exception:
                    return self._failed(method)

            return at_once

        async def answer(params: Any) -> Any:
            try:
                return await handler(self, params)
            except JsonRpcException:
                raise
            except Exception:
                return self._failed(method)

        return answer

    def _guarded_command(self, handler: Callable[..., Any], name: str) -> Callable[..., Any]:
        async def answer(*arguments: Any) -> Any:
            try:
                return await handler(self, *arguments)
            except JsonRpcException:
                raise
            except Exception as error:
                self._failed(name)
                self.tell(f"{name}: {error}", types.MessageType.Error)
                return None

        return answer

    def _failed(self, method: str) -> None:
        log.exception("`%s` failed", method)

    def start_task(self, work: Any) -> asyncio.Task[Any]:
        """Run a coroutine beside the requests; its failure is logged."""
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._task_done)
        return task

    def _task_done(self, task: asyncio.Task[Any]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background work failed", exc_info=error)

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show a message to the person."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A message that cannot be read, a handler that failed: into the log."""
        log.error("%s: %s", getattr(source, "__name__", source), error)

    # ------------------------------------------------------------ life
    def take_client(self, params: types.InitializeParams) -> None:
        """Note what the client can do and wants."""
        encoding = self.workspace.position_encoding
        folders = list(params.workspace_folders or [])
        root = params.root_uri or (from_fs_path(params.root_path) if params.root_path else None)
        self.protocol._workspace = Documents(
            root, types.TextDocumentSyncKind.Incremental, folders, encoding
        )
        self.take_folders()
        options = params.initialization_options
        if isinstance(options, dict) and isinstance(options.get("settings"), dict):
            options = options["settings"]
        self.configuration.configure(options, initial=True)

    def take_folders(self) -> None:
        """Note the folders of the workspace."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        self.configuration.folders = [path for uri in uris if (path := path_of(uri)) is not None]
        self.configuration.forget()

    def settle(self) -> None:
        """After the start: what lives now will live on; collections look at the new only."""
        gc.collect()
        gc.freeze()

    def end(self) -> None:
        """Let go of every process."""
        self.schedule.close()
        if self.runs_made is not None:
            self.runs_made.close()
        self.checks.close()

    @property
    def documents(self) -> Documents:
        """The client's documents."""
        workspace = self.workspace
        assert isinstance(workspace, Documents)
        return workspace

    @property
    def runs(self) -> Runs:
        """The programs that were run; imported with the first one."""
        if self.runs_made is None:
            from ringfence_lsp.run.runs import Runs

            self.runs_made = Runs(self)
        return self.runs_made

    def read(self, path: Path) -> str:
        """Text of a file: of the open document, else of the disk."""
        wanted = str(path)
        for document in self.documents.open_documents():
            if document.path == wanted:
                return document.source
        return path.read_text(encoding="utf-8")

    def uri_of(self, path: Path) -> str:
        """URI of a file, as the client writes it if it has it open."""
        wanted = str(path)
        for document in self.documents.open_documents():
            if document.path == wanted:
                return document.uri
        return from_fs_path(wanted) or path.as_uri()

    # ------------------------------------------------------------ programs
    def pieces(self, document: Document) -> list[Piece]:
        """The programs in a document; of a notebook's cell, the notebook's."""
        notebook = self.workspace.get_notebook_document(cell_uri=document.uri)
        if notebook is None:
            return pieces_of(document, self.configuration)
        piece = self.notebook(notebook)
        return [piece] if piece is not None else pieces_of(document, self.configuration)

    def notebook(self, notebook: types.NotebookDocument) -> Piece | None:
        """The program of a notebook, if it is one."""
        cells = [
            self.documents.document(cell.document) for cell in notebook.cells
            if cell.kind == types.NotebookCellKind.Code
        ]
        key = tuple((cell.uri, cell.revision) for cell in cells), self.configuration.generation
        if not cells:
            return None
        cached = cells[0].cache.get("notebook")
        if cached is not None and cached[0] == key:
            found: Piece | None = cached[1]
            return found
        made = notebook_piece(notebook.uri, cells, self.configuration)
        cells[0].cache["notebook"] = (key, made)
        return made

    def at(self, params: Any) -> At | None:
        """The program at the place of a request; None where none is."""
        document = self.documents.document(params.text_document.uri)
        line, column = document.place(params.position)
        for piece in self.pieces(document):
            place = piece.locate(document, line, column)
            if place is not None:
                return At(document, piece, *place)
        return None

    def pieces_in(self, document: Document, span: types.Range) -> list[Piece]:
        """The programs that a range touches."""
        first, last = document.place(span.start), document.place(span.end)
        found = []
        for piece in self.pieces(document):
            if document not in piece.documents:
                continue
            lines = piece.text.count("\n") + 1
            start, end = piece.place(1, 0), piece.place(lines, len(piece.text))
            if len(piece.documents) > 1 or (
                (start.line, start.column) <= last and first <= (end.line, end.column)
            ) or (start.line, start.column) == (0, 0):
                found.append(piece)
        return found

    def host_names(self, program: Program) -> set[str]:
        """Names that the host lends a program."""
        return declared_names(self.checks.lent(program).text) | set(program.input_names)

    # ------------------------------------------------------------ costs of a run
    def keep_costs(self, piece: Piece, costs: Costs) -> None:
        """Keep what each line of a program cost, for as long as its text stays."""
        self.costs.pop((piece.document.uri, piece.text), None)
        self.costs[piece.document.uri, piece.text] = costs
        while len(self.costs) > _COSTS_KEPT:
            del self.costs[next(iter(self.costs))]

    def costs_of(self, piece: Piece) -> Costs:
        """What each line cost in the last run."""
        return self.costs.get((piece.document.uri, piece.text), {})

    def cost_at(self, piece: Piece, line: int) -> str:
        """What a line cost in the last run, in words; '' where it is not known."""
        cost = self.costs_of(piece).get(line)
        return cost.tooltip if cost is not None else ""

    def forget_costs(self, uri: str) -> None:
        """A document was closed."""
        for one in [key for key in self.costs if key[0] == uri]:
            del self.costs[one]
        self.coloured.pop(uri, None)

    def tell_problems(self) -> None:
        """Log what was wrong in the settings, once each."""
        problems, self.configuration.problems = self.configuration.problems, []
        for problem in problems:
            log.warning("configuration: %s", problem)
        if problems:
            self.tell("ringfence: " + "; ".join(problems[:3]), types.MessageType.Warning)


class ClientLog(logging.Handler):
    """The log, shown by the client in its output."""

    _KINDS: Final = {
        logging.ERROR: types.MessageType.Error, logging.WARNING: types.MessageType.Warning,
        logging.INFO: types.MessageType.Info,
    }  # fmt: skip

    def __init__(self, server: Server) -> None:
        super().__init__(logging.INFO)
        self.server = server
        self.setFormatter(logging.Formatter("%(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record; what cannot be sent is in the other log."""
        if record.name.startswith("pygls"):
            return
        try:
            kind = self._KINDS.get(record.levelno, types.MessageType.Log)
            self.server.window_log_message(types.LogMessageParams(kind, self.format(record)))
        except Exception:
            self.handleError(record)


def _version() -> str:
    try:
        return version("ringfence")
    except PackageNotFoundError:
        return "0"
