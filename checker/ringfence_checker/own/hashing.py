"""Keys and members that cannot be hashed: lists, dicts, sets, objects that only say when they are equal."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from mypy.types import Instance, TupleType, Type, TypedDictType, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

_UNHASHABLE: Final = frozenset((
    "builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray", "collections.deque",
    "collections.defaultdict", "collections.Counter", "collections.OrderedDict",
))  # fmt: skip
_DICTS: Final = frozenset((
    "builtins.dict", "collections.defaultdict", "collections.Counter", "collections.OrderedDict",
))  # fmt: skip
_SETS: Final = frozenset(("builtins.set", "builtins.frozenset"))
_BY_KEY: Final = frozenset(("add", "discard", "remove", "get", "pop", "setdefault"))
_MAKERS: Final = frozenset(("set", "frozenset", "Counter", "fromkeys"))  # they hash what they are given
_HINT: Final = "Use a tuple, or a frozenset."


def unhashable(context: Context) -> Iterator[Diagnostic]:
    """`unhashable`: what is hashed has no hash."""
    for key in _hashed(context):
        name = _name(context, get_proper_type(context.type_of(key)))
        if name:
            hint = _HINT if name in ("list", "set", "tuple") else "Use one of its values as the key."
            yield context.found("unhashable", key, f"unhashable type: '{name}'", hint)
    for node in context.of(ast.Call):
        called = node.func
        name = getattr(called, "id", getattr(called, "attr", ""))
        if name in _MAKERS and node.args:
            kind = get_proper_type(context.type_of(node.args[0]))
            if isinstance(kind, Instance) and kind.args and kind.type.fullname not in _DICTS:
                member = _name(context, get_proper_type(kind.args[0]))
                if member:
                    yield context.found(
                        "unhashable", node.args[0], f"unhashable type: '{member}'", _HINT)


def _hashed(context: Context) -> Iterator[ast.expr]:
    """Expressions that are hashed where they stand."""
    for node in context.of(ast.Dict):
        yield from (key for key in node.keys if key is not None)
    for node in context.of(ast.Set):
        yield from node.elts
    for node in context.of(ast.SetComp):
        yield node.elt
    for node in context.of(ast.DictComp):
        yield node.key
    for node in context.of(ast.Subscript):
        if not isinstance(node.slice, ast.Slice) and _is(context, node.value, _DICTS):
            yield node.slice
    for node in context.of(ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in _BY_KEY and node.args \
                and _is(context, node.func.value, _DICTS | _SETS):
            yield node.args[0]
    for node in context.of(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)) \
                and _is(context, node.comparators[0], _DICTS):  # a set may be looked for in a set
            yield node.left


def _is(context: Context, node: ast.expr, names: frozenset[str]) -> bool:
    kind = get_proper_type(context.type_of(node))
    return isinstance(kind, Instance) and kind.type.fullname in names


def _name(context: Context, kind: Type | None) -> str:
    """Name of a type whose objects have no hash; '' if they may have one."""
    kind = get_proper_type(kind)
    if isinstance(kind, TypedDictType):
        return "dict"
    if isinstance(kind, TupleType):
        return next((name for item in kind.items if (name := _name(context, item))), "")
    if not isinstance(kind, Instance):
        return ""
    if kind.type.fullname in _UNHASHABLE:
        return kind.type.name
    return kind.type.name if any(
        node.name == kind.type.name and _has_no_hash(node) for node in context.of(ast.ClassDef)
    ) else ""


def _has_no_hash(node: ast.ClassDef) -> bool:
    """Whether a class defines equality, by a method or as a dataclass, and no hash."""
    if node.bases or node.keywords:
        return False
    defined = {leaf.name for leaf in node.body if isinstance(leaf, ast.FunctionDef)}
    assigned = {
        target.id for leaf in node.body if isinstance(leaf, ast.Assign)
        for target in leaf.targets if isinstance(target, ast.Name)
    }
    if "__hash__" in defined | assigned:
        return False
    if not node.decorator_list:
        return "__eq__" in defined
    decorator = node.decorator_list[0]
    if len(node.decorator_list) > 1:
        return False
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    options = {keyword.arg for keyword in getattr(decorator, "keywords", ())}
    return getattr(called, "id", getattr(called, "attr", "")) == "dataclass" \
        and not options & {"frozen", "eq", "unsafe_hash"}
