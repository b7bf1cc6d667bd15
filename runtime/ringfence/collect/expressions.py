"""Expressions: which names they use and bind; constants are folded on the way."""

from __future__ import annotations

import _ast as ast

from ringfence.collect.visiting import (
    VISIT,
    Node,
    bind,
    expression,
    mangle,
    need_async,
    need_coroutine,
    register,
)
from ringfence.fold import fold_binary, fold_subscript, fold_tuple, fold_unary
from ringfence.nodes import walk
from ringfence.scope import (
    ASSIGNED,
    CLASS,
    COMPREHENSION,
    DELETED,
    FUNCTION,
    GLOBAL,
    ITERATED,
    MODULE,
    NAMESPACE_READERS,
    NONLOCAL,
    PARAMETER,
    USED,
    WALRUS,
    Refusal,
    Scope,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_CONTEXT: Final = {ast.Load: USED, ast.Store: ASSIGNED, ast.Del: DELETED | ASSIGNED}


def _constant(node: Node, s: Scope) -> None:
    return


def _name(node: ast.Name, s: Scope) -> None:
    name = node.id
    names = s.names
    flags = _CONTEXT[type(node.ctx)]
    if name[:2] == "__":
        if s.private:
            name = node.id = mangle(name, s.private)
        if name == "__debug__" and flags != USED:
            verb = "delete" if flags & DELETED else "assign to"
            raise Refusal(node, f"cannot {verb} __debug__")
    if name in NAMESPACE_READERS:
        s.unit.reads_namespace = True
    elif name == "super" and s.kind != MODULE and s.kind != CLASS:
        names["__class__"] = names.get("__class__", 0) | USED
    names[name] = names.get(name, 0) | flags


def _attribute(node: ast.Attribute, s: Scope) -> None:
    attr = node.attr
    if attr[:2] == "__" and s.private:
        node.plain_attr = attr  # type: ignore[attr-defined]
        attr = node.attr = mangle(attr, s.private)
    if attr in NAMESPACE_READERS:
        s.unit.reads_namespace = True
    value = node.value
    VISIT[type(value)](value, s)


def _binary(node: ast.BinOp, s: Scope) -> None:
    chain = [node]
    left = node.left
    while type(left) is ast.BinOp:  # long sums are deep to the left
        chain.append(left)
        left = left.left
    VISIT[type(left)](left, s)
    visit = VISIT
    for node in reversed(chain):
        right = node.right
        visit[type(right)](right, s)
        if type(right) is ast.Constant and type(node.left) is ast.Constant:
            fold_binary(node)


def _unary(node: ast.UnaryOp, s: Scope) -> None:
    operand = node.operand
    VISIT[type(operand)](operand, s)
    if type(operand) is ast.Constant:
        fold_unary(node)


def _bool(node: ast.BoolOp, s: Scope) -> None:
    visit = VISIT
    for value in node.values:
        visit[type(value)](value, s)


def _compare(node: ast.Compare, s: Scope) -> None:
    visit = VISIT
    visit[type(node.left)](node.left, s)
    for value in node.comparators:
        visit[type(value)](value, s)


def _call(node: ast.Call, s: Scope) -> None:
    visit = VISIT
    func = node.func
    visit[type(func)](func, s)
    for argument in node.args:
        if type(argument) is ast.Starred:
            argument = argument.value
            s.owner.unbound = 0
        visit[type(argument)](argument, s)
    if len(node.args) > 100:
        s.owner.unbound = 0
    if node.keywords:
        seen = set()
        for keyword in node.keywords:
            name = keyword.arg
            if name is not None:
                if name == "__debug__":
                    raise Refusal(node, "cannot assign to __debug__")
                if name in seen:
                    raise Refusal(keyword, f"keyword argument repeated: {name}")
                seen.add(name)
            visit[type(keyword.value)](keyword.value, s)


def _subscript(node: ast.Subscript, s: Scope) -> None:
    value, index = node.value, node.slice
    VISIT[type(value)](value, s)
    VISIT[type(index)](index, s)
    if type(index) is ast.Constant and type(value) is ast.Constant and type(node.ctx) is ast.Load:
        fold_subscript(node)


def _slice(node: ast.Slice, s: Scope) -> None:
    expression(node.lower, s)
    expression(node.upper, s)
    expression(node.step, s)


def _starred(node: ast.Starred, s: Scope) -> None:
    if type(node.ctx) is ast.Store:
        raise Refusal(node, "starred assignment target must be in a list or tuple")
    raise Refusal(node, "can't use starred expression here")


def _items(node: Node, s: Scope) -> None:
    visit = VISIT
    stars = 0
    for item in node.elts:
        if type(item) is ast.Starred:
            stars += 1
            item = item.value
        visit[type(item)](item, s)
    if stars > 1 and type(node) is not ast.Set and type(node.ctx) is ast.Store:
        raise Refusal(node, "multiple starred expressions in assignment")


def _tuple(node: ast.Tuple, s: Scope) -> None:
    _items(node, s)
    if type(node.ctx) is ast.Load:
        for item in node.elts:
            if type(item) is not ast.Constant:
                return
        fold_tuple(node)


def _dict(node: ast.Dict, s: Scope) -> None:
    visit = VISIT
    for key, value in zip(node.keys, node.values, strict=False):
        if key is not None:
            visit[type(key)](key, s)
        visit[type(value)](value, s)


def _conditional(node: ast.IfExp, s: Scope) -> None:
    visit = VISIT
    visit[type(node.test)](node.test, s)
    visit[type(node.body)](node.body, s)
    visit[type(node.orelse)](node.orelse, s)


def _walrus(node: ast.NamedExpr, s: Scope) -> None:
    target = node.target
    if target.id[:2] == "__" and s.private:
        target.id = mangle(target.id, s.private)
    name = target.id
    scope: Scope = s
    passed = []
    while scope.kind == COMPREHENSION or scope.is_expression:
        if scope.names.get(name, 0) & ITERATED:
            raise Refusal(
                target,
                f"assignment expression cannot rebind comprehension iteration variable '{name}'",
            )
        passed.append(scope)
        assert scope.parent is not None
        scope = scope.parent
    if passed:
        if scope.kind == CLASS:
            raise Refusal(
                target,
                "assignment expression within a comprehension cannot be used in a class body",
            )
        declared = scope.names.get(name, 0)
        kind = GLOBAL if scope.kind == MODULE or declared & GLOBAL else NONLOCAL
        for inner in passed:
            flags = inner.names.get(name, 0)
            if inner.is_expression:
                inner.names[name] = flags | kind | ASSIGNED
                if kind == GLOBAL:
                    scope.names[name] = declared | GLOBAL
            else:
                inner.names[name] = flags | USED
    VISIT[type(node.value)](node.value, s)
    if name in NAMESPACE_READERS:
        s.unit.reads_namespace = True
    bind(name, scope, target, ASSIGNED | WALRUS)


def _joined(node: ast.JoinedStr, s: Scope) -> None:
    visit = VISIT
    for value in node.values:
        visit[type(value)](value, s)


def _formatted(node: ast.FormattedValue, s: Scope) -> None:
    VISIT[type(node.value)](node.value, s)
    if node.format_spec is None:
        s.owner.unbound = 0
    else:
        expression(node.format_spec, s)


def _comprehension(node: Node, s: Scope) -> None:
    kind = type(node)
    generators = node.generators
    first = generators[0]
    VISIT[type(first.iter)](first.iter, s)
    if kind is ast.GeneratorExp:
        inner = Scope(FUNCTION, "<genexpr>", node, s, s.unit)
        inner.is_generator = inner.is_expression = True
        inner.names[".0"] = PARAMETER
        inner.order.append(".0")
    else:
        name = {ast.ListComp: "<listcomp>", ast.SetComp: "<setcomp>"}.get(kind, "<dictcomp>")
        inner = Scope(COMPREHENSION, name, node, s, s.unit)
    node.scope = inner
    for position, generator in enumerate(generators):
        if position:
            walruses = _count_walruses(generator.iter)
            if walruses:
                raise Refusal(
                    walruses,
                    "assignment expression cannot be used in a comprehension iterable expression",
                )
            VISIT[type(generator.iter)](generator.iter, inner)
        elif walruses := _count_walruses(generator.iter):
            raise Refusal(
                walruses,
                "assignment expression cannot be used in a comprehension iterable expression",
            )
        _comprehension_target(generator.target, inner)
        for condition in generator.ifs:
            VISIT[type(condition)](condition, inner)
        if generator.is_async:
            inner.is_async = True
    if kind is ast.DictComp:
        VISIT[type(node.key)](node.key, inner)
        VISIT[type(node.value)](node.value, inner)
    else:
        VISIT[type(node.elt)](node.elt, inner)
    if inner.is_async and kind is not ast.GeneratorExp:
        need_async(node, s)


def _count_walruses(node: Node) -> Node:
    """Return the first assignment expression in an iterable, if any."""
    if type(node) in (ast.Name, ast.Constant, ast.Attribute):
        return None
    for inner in walk(node):
        if type(inner) is ast.NamedExpr:
            return inner
    return None


def _comprehension_target(target: Node, s: Scope) -> None:
    if type(target) is ast.Name:
        if s.private:
            target.id = mangle(target.id, s.private)
        if s.names.get(target.id, 0) & (GLOBAL | NONLOCAL):
            raise Refusal(
                target,
                f"comprehension inner loop cannot rebind assignment expression target"
                f" '{target.id}'",
            )
        bind(target.id, s, target, ASSIGNED | ITERATED)
    elif type(target) in (ast.Tuple, ast.List):
        stars = 0
        for item in target.elts:
            stars += type(item) is ast.Starred
            _comprehension_target(item.value if type(item) is ast.Starred else item, s)
        if stars > 1:
            raise Refusal(target, "multiple starred expressions in assignment")
    else:
        VISIT[type(target)](target, s)


def _await(node: ast.Await, s: Scope) -> None:
    if s.kind == COMPREHENSION or s.is_expression:
        s.is_async = True
    else:
        need_coroutine(node, s, "'await'")
    VISIT[type(node.value)](node.value, s)


def _yield(node: Node, s: Scope) -> None:
    word = "'yield from'" if type(node) is ast.YieldFrom else "'yield'"
    if s.kind == COMPREHENSION or s.is_expression:
        what = {"<listcomp>": "list comprehension", "<setcomp>": "set comprehension",
                "<dictcomp>": "dict comprehension"}.get(s.name, "generator expression")  # fmt: skip
        raise Refusal(node, f"'yield' inside {what}")
    if s.kind != FUNCTION:
        raise Refusal(node, f"{word if type(node) is ast.Yield else chr(39) + 'yield' + chr(39)}"
                      " outside function")  # fmt: skip
    if type(node) is ast.YieldFrom and s.is_async:
        raise Refusal(node, "'yield from' inside async function")
    s.is_generator = True
    expression(node.value, s)


register("Constant", _constant)
register("Name", _name)
register("Attribute", _attribute)
register("BinOp", _binary)
register("UnaryOp", _unary)
register("BoolOp", _bool)
register("Compare", _compare)
register("Call", _call)
register("Subscript", _subscript)
register("Slice", _slice)
register("Starred", _starred)
register("List Set", _items)
register("Tuple", _tuple)
register("Dict", _dict)
register("IfExp", _conditional)
register("NamedExpr", _walrus)
register("JoinedStr", _joined)
register("FormattedValue", _formatted)
register("ListComp SetComp DictComp GeneratorExp", _comprehension)
register("Await", _await)
register("Yield YieldFrom", _yield)
