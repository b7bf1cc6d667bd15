"""The exceptions a host program meets.

    MontyError
    ├── MontySyntaxError      the text is no program, or uses what the sandbox does not take
    ├── MontyTypingError      the pre-flight check found errors
    ├── MontyRuntimeError     the program raised
    │   └── MontyLimitError   the program used more than it was given
    ├── MontySnapshotError    bytes that are no snapshot of ours
    └── MontyConversionError  a value that cannot cross between host and sandbox
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any



class MontyError(Exception):
    """Base of every error of ringfence."""


class MontySyntaxError(MontyError):
    """A program was refused before it ran; the attributes are those of `SyntaxError`.

    ``offset`` and ``end_offset`` count code points from 1, ``text`` is the offending line; ``kind``
    is the class of CPython: SyntaxError, IndentationError or TabError.
    """

    kind: str = "SyntaxError"

    def __init__(
        self,
        message: str,
        filename: str | None = None,
        lineno: int | None = None,
        offset: int | None = None,
        text: str | None = None,
        end_lineno: int | None = None,
        end_offset: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.msg = message
        self.filename = filename
        self.lineno = lineno
        self.offset = offset
        self.text = text
        self.end_lineno = end_lineno
        self.end_offset = end_offset

    def display(self) -> str:
        """Give the error as the host's interpreter prints a `SyntaxError`."""
        import traceback

        place = (self.filename, self.lineno, self.offset, self.text, self.end_lineno, self.end_offset)
        error = SyntaxError(self.message, place)
        return "".join(traceback.format_exception_only(SyntaxError, error))

    def __str__(self) -> str:
        if self.lineno is None:
            return self.message
        return f"{self.message} ({self.filename}, line {self.lineno})"


class MontyTypingError(MontyError):
    """The pre-flight check found errors; ``diagnostics`` holds them."""

    def __init__(self, message: str, diagnostics: list[Any]) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


class MontyRuntimeError(MontyError):
    """The program raised an exception that it did not catch."""

    def __init__(
        self, message: str, exception: BaseException | None = None, report: Any = None
    ) -> None:
        super().__init__(message)
        self._exception = exception
        self._report = report
        self.frames: list[Any] = [] if report is None else report.frames

    def exception(self) -> BaseException | None:
        """Give the exception itself: the host's own object, if it came from the host."""
        return self._exception

    def traceback(self) -> list[Any]:
        """Give the frames of the traceback, the outermost first."""
        return list(self.frames)

    def display(self, format: str = "traceback") -> str:
        """Give the error as text: ``traceback``, ``type-msg`` or ``msg``."""
        if format == "msg":
            return str(self._exception) if self._exception is not None else str(self)
        if format == "type-msg":
            return str(self)
        if format != "traceback":
            raise ValueError(f"`format` is 'traceback', 'type-msg' or 'msg', not {format!r}")
        if self._report is None:
            return str(self)
        text: str = self._report.text()
        return text


class MontyLimitError(MontyRuntimeError):
    """A limit stopped the program: ``limit`` names it, ``meters`` says what was used."""

    def __init__(self, message: str, limit: str, meters: Any = None) -> None:
        super().__init__(message)
        self.limit = limit
        self.meters = meters


class MontySnapshotError(MontyError):
    """Bytes are not a snapshot, not authentic, damaged, or of another version."""


class MontyConversionError(MontyError):
    """A value cannot cross between host and sandbox; the message names its place."""
