"""`try` in full, `with`, `raise`, `assert`.

How `try: T  except E as e: H` lies in the code (`finally` and `with` in the same way):

        T                            caught at X, exception in register x
        else part, JUMP end          (not covered)
    X:  ENTER_HANDLER   s, x         s := the exception handled before
        MATCH_EXCEPTION ...          from here to the end of H caught at C, exception in x
        e := x;  H;  unbind e
        LEAVE_HANDLER   s
        JUMP            end
    no match:
        LEAVE_HANDLER   s
        RERAISE         x
    C:  unbind e                     what the handler itself raised
        LEAVE_HANDLER   s
        RERAISE         x
    end:

Bodies of `finally` are generated once for each way out: falling through, the exception, and each
`return`, `break` or `continue`.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.assignments import assign
from ringfence.generate.asynchronous import await_register
from ringfence.generate.builder import BEFORE_12, BEFORE_13, UNREACHABLE, Builder
from ringfence.generate.calls import finish, window
from ringfence.generate.conditions import jump_if
from ringfence.generate.names import forget, store
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body
from ringfence.opcodes import Op
from ringfence.scope import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

MAX_FINALLY_COPIES: Final = 5000  # nested ones multiply
_RAISE: Final = int(Op.RAISE)
_RERAISE: Final = int(Op.RERAISE)
_ENTER_HANDLER: Final = int(Op.ENTER_HANDLER)
_LEAVE_HANDLER: Final = int(Op.LEAVE_HANDLER)
_MATCH_EXCEPTION: Final = int(Op.MATCH_EXCEPTION)
_MATCH_GROUP: Final = int(Op.MATCH_GROUP)
_RERAISE_STAR: Final = int(Op.RERAISE_STAR)
_ASSERTION_ERROR: Final = int(Op.ASSERTION_ERROR)
_EXCEPTION_TRIPLE: Final = int(Op.EXCEPTION_TRIPLE)
_GET_SPECIAL: Final = int(Op.GET_SPECIAL)
_CALL: Final = int(Op.CALL)
_JUMP_IF: Final = int(Op.JUMP_IF)
_JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)
_JUMP_IF_NONE: Final = int(Op.JUMP_IF_NONE)
_BUILD_LIST: Final = int(Op.BUILD_LIST)
_LIST_APPEND: Final = int(Op.LIST_APPEND)

Handler = tuple[int, int] | None


class HandlerBlock:
    """An except clause or the exceptional copy of a `finally` body, while it runs."""

    __slots__ = ("name", "outer", "saved")

    def __init__(self, saved: int, name: str | None, outer: Handler) -> None:
        self.saved = saved
        self.name = name
        self.outer = outer

    def leave(self, b: Builder, node: Any) -> None:
        b.handle(self.outer)
        if self.name is not None:
            forget(b, self.name, node)
        b.emit(_LEAVE_HANDLER, self.saved, 0, 0, node)


class FinallyBlock:
    """The part of a `try` that its `finally` body covers."""

    __slots__ = ("nodes", "outer")

    def __init__(self, nodes: list[Any], outer: Handler) -> None:
        self.nodes = nodes
        self.outer = outer

    def leave(self, b: Builder, node: Any) -> None:
        b.handle(self.outer)
        _count_copy(b, node)
        body(b, self.nodes)


class WithBlock:
    """The body of a `with`; ``exit`` holds the bound exit method."""

    __slots__ = ("exit", "is_async", "outer", "place")

    def __init__(self, exit_at: int, outer: Handler, is_async: bool, place: Any) -> None:
        self.exit = exit_at
        self.outer = outer
        self.is_async = is_async
        self.place = place

    def leave(self, b: Builder, node: Any) -> None:
        b.handle(self.outer)
        _call_exit(b, self.exit, self.is_async, self.place)


def _count_copy(b: Builder, node: Any) -> None:
    b.unit.copies += 1
    if b.unit.copies > MAX_FINALLY_COPIES:
        raise Refusal(node, "too many nested `finally` blocks")


def _try(b: Builder, node: Any) -> None:
    if node.finalbody:
        _try_finally(b, node)
    else:
        _try_except(b, node)


def _try_finally(b: Builder, node: Any) -> None:
    saved = b.temps(2)
    caught = saved + 1
    start = b.label()
    end = b.label()
    bound = b.bound
    outer = b.handle((start, caught))
    b.blocks.append(FinallyBlock(node.finalbody, outer))
    if node.handlers:
        _try_except(b, node)
    else:
        body(b, node.body)
    b.blocks.pop()
    b.handle(outer)
    _count_copy(b, node)
    body(b, node.finalbody)
    if b.bound != UNREACHABLE:
        b.jump(end, node.finalbody[-1])
    b.begin_handler(start, bound)
    cleanup = b.label()
    b.emit(_ENTER_HANDLER, saved, caught, 0, node.finalbody[0])
    b.handle((cleanup, caught))
    b.blocks.append(HandlerBlock(saved, None, outer))
    body(b, node.finalbody)
    b.blocks.pop()
    b.handle(outer)
    if b.bound != UNREACHABLE:
        _raise_on(b, saved, caught, node.finalbody[-1])
    b.begin_handler(cleanup, bound)
    _raise_on(b, saved, caught, node.finalbody[-1])
    b.place(end)


def _raise_on(b: Builder, saved: int, caught: int, node: Any) -> None:
    """Leave the handler and raise again what it could not stop."""
    b.emit(_LEAVE_HANDLER, saved, 0, 0, node)
    b.emit(_RERAISE, caught, 0, 0, node)
    b.bound = UNREACHABLE


def _try_except(b: Builder, node: Any) -> None:
    star = type(node) is not ast.Try
    saved = b.temps(2)
    caught = saved + 1
    start, end = b.label(), b.label()
    bound = b.bound
    outer = b.handle((start, caught))
    top = b.top
    # the try's own body is left by nothing but a jump: no block is needed for it
    body(b, node.body)
    b.handle(outer)
    if b.bound != UNREACHABLE:
        body(b, node.orelse)
        b.top = top
        if b.bound != UNREACHABLE:
            b.jump(end, node)
    b.begin_handler(start, bound)
    first = node.handlers[0]
    b.emit(_ENTER_HANDLER, saved, caught, 0, first)
    if star:
        _star_clauses(b, node, saved, caught, end, outer, bound)
    else:
        _clauses(b, node, saved, caught, end, outer, bound)
    b.place(end)
    b.top = top


def _clauses(
    b: Builder, node: Any, saved: int, caught: int, end: int, outer: Handler, bound: int
) -> None:
    cleanup = b.label()
    cleanup_used = False
    for clause in node.handlers:
        otherwise = b.label()
        top = b.top
        if clause.type is not None:
            cleanup_used = True
            b.handle((cleanup, caught))
            kind = EXPRESSIONS[type(clause.type)](b, clause.type, -1)
            matched = b.temp()
            b.emit(_MATCH_EXCEPTION, matched, caught, kind, clause)
            b.top = top
            b.jump_on(_JUMP_IF_NOT, matched, otherwise, clause)
        if clause.name:
            own = b.label()
            store(b, clause.name, caught, clause)
            b.handle((own, caught))
        else:
            cleanup_used = True
            b.handle((cleanup, caught))
        b.blocks.append(HandlerBlock(saved, clause.name, outer))
        body(b, clause.body)
        block = b.blocks.pop()
        if b.bound != UNREACHABLE:
            last = clause.body[-1]
            block.leave(b, last)
            b.jump(end, last)
        b.handle(outer)
        if clause.name:
            b.begin_handler(own, bound)
            forget(b, clause.name, clause)
            _raise_on(b, saved, caught, clause)
        b.bound = UNREACHABLE
        b.place(otherwise)
    if b.bound != UNREACHABLE:
        _raise_on(b, saved, caught, node.handlers[-1])
    if cleanup_used:
        b.begin_handler(cleanup, bound)
        _raise_on(b, saved, caught, node.handlers[-1])


def _star_clauses(
    b: Builder, node: Any, saved: int, caught: int, end: int, outer: Handler, bound: int
) -> None:
    """Generate ``except*``: each clause takes its part of the group, the rest goes on.

    What clauses raise is gathered in a list with the rest; RERAISE_STAR makes one exception of it.
    """
    cleanup = b.label()
    b.handle((cleanup, caught))
    raised = b.temps(5)
    matched, rest, before, own_caught = raised + 1, raised + 2, raised + 3, raised + 4
    first = node.handlers[0]
    b.emit(_BUILD_LIST, raised, raised, 0, first)
    b.move(rest, caught, first)
    top = b.top
    for clause in node.handlers:
        otherwise = b.label()
        kind = EXPRESSIONS[type(clause.type)](b, clause.type, -1)
        b.jump_on(_JUMP_IF_NONE, rest, otherwise, clause)
        b.emit(_MATCH_GROUP, matched, rest, kind, clause)
        b.top = top
        b.jump_on(_JUMP_IF_NONE, matched, otherwise, clause)
        own = b.label()
        b.emit(_ENTER_HANDLER, before, matched, 0, clause)
        clause_bound = b.bound
        if clause.name:
            store(b, clause.name, matched, clause)
        b.handle((own, own_caught))
        body(b, clause.body)
        b.top = top
        b.handle((cleanup, caught))
        last = clause.body[-1]
        if b.bound != UNREACHABLE:
            if clause.name:
                forget(b, clause.name, last)
            b.emit(_LEAVE_HANDLER, before, 0, 0, last)
            b.jump(otherwise, last)
        b.begin_handler(own, clause_bound)
        if clause.name:
            forget(b, clause.name, clause)
        b.emit(_LEAVE_HANDLER, before, 0, 0, clause)
        b.emit(_LIST_APPEND, raised, own_caught, 0, clause)
        b.place(otherwise)
    last = node.handlers[-1]
    done, none = b.label(), b.label()
    b.jump_on(_JUMP_IF_NONE, rest, none, last)
    b.emit(_LIST_APPEND, raised, rest, 0, last)
    b.place(none)
    b.emit(_RERAISE_STAR, caught, raised, 0, last)
    b.jump_on(_JUMP_IF_NONE, caught, done, last)
    b.handle(outer)
    _raise_on(b, saved, caught, last)
    b.begin_handler(cleanup, bound)
    _raise_on(b, saved, caught, last)
    b.place(done)
    b.emit(_LEAVE_HANDLER, saved, 0, 0, last)
    b.jump(end, last)


# ---------------------------------------------------------------- with


def _with(b: Builder, node: Any) -> None:
    _with_item(b, node, 0)


def _with_item(b: Builder, node: Any, number: int) -> None:
    is_async = type(node) is ast.AsyncWith
    item = node.items[number]
    context = item.context_expr
    place = node if BEFORE_13 else context
    exit_at = b.temp()
    top = b.top
    base = window(b, -1)
    manager = EXPRESSIONS[type(context)](b, context, -1)
    enter, leave_name = ("__aenter__", "__aexit__") if is_async else ("__enter__", "__exit__")
    b.emit(_GET_SPECIAL, base, manager, b.name_constant(enter), place)
    b.emit(_GET_SPECIAL, exit_at, manager, b.name_constant(leave_name), place)
    b.emit(_CALL, base, 0, 0, place)
    b.top = top
    value = b.temp()
    if is_async:
        b.move(value, await_register(b, value, place), place)
    b.top = value + 1
    saved = b.temps(2)
    caught = saved + 1
    start, end = b.label(), b.label()
    bound = b.bound
    outer = b.handle((start, caught))
    b.blocks.append(WithBlock(exit_at, outer, is_async, place))
    if item.optional_vars is not None:
        assign(b, item.optional_vars, value)
    b.top = caught + 1
    if number + 1 < len(node.items):
        _with_item(b, node, number + 1)
    else:
        body(b, node.body)
    b.blocks.pop()
    b.handle(outer)
    b.top = caught + 1
    if b.bound != UNREACHABLE:
        _call_exit(b, exit_at, is_async, place)
        b.jump(end, place)
    b.begin_handler(start, bound)
    b.emit(_ENTER_HANDLER, saved, caught, 0, place)
    cleanup, stopped = b.label(), b.label()
    b.handle((cleanup, caught))
    top = b.top
    base = window(b, -1)
    b.move(base, exit_at, place)
    b.emit(_EXCEPTION_TRIPLE, b.temps(3), caught, 0, place)
    b.emit(_CALL, base, 3, 0, place)
    b.top = base + 1
    answer = await_register(b, base, place) if is_async else base
    b.jump_on(_JUMP_IF, answer, stopped, place)
    b.top = top
    b.handle(outer)
    _raise_on(b, saved, caught, place)
    b.begin_handler(cleanup, bound)
    _raise_on(b, saved, caught, place)
    b.place(stopped)
    b.emit(_LEAVE_HANDLER, saved, 0, 0, place)
    b.place(end)


def _call_exit(b: Builder, exit_at: int, is_async: bool, place: Any) -> None:
    """Call the exit method without an exception."""
    top = b.top
    base = window(b, -1)
    b.move(base, exit_at, place)
    for _ in range(3):
        b.load_value(None, b.temp(), place)
    b.emit(_CALL, base, 3, 0, place)
    finish(b, base, -1, top, place)
    if is_async:
        await_register(b, base, place)
    b.top = top


# ---------------------------------------------------------------- raise, assert


def _raise(b: Builder, node: ast.Raise) -> None:
    unbound = b.scope.owner.unbound
    if node.exc is None:
        b.emit(_RAISE, unbound, unbound, 0, node)
    else:
        exception = EXPRESSIONS[type(node.exc)](b, node.exc, -1)
        cause = unbound
        if node.cause is not None:
            cause = EXPRESSIONS[type(node.cause)](b, node.cause, -1)
        b.emit(_RAISE, exception, cause, 0, node)
    b.bound = UNREACHABLE


def _assert(b: Builder, node: ast.Assert) -> None:
    passed = b.label()
    top = b.top
    place: Any = node
    if not BEFORE_13 or (BEFORE_12 and type(node.test) is ast.Compare):
        place = node.test
    jump_if(b, node.test, passed, True, node)
    if b.bound == UNREACHABLE:
        b.place(passed)
        return
    b.top = top
    base = window(b, -1)
    b.emit(_ASSERTION_ERROR, base, 0, 0, place)
    if node.msg is not None:
        message = b.temp()
        EXPRESSIONS[type(node.msg)](b, node.msg, message)
        b.emit(_CALL, base, 1, 0, place)
    b.emit(_RAISE, base, b.scope.owner.unbound, 0, place)
    b.bound = UNREACHABLE
    b.place(passed)


STATEMENTS[ast.Try] = _try
STATEMENTS[ast.With] = _with
STATEMENTS[ast.AsyncWith] = _with
STATEMENTS[ast.Raise] = _raise
STATEMENTS[ast.Assert] = _assert
if hasattr(ast, "TryStar"):
    STATEMENTS[ast.TryStar] = _try
