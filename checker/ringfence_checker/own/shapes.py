"""Keys of dicts that the program makes itself: what a display lacks and nobody writes.

A shape is what is known of a value from the displays it comes from: the keys of a dict with the
shapes of their values, the shape of the members of a list. Nothing is known of what comes from
parameters, the host, or a library. A key is reported where the dict is known, does not have it, and
no statement of the program could have put it there.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from typing import Final, NamedTuple

from ringfence_checker.context import Context, Function
from ringfence_checker.diagnostics import Diagnostic, Fix

_MAX_STEPS: Final = 12
_SAME: Final = frozenset(("sorted", "list", "reversed", "tuple"))


class Shape(NamedTuple):
    """What is known of a container.

    ``keys``: shapes by key of a dict of constant keys, None if it is no such dict. ``member``: shape
    of the members of a list, or of the values of a dict with computed keys. ``empty``: a dict that
    nothing was put into.
    """

    keys: dict[object, Shape | None] | None = None
    member: Shape | None = None
    empty: bool = False


class Shapes:
    """Shapes of the expressions of one text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[int, Shape | None] = {}
        self._bound: dict[tuple[ast.AST | None, str], list[ast.Name]] = {}
        for node in context.of(ast.Name):
            if not isinstance(node.ctx, ast.Load) and _comprehension(context, node) is None:
                self._bound.setdefault((context.function(node), node.id), []).append(node)
        # names whose values are not seen: parameters, and what functions bind outside themselves
        self._unknown = {(context.function(one), one.arg) for one in context.of(ast.arg)}
        self._unseen = {
            name for node in context.of(ast.Global, ast.Nonlocal) for name in node.names
        }
        self._written = _written_keys(context)
        self._functions = {one.name for one in context.of(ast.FunctionDef)}

    def of(self, node: ast.expr, steps: int = 0) -> Shape | None:
        """The shape of an expression; None if nothing is known."""
        if steps > _MAX_STEPS:
            return None
        if id(node) not in self._known:
            self._known[id(node)] = None  # what depends on itself is not known
            self._known[id(node)] = self._found(node, steps)
        return self._known[id(node)]

    def _found(self, node: ast.expr, steps: int) -> Shape | None:
        if isinstance(node, ast.Dict):
            return self._display(node, steps + 1)
        if isinstance(node, (ast.List, ast.Tuple)) and node.elts and not any(
            isinstance(item, ast.Starred) for item in node.elts
        ):
            return _members([self.of(item, steps + 1) for item in node.elts])
        if isinstance(node, ast.ListComp):
            return _members([self.of(node.elt, steps + 1)])
        if isinstance(node, ast.DictComp):
            return _members([self.of(node.value, steps + 1)])
        if isinstance(node, ast.Subscript):
            return self._subscript(node, steps + 1)
        if isinstance(node, ast.Name):
            return self._name(node, steps + 1)
        if isinstance(node, ast.Call):
            return self._call(node, steps + 1)
        return None

    def _display(self, node: ast.Dict, steps: int) -> Shape | None:
        if not node.keys:
            return Shape({}, empty=True)
        if not all(isinstance(key, ast.Constant) for key in node.keys):
            return _members([self.of(value, steps) for value in node.values]) \
                if all(key is not None and not isinstance(key, ast.Constant) for key in node.keys) \
                else None
        return Shape({
            key.value: self.of(value, steps)  # type: ignore[union-attr]
            for key, value in zip(node.keys, node.values, strict=True)
        })

    def _subscript(self, node: ast.Subscript, steps: int) -> Shape | None:
        base = self.of(node.value, steps)
        if base is None:
            return None
        if isinstance(node.slice, ast.Slice):
            return base if base.keys is None else None
        if base.keys and isinstance(node.slice, ast.Constant):
            return base.keys.get(node.slice.value)
        return base.member

    def _name(self, node: ast.Name, steps: int) -> Shape | None:
        inner = _comprehension(self.context, node)
        if inner is not None:
            return self._bound_by(inner, steps)
        scope = self._scope(node)
        bound = self._bound.get((scope, node.id), ())
        if not bound or (scope, node.id) in self._unknown or node.id in self._unseen:
            return None
        made = _joined([self._bound_by(one, steps) for one in bound])
        return self._filled(node.id, scope, made, steps)

    def _scope(self, node: ast.Name) -> ast.AST | None:
        """The function that binds a name which is read at a node; None for the top level."""
        for up in self.context.above(node):
            if isinstance(up, Function) and (
                (up, node.id) in self._bound or (up, node.id) in self._unknown
            ):
                return up
        return None

    def _bound_by(self, at: ast.Name, steps: int) -> Shape | None:
        """The shape that one binding of a name gives it."""
        parent = self.context.parents.get(at)
        if isinstance(parent, (ast.For, ast.comprehension)) and parent.target is at:
            made = self.of(parent.iter, steps)
            return made.member if made is not None and made.keys is None else None
        if isinstance(parent, ast.Tuple):
            return self._pair(at, parent, steps)
        if not isinstance(parent, ast.Assign) or at not in parent.targets:
            return None
        return self.of(parent.value, steps)

    def _pair(self, at: ast.Name, target: ast.Tuple, steps: int) -> Shape | None:
        """`for key, value in shape.items()`, `for index, member in enumerate(shape)`."""
        loop = self.context.parents.get(target)
        if not isinstance(loop, (ast.For, ast.comprehension)) or len(target.elts) != 2 \
                or target.elts[1] is not at or not isinstance(loop.iter, ast.Call):
            return None
        called = loop.iter.func
        if isinstance(called, ast.Attribute) and called.attr == "items":
            made = self.of(called.value, steps)
            return _any_value(made)
        if isinstance(called, ast.Name) and called.id == "enumerate" and loop.iter.args:
            made = self.of(loop.iter.args[0], steps)
            return made.member if made is not None and made.keys is None else None
        return None

    def _filled(
        self, name: str, scope: ast.AST | None, made: Shape | None, steps: int
    ) -> Shape | None:
        """A variable's shape with what statements put into it; None if it goes elsewhere."""
        if made is None:
            return None
        keys = None if made.keys is None else dict(made.keys)
        member, stored = made.member, False
        for use in self.context.of(ast.Name):
            if use.id != name or not isinstance(use.ctx, ast.Load) or self._scope(use) is not scope:
                continue
            parent = self.context.parents.get(use)
            if isinstance(parent, ast.Subscript) and parent.value is use:
                if isinstance(parent.ctx, ast.Del):
                    return None
                above = self.context.parents.get(parent)
                if not isinstance(parent.ctx, ast.Store) or isinstance(above, ast.AugAssign):
                    continue
                if not isinstance(above, ast.Assign):
                    return None
                stored = True
                value = self.of(above.value, steps)
                if isinstance(parent.slice, ast.Constant) and keys is not None and (
                        keys or isinstance(parent.slice.value, str)):
                    keys[parent.slice.value] = None
                elif keys is not None and not keys:
                    keys, member = None, value
                elif keys is not None or member is None or value is None:
                    return None
                else:
                    member = _joined([member, value])
            elif not self._only_reads(use, parent) or (
                made.empty and isinstance(parent, ast.Compare)
            ):
                return None
        return Shape(keys, member, made.empty and not stored)

    def _only_reads(self, use: ast.Name, parent: ast.AST | None) -> bool:
        if isinstance(parent, ast.Attribute):
            return parent.attr in ("get", "items", "keys", "values", "copy", "index", "count", "sort",
                                   "reverse", "clear")
        if isinstance(parent, ast.Call) and use in parent.args:
            return isinstance(parent.func, ast.Name) and parent.func.id in (
                "print", "len", "sorted", "list", "sum", "max", "min", "str", "repr", "any", "all",
                "enumerate", "reversed", "tuple", "set", "bool", "isinstance",
            ) and (None, parent.func.id) not in self._bound
        if isinstance(parent, ast.Assign):
            return False  # another name for it
        return isinstance(parent, (ast.FormattedValue, ast.For, ast.comprehension, ast.Compare,
                                   ast.Expr, ast.If, ast.IfExp, ast.UnaryOp, ast.BoolOp, ast.Return))

    def _call(self, node: ast.Call, steps: int) -> Shape | None:
        called = node.func
        if isinstance(called, ast.Name) and called.id in _SAME and node.args:
            made = self.of(node.args[0], steps)
            return made if made is not None and made.keys is None else None
        if isinstance(called, ast.Attribute) and called.attr == "values":
            value = _any_value(self.of(called.value, steps))
            return None if value is None else Shape(None, value)
        if isinstance(called, ast.Attribute) and called.attr == "copy":
            return self.of(called.value, steps)
        if isinstance(called, ast.Name):
            return self._result(called.id, steps)
        return None

    def _result(self, name: str, steps: int) -> Shape | None:
        """What a function of the program returns, if every `return` is known."""
        made = [one for one in self.context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
                if one.name == name]
        if len(made) != 1 or not isinstance(made[0], ast.FunctionDef) or made[0].decorator_list \
                or (None, name) in self._bound:
            return None
        if not isinstance(self.context.parents.get(made[0]), ast.Module):
            return None
        inside = (ast.Return, ast.Yield, ast.YieldFrom)
        found = [one for one in self.context.of(*inside) if self.context.function(one) is made[0]]
        if not found or not all(isinstance(one, ast.Return) for one in found):
            return None
        return _joined([
            self.of(one.value, steps) for one in found
            if one.value is not None
            and not (isinstance(one.value, ast.Constant) and one.value.value is None)
        ])

    def is_written(self, key: object) -> bool:
        """Whether some statement may put this key into a dict."""
        return key in self._written

    def rests_on_function(self, node: ast.expr, steps: int = 0) -> bool:
        """Whether a value comes from a function of the program, whose body says what it is."""
        if steps > _MAX_STEPS:
            return True
        while isinstance(node, ast.Subscript):
            node = node.value
        if isinstance(node, ast.Name):
            bound = self._bound.get((self._scope(node), node.id), ())
            made = [self.context.parents.get(one) for one in bound]
            return any(
                isinstance(one, (ast.Assign, ast.For, ast.comprehension))
                and self.rests_on_function(
                    one.value if isinstance(one, ast.Assign) else one.iter, steps + 1)
                for one in made
            )
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) \
            and (None, node.func.id) not in self._bound and node.func.id in self._functions


def _any_value(shape: Shape | None) -> Shape | None:
    if shape is None:
        return None
    if shape.keys is None:
        return shape.member
    return _joined([*shape.keys.values()]) if shape.keys else None


def _members(shapes: list[Shape | None]) -> Shape | None:
    member = _joined(shapes)
    return None if member is None else Shape(None, member)


def _joined(shapes: list[Shape | None]) -> Shape | None:
    """What holds for each of several values; keys of any of them count as there."""
    known = [one for one in shapes if one is not None]
    if not known or len(known) != len(shapes):
        return None
    if all(one.keys is not None for one in known):
        keys: dict[object, Shape | None] = {}
        for one in known:
            for key, value in (one.keys or {}).items():
                keys[key] = _joined([keys[key], value]) if key in keys else value
        return Shape(keys, empty=all(one.empty for one in known))
    if all(one.keys is None for one in known):
        return Shape(None, _joined([one.member for one in known]))
    return None


def _written_keys(context: Context) -> set[object]:
    """Constants that may become a key somewhere: all but those that are only read by."""
    read = {
        id(node.slice) for node in context.of(ast.Subscript) if isinstance(node.ctx, ast.Load)
    }
    read |= {
        id(node.target.slice) for node in context.of(ast.AugAssign)
        if isinstance(node.target, ast.Subscript)
    }
    return {
        node.value for node in context.of(ast.Constant)
        if id(node) not in read and isinstance(node.value, (str, int))
        and not _is_display_key(context, node)
    }


def _is_display_key(context: Context, node: ast.Constant) -> bool:
    """Keys of displays are known by the shapes."""
    parent = context.parents.get(node)
    return isinstance(parent, ast.Dict) and node in parent.keys


def missing_keys(context: Context) -> Iterator[Diagnostic]:
    """`missing-key`: a constant key that a dict of the program does not have."""
    if not context.of(ast.Dict):
        return
    shapes = Shapes(context)
    computed = _stores_computed(context, shapes)
    for node in context.of(ast.Subscript):
        parent = context.parents.get(node)
        reads = isinstance(node.ctx, ast.Load) or (
            isinstance(parent, ast.AugAssign) and parent.target is node)
        if not reads or isinstance(node.slice, ast.Slice):
            continue
        shape = shapes.of(node.value)
        if shape is None or shape.keys is None:
            if shape is None and shapes.rests_on_function(node.value):
                context.rest_on_others(node)
            continue
        name = context.text(node.value) or "the dict"
        if shape.empty and not shape.keys:
            yield context.found(
                "missing-key", node, f"`{name}` is empty, nothing was put into it",
                "Give it a value first: `.setdefault(key, ...)`, `.get(key, ...)`, or a `defaultdict`.",
            )
        elif isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, (str, int)) \
                and shape.keys and node.slice.value not in shape.keys:
            context.rest_on_others(node)
            if not computed and not shapes.is_written(node.slice.value):
                yield _missing(context, node, name, shape.keys)


def _stores_computed(context: Context, shapes: Shapes) -> bool:
    """Whether the program may write keys that only the run knows into dicts that have others too."""
    if any(
        isinstance(node.func, ast.Attribute) and node.func.attr in ("update", "__setitem__")
        for node in context.of(ast.Call)
    ):
        return True
    for node in context.of(ast.Subscript):
        if isinstance(node.ctx, ast.Store) and not isinstance(node.slice, (ast.Constant, ast.Slice)):
            shape = shapes.of(node.value)
            if shape is None or shape.keys:
                return True
    return False


def _comprehension(context: Context, node: ast.Name) -> ast.Name | None:
    """The target of the comprehension that binds a name at a node."""
    for up in context.above(node):
        if isinstance(up, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
            for generator in reversed(up.generators):
                for leaf in ast.walk(generator.target):
                    if isinstance(leaf, ast.Name) and leaf.id == node.id:
                        return leaf
        elif isinstance(up, ast.stmt):
            return None
    return None


def _missing(
    context: Context, node: ast.Subscript, name: str, keys: dict[object, Shape | None]
) -> Diagnostic:
    assert isinstance(node.slice, ast.Constant)
    key = node.slice.value
    close = difflib.get_close_matches(str(key), [one for one in keys if isinstance(one, str)], 1)
    hint = f"Its keys are {', '.join(f'`{one}`' for one in list(keys)[:12])}."
    fixes: tuple[Fix, ...] = ()
    if close and isinstance(key, str):
        hint = f"Did you mean `{close[0]}`? " + hint
        fixes = (Fix(f"Change the key to `{close[0]}`",
                     (context.replace(node.slice, repr(close[0])),)),)
    return context.found("missing-key", node, f"`{name}` has no key `{key!s}`", hint, fixes)
