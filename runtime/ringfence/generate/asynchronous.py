"""`yield`, `yield from`, `await`, `async for`: suspending.

The sequence of `yield from x` (and of `await x`, with GET_AWAITABLE):

        GET_YIELD_FROM  it, x
        LOAD_CONST      v, None
    L:  SEND            it, v, done     v := what `it` yields; finished: v := its result, go on
    Y:  YIELD           v               v := what is sent in; an exception thrown in goes to H
        JUMP_BACK       L
    H:  DELEGATE_THROW  it, v           (the handler's register is v: the exception)
        UNPACK          t, v, 2         v is the pair (finished, value)
        MOVE            v, t+1
        JUMP_IF_NOT     t, Y            not finished: yield what the throw gave
    done:                               v is the result

Only YIELD is covered by the handler H: what SEND itself raises is the delegate's own error.
`it` and `v` are neighbours. The handler is entered without ENTER_HANDLER: DELEGATE_THROW raises
the exception again where PEP 380 says so.

In an asynchronous generator a value yielded by the program goes through WRAP_YIELD, what an
`await` yields does not. `async for`:

        GET_ASYNC_ITER  it, x
    L:  GET_ASYNC_NEXT  a, it           these three, up to the end of the await, are
        (await a)                       covered by the handler E
        store the target, the body
        JUMP_BACK       L
    E:  END_ASYNC_FOR   e               not a StopAsyncIteration: raised again
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.assignments import assign
from ringfence.generate.builder import UNREACHABLE, Builder
from ringfence.generate.control import Loop
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_YIELD: Final = int(Op.YIELD)
_WRAP_YIELD: Final = int(Op.WRAP_YIELD)
_SEND: Final = int(Op.SEND)
_GET_AWAITABLE: Final = int(Op.GET_AWAITABLE)
_GET_YIELD_FROM: Final = int(Op.GET_YIELD_FROM)
_GET_ASYNC_ITER: Final = int(Op.GET_ASYNC_ITER)
_GET_ASYNC_NEXT: Final = int(Op.GET_ASYNC_NEXT)
_DELEGATE_THROW: Final = int(Op.DELEGATE_THROW)
_END_ASYNC_FOR: Final = int(Op.END_ASYNC_FOR)
_UNPACK: Final = int(Op.UNPACK)
_JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)


def delegate(b: Builder, source: int, op: int, node: Any) -> int:
    """Generate the sequence above for the value in ``source``; answer where the result is."""
    iterator = b.temps(2)
    value = iterator + 1
    b.emit(op, iterator, source, 0, node)
    b.load_value(None, value, node)
    done = b.label()
    caught = b.label()
    again = b.place_new()
    b.jump_near(_SEND, iterator, value, done, node)
    resume = b.place_new()
    outer = b.handle((caught, value))
    b.emit(_YIELD, value, value, 0, node)
    b.handle(outer)
    bound = b.bound
    b.jump(again, node)
    b.begin_handler(caught, bound)
    b.emit(_DELEGATE_THROW, iterator, value, 0, node)
    pair = b.temps(2)
    b.emit(_UNPACK, pair, value, 2, node)
    b.move(value, pair + 1, node)
    b.jump_on(_JUMP_IF_NOT, pair, resume, node)
    b.top = pair
    b.place(done)
    return value


def yield_value(b: Builder, register: int, value: int, node: Any) -> None:
    """Yield what is in ``value``; ``register``, a temporary, then holds what is sent in."""
    if b.is_async:
        b.emit(_WRAP_YIELD, register, value, 0, node)
        value = register
    b.emit(_YIELD, register, value, 0, node)


def get_async_iter(b: Builder, dst: int, source: int, node: Any) -> None:
    b.emit(_GET_ASYNC_ITER, dst, source, 0, node)


def _yield(b: Builder, node: ast.Yield, dst: int) -> int:
    top = b.top
    register = dst if dst >= b.first_temp else b.temp()
    if node.value is None:
        value = b.load_value(None, register, node)
    else:
        value = EXPRESSIONS[type(node.value)](b, node.value, -1)
        b.top = register + 1
    yield_value(b, register, value, node)
    if dst < 0 or dst == register:
        return register
    b.top = top
    b.move(dst, register, node)
    return dst


def _delegated(b: Builder, value: Any, op: int, dst: int, node: Any) -> int:
    top = b.top
    source = EXPRESSIONS[type(value)](b, value, -1)
    b.top = top
    result = delegate(b, source, op, node)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.move(dst, result, node)
    return dst


def _yield_from(b: Builder, node: ast.YieldFrom, dst: int) -> int:
    return _delegated(b, node.value, _GET_YIELD_FROM, dst, node)


def _await(b: Builder, node: ast.Await, dst: int) -> int:
    return _delegated(b, node.value, _GET_AWAITABLE, dst, node)


def await_register(b: Builder, register: int, node: Any) -> int:
    """Await what is in ``register``; answer where the result is (a temporary above the top)."""
    return delegate(b, register, _GET_AWAITABLE, node)


class AsyncItems:
    """The handler that ends an asynchronous loop, and its register."""

    __slots__ = ("label", "register")

    def __init__(self, label: int, register: int) -> None:
        self.label = label
        self.register = register


def async_items(b: Builder, iterator: int, target: Any, node: Any) -> AsyncItems:
    """Await the next item and store it in the target."""
    top = b.top
    caught = b.temp()
    label = b.label()
    outer = b.handle((label, caught))
    step = b.temp()
    b.emit(_GET_ASYNC_NEXT, step, iterator, 0, node)
    item = await_register(b, step, node)
    b.handle(outer)
    assign(b, target, item)
    b.top = top
    return AsyncItems(label, caught)


def end_async_items(b: Builder, items: AsyncItems, bound: int, node: Any) -> None:
    """Generate the handler that ends the loop; what follows is reached at its end."""
    b.begin_handler(items.label, bound)
    b.emit(_END_ASYNC_FOR, items.register, 0, 0, node)


def _async_for(b: Builder, node: ast.AsyncFor) -> None:
    iterator = b.temp()
    top = b.top
    iterable = node.iter
    source = EXPRESSIONS[type(iterable)](b, iterable, -1)
    get_async_iter(b, iterator, source, iterable)
    b.top = top
    end = b.label()
    again = b.place_new()
    bound = b.bound
    items = async_items(b, iterator, node.target, iterable)
    b.blocks.append(Loop(end, again))
    body(b, node.body)
    b.blocks.pop()
    b.top = top
    if b.bound != UNREACHABLE:
        b.jump(again, node)
    end_async_items(b, items, bound, iterable)
    body(b, node.orelse)
    b.place(end)


EXPRESSIONS[ast.Yield] = _yield
EXPRESSIONS[ast.YieldFrom] = _yield_from
EXPRESSIONS[ast.Await] = _await
STATEMENTS[ast.AsyncFor] = _async_for
