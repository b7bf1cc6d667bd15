"""``ringfence check`` and ``ringfence stubs``: what the command line asks of the checker."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from ringfence_checker.checker import Checker, CheckerError
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.render import FORMATS, render
from ringfence_checker.settings import read_settings

OK, FAILED, USAGE = 0, 1, 2
WATCH_S: Final = 0.3  # seconds between two looks at the files
STDIN: Final = "<stdin>"


class Wrong(Exception):
    """The command line asks for something that cannot be."""


def check(options: Any) -> int:
    """Carry out ``ringfence check``; 0 without errors, 1 with, 2 for a wrong command line."""
    if options.format not in FORMATS:
        raise Wrong(f"unknown format `{options.format}`; the formats are {', '.join(FORMATS)}")
    if options.watch and "-" in options.files:
        raise Wrong("standard input cannot be watched")
    try:
        with _checker(options) as checker:
            if not options.watch:
                return _once(options, checker)
            return _watch(options, checker)
    except (CheckerError, ValueError) as error:
        raise Wrong(str(error)) from None


def stubs(options: Any) -> int:
    """Carry out ``ringfence stubs``: the stub of a module of the host on standard output."""
    from ringfence_checker.prompt import prompt_from
    from ringfence_checker.stubs_from import stubs_from

    module = load_module(options.module)
    text = prompt_from(module) + "\n" if options.prompt else stubs_from(module)
    sys.stdout.write(text)
    return OK


def load_module(path: str) -> Any:
    """Import a file of the host."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, path)
    if spec is None or spec.loader is None:
        raise Wrong(f"`{path}` is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    try:
        spec.loader.exec_module(module)
    except OSError as error:
        raise Wrong(f"cannot read `{path}`: {error.strerror}") from None
    return module


def _checker(options: Any) -> Checker:
    settings = read_settings()
    given: Any = options.stubs or settings.stubs
    if isinstance(given, str) and given.endswith(".py"):
        given = load_module(given)
    elif given is not None:
        given = Path(given)
    inputs: Any = settings.inputs
    if options.input:
        pairs = [text.partition(":") for text in options.input]
        inputs = {name: kind or "Any" for name, _, kind in pairs}
    select = options.select.split(",") if options.select else settings.select
    ignore = options.ignore.split(",") if options.ignore else settings.ignore
    return Checker(
        stubs=given, inputs=inputs, select=select, ignore=ignore, levels=settings.levels
    )


def _once(options: Any, checker: Checker) -> int:
    texts: dict[str, str] = {}
    found: dict[str, list[Diagnostic]] = {}
    for name in _files(options.files):
        texts[name] = _read(name)
        found[name] = checker.check(texts[name], script_name=name)
    _show(options, found, texts)
    failed = any(one.severity == "error" for many in found.values() for one in many)
    return FAILED if failed else OK


def _show(options: Any, found: dict[str, list[Diagnostic]], texts: dict[str, str]) -> None:
    color = options.color == "always" or (
        options.color == "auto" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    )
    text = render(found, format=options.format, source=texts, color=color)
    if text:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def _files(names: list[str]) -> list[str]:
    files: list[str] = []
    for name in names:
        if name == "-":
            files.append(STDIN)
        elif os.path.isdir(name):
            files += sorted(str(path) for path in Path(name).rglob("*.py"))
        else:
            files.append(name)
    return list(dict.fromkeys(files))


def _read(name: str) -> str:
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:
                data = file.read()
        return data.decode("utf-8")
    except OSError as error:
        raise Wrong(f"cannot read `{name}`: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise Wrong(f"`{name}` is not UTF-8: {error.reason}") from None


def _watch(options: Any, checker: Checker, sleep: Callable[[float], None] = time.sleep) -> int:
    """Check files whenever they change, until interrupted."""
    known: dict[str, tuple[int, int]] = {}
    try:
        while True:
            now = {name: _stamp(name) for name in _files(options.files)}
            changed = [name for name, stamp in now.items() if known.get(name) != stamp]
            known = now
            if changed:
                texts = {name: _read(name) for name in changed if now[name] != (0, 0)}
                found = {
                    name: checker.check(text, script_name=name) for name, text in texts.items()
                }
                _show(options, found, texts)
                number = sum(one.severity == "error" for many in found.values() for one in many)
                sys.stderr.write(f"{len(texts)} checked, {number} errors; watching\n")
            sleep(WATCH_S)
    except KeyboardInterrupt:
        return OK


def _stamp(name: str) -> tuple[int, int]:
    try:
        known = os.stat(name)
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size
