"""Values of no known type: attributes that no object has, methods called with what none takes.

Of a parameter without annotation mypy knows nothing. But the objects of a program come from the
sandbox's library, from the program and from what the stubs declare: an attribute that none of them
has is misspelt, and `rows.append()` fails whatever `rows` is. Where the stubs lend values of any
type, so that other objects may come in, it is a warning.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mypy.nodes import Var
from mypy.types import AnyType, TypeOfAny, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix

# programs that use these make attributes that no text shows
_DYNAMIC: Final = frozenset(("setattr", "exec", "vars", "make_dataclass"))
_ALIKE: Final = 0.7
_USED: Final = frozenset((  # functions that look into what they are given
    "len", "sum", "sorted", "list", "set", "tuple", "dict", "max", "min", "any", "all", "enumerate",
    "zip", "int", "float", "range", "reversed", "iter", "next", "round", "abs",
))  # fmt: skip


def misused(context: Context) -> Iterator[Diagnostic]:
    """`no-such-attribute`, `method-arguments`, `missing-call` on values of no known type."""
    if context.bound_before:
        return  # earlier feeds may have made objects of any kind
    found = [
        (node, wrong) for node in context.of(ast.Attribute)
        if isinstance(node.ctx, ast.Load) and not node.attr.startswith("_")
        and (wrong := _wrong(context, node)) is not None and _is_anything(context, node.value)
    ]
    if not found:
        return
    own = _own_names(context)
    for node, wrong in found:
        context.rest_on_others(node)
        if own is not None and node.attr not in own:
            yield replace(wrong, severity="warning") if _is_open(context) else wrong


def _wrong(context: Context, node: ast.Attribute) -> Diagnostic | None:
    """What is wrong with an attribute of any object of the library; None if nothing is."""
    known = context.facts.attributes
    if node.attr not in known:
        return _unknown(context, node)
    takes = known[node.attr]
    if takes is None:
        return None
    parent = context.parents.get(node)
    if isinstance(parent, ast.Call) and parent.func is node:
        return _miscalled(context, node, parent, takes)
    if _is_used_as_value(node, parent):
        line, _, end_line, _ = context.place(node)
        return context.found(
            "missing-call", node, f"`{node.attr}` is a method, and is not called here",
            f"Write `{node.attr}()`.",
            (Fix("Call it", (context.replace(node, context.text(node) + "()"),)),)
            if line == end_line and takes[0] == 0 else (),
        )
    return None


def _unknown(context: Context, node: ast.Attribute) -> Diagnostic:
    close = difflib.get_close_matches(
        node.attr, [name for name in context.facts.attributes if name[0] != "_"], 1, _ALIKE)
    hint = f"Did you mean `{close[0]}`?" if close else "For a key of a dict write `value[\"key\"]`."
    return context.found(
        "no-such-attribute", node, f"nothing here has an attribute `{node.attr}`", hint)


def _miscalled(
    context: Context, node: ast.Attribute, call: ast.Call, takes: tuple[int, int]
) -> Diagnostic | None:
    if call.keywords or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    n, (least, most) = len(call.args), takes
    if n >= least and (most < 0 or n <= most):
        return None
    wanted = f"{least}" if least == most else f"at least {least}" if n < least else f"at most {most}"
    return context.found(
        "method-arguments", call, f"`{node.attr}` takes {wanted} arguments, not {n}",
        "Look at what the method takes.",
    )


def _is_used_as_value(node: ast.Attribute, parent: ast.AST | None) -> bool:
    if isinstance(parent, (ast.For, ast.comprehension)):
        return parent.iter is node
    if isinstance(parent, (ast.BinOp, ast.AugAssign, ast.Starred)):
        return True
    if isinstance(parent, ast.Subscript):
        return parent.value is node
    if isinstance(parent, ast.Attribute):
        return not parent.attr.startswith("_")
    if isinstance(parent, ast.FormattedValue):
        return parent.format_spec is not None
    return isinstance(parent, ast.Call) and node in parent.args \
        and isinstance(parent.func, ast.Name) and parent.func.id in _USED and len(parent.args) == 1


def _is_anything(context: Context, node: ast.expr) -> bool:
    """Whether nothing is known of a value's type, and not because of an error."""
    root = node
    while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call, ast.Await)):
        root = root.func if isinstance(root, ast.Call) else root.value
    lent = context.host.get(root.id) if isinstance(root, ast.Name) else None
    if lent is not None and isinstance(lent.node, Var):
        return False  # an input: the host says that it may be anything
    kind = get_proper_type(context.type_of(node))
    while isinstance(kind, AnyType) and kind.source_any is not None:
        kind = kind.source_any
    return isinstance(kind, AnyType) and kind.type_of_any not in (
        TypeOfAny.from_error, TypeOfAny.from_unimported_type, TypeOfAny.implementation_artifact,
    )


def _own_names(context: Context) -> set[str] | None:
    """Names that the program or the stubs may give to attributes; None if any name may be one."""
    for call in context.of(ast.Call):
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in _DYNAMIC:
            return None
    names = {node.attr for node in context.of(ast.Attribute) if not isinstance(node.ctx, ast.Load)}
    names |= {node.id for node in context.of(ast.Name) if isinstance(node.ctx, ast.Store)}
    for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
        if node.name in ("__getattr__", "__getattribute__"):
            return None
        names.add(node.name)
    names |= {node.arg for node in context.of(ast.keyword) if node.arg}
    for node in context.of(ast.Constant):
        if isinstance(node.value, str):
            names.update(re.findall(r"\w+", node.value))
    return names.union(*(re.findall(r"\w+", text) for text in context.stubs.values()))


def _is_open(context: Context) -> bool:
    """Whether the host may lend values of types that the stubs do not tell."""
    return any(re.search(r"\b(?:Any|object)\b", text) for text in context.stubs.values())
