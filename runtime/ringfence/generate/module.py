"""The code of a whole text."""

from __future__ import annotations

import _ast as ast

from ringfence.code import Program
from ringfence.generate.assignments import setup_annotations
from ringfence.generate.builder import UNREACHABLE, Builder, Unit, prologue
from ringfence.generate.tables import EXPRESSIONS, body, docstring
from ringfence.layout import (
    CODE_FLAG_CLASS_BODY,
    CODE_FLAG_COROUTINE,
    CODE_FLAG_HIDDEN,
    CODE_FLAG_MODULE,
)
from ringfence.nodes import walk
from ringfence.opcodes import Op
from ringfence.scope import ASSIGNED, BUILTIN_NAMES, MODULE_NAMES, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_RETURN: Final = int(Op.RETURN)
_RETURN_GENERATOR: Final = int(Op.RETURN_GENERATOR)
_STORE_GLOBAL: Final = int(Op.STORE_GLOBAL)
_STORE_NAME: Final = int(Op.STORE_NAME)


def generate(
    tree: Any, scope: Scope, program: Program, mode: str, names: list[str], inputs: tuple[str, ...]
) -> None:
    """Fill ``program`` from a tree whose scopes are resolved."""
    flags = CODE_FLAG_HIDDEN if mode == "prelude" else 0
    unit = Unit(program, mode, names, flags)
    unit.future = scope.unit.future_annotations
    if mode == "prelude":
        unit.natives = _natives(tree)
    b = Builder(unit, scope, "<module>", "<module>", 1)
    code = b.code
    code.flags = flags | CODE_FLAG_MODULE
    if mode == "exec-locals":
        code.flags |= CODE_FLAG_CLASS_BODY
        code.n_positional = 1
    for name in inputs:
        place = scope.where[name]
        if place < len(scope.variables):
            b.mark(place)
    if scope.unit.has_await:
        code.flags |= CODE_FLAG_COROUTINE
        b.emit(_RETURN_GENERATOR, 0, 0, 0, None)
    prologue(b)
    if isinstance(tree, ast.Expression):
        register = EXPRESSIONS[type(tree.body)](b, tree.body, -1)
        b.emit(_RETURN, register, 0, 0, tree.body)
    else:
        _statements(b, tree.body, mode)
    program.module = b.finish()
    program.names = list(unit.entries)
    program.register_names = {name: i for i, name in enumerate(scope.variables)}
    program.has_await = scope.unit.has_await
    used = scope.unit.used_globals - scope.unit.bound_globals
    program.host_names = sorted([
        name for name in used
        if name not in BUILTIN_NAMES and name not in MODULE_NAMES and name not in names
        and not scope.names.get(name, 0) & ASSIGNED
    ])  # fmt: skip


def _statements(b: Builder, nodes: list[Any], mode: str) -> None:
    last: Any = nodes[-1] if nodes else None
    setup_annotations(b, nodes)
    doc = docstring(nodes)
    if doc is not None:
        text = b.load_value(doc, -1, nodes[0])
        if mode == "exec-locals":
            b.emit_wide(_STORE_NAME, text, b.constant("__doc__"), nodes[0])
        else:
            b.emit_wide(_STORE_GLOBAL, text, b.entry("__doc__"), nodes[0])
        b.top = text
    has_value = type(last) is ast.Expr and mode in ("program", "feed")
    body(b, nodes[:-1] if has_value else nodes)
    if b.bound == UNREACHABLE:
        return
    if has_value:
        value = last.value
        register = EXPRESSIONS[type(value)](b, value, -1)
    else:
        register = b.load_value(None, -1, last)
    b.emit(_RETURN, register, 0, 0, last)


def _natives(tree: Any) -> dict[str, str]:
    """Names bound by `from _kernel import a, b as c`, anywhere in the text."""
    found: dict[str, str] = {}
    for node in walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "_kernel":
            for alias in node.names:
                found[alias.asname or alias.name] = alias.name
    return found
