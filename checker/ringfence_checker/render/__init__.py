"""Diagnostics as text. One file a format; each has a ``render`` of files and their diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Final

from ringfence_checker.diagnostics import Diagnostic

FORMATS: Final = ("text", "full", "json", "jsonlines", "github", "gitlab", "sarif", "pylint", "llm")


def render(
    diagnostics: Iterable[Diagnostic] | Mapping[str, Iterable[Diagnostic]],
    *,
    format: str = "text",
    source: str | Mapping[str, str] | None = None,
    script_name: str = "main.py",
    color: bool = False,
) -> str:
    """Give diagnostics as text, without a newline at its end.

    Parameters
    ----------
    diagnostics
        Those of one text, or a mapping from file names.
    format
        One of `FORMATS`.
    source
        The text (or texts by file name); ``full`` and ``llm`` show its lines.
    color
        Mark severities with ANSI colours (``text`` and ``full``).

    Raises
    ------
    ValueError
        For a format that does not exist.
    """
    if format not in FORMATS:
        raise ValueError(f"`format` is one of {', '.join(FORMATS)}, not {format!r}")
    if isinstance(diagnostics, Mapping):
        files = {name: list(found) for name, found in diagnostics.items()}
    else:
        files = {script_name: list(diagnostics)}
    texts = {script_name: source} if isinstance(source, str) else dict(source or {})
    made: str = import_module(f"ringfence_checker.render.{format}").render(files, texts, color)
    return made


def lines_of(text: str) -> list[str]:
    """Lines of a text as diagnostics count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
