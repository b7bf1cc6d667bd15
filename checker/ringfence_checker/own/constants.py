"""What fails for certain because of a constant: division by zero, keys that a display lacks."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator

from mypy.types import NoneType, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix


def certain_failures(context: Context) -> Iterator[Diagnostic]:
    """`division-by-zero`, `missing-key` of a dict display, `bad-conversion`."""
    for node in context.of(ast.BinOp):
        if isinstance(node.op, (ast.Div, ast.FloorDiv, ast.Mod)) \
                and isinstance(node.right, ast.Constant) \
                and type(node.right.value) in (int, float) and node.right.value == 0 \
                and not _is_text(node.left):
            yield context.found("division-by-zero", node, "division by zero",
                                "Look at the divisor before dividing.")
    yield from _conversions(context)
    yield from _nothing_assigned(context)
    yield from _unhashable(context)
    yield from _missing_keys(context)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
    )


def _conversions(context: Context) -> Iterator[Diagnostic]:
    """`int("3.5")`, `float("a")`."""
    for node in context.of(ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in ("int", "float"):
            continue
        if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Constant):
            continue
        text = node.args[0].value
        if not isinstance(text, str) or len(text) > 100:
            continue
        try:
            (int if node.func.id == "int" else float)(text)
        except ValueError as error:
            hint = "Use `int(float(...))`." if node.func.id == "int" and _is_float(text) else ""
            yield context.found("bad-conversion", node, str(error), hint)


_MUTATORS = frozenset(("sort", "reverse", "append", "extend", "insert", "clear", "update", "shuffle",
                       "add", "discard", "remove", "appendleft", "extendleft"))  # fmt: skip


def _nothing_assigned(context: Context) -> Iterator[Diagnostic]:
    """`func-returns-value`: `xs = xs.sort()`, which mypy lets pass where redefinition is allowed."""
    for node in context.of(ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _MUTATORS:
            continue
        parent = context.parents.get(node)
        if not (isinstance(parent, ast.Assign) or (
                isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is node)):
            continue
        if isinstance(get_proper_type(context.type_of(node)), NoneType):
            owner = context.text(node.func.value)
            hint = f"`{node.func.attr}` changes the object in place and gives None."
            if node.func.attr in ("sort", "reverse") and owner:
                made = "sorted" if node.func.attr == "sort" else "reversed"
                hint += f" Use `{made}({owner})`, or call it on a line of its own."
            yield context.found(
                "func-returns-value", node, f"`{node.func.attr}` gives no value, only None", hint
            )


_UNHASHABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def _unhashable(context: Context) -> Iterator[Diagnostic]:
    """`unhashable`: a list, dict or set as a key or as an item of a set."""
    keys = [key for node in context.of(ast.Dict) for key in node.keys]
    keys += [item for node in context.of(ast.Set) for item in node.elts]
    for key in keys:
        if isinstance(key, _UNHASHABLE):
            kind = type(key).__name__.removesuffix("Comp").lower()
            yield context.found("unhashable", key, f"unhashable type: '{kind}'",
                                "Use a tuple, or a frozenset.")


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _missing_keys(context: Context) -> Iterator[Diagnostic]:
    """A constant key that a dict display, bound once and only read, does not have."""
    displays = _displays(context)
    if not displays:
        return
    missing = [
        node for node in context.of(ast.Subscript)
        if isinstance(node.ctx, ast.Load) and isinstance(node.value, ast.Name)
        and isinstance(node.slice, ast.Constant) and node.value.id in displays
        and any(node.slice.value not in keys for keys in displays[node.value.id])
    ]
    for node in missing:
        context.rest_on_others(node)
    fixed = _only_read(context, {node.value.id for node in missing})
    for node in missing:
        if node.value.id not in fixed:
            continue
        keys = displays[node.value.id][0]
        close = difflib.get_close_matches(
            str(node.slice.value), [key for key in keys if isinstance(key, str)], 1
        )
        fixes: tuple[Fix, ...] = ()
        hint = f"Its keys are {', '.join(f'`{key}`' for key in list(keys)[:12])}."
        if close and isinstance(node.slice.value, str):
            hint = f"Did you mean `{close[0]}`? " + hint
            fixes = (Fix(f"Change the key to `{close[0]}`",
                         (context.replace(node.slice, repr(close[0])),)),)
        yield context.found(
            "missing-key", node, f"`{node.value.id}` has no key `{node.slice.value!s}`", hint, fixes
        )


def _displays(context: Context) -> dict[str, list[list[object]]]:
    """Keys of the dict displays of constant keys that variables are bound to, by variable."""
    found: dict[str, list[list[object]]] = {}
    for assign in context.of(ast.Assign):
        if len(assign.targets) != 1 or not isinstance(assign.targets[0], ast.Name) \
                or not isinstance(assign.value, ast.Dict) or not assign.value.keys:
            continue
        keys: list[object] = [
            key.value for key in assign.value.keys if isinstance(key, ast.Constant)
        ]
        if len(keys) == len(assign.value.keys):
            found.setdefault(assign.targets[0].id, []).append(keys)
    return found


def _only_read(context: Context, names: set[str]) -> set[str]:
    """Those of the names that the program binds once and never changes."""
    bound: dict[str, int] = {}
    changed: set[str] = set()
    for name in context.of(ast.Name) if names else ():
        if name.id not in names:
            continue
        if isinstance(name.ctx, (ast.Store, ast.Del)):
            bound[name.id] = bound.get(name.id, 0) + 1
        elif not _only_reads(context, name):
            changed.add(name.id)
    for argument in context.of(ast.arg) if names else ():
        bound[argument.arg] = bound.get(argument.arg, 0) + 1
    return {name for name in names if bound.get(name) == 1} - changed


_READING = frozenset(("get", "items", "keys", "values", "copy"))


def _only_reads(context: Context, name: ast.Name) -> bool:
    parent = context.parents.get(name)
    if isinstance(parent, ast.Subscript) and parent.value is name:
        return isinstance(parent.ctx, ast.Load)
    if isinstance(parent, ast.Attribute):
        return parent.attr in _READING
    if isinstance(parent, ast.Call):
        return isinstance(parent.func, ast.Name) and parent.func.id in (
            "print", "len", "sorted", "list", "sum", "max", "min", "str", "repr", "any", "all",
        )
    return isinstance(parent, (ast.FormattedValue, ast.For, ast.comprehension, ast.Compare,
                               ast.Expr))
