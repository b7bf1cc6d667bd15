"""The checker behind the server: one warm worker, asked in turn from one thread.

What the checker cannot do (it is not installed, its worker died, the stubs do not parse) is said in
the log and becomes a diagnostic; the next question starts it anew.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ringfence_checker import Checker, CheckerError, Diagnostic
from ringfence_lsp.source.stub_text import stubs_of_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.settings import Program

log = logging.getLogger(__name__)
_REMEMBERED: Final = 128  # results of checks, by text
_ANY: Final = "from typing import Any as _Any\n"


class Part(NamedTuple):
    """A stub file inside the joined text: lines ``first`` (from 1) and on."""

    path: Path
    first: int


class Lent(NamedTuple):
    """Stubs of a program as one text; ``parts`` tells where its lines come from."""

    text: str
    parts: tuple[Part, ...]
    package: str = ""  # a folder of stubs, given to the checker as it is


class Checks:
    """Asks the checker.

    Parameters
    ----------
    read
        Gives the text of a file: the open document's, or the disk's; raises OSError.
    checker
        One that was started already, without stubs.
    """

    def __init__(self, read: Callable[[Path], str], checker: Checker | None = None) -> None:
        self._read = read
        self._checker = checker
        self._given: Lent | None = None if checker is None else Lent("", ())
        self._thread = ThreadPoolExecutor(1, "checker")
        self._results: OrderedDict[tuple[Any, ...], list[Diagnostic]] = OrderedDict()
        self._lent: dict[Program, Lent] = {}
        self.unusable: dict[Program, str] = {}  # why the stubs cannot be taken

    def forget(self) -> None:
        """Stubs or settings changed."""
        self._lent.clear()
        self._results.clear()
        self.unusable.clear()

    def close(self) -> None:
        """End the worker; a question that runs is let go."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._checker is not None:
            self._checker.close()

    def lent(self, program: Program) -> Lent:
        """What the host lends a program, joined from its files, its inputs and the text given in place."""
        known = self._lent.get(program)
        if known is None:
            known = self._lent[program] = self._join(program)
        return known

    def _join(self, program: Program) -> Lent:
        texts: list[str] = []
        parts: list[Part] = []
        if len(program.stubs) == 1 and Path(program.stubs[0]).is_dir() and not program.inputs:
            return Lent("", (), program.stubs[0])
        line = 1
        for name in program.stubs:
            path = Path(name)
            files = sorted(path.rglob("*.pyi")) if path.is_dir() else [path]
            for file in files:
                try:
                    text = self._read(file)
                except (OSError, ValueError) as error:
                    self._fail(program, f"cannot read the stubs `{file}`: {error}")
                    continue
                if file.suffix == ".py":
                    text = stubs_of_source(text)
                else:
                    parts.append(Part(file, line))
                texts.append(text)
                line += text.count("\n") + 1
        if program.stub_text:
            texts.append(program.stub_text)
        inputs = "".join(
            f"{name}: {kind or '_Any'}\n" for name, kind in program.inputs if name.isidentifier()
        )
        if inputs:
            texts.append((_ANY if "_Any" in inputs else "") + inputs)
        return Lent("\n".join(texts), tuple(parts))

    def _fail(self, program: Program, why: str) -> None:
        if self.unusable.get(program) != why:
            self.unusable[program] = why
            log.warning("%s", why)

    def programs(self) -> list[Program]:
        """Programs whose stubs are in use."""
        return list(self._lent)

    # ------------------------------------------------------------ questions
    async def warm(self) -> None:
        """Start the worker before it is needed."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._warm)

    def _warm(self) -> None:
        try:
            self._warm_checker().warm()
        except Exception:
            log.exception("the checker does not start; the next question tries again")
            self._drop()

    async def diagnostics(self, piece: Piece) -> list[Diagnostic]:
        """The diagnostics of a program."""
        key = (piece.text, piece.program, piece.earlier)
        found = self._results.get(key)
        if found is None:
            loop = asyncio.get_running_loop()
            found = await loop.run_in_executor(self._thread, self._check, piece)
            self._results[key] = found
            while len(self._results) > _REMEMBERED:
                self._results.popitem(last=False)
        return found

    def known(self, piece: Piece) -> list[Diagnostic] | None:
        """The diagnostics, if they were made already."""
        return self._results.get((piece.text, piece.program, piece.earlier))

    async def ask(self, what: str, piece: Piece, *place: int) -> Any:
        """Ask ``hover``, ``completions``, ``definition``, ``signature`` or ``inlay_types``; None: unknown."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._ask, what, piece, place)

    def _ask(self, what: str, piece: Piece, place: tuple[int, ...]) -> Any:
        try:
            checker = self._ready(piece.program)
            return getattr(checker, what)(_encodable(piece.text), *place)
        except CheckerError as error:
            log.warning("the checker does not answer `%s`: %s", what, error)
        except Exception:
            log.exception("the checker failed at `%s`; it is started anew", what)
            self._drop()
        return None

    def _check(self, piece: Piece) -> list[Diagnostic]:
        try:
            checker = self._ready(piece.program)
            earlier = [_encodable(text) for text in piece.earlier]
            found = checker.check(_encodable(piece.text), earlier=earlier, script_name=piece.name)
        except CheckerError as error:
            self._fail(piece.program, str(error))
            return self._without_checker(piece)
        except Exception:
            log.exception("the checker failed; it is started anew")
            self._drop()
            return self._without_checker(piece)
        for one in found:
            if one.rule == "too-complex":
                log.warning("%s: %s", piece.name, one.message)
        return found

    def _without_checker(self, piece: Piece) -> list[Diagnostic]:
        """What the syntax alone tells."""
        problem = piece.tree.problem
        if problem is None:
            return []
        return [Diagnostic("syntax", "error", problem.message, *problem.span)]

    def _warm_checker(self) -> Checker:
        if self._checker is None:
            self._checker = Checker()
            self._given = None
        return self._checker

    def _ready(self, program: Program) -> Checker:
        """The checker, given the stubs of a program."""
        checker = self._warm_checker()
        lent = self.lent(program)
        if self._given != lent:
            self._given = None
            checker.set_stubs(Path(lent.package) if lent.package else lent.text + "\n" if lent.text else None)
            self._given = lent
        return checker

    def _drop(self) -> None:
        if self._checker is not None:
            try:
                self._checker.close()
            except Exception:
                log.exception("the checker does not end")
        self._checker = None


def _encodable(text: str) -> str:
    """The text with halves of UTF-16 pairs, which no encoding has, replaced column by column."""
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        return "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)
