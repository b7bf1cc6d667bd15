"""Stubs shortened to a prompt: what a model must know to write programs for the sandbox."""

from __future__ import annotations

import ast
from typing import Any

from ringfence_checker.stubs import read_stubs

MAX_DOC = 200  # characters of a docstring


def prompt_from(stubs: Any) -> str:
    """Give a prompt for a model: the functions the host lends, and the rules of the sandbox.

    Parameters
    ----------
    stubs
        In any form that `Checker` takes.

    Examples
    --------
    >>> print(prompt_from("async def fetch(url: str) -> bytes: ...").splitlines()[-2])
    async def fetch(url: str) -> bytes
    """
    from ringfence import support

    modules = ", ".join(name for name in support.modules() if not name.startswith("_"))
    out = [
        "Write one Python program. It runs in a sandbox: no files, no network, no processes, no "
        "packages. The value of its last expression is its result.",
        f"Modules that can be imported: {modules}.",
    ]
    texts = read_stubs(stubs).modules
    if texts:
        out += ["These functions are there without an import (`await` those that are `async`):",
                "```python"]
        for module, text in texts.items():
            if module:
                out.append(f"# import {module}")
            out += [line for node in ast.parse(text).body for line in _shortened(node, "")]
        out.append("```")
    return "\n".join(out)


def _shortened(node: ast.stmt, indent: str) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        start = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
        result = f" -> {ast.unparse(node.returns)}" if node.returns is not None else ""
        doc = _doc(node)
        marks = [f"{indent}@{ast.unparse(mark)}" for mark in node.decorator_list]
        line = f"{indent}{start} {node.name}({ast.unparse(node.args)}){result}"
        return [*marks, line + (f"  # {doc}" if doc else "")]
    if isinstance(node, ast.ClassDef):
        bases = ", ".join(ast.unparse(base) for base in [*node.bases, *node.keywords])
        doc = _doc(node)
        head = f"{indent}class {node.name}{f'({bases})' if bases else ''}:"
        inner = [line for part in node.body for line in _shortened(part, indent + "    ")]
        marks = [f"{indent}@{ast.unparse(mark)}" for mark in node.decorator_list]
        return [*marks, head + (f"  # {doc}" if doc else ""), *(inner or [f"{indent}    ..."])]
    if isinstance(node, (ast.AnnAssign, ast.Assign)):
        return [indent + ast.unparse(node)]
    return []


def _doc(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    text = (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ").strip()
    return text if len(text) <= MAX_DOC else text[: MAX_DOC - 3] + "..."
