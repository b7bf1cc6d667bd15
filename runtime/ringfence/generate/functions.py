"""Functions, lambdas, decorators, defaults, annotations, closures.

What MAKE_FUNCTION takes lies in a row above its result: the tuple of defaults, the dict of
keyword defaults, the tuple (name, annotation, ...), the tuple of cells, each if it is there.
"""

from __future__ import annotations

import _ast as ast

from ringfence.code import Code
from ringfence.generate.assignments import annotation_value
from ringfence.generate.builder import UNREACHABLE, Builder, prologue
from ringfence.generate.calls import finish, window
from ringfence.generate.names import store
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body, docstring
from ringfence.layout import (
    CODE_FLAG_COROUTINE,
    CODE_FLAG_GENERATOR,
    CODE_FLAG_SIMPLE,
    CODE_FLAG_VARARGS,
    CODE_FLAG_VARKEYWORDS,
)
from ringfence.opcodes import Op
from ringfence.scope import (
    CLASS,
    FUNCTION,
    GLOBAL,
    IN_CELL,
    IN_CLOSURE,
    MODULE,
    PLACE_MASK,
    Scope,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_CALL: Final = int(Op.CALL)
_RETURN: Final = int(Op.RETURN)
_RETURN_NONE: Final = int(Op.RETURN_NONE)
_RETURN_GENERATOR: Final = int(Op.RETURN_GENERATOR)
_MAKE_FUNCTION: Final = int(Op.MAKE_FUNCTION)
_BUILD_TUPLE: Final = int(Op.BUILD_TUPLE)
_BUILD_DICT: Final = int(Op.BUILD_DICT)
_LOAD_CLOSURE: Final = int(Op.LOAD_CLOSURE)
DEFAULTS: Final = 1
KEYWORD_DEFAULTS: Final = 2
ANNOTATIONS: Final = 4
CLOSURE: Final = 8


def qualified(scope: Scope, name: str) -> str:
    """Qualified name of ``name`` defined in ``scope``."""
    while scope.kind not in (MODULE, FUNCTION, CLASS) or scope.name.startswith("<generic"):
        assert scope.parent is not None
        scope = scope.parent
    if scope.kind == MODULE or scope.names.get(name, 0) & GLOBAL:
        return name
    if scope.kind == CLASS:
        return f"{_qualname(scope)}.{name}"
    return f"{_qualname(scope)}.<locals>.{name}"


def _qualname(scope: Scope) -> str:
    assert scope.parent is not None
    return qualified(scope.parent, getattr(scope.node, "plain_name", scope.name))


def open_code(b: Builder, scope: Scope, name: str, line: int) -> Builder:
    """Start the code of a function; parameters count as bound."""
    assert scope.parent is not None
    inner = Builder(b.unit, scope, name, qualified(scope.parent, name), line)
    code = inner.code
    code.flags = b.unit.flags
    if scope.is_generator:
        code.flags |= CODE_FLAG_GENERATOR
    if scope.is_async:
        code.flags |= CODE_FLAG_COROUTINE
    inner.bound = (1 << len(scope.order)) - 1
    for register in scope.volatile:
        inner.bound &= ~(1 << register)
    if scope.is_generator or scope.is_async:
        inner.emit(_RETURN_GENERATOR, 0, 0, 0, None)
    prologue(inner)
    return inner


def close_code(inner: Builder, node: Any) -> Code:
    """End a code object: what falls off its end returns None."""
    if inner.bound != UNREACHABLE:
        inner.emit(_RETURN_NONE, 0, 0, 0, node)
    return inner.finish()


def set_signature(code: Code, arguments: ast.arguments) -> None:
    """Note the parameters of a function in its code."""
    code.n_positional_only = len(arguments.posonlyargs)
    code.n_positional = len(arguments.posonlyargs) + len(arguments.args)
    code.n_keyword_only = len(arguments.kwonlyargs)
    if arguments.vararg:
        code.flags |= CODE_FLAG_VARARGS
    if arguments.kwarg:
        code.flags |= CODE_FLAG_VARKEYWORDS
    if not (arguments.vararg or arguments.kwarg or arguments.kwonlyargs) and not code.flags & (
        CODE_FLAG_GENERATOR | CODE_FLAG_COROUTINE
    ):
        code.flags |= CODE_FLAG_SIMPLE


def closure(b: Builder, scope: Scope, dst: int, node: Any) -> None:
    """Build the tuple of the cells that the code of ``scope`` captures, in ``dst``."""
    top = b.top
    first = b.temps(len(scope.free))
    for position, name in enumerate(scope.free):
        place = b.names.get(name, -1)
        if name == "__class__" and b.scope.kind == CLASS and ".class" in b.names:
            place = b.names[".class"]
        kind = place & ~PLACE_MASK
        if kind == IN_CELL:
            b.move(first + position, place & PLACE_MASK, node)
        else:
            index = place & PLACE_MASK if kind == IN_CLOSURE else b.scope.free.index(name)
            b.emit(_LOAD_CLOSURE, first + position, index, 0, node)
    b.emit(_BUILD_TUPLE, dst, first, len(scope.free), node)
    b.top = top


def make_function(b: Builder, code: Code, scope: Scope, dst: int, flags: int, node: Any) -> None:
    """Emit MAKE_FUNCTION; what ``flags`` says lies above ``dst`` already, the closure is added."""
    top = b.top
    if scope.free:
        b.top = dst + 1 + bin(flags).count("1")
        closure(b, scope, b.temp(), node)
        flags |= CLOSURE
    b.emit(_MAKE_FUNCTION, dst, b.narrow_constant(code), flags, node)
    b.top = top


def default_values(b: Builder, arguments: ast.arguments, node: Any) -> int:
    """Generate default values above the top; answer the flags for MAKE_FUNCTION."""
    flags = 0
    defaults = arguments.defaults
    if defaults:
        register = b.temp()
        if all(type(item) is ast.Constant for item in defaults):
            values = tuple(item.value for item in defaults)  # type: ignore[attr-defined]
            b.load_value(values, register, node)
        else:
            first = b.top
            for item in defaults:
                place = b.temp()
                EXPRESSIONS[type(item)](b, item, place)
                b.top = place + 1
            b.emit(_BUILD_TUPLE, register, first, len(defaults), node)
            b.top = register + 1
        flags |= DEFAULTS
    if arguments.kw_defaults and any([item is not None for item in arguments.kw_defaults]):
        register = b.temp()
        first = b.top
        pairs = 0
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=False):
            if default is None:
                continue
            b.load_value(argument.arg, b.temp(), node)
            place = b.temp()
            EXPRESSIONS[type(default)](b, default, place)
            b.top = place + 1
            pairs += 1
        b.emit(_BUILD_DICT, register, first, pairs, node)
        b.top = register + 1
        flags |= KEYWORD_DEFAULTS
    return flags


def _annotations(b: Builder, node: Any) -> int:
    """Generate the tuple of annotations above the top; answer the flag if there are any."""
    arguments = node.args
    pairs = [
        (argument.arg, argument.annotation)
        for argument in (
            *arguments.args, *arguments.posonlyargs, arguments.vararg, *arguments.kwonlyargs,
            arguments.kwarg,
        )
        if argument is not None and argument.annotation is not None
    ]  # fmt: skip
    if node.returns is not None:
        pairs.append(("return", node.returns))
    if not pairs:
        return 0
    register = b.temp()
    first = b.top
    for name, annotation in pairs:
        b.load_value(name, b.temp(), node)
        place = b.temp()
        if type(annotation) is ast.Starred and not b.unit.future:
            _starred_annotation(b, annotation, place)
        else:
            annotation_value(b, annotation, place)
        b.top = place + 1
    b.emit(_BUILD_TUPLE, register, first, 2 * len(pairs), node)
    b.top = register + 1
    return ANNOTATIONS


def _starred_annotation(b: Builder, annotation: ast.Starred, dst: int) -> None:
    """``*args: *Ts``: the only item of the unpacked value."""
    value = EXPRESSIONS[type(annotation.value)](b, annotation.value, -1)
    b.emit(int(Op.UNPACK), dst, value, 1, annotation)


def _function(b: Builder, node: Any) -> None:
    decorators = node.decorator_list
    top = b.top
    windows = [decorate(b, decorator) for decorator in decorators]
    dst = b.temp()
    if getattr(node, "type_params", None):
        from ringfence.generate.parameters import generic_function

        generic_function(b, node, dst)
    else:
        flags = default_values(b, node.args, node)
        build_function(b, node, dst, flags)
    apply_decorators(b, decorators, windows)
    b.top = top
    store(b, node.name, windows[0] if windows else dst, node)


def build_function(b: Builder, node: Any, dst: int, flags: int) -> None:
    """Generate annotations, closure and the function itself; defaults lie above ``dst``."""
    b.top = dst + 1 + bin(flags).count("1")
    flags |= _annotations(b, node)
    scope = node.scope
    line = node.decorator_list[0].lineno if node.decorator_list else node.lineno
    inner = open_code(b, scope, node.name, line)
    code = inner.code
    code.doc = docstring(node.body)
    set_signature(code, node.args)
    body(inner, node.body)
    make_function(b, close_code(inner, node.body[-1]), scope, dst, flags, node)


def decorate(b: Builder, decorator: Any) -> int:
    """Open the window of a decorator's call; the next register is its argument."""
    base = b.temp()
    EXPRESSIONS[type(decorator)](b, decorator, base)
    b.top = base + 1
    b.temps(7)
    return base


def apply_decorators(b: Builder, decorators: list[Any], windows: list[int]) -> None:
    """Call decorators innermost first; each result lies where the next one wants it."""
    for decorator, base in zip(reversed(decorators), reversed(windows), strict=False):
        b.emit(_CALL, base, 1, 0, decorator)


def _lambda(b: Builder, node: ast.Lambda, dst: int) -> int:
    top = b.top
    base = b.temp()
    flags = default_values(b, node.args, node)
    scope: Scope = node.scope  # type: ignore[attr-defined]
    inner = open_code(b, scope, "<lambda>", node.lineno)
    set_signature(inner.code, node.args)
    register = EXPRESSIONS[type(node.body)](inner, node.body, -1)
    inner.emit(_RETURN, register, 0, 0, node.body)
    make_function(b, inner.finish(), scope, base, flags, node)
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, base, node)
    return dst


def call_function(b: Builder, code: Code, scope: Scope, dst: int, node: Any) -> int:
    """Make a function and call it at once, without arguments."""
    top = b.top
    base = window(b, dst)
    make_function(b, code, scope, base, 0, node)
    b.emit(_CALL, base, 0, 0, node)
    return finish(b, base, dst, top, node)


STATEMENTS[ast.FunctionDef] = _function
STATEMENTS[ast.AsyncFunctionDef] = _function
EXPRESSIONS[ast.Lambda] = _lambda
