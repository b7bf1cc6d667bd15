"""Imports of what the sandbox has not."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from typing import Final

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix

_NO_FILES = "The sandbox has no files; ask the host for the data, or keep it in variables."
_NO_NETWORK = "The sandbox has no network; call a function that the host lends."
_NO_PROCESSES = "The sandbox starts no processes; call a function that the host lends."
_NO_THREADS = "The sandbox has no threads; use `asyncio.gather` over host functions."
_NO_PACKAGES = "The sandbox installs no packages; use plain Python and what the host lends."

INSTEAD: Final = {
    **dict.fromkeys("os shutil glob tempfile fileinput pathlib zipfile tarfile gzip mmap fcntl "
                    "sqlite3 dbm shelve pickle".split(), _NO_FILES),
    **dict.fromkeys("socket ssl http urllib ftplib smtplib imaplib poplib telnetlib xmlrpc "
                    "socketserver requests httpx aiohttp urllib3 websockets boto3 openai anthropic "
                    "selectors select".split(), _NO_NETWORK),
    **dict.fromkeys("subprocess pty signal multiprocessing".split(), _NO_PROCESSES),
    **dict.fromkeys("threading queue concurrent _thread".split(), _NO_THREADS),
    **dict.fromkeys("numpy pandas scipy sklearn matplotlib torch tensorflow yaml bs4 lxml dateutil "
                    "pydantic attr attrs rich click tqdm pytz sympy networkx PIL".split(),
                    _NO_PACKAGES),
    "logging": "Use `print`; the host sees what is printed.",
    "importlib": "Import the modules that are there by name.",
    "inspect": "The sandbox has no introspection of frames and sources.",
    "ctypes": "The sandbox has no native code.",
    "unittest": "Use `assert`.",
    "pytest": "Use `assert`.",
    "argparse": "Programs get their inputs as variables.",
}  # fmt: skip


def unknown_modules(context: Context) -> Iterator[Diagnostic]:
    """`unknown-module`: imports of modules that are not there."""
    here = {*context.facts.modules, *context.host_modules}
    packages = {name.split(".")[0] for name in here}
    for node in context.of(ast.Import):
        for alias in () if _for_type_checkers(context, node) else node.names:
            if alias.name not in here and alias.name not in packages:
                yield _unknown(context, alias, alias.name, here)
    for node in context.of(ast.ImportFrom):
        if _for_type_checkers(context, node):
            continue
        if node.level:
            yield context.found(
                "unknown-module", node, "relative imports are not available here",
                "A program is one file; write what it needs in it.",
            )
        elif node.module == "__future__":
            continue
        elif node.module not in here and node.module not in packages:
            yield _unknown(context, node, node.module or "", here)


def _for_type_checkers(context: Context, node: ast.AST) -> bool:
    """Whether a statement stands under `if TYPE_CHECKING:`, where it never runs."""
    child = node
    for up in context.above(node):
        if isinstance(up, ast.If) and child in up.body:
            test = up.test
            if getattr(test, "id", getattr(test, "attr", "")) == "TYPE_CHECKING":
                return True
        child = up
    return False


def _unknown(context: Context, node: ast.AST, name: str, here: set[str]) -> Diagnostic:
    top = name.split(".")[0]
    close = difflib.get_close_matches(name, here, 1, 0.8)
    fixes: tuple[Fix, ...] = ()
    if close and top not in context.facts.known and top not in INSTEAD:
        hint = f"Did you mean `{close[0]}`?"
        if isinstance(node, ast.alias) and node.asname is None:
            fixes = (Fix(f"Import `{close[0]}`", (context.replace(node, close[0]),)),)
    elif top in INSTEAD:
        hint = INSTEAD[top]
    else:
        hint = f"What can be imported: {', '.join(sorted(n for n in here if '.' not in n))}."
    lent = sorted(name for name in context.host if not name.startswith("_"))[:8]
    if lent and top in INSTEAD:
        hint += f" The host lends {', '.join(f'`{name}`' for name in lent)}."
    return context.found("unknown-module", node, f"module `{name}` is not available here", hint,
                         fixes)
