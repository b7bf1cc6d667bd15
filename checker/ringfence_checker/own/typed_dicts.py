"""Keys of typed dicts: misspelt in `get`, or not there for certain."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from typing import TypeGuard

from mypy.types import Instance, TypedDictType, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix

_READING = frozenset(("get", "pop", "setdefault"))


def unknown_keys(context: Context) -> Iterator[Diagnostic]:
    """`unknown-key`: a key that the typed dict does not have, in `get` and in `in`."""
    for node in context.of(ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _READING:
            continue
        if not node.args or not _is_text(node.args[0]):
            continue
        kind = _typed_dict(context, node.func.value)
        if kind is not None and node.args[0].value not in kind.items:
            yield _unknown(context, node.args[0], kind)
    for node in context.of(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)) \
                and _is_text(node.left):
            kind = _typed_dict(context, node.comparators[0])
            if kind is not None and node.left.value not in kind.items:
                yield _unknown(context, node.left, kind)


def _unknown(context: Context, key: ast.Constant, kind: TypedDictType) -> Diagnostic:
    written = str(key.value)
    close = difflib.get_close_matches(written, kind.items, 1)
    hint = f"Its keys are {', '.join(f'`{name}`' for name in kind.items)}."
    fixes: tuple[Fix, ...] = ()
    if close:
        hint = f"Did you mean `{close[0]}`? " + hint
        fixes = (Fix(f"Change the key to `{close[0]}`", (context.replace(key, repr(close[0])),)),)
    name = kind.fallback.type.name
    return context.found("unknown-key", key, f"`{name}` has no key `{written}`", hint, fixes)


def keys_that_may_be_missing(context: Context) -> Iterator[Diagnostic]:
    """`possibly-missing-key`: `d["key"]` of a key that is `NotRequired`, without a look before."""
    for node in context.of(ast.Subscript):
        if not isinstance(node.ctx, ast.Load) or not _is_text(node.slice):
            continue
        kind = _typed_dict(context, node.value)
        key = str(node.slice.value)
        if kind is None or key not in kind.items or key in kind.required_keys:
            continue
        context.rest_on_others(node)
        if not _looked_at(context, node, ast.unparse(node.value), key):
            yield context.found(
                "possibly-missing-key", node,
                f"the key `{key}` of `{kind.fallback.type.name}` is not required; it may be missing",
                f'Use `.get("{key}")`, or look with `"{key}" in ...` first.',
            )


def unpacked_keys(context: Context) -> Iterator[Diagnostic]:
    """`unpacked-keys`: a dict unpacked into names, which then hold its keys, not its values."""
    for loop in context.of(ast.For, ast.comprehension):
        if not isinstance(loop.target, ast.Tuple):
            continue
        kind = get_proper_type(context.type_of(loop.iter))
        if not isinstance(kind, Instance) or not kind.args \
                or kind.type.fullname not in ("builtins.list", "typing.Iterable", "typing.Sequence"):
            continue
        item = get_proper_type(kind.args[0])
        if isinstance(item, TypedDictType) or (
            isinstance(item, Instance) and item.type.fullname == "builtins.dict"
        ):
            yield context.found(
                "unpacked-keys", loop.target, "each item is a dict: this unpacks its keys",
                "Take the item whole and read its keys, or unpack `item.values()`.",
            )


def _looked_at(context: Context, node: ast.Subscript, owner: str, key: str) -> bool:
    """Whether the program tests or sets the key before, or catches the error."""
    for up in context.above(node):
        if isinstance(up, ast.Try) and any(
            handler.type is None or {"KeyError", "LookupError", "Exception", "BaseException"}
            & {leaf.id for leaf in ast.walk(handler.type) if isinstance(leaf, ast.Name)}
            for handler in up.handlers
        ):
            return True
    for test in context.of(ast.Compare):
        if _is_text(test.left) and test.left.value == key \
                and any(isinstance(op, (ast.In, ast.NotIn)) for op in test.ops) \
                and test.lineno <= node.lineno:
            return True
    for call in context.of(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("get", "setdefault") \
                and call.args and _is_text(call.args[0]) and call.args[0].value == key \
                and call.lineno <= node.lineno and ast.unparse(call.func.value) == owner:
            return True
    for other in context.of(ast.Subscript):
        if isinstance(other.ctx, ast.Store) and _is_text(other.slice) \
                and other.slice.value == key and ast.unparse(other.value) == owner \
                and other.lineno <= node.lineno:
            return True
    return _made_here(context, node, owner, key)


def _made_here(context: Context, node: ast.Subscript, owner: str, key: str) -> bool:
    """Whether the dict is a display of this program that has the key."""
    for assign in context.of(ast.Assign, ast.AnnAssign):
        targets = assign.targets if isinstance(assign, ast.Assign) else [assign.target]
        if not any(isinstance(t, ast.Name) and t.id == owner for t in targets):
            continue
        value = assign.value
        if isinstance(value, ast.Dict) and any(
            k is not None and _is_text(k) and k.value == key for k in value.keys
        ):
            return True
        if isinstance(value, ast.Call) and any(k.arg == key for k in value.keywords):
            return True
    return False


def _typed_dict(context: Context, node: ast.expr) -> TypedDictType | None:
    kind = get_proper_type(context.type_of(node))
    return kind if isinstance(kind, TypedDictType) else None


def _is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
