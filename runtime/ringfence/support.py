"""What of Python the sandbox has: names, kinds and signatures, read off the prelude's sources.

Nothing is run: the files of ``prelude/`` and ``modules/`` are parsed. Checker, completion and the
reference pages all read this table, so that they cannot disagree with the runtime.

>>> table()["len"].signature
'(obj, /)'
>>> table()["str.split"].kind
'method'
"""

from __future__ import annotations

import ast
import builtins
import copy
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parent


class Supported(NamedTuple):
    """One name that programs can use.

    ``name`` is dotted: ``len``, ``str.split``, ``math.sqrt``, ``collections.deque.append``.
    ``kind`` is one of function, method, class method, static method, class, attribute, value,
    module. ``signature`` is that of the declaration, '' where there is none. ``how`` says who does
    the work: kernel, trap, prelude.
    """

    name: str
    kind: str
    signature: str
    how: str
    doc: str


@cache
def table() -> dict[str, Supported]:
    """Everything that is supported, by dotted name."""
    found: dict[str, Supported] = {}
    for path in sorted((PACKAGE / "prelude").glob("*.py")):
        _read(ast.parse(path.read_text()).body, "", found, builtins_only=True)
    for name, path in module_paths().items():
        if name.startswith("_") and name != "__future__":
            continue
        tree = ast.parse(path.read_text())
        found[name] = Supported(name, "module", "", "prelude", _summary(tree))
        _read(tree.body, name, found, builtins_only=False)
    for name in _constants():
        found[name] = Supported(name, "value", "", "prelude", "")
    return found


def module_paths() -> dict[str, Path]:
    """Source of each library module by its full name."""
    root = PACKAGE / "modules"
    paths = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        paths[".".join(part for part in parts if part != "__init__")] = path
    return paths


def modules() -> list[str]:
    """Names of the modules that can be imported."""
    return [name for name, entry in table().items() if entry.kind == "module"]


def members(owner: str) -> list[Supported]:
    """What is directly inside a module or class."""
    prefix = owner + "."
    return [
        entry for name, entry in table().items()
        if name.startswith(prefix) and "." not in name[len(prefix):]
    ]


# ---------------------------------------------------------------- reading
def _constants() -> tuple[str, ...]:
    return ("None", "True", "False", "Ellipsis", "NotImplemented", "__debug__", "__name__")


def _summary(node: ast.AST) -> str:
    text = ast.get_docstring(node) if isinstance(
        node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) else None
    return (text or "").strip().split("\n\n")[0].replace("\n", " ")


def _is_public(name: str) -> bool:
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


def _read(body: list[ast.stmt], owner: str, found: dict[str, Supported], *,
          builtins_only: bool) -> None:
    for node in body:
        if isinstance(node, ast.If):
            if _holds(node.test):
                _read(node.body, owner, found, builtins_only=builtins_only)
            else:
                _read(node.orelse, owner, found, builtins_only=builtins_only)
            continue
        starred = _starred(node)
        if starred is not None:
            _read(ast.parse(starred.read_text()).body, owner, found, builtins_only=builtins_only)
            continue
        for name in _bound_names(node):
            if not _is_public(name) or (builtins_only and not owner and not hasattr(builtins, name)):
                continue
            dotted = f"{owner}.{name}" if owner else name
            _enter(node, dotted, bool(owner) and _is_class(owner, found), found)


def _holds(test: ast.expr) -> bool:
    """Whether a condition on the host's version holds; others count as true."""
    import sys

    names = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    if not names <= {"_HOST_MINOR", "_host_minor"} or not names:
        return True
    code = compile(ast.Expression(test), "<version>", "eval")
    minor = sys.version_info[1]
    return bool(eval(code, {"_HOST_MINOR": minor, "_host_minor": minor}))


def _is_class(owner: str, found: dict[str, Supported]) -> bool:
    known = found.get(owner)
    return known is not None and known.kind == "class"


def _starred(node: ast.stmt) -> Path | None:
    """Source of the library module that a statement takes every public name of."""
    if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
        return module_paths().get(node.module or "")
    return None


def _bound_names(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [
            leaf.id for target in node.targets for leaf in ast.walk(target)
            if isinstance(leaf, ast.Name)
        ]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.ImportFrom) and node.module not in ("_kernel", "__future__"):
        return [alias.asname or alias.name for alias in node.names]
    return []


def _enter(node: ast.stmt, dotted: str, in_class: bool, found: dict[str, Supported]) -> None:
    if isinstance(node, ast.ClassDef):
        if dotted not in found:
            found[dotted] = Supported(dotted, "class", "", "prelude", _summary(node))
        _read(node.body, dotted, found, builtins_only=False)
        init = found.get(dotted + ".__new__") or found.get(dotted + ".__init__")
        if init is not None and found[dotted].signature == "":
            found[dotted] = found[dotted]._replace(signature=init.signature)
        return
    if in_class and dotted.endswith(".__slots__"):
        _enter_slots(node, dotted.rpartition(".")[0], found)
        return
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        found.setdefault(dotted, Supported(dotted, "value", "", "prelude", ""))
        return
    marks = {
        mark.id: None for decorator in node.decorator_list
        for mark in ast.walk(decorator) if isinstance(mark, ast.Name)
    }
    how = "kernel" if "native" in marks or "member" in marks else "prelude"
    if "trap" in marks and "native" not in marks:
        how = "trap"
    kind = "function"
    if in_class:
        kind = "method"
        if {"property", "member", "_member", "make_property"} & set(marks):
            kind = "attribute"
        elif "classmethod" in marks:
            kind = "class method"
        elif "staticmethod" in marks:
            kind = "static method"
    found[dotted] = Supported(dotted, kind, _signature(node, kind), how, _summary(node))


def _enter_slots(node: ast.stmt, owner: str, found: dict[str, Supported]) -> None:
    assert isinstance(node, (ast.Assign, ast.AnnAssign))
    names = [
        leaf.value for leaf in ast.walk(node)
        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
    ]
    for name in names:
        if _is_public(name):
            dotted = f"{owner}.{name}"
            found[dotted] = Supported(dotted, "attribute", "", "kernel", "")


def _signature(node: ast.FunctionDef | ast.AsyncFunctionDef, kind: str) -> str:
    """Signature as a caller sees it: without self, markers of absent arguments as ``...``."""
    if kind == "attribute":
        return ""
    arguments = copy.deepcopy(node.args)
    if kind in ("method", "class method") or node.name == "__new__":
        first = arguments.posonlyargs or arguments.args
        if first:
            del first[0]
    arguments.defaults = [_shown(default) for default in arguments.defaults]
    arguments.kw_defaults = [d if d is None else _shown(d) for d in arguments.kw_defaults]
    return f"({ast.unparse(arguments)})"


def _shown(default: ast.expr) -> ast.expr:
    if isinstance(default, ast.Name) and default.id.startswith("_"):
        return ast.Constant(...)
    return default
