"""`if`, loops, `return`, `pass`, expression statements, and leaving blocks.

Blocks that a jump out of them must undo stand on ``b.blocks``, innermost last: a loop, a
``finally`` body to be run, a context manager to be exited, a handler to be left.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.assignments import assign
from ringfence.generate.builder import BEFORE_13, UNREACHABLE, Builder
from ringfence.generate.conditions import jump_if
from ringfence.generate.names import register_of
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_GET_ITER: Final = int(Op.GET_ITER)
_FOR_LOOP: Final = int(Op.FOR_LOOP)
_FOR_NEXT: Final = int(Op.FOR_NEXT)
# instructions that FOR_LOOP jumps back over at most, though some of them may grow (Builder._lengthen)
_LOOP_REACH: Final = 4000
_RETURN: Final = int(Op.RETURN)
_RETURN_NONE: Final = int(Op.RETURN_NONE)


class Loop:
    """A loop on the stack of blocks."""

    __slots__ = ("again", "end", "step")

    def __init__(self, end: int, again: int, step: tuple[int, int, int] | None = None) -> None:
        self.end = end
        self.again = again
        self.step = step  # of a `for`: iterator, item, label for when it is exhausted


def _if(b: Builder, node: ast.If) -> None:
    end = b.label()
    while True:
        test = node.test
        otherwise = b.label()
        top = b.top
        jump_if(b, test, otherwise, False, node)
        b.top = top
        body(b, node.body)
        orelse = node.orelse
        if orelse and b.bound != UNREACHABLE:
            b.jump(end, node)
        b.place(otherwise)
        if len(orelse) == 1 and type(orelse[0]) is ast.If and b.bound != UNREACHABLE:
            node = orelse[0]
            continue
        body(b, orelse)
        b.place(end)
        return


def _while(b: Builder, node: ast.While) -> None:
    """Generate the test twice: before the loop and, jumping back, below its body."""
    test = node.test
    end, otherwise, again = b.label(), b.label(), b.label()
    top = b.top
    endless = type(test) is ast.Constant and bool(test.value)
    if not endless:
        jump_if(b, test, otherwise, False, node)
        b.top = top
    if b.bound == UNREACHABLE:  # while 0
        b.place(otherwise)
        body(b, node.orelse)
        b.place(end)
        return
    start = b.place_new()
    b.blocks.append(Loop(end, again))
    body(b, node.body)
    b.blocks.pop()
    b.place(again)
    if b.bound != UNREACHABLE:
        if endless:
            b.jump(start, node)
        else:
            jump_if(b, test, start, True, node)
            b.top = top
    if not endless:
        b.place(otherwise)
        body(b, node.orelse)
    b.place(end)


def _for(b: Builder, node: ast.For) -> None:
    iterator = b.temp()
    iterable = node.iter
    top = b.top
    source = EXPRESSIONS[type(iterable)](b, iterable, -1)
    place = node if BEFORE_13 else iterable
    if is_stepped(b, iterable):
        b.move(iterator, source, place)
    else:
        b.emit(_GET_ITER, iterator, source, 0, place)
    b.top = top
    otherwise, end = b.label(), b.label()
    again = b.place_new()
    item = next_item(b, iterator, node.target, otherwise, place)
    b.blocks.append(Loop(end, again, (iterator, item, otherwise)))
    body(b, node.body)
    b.blocks.pop()
    b.top = top
    if b.bound != UNREACHABLE:
        loop(b, again, iterator, item, node)
    b.bound = UNREACHABLE
    b.place(otherwise)
    body(b, node.orelse)
    b.place(end)


def is_stepped(b: Builder, iterable: Any) -> bool:
    """Whether the prelude goes on with an iterator it holds: a program's ``__iter__`` may begin anew."""
    if b.unit.mode != "prelude":
        return False
    return type(iterable) is ast.Name and iterable.id == "iterator"


def next_item(b: Builder, iterator: int, target: Any, exhausted: int, place: Any) -> int:
    """Step ``iterator`` and store the item in ``target``; jump to ``exhausted`` at its end.

    Answers the register that the item comes to first. To be followed by ``loop`` in the end.
    """
    top = b.top
    if type(target) is ast.Name:
        variable = register_of(b, target.id)
        if variable >= 0:
            b.jump_near(_FOR_NEXT, iterator, variable, exhausted, place)
            b.mark(variable)
            return variable
    item = b.temp()
    b.jump_near(_FOR_NEXT, iterator, item, exhausted, place)
    assign(b, target, item)
    b.top = top
    return item


def loop(b: Builder, again: int, iterator: int, item: int, node: Any) -> None:
    """Go round: back to the FOR_NEXT at ``again``, or past it when the next item is at hand.

    What comes next in the code is where the exhausted loop goes on.
    """
    if len(b.out) - b.label_at[again] < _LOOP_REACH:
        b.jump_near(_FOR_LOOP, iterator, item, b.label_after(again), node)
    else:
        b.jump(again, node)


def leave(b: Builder, until: Loop | None, node: Any) -> None:
    """Generate what blocks need when they are jumped out of, innermost first, down to ``until``.

    Afterwards ``b.blocks`` and the handler are those of the place jumped to: the caller puts
    its own back when the jump is made.
    """
    blocks = b.blocks
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        if block is until or b.bound == UNREACHABLE:
            return
        if type(block) is not Loop:
            b.blocks = blocks[:position]
            block.leave(b, node)


def _jump_out(b: Builder, node: Any, again: bool) -> None:
    handler, blocks = b.handler, b.blocks
    for block in reversed(blocks):
        if type(block) is Loop:
            leave(b, block, node)
            if b.bound != UNREACHABLE:
                if again and block.step is not None:
                    iterator, item, exhausted = block.step
                    loop(b, block.again, iterator, item, node)
                    b.jump(exhausted, node)
                else:
                    b.jump(block.again if again else block.end, node)
            break
    b.blocks = blocks
    if b.handler != handler:
        b.handle(handler)


def _break(b: Builder, node: ast.Break) -> None:
    _jump_out(b, node, False)


def _continue(b: Builder, node: ast.Continue) -> None:
    _jump_out(b, node, True)


def _return(b: Builder, node: ast.Return) -> None:
    value = node.value
    handler = b.handler
    blocks = b.blocks
    must_leave = blocks and any([type(block) is not Loop for block in blocks])
    register = -1
    if value is None or (type(value) is ast.Constant and value.value is None):
        pass
    elif must_leave and type(value) is not ast.Constant:
        # evaluated first, and kept while the blocks are left
        register = EXPRESSIONS[type(value)](b, value, b.temp())
    else:
        register = EXPRESSIONS[type(value)](b, value, -1)
    leave(b, None, node)
    if b.bound != UNREACHABLE:
        if register < 0:
            b.emit(_RETURN_NONE, 0, 0, 0, node)
        else:
            b.emit(_RETURN, register, 0, 0, node)
        b.bound = UNREACHABLE
    b.blocks = blocks
    if b.handler != handler:
        b.handle(handler)


def _expression(b: Builder, node: ast.Expr) -> None:
    value = node.value
    if type(value) is not ast.Constant:
        EXPRESSIONS[type(value)](b, value, -1)


def _nothing(b: Builder, node: Any) -> None:
    return


STATEMENTS[ast.If] = _if
STATEMENTS[ast.While] = _while
STATEMENTS[ast.For] = _for
STATEMENTS[ast.Break] = _break
STATEMENTS[ast.Continue] = _continue
STATEMENTS[ast.Return] = _return
STATEMENTS[ast.Expr] = _expression
STATEMENTS[ast.Pass] = _nothing
STATEMENTS[ast.Global] = _nothing
STATEMENTS[ast.Nonlocal] = _nothing
