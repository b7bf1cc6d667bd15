"""The walk that finds scopes: what each scope does with each name, and what must be refused.

Opens a ``Scope`` for every function, class, lambda, generator expression and comprehension (kept
as attribute ``scope`` of its node), mangles private names in place, folds constants, and refuses
with CPython's words what its symbol table and compiler refuse.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from ringfence import subset
from ringfence.fold import fold_binary, fold_subscript, fold_tuple, fold_unary
from ringfence.scope import (
    ANNOTATED,
    ASSIGNED,
    CLASS,
    COMPREHENSION,
    DELETED,
    FUNCTION,
    GLOBAL,
    ITERATED,
    KEPT,
    MODULE,
    NAMESPACE_READERS,
    NONLOCAL,
    PARAMETER,
    USED,
    WALRUS,
    Refusal,
    Scope,
    Unit,
)

Node = Any
_Visitor = Callable[[Node, Scope], None]
_CONTEXT = {ast.Load: USED, ast.Store: ASSIGNED, ast.Del: DELETED | ASSIGNED}
_FUTURES = frozenset(
    ("nested_scopes", "generators", "division", "absolute_import", "with_statement",
     "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations")
)  # fmt: skip


def collect(tree: Node, mode: str) -> Scope:
    """Walk ``tree`` (Module or Expression) and return the scope of the module."""
    unit = Unit(mode)
    module = Scope(MODULE, "<module>", tree, None, unit)
    if isinstance(tree, ast.Expression):
        VISIT[type(tree.body)](tree.body, module)
    else:
        _futures(tree, unit)
        _body(tree.body, module)
    return module


def mangle(name: str, private: str | None) -> str:
    """Return the private name ``__x`` of class ``private`` as CPython stores it."""
    if private is None or name[:2] != "__" or name[-2:] == "__" or "." in name:
        return name
    private = private.lstrip("_")
    return f"_{private}{name}" if private else name


def _futures(tree: ast.Module, unit: Unit) -> None:
    """Take ``from __future__`` imports at the start of the text; refuse later ones."""
    early = True
    for position, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level:
            if not early:
                raise Refusal(
                    node, "from __future__ imports must occur at the beginning of the file"
                )
            for alias in node.names:
                if alias.name == "braces":
                    raise Refusal(node, "not a chance")
                if alias.name not in _FUTURES:
                    raise Refusal(node, f"future feature {alias.name} is not defined")
                if alias.name == "annotations":
                    unit.future_annotations = True
        elif position or not (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            early = False


def _body(nodes: list[Node], s: Scope) -> None:
    visit = VISIT
    for node in nodes:
        visit[type(node)](node, s)


def _each(nodes: list[Node], s: Scope) -> None:
    visit = VISIT
    for node in nodes:
        if node is not None:
            visit[type(node)](node, s)


def _expression(node: Node | None, s: Scope) -> None:
    if node is not None:
        VISIT[type(node)](node, s)


def _bind(name: str, s: Scope, node: Node, flags: int = ASSIGNED) -> None:
    if name == "__debug__":
        raise Refusal(node, "cannot assign to __debug__")
    names = s.names
    names[name] = names.get(name, 0) | flags


# ---------------------------------------------------------------- expressions


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
    if (
        type(index) is ast.Constant
        and type(value) is ast.Constant
        and type(node.ctx) is ast.Load
    ):
        fold_subscript(node)


def _slice(node: ast.Slice, s: Scope) -> None:
    _expression(node.lower, s)
    _expression(node.upper, s)
    _expression(node.step, s)


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
    for key, value in zip(node.keys, node.values):
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
                "assignment expression cannot rebind comprehension iteration variable"
                f" '{name}'",
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
    _bind(name, scope, target, ASSIGNED | WALRUS)


def _lambda(node: ast.Lambda, s: Scope) -> None:
    _defaults(node.args, s)
    inner = node.scope = Scope(FUNCTION, "<lambda>", node, s, s.unit)  # type: ignore[attr-defined]
    _parameters(node.args, inner)
    VISIT[type(node.body)](node.body, inner)


def _joined(node: ast.JoinedStr, s: Scope) -> None:
    visit = VISIT
    for value in node.values:
        visit[type(value)](value, s)


def _formatted(node: ast.FormattedValue, s: Scope) -> None:
    VISIT[type(node.value)](node.value, s)
    if node.format_spec is None:
        s.owner.unbound = 0
    else:
        _expression(node.format_spec, s)


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
        _need_async(node, s)


def _count_walruses(node: Node) -> Node:
    """Return the first assignment expression in an iterable, if any."""
    if type(node) in (ast.Name, ast.Constant, ast.Attribute):
        return None
    for inner in ast.walk(node):
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
        _bind(target.id, s, target, ASSIGNED | ITERATED)
    elif type(target) in (ast.Tuple, ast.List):
        stars = 0
        for item in target.elts:
            stars += type(item) is ast.Starred
            _comprehension_target(item.value if type(item) is ast.Starred else item, s)
        if stars > 1:
            raise Refusal(target, "multiple starred expressions in assignment")
    else:
        VISIT[type(target)](target, s)


def _need_async(node: Node, s: Scope) -> None:
    """Check that an asynchronous comprehension stands in ``s`` where it may be awaited."""
    if s.kind == COMPREHENSION:
        s.is_async = True
    elif s.kind == MODULE:
        s.is_async = s.unit.has_await = True
    elif s.is_expression:
        s.is_async = True
    elif not s.is_async:
        raise Refusal(node, "asynchronous comprehension outside of an asynchronous function")


def _await(node: ast.Await, s: Scope) -> None:
    if s.kind == COMPREHENSION or s.is_expression:
        s.is_async = True
    else:
        _need_coroutine(node, s, "'await'")
    VISIT[type(node.value)](node.value, s)


def _need_coroutine(node: Node, s: Scope, what: str) -> None:
    if s.kind == MODULE:
        s.is_async = s.unit.has_await = True
    elif s.kind == CLASS:
        raise Refusal(node, f"{what} outside {'function' if what[0] == chr(39) else 'async function'}")
    elif not s.is_async:
        raise Refusal(node, f"{what} outside async function")


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
    _expression(node.value, s)


# ---------------------------------------------------------------- simple statements


def _expr(node: ast.Expr, s: Scope) -> None:
    VISIT[type(node.value)](node.value, s)


def _assign(node: ast.Assign, s: Scope) -> None:
    visit = VISIT
    visit[type(node.value)](node.value, s)
    for target in node.targets:
        visit[type(target)](target, s)


def _augmented(node: ast.AugAssign, s: Scope) -> None:
    target = node.target
    VISIT[type(target)](target, s)
    if type(target) is ast.Name:
        s.names[target.id] |= USED
    VISIT[type(node.value)](node.value, s)


def _annotated(node: ast.AnnAssign, s: Scope) -> None:
    target = node.target
    if type(target) is ast.Name:
        target.id = mangle(target.id, s.private)
        name = target.id
        flags = s.names.get(name, 0)
        if flags & (GLOBAL | NONLOCAL) and s.kind != MODULE and node.simple:
            word = "global" if flags & GLOBAL else "nonlocal"
            raise Refusal(node, f"annotated name '{name}' can't be {word}")
        if node.simple:
            _bind(name, s, target, ASSIGNED | ANNOTATED)
            if s.kind != FUNCTION:
                s.names["__annotations__"] = s.names.get("__annotations__", 0) | USED
        elif node.value is not None:
            _bind(name, s, target)
        if name in NAMESPACE_READERS:
            s.unit.reads_namespace = True
    else:
        VISIT[type(target)](target, s)
    if not s.unit.future_annotations:
        VISIT[type(node.annotation)](node.annotation, s)
    _expression(node.value, s)


def _delete(node: ast.Delete, s: Scope) -> None:
    _body(node.targets, s)


def _return(node: ast.Return, s: Scope) -> None:
    if s.kind != FUNCTION:
        raise Refusal(node, "'return' outside function")
    if s.star:
        raise Refusal(node, "'break', 'continue' and 'return' cannot appear in an except* block")
    if node.value is not None:
        s.returns.append(node)
        VISIT[type(node.value)](node.value, s)


def _raise(node: ast.Raise, s: Scope) -> None:
    s.owner.unbound = 0
    _expression(node.exc, s)
    _expression(node.cause, s)


def _assert(node: ast.Assert, s: Scope) -> None:
    s.owner.unbound = 0
    VISIT[type(node.test)](node.test, s)
    _expression(node.msg, s)


def _pass(node: Node, s: Scope) -> None:
    return


def _break(node: Node, s: Scope) -> None:
    if s.loop:
        return
    if s.star:
        raise Refusal(node, "'break', 'continue' and 'return' cannot appear in an except* block")
    if type(node) is ast.Break:
        raise Refusal(node, "'break' outside loop")
    raise Refusal(node, "'continue' not properly in loop")


def _global(node: Node, s: Scope) -> None:
    word = "global" if type(node) is ast.Global else "nonlocal"
    if word == "nonlocal" and s.kind == MODULE:
        raise Refusal(node, "nonlocal declaration not allowed at module level")
    for position, name in enumerate(node.names):
        name = node.names[position] = mangle(name, s.private)
        flags = s.names.get(name, 0)
        if flags & PARAMETER:
            raise Refusal(node, f"name '{name}' is parameter and {word}")
        if flags & USED:
            raise Refusal(node, f"name '{name}' is used prior to {word} declaration")
        if flags & ANNOTATED:
            raise Refusal(node, f"annotated name '{name}' can't be {word}")
        if flags & ASSIGNED:
            raise Refusal(node, f"name '{name}' is assigned to before {word} declaration")
        flags |= GLOBAL if word == "global" else NONLOCAL
        if flags & GLOBAL and flags & NONLOCAL:
            first = next(
                n for n in ast.walk(s.node)
                if isinstance(n, (ast.Global, ast.Nonlocal)) and name in n.names
            )  # fmt: skip
            raise Refusal(first, f"name '{name}' is nonlocal and global")
        s.names[name] = flags


def _import(node: ast.Import, s: Scope) -> None:
    for alias in node.names:
        name = alias.asname or alias.name.split(".")[0]
        if alias.name == "__main__":
            s.unit.reads_namespace = True
        _bind(mangle(name, s.private), s, node)


def _import_from(node: ast.ImportFrom, s: Scope) -> None:
    if node.module == "__main__":
        s.unit.reads_namespace = True
    if node.module == "_kernel" and s.unit.mode == "prelude":
        return
    for alias in node.names:
        if alias.name == "*":
            if s.kind != MODULE:
                raise Refusal(alias, "import * only allowed at module level")
            s.unit.reads_namespace = True
        else:
            if alias.name in NAMESPACE_READERS:
                s.unit.reads_namespace = True
            _bind(mangle(alias.asname or alias.name, s.private), s, node)


# ---------------------------------------------------------------- compound statements


def _if(node: ast.If, s: Scope) -> None:
    while True:
        VISIT[type(node.test)](node.test, s)
        _body(node.body, s)
        orelse = node.orelse
        if len(orelse) == 1 and type(orelse[0]) is ast.If:  # elif: deep to the right
            node = orelse[0]
        else:
            _body(orelse, s)
            return


def _while(node: ast.While, s: Scope) -> None:
    VISIT[type(node.test)](node.test, s)
    outer = s.loop, s.star
    s.loop = True
    _body(node.body, s)
    s.loop, s.star = outer
    _body(node.orelse, s)


def _for(node: ast.For, s: Scope) -> None:
    VISIT[type(node.iter)](node.iter, s)
    VISIT[type(node.target)](node.target, s)
    outer = s.loop, s.star
    s.loop = True
    _body(node.body, s)
    s.loop, s.star = outer
    _body(node.orelse, s)


def _async_for(node: Node, s: Scope) -> None:
    _need_coroutine(node, s, "'async for'")
    _for(node, s)


def _with(node: ast.With, s: Scope) -> None:
    for item in node.items:
        VISIT[type(item.context_expr)](item.context_expr, s)
        _expression(item.optional_vars, s)
    _body(node.body, s)


def _async_with(node: Node, s: Scope) -> None:
    _need_coroutine(node, s, "'async with'")
    _with(node, s)


def _try(node: Node, s: Scope) -> None:
    _body(node.body, s)
    star = type(node).__name__ == "TryStar"
    last = len(node.handlers) - 1
    for position, handler in enumerate(node.handlers):
        if handler.type is None:
            if position != last:
                raise Refusal(handler, "default 'except:' must be last")
        else:
            VISIT[type(handler.type)](handler.type, s)
        if handler.name:
            handler.name = mangle(handler.name, s.private)
            _bind(handler.name, s, handler, ASSIGNED | DELETED)
        outer = s.loop, s.star
        if star:
            s.loop, s.star = False, True
        _body(handler.body, s)
        s.loop, s.star = outer
    _body(node.orelse, s)
    _body(node.finalbody, s)


def _defaults(arguments: ast.arguments, s: Scope) -> None:
    _body(arguments.defaults, s)
    _each(arguments.kw_defaults, s)


def _parameters(arguments: ast.arguments, s: Scope) -> None:
    names = s.names
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    if arguments.vararg:
        every.append(arguments.vararg)
    if arguments.kwarg:
        every.append(arguments.kwarg)
    for argument in every:
        name = argument.arg = mangle(argument.arg, s.private)
        if name in names:
            raise Refusal(argument, f"duplicate argument '{name}' in function definition")
        _bind(name, s, s.node, PARAMETER)
        s.order.append(name)


def _annotations(node: Node, s: Scope) -> None:
    if s.unit.future_annotations:
        return
    arguments = node.args
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    for argument in (*every, arguments.vararg, arguments.kwarg):
        if argument is not None and argument.annotation is not None:
            annotation = argument.annotation
            if type(annotation) is ast.Starred:
                annotation = annotation.value
            VISIT[type(annotation)](annotation, s)
    _expression(node.returns, s)


def _function(node: Node, s: Scope) -> None:
    _body(node.decorator_list, s)
    _defaults(node.args, s)
    node.name = mangle(node.name, s.private)
    _bind(node.name, s, node)
    outer = _type_parameters(node, s)
    _annotations(node, outer)
    inner = node.scope = Scope(FUNCTION, node.name, node, outer, s.unit)
    inner.is_async = type(node) is ast.AsyncFunctionDef
    _parameters(node.args, inner)
    _body(node.body, inner)
    if inner.is_async and inner.is_generator and inner.returns:
        raise Refusal(inner.returns[0], "'return' with value in async generator")


def _class(node: ast.ClassDef, s: Scope) -> None:
    _body(node.decorator_list, s)
    node.plain_name = node.name  # type: ignore[attr-defined]
    outer = _type_parameters(node, s)
    for base in node.bases:
        base = base.value if type(base) is ast.Starred else base
        VISIT[type(base)](base, outer)
    for keyword in node.keywords:
        VISIT[type(keyword.value)](keyword.value, outer)
    bound = mangle(node.name, s.private)
    _bind(bound, s, node, ASSIGNED | KEPT)
    inner = node.scope = Scope(CLASS, node.name, node, outer, s.unit)  # type: ignore[attr-defined]
    inner.private = node.name
    inner.names.update({"__module__": ASSIGNED, "__qualname__": ASSIGNED})
    if outer is not s:
        inner.names[".type_params"] = USED
    _body(node.body, inner)
    node.name = bound


def _type_parameters(node: Node, s: Scope) -> Scope:
    """Open the scope of ``[T, ...]`` if there is one; it is a function run at once."""
    parameters = getattr(node, "type_params", None)
    if not parameters:
        return s
    name = node.name.id if type(node.name) is ast.Name else node.name
    inner = Scope(FUNCTION, f"<generic parameters of {name}>", node, s, s.unit)
    node.parameter_scope = inner
    if type(node) is ast.ClassDef:
        inner.private = node.name
        _bind(".type_params", inner, node, ASSIGNED | USED)
        _bind(".generic_base", inner, node, ASSIGNED | USED)
    elif type(node) is not _TYPE_ALIAS:
        for hidden in (".defaults", ".kwdefaults"):
            inner.names[hidden] = PARAMETER | USED
            inner.order.append(hidden)
    for parameter in parameters:
        parameter.name = mangle(parameter.name, inner.private)
        if inner.names.get(parameter.name, 0) & ASSIGNED:
            raise Refusal(parameter, f"duplicate type parameter '{parameter.name}'")
        _bind(parameter.name, inner, parameter)
    for parameter in parameters:
        for field in ("bound", "default_value"):
            value = getattr(parameter, field, None)
            if value is not None:
                lazy = Scope(FUNCTION, parameter.name, value, inner, s.unit)
                if type(value) is ast.Starred:
                    value = value.value
                value.lazy_scope = lazy
                VISIT[type(value)](value, lazy)
    return inner


_TYPE_ALIAS: Any = getattr(ast, "TypeAlias", None)


def _type_alias(node: Node, s: Scope) -> None:
    VISIT[type(node.name)](node.name, s)
    outer = _type_parameters(node, s)
    inner = Scope(FUNCTION, node.name.id, node.value, outer, s.unit)
    node.value.lazy_scope = inner
    VISIT[type(node.value)](node.value, inner)


# ---------------------------------------------------------------- match


def _match(node: ast.Match, s: Scope) -> None:
    VISIT[type(node.subject)](node.subject, s)
    last = len(node.cases) - 1
    for position, case in enumerate(node.cases):
        bound: set[str] = set()
        _pattern(case.pattern, s, bound)
        if case.guard is not None:
            VISIT[type(case.guard)](case.guard, s)
        elif position != last:
            _refutable(case.pattern)
        _body(case.body, s)


def _refutable(pattern: Node) -> None:
    """Refuse an irrefutable pattern where something follows it."""
    if type(pattern) is ast.MatchAs:
        if pattern.pattern is not None:
            _refutable(pattern.pattern)
        elif pattern.name is None:
            raise Refusal(pattern, "wildcard makes remaining patterns unreachable")
        else:
            raise Refusal(
                pattern, f"name capture '{pattern.name}' makes remaining patterns unreachable"
            )
    elif type(pattern) is ast.MatchOr:
        _refutable(pattern.patterns[-1])


def _capture(name: str, node: Node, s: Scope, bound: set[str]) -> str:
    name = mangle(name, s.private)
    if name in bound:
        raise Refusal(node, f"multiple assignments to name '{name}' in pattern")
    bound.add(name)
    if name in NAMESPACE_READERS:
        s.unit.reads_namespace = True
    _bind(name, s, node)
    return name


def _pattern(node: Node, s: Scope, bound: set[str]) -> None:
    kind = type(node)
    if kind is ast.MatchValue:
        VISIT[type(node.value)](node.value, s)
    elif kind is ast.MatchSingleton:
        return
    elif kind is ast.MatchSequence:
        stars = 0
        for inner in node.patterns:
            stars += type(inner) is ast.MatchStar
            if stars > 1:
                raise Refusal(node, "multiple starred names in sequence pattern")
            _pattern(inner, s, bound)
    elif kind is ast.MatchStar:
        if node.name is not None:
            node.name = _capture(node.name, node, s, bound)
    elif kind is ast.MatchMapping:
        seen = set()
        for key in node.keys:
            VISIT[type(key)](key, s)
            if type(key) is ast.Constant:
                if key.value in seen:
                    raise Refusal(node, f"mapping pattern checks duplicate key ({key.value!r})")
                seen.add(key.value)
        for inner in node.patterns:
            _pattern(inner, s, bound)
        if node.rest is not None:
            node.rest = _capture(node.rest, node, s, bound)
    elif kind is ast.MatchClass:
        VISIT[type(node.cls)](node.cls, s)
        names = set()
        for inner, attr in zip(node.kwd_patterns, node.kwd_attrs):
            if attr in names:
                raise Refusal(inner, f"attribute name repeated in class pattern: {attr}")
            names.add(attr)
        for inner in (*node.patterns, *node.kwd_patterns):
            _pattern(inner, s, bound)
    elif kind is ast.MatchAs:
        if node.pattern is not None:
            _pattern(node.pattern, s, bound)
        if node.name is not None:
            node.name = _capture(node.name, node, s, bound)
    elif kind is ast.MatchOr:
        first: set[str] | None = None
        for inner in node.patterns:
            branch = set(bound)
            _pattern(inner, s, branch)
            if first is None:
                first = branch
            elif branch != first:
                last = [part for part in ast.walk(inner) if isinstance(part, ast.pattern)][-1]
                raise Refusal(last, "alternative patterns bind different names")
            if inner is not node.patterns[-1]:
                _refutable(inner)
        bound.update(first or ())
    else:
        VISIT[kind](node, s)


class _Visitors(dict[type, _Visitor]):
    """Visitors by node class; a class without one is refused by its name."""

    def __missing__(self, kind: type) -> _Visitor:
        def refuse(node: Node, s: Scope) -> None:
            raise Refusal(node, subset.refusal(kind))

        return refuse


VISIT = _Visitors()
for _names, _visitor in (
    ("Constant", _constant), ("Name", _name), ("Attribute", _attribute), ("BinOp", _binary),
    ("UnaryOp", _unary), ("BoolOp", _bool), ("Compare", _compare), ("Call", _call),
    ("Subscript", _subscript), ("Slice", _slice), ("Starred", _starred), ("List Set", _items),
    ("Tuple", _tuple), ("Dict", _dict), ("IfExp", _conditional), ("NamedExpr", _walrus),
    ("Lambda", _lambda), ("JoinedStr", _joined), ("FormattedValue", _formatted),
    ("ListComp SetComp DictComp GeneratorExp", _comprehension), ("Await", _await),
    ("Yield YieldFrom", _yield), ("Expr", _expr), ("Assign", _assign), ("AugAssign", _augmented),
    ("AnnAssign", _annotated), ("Delete", _delete), ("Return", _return), ("Raise", _raise),
    ("Assert", _assert), ("Pass", _pass), ("Break Continue", _break), ("Global Nonlocal", _global),
    ("Import", _import), ("ImportFrom", _import_from), ("If", _if), ("While", _while),
    ("For", _for), ("AsyncFor", _async_for), ("With", _with), ("AsyncWith", _async_with),
    ("Try TryStar", _try), ("FunctionDef AsyncFunctionDef", _function), ("ClassDef", _class),
    ("Match", _match), ("TypeAlias", _type_alias),
):  # fmt: skip
    for _kind in _names.split():
        if hasattr(ast, _kind):
            VISIT[getattr(ast, _kind)] = _visitor
