"""Calls: windows, method calls, keywords, spreading.

A window is R[A]..R[A+7], the callee's frame, with the arguments from R[A+8]; it is the top of
the registers in use, since everything above belongs to the callee. The result lands in R[A]:
where the destination is the last temporary, the window begins there.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder, Place
from ringfence.generate.displays import build_list, build_merged
from ringfence.generate.names import load_callee
from ringfence.generate.tables import EXPRESSIONS
from ringfence.layout import FRAME_WORDS
from ringfence.opcodes import Op
from ringfence.scope import IN_CELL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

MAX_DIRECT: Final = 200  # more arguments go through a list
_CALL: Final = int(Op.CALL)
_CALL_METHOD: Final = int(Op.CALL_METHOD)
_CALL_KEYWORDS: Final = int(Op.CALL_KEYWORDS)
_CALL_SPREAD: Final = int(Op.CALL_SPREAD)
_BUILD_LIST: Final = int(Op.BUILD_LIST)
_LIST_EXTEND: Final = int(Op.LIST_EXTEND)
_LOAD_METHOD: Final = int(Op.LOAD_METHOD)
_CALL_LOADED: Final = int(Op.CALL_LOADED)
_LOAD_GLOBAL_CALL: Final = int(Op.LOAD_GLOBAL_CALL)
_MOVE: Final = int(Op.MOVE)
_MOVE_THEN_CALL: Final = int(Op.MOVE_THEN_CALL)
_MOVE_THEN_CALL_METHOD: Final = int(Op.MOVE_THEN_CALL_METHOD)
_GLOBAL_THEN_MOVE_CALL: Final = int(Op.GLOBAL_THEN_MOVE_CALL)


def window(b: Builder, dst: int) -> int:
    """Take the registers of a call's frame; answer the first, which is ``dst`` if that is last."""
    base = dst if dst == b.top - 1 and dst >= b.first_temp else b.temp()
    b.top = base + 1
    b.temps(FRAME_WORDS - 1)
    return base


def finish(b: Builder, base: int, dst: int, top: int, node: Any) -> int:
    """Free the window but for its result, and put that where it is wanted."""
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, base, node)
    return dst


def _is_quiet(b: Builder, node: Any) -> bool:
    """Whether evaluating ``node`` can neither fail nor have an effect that a look-up could see."""
    kind = type(node)
    if kind is ast.Constant:
        return True
    if kind is ast.Name:
        place = b.names[node.id]
        return place < IN_CELL and bool(b.bound >> place & 1)
    return False


def _call(b: Builder, node: ast.Call, dst: int) -> int:
    args = node.args
    keywords = node.keywords
    func: Any = node.func
    top = b.top
    base = window(b, dst)
    if len(args) + len(keywords) > MAX_DIRECT or _spreads(args, keywords):
        return _call_spread(b, node, base, dst, top)
    kind = type(func)
    if kind is ast.Attribute and not keywords:
        place = _method_place(node, func)
        attribute = func if place is node else _method_place(func, func)
        receiver = b.temp()
        EXPRESSIONS[type(func.value)](b, func.value, receiver)
        b.top = receiver + 1
        name = b.name_constant(func.attr)
        if (args or _is_quiet(b, func.value)) and all(_is_quiet(b, item) for item in args):
            _arguments(b, args)
            b.nodes[-1] = attribute  # it cannot fail: its position is that of the look-up
            if b.out[-1] & 255 == _MOVE:
                b.out[-1] += _MOVE_THEN_CALL_METHOD - _MOVE
            b.emit(_CALL_METHOD, base, len(args) + 1, name, place)
        else:  # the method is looked up before the arguments have their effects
            b.emit(_LOAD_METHOD, base, 0, name, attribute)
            _arguments(b, args)
            b.emit(_CALL_LOADED, base, len(args) + 1, 0, place)
        return finish(b, base, dst, top, node)
    load_function(b, func, base)
    _arguments(b, args)
    if keywords:
        for keyword in keywords:
            register = b.temp()
            EXPRESSIONS[type(keyword.value)](b, keyword.value, register)
            b.top = register + 1
        names = b.narrow_constant(tuple(keyword.arg for keyword in keywords))
        place = _method_place(node, func) if kind is ast.Attribute else node
        b.emit(_CALL_KEYWORDS, base, len(args) + len(keywords), names, place)
    else:
        if args:
            _run_with_call(b, base, len(args))
        b.emit(_CALL, base, len(args), 0, node)
    return finish(b, base, dst, top, node)


def _run_with_call(b: Builder, base: int, n: int) -> None:
    """Let the last instructions be run with the CALL that comes next."""
    out = b.out
    if out[-1] & 255 == _MOVE:
        out[-1] += _MOVE_THEN_CALL - _MOVE
        if n == 1 and out[-2] & 0xFFFFFF == _LOAD_GLOBAL_CALL | base << 16:
            out[-2] += _GLOBAL_THEN_MOVE_CALL - _LOAD_GLOBAL_CALL


def load_function(b: Builder, func: Any, base: int) -> None:
    """Put the callee into the first register of its window."""
    top = b.top
    if type(func) is ast.Name:
        load_callee(b, func, base)
    else:
        EXPRESSIONS[type(func)](b, func, base)
    b.top = top


def _arguments(b: Builder, args: list[Any]) -> None:
    expressions = EXPRESSIONS
    for argument in args:
        register = b.temp()
        expressions[type(argument)](b, argument, register)
        b.top = register + 1


def _spreads(args: list[Any], keywords: list[ast.keyword]) -> bool:
    for argument in args:
        if type(argument) is ast.Starred:
            return True
    for keyword in keywords:
        if keyword.arg is None:
            return True
    return False


def _call_spread(b: Builder, node: ast.Call, base: int, dst: int, top: int) -> int:
    load_function(b, node.func, base)
    spread(b, node.args, node.keywords, base, node)
    return finish(b, base, dst, top, node)


def spread(b: Builder, args: list[Any], keywords: list[ast.keyword], base: int, node: Any) -> None:
    """Call R[base] with a list of its positional and a dict of its keyword arguments."""
    positional = b.temp()
    if len(args) == 1 and type(args[0]) is ast.Starred:
        # an error names the function, as it does not among other arguments
        b.emit(_BUILD_LIST, positional, positional, 0, node)
        value = EXPRESSIONS[type(args[0].value)](b, args[0].value, -1)
        b.emit(_LIST_EXTEND, positional, value, base + 1, node)
    else:
        build_list(b, args, positional, node)
    b.top = positional + 1
    named = b.temp()
    if keywords:
        build_merged(b, keywords, named, base, node)
    else:
        b.move(named, b.scope.unbound, node)
    b.emit(_CALL_SPREAD, base, 0, 0, node)


def _method_place(node: Any, func: Any) -> Any:
    """Position of a method call or look-up: from the method's name on if the chain spans lines."""
    if type(func) is not ast.Attribute or func.lineno == func.end_lineno:
        return node
    attribute: Any = func
    line = attribute.end_lineno
    column = attribute.end_col_offset - len(getattr(func, "plain_attr", func.attr))
    end_line = max(line, node.end_lineno)
    end = node.end_col_offset
    if end_line == line:
        end = max(column, end)
    return Place(line, column, end_line, end)


EXPRESSIONS[ast.Call] = _call
