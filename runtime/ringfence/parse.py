"""Source text to ``ast``, hostile text refused before it can harm the process.

The host's parser is C: it guards its own stack, but the limits differ between versions and some
texts take it seconds. What is checked here first: encodability, bracket depth (CPython's own
limit) and runs of prefix operators. What the parser still refuses by RecursionError or
MemoryError becomes a MontySyntaxError as well.
"""

from __future__ import annotations

from _ast import PyCF_ONLY_AST

from ringfence.errors import MontySyntaxError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from re import Match

MAX_PREFIX_RUN = 500  # `- - - x`, `not not x`, `lambda: lambda: x`

_PREFIX_RUN = (
    rf"(?:[-+~][ \t]*){{{MAX_PREFIX_RUN}}}|(?:\b(?:not|await|lambda)\b[ \t:]*){{{MAX_PREFIX_RUN}}}"
)
TOO_DEEP = "too deeply nested to compile"


def parse(source: str, script_name: str, mode: str = "exec") -> ast.AST:
    """Parse ``source``; ``mode`` is ``exec`` or ``eval``.

    Raises
    ------
    MontySyntaxError
        Where CPython raises SyntaxError, ValueError (null bytes), RecursionError or MemoryError.
    """
    if not isinstance(source, str):
        raise TypeError(f"the program must be `str`, not `{type(source).__name__}`")
    if "\0" in source:
        raise MontySyntaxError("source code string cannot contain null bytes", script_name)
    if not source.isascii():
        _check_encodable(source, script_name)
    count = source.count
    if (
        count("-") + count("+") + count("~") >= MAX_PREFIX_RUN
        or count("not") + count("lambda") + count("await") >= MAX_PREFIX_RUN
    ) and (match := _prefix_run(source)):
        line = source.count("\n", 0, match.start()) + 1
        raise MontySyntaxError(TOO_DEEP, script_name, line, 1, line_of(source, line))
    try:
        if "\\" in source:
            import warnings

            with warnings.catch_warnings():  # of invalid escapes: meant for authors
                warnings.simplefilter("ignore")
                return _parse(source, script_name, mode)
        return _parse(source, script_name, mode)
    except SyntaxError as error:
        refusal = MontySyntaxError(
            error.msg, script_name, error.lineno, error.offset, error.text,
            error.end_lineno, error.end_offset,
        )
        refusal.kind = type(error).__name__
        raise refusal from None
    except (RecursionError, MemoryError):
        raise MontySyntaxError(TOO_DEEP, script_name) from None
    except (ValueError, OverflowError, SystemError) as error:
        raise MontySyntaxError(str(error), script_name) from None


def _parse(source: str, script_name: str, mode: str) -> ast.AST:
    tree: ast.AST = compile(source, script_name, mode, PyCF_ONLY_AST)
    return tree


def _prefix_run(source: str) -> Match[str] | None:
    import re

    return re.search(_PREFIX_RUN, source)


def line_of(source: str, line: int) -> str | None:
    """Return line number ``line`` (from 1) with its newline, as `SyntaxError.text` has it."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return None
    return lines[line - 1] + "\n" if line < len(lines) else lines[line - 1]


def _check_encodable(source: str, script_name: str) -> None:
    try:
        source.encode()
    except UnicodeEncodeError as error:
        line = source.count("\n", 0, error.start) + 1
        column = error.start - (source.rfind("\n", 0, error.start) + 1)
        raise MontySyntaxError(
            f"'utf-8' codec can't encode character '\\u{ord(source[error.start]):04x}':"
            " surrogates not allowed",
            script_name, line, column + 1,
        ) from None  # fmt: skip
