"""Load, store and delete names wherever they live."""

from __future__ import annotations

from ringfence.code import NativeConstant
from ringfence.generate.builder import Builder
from ringfence.opcodes import Op
from ringfence.scope import (
    IN_CELL,
    IN_CLOSURE,
    IN_GLOBALS,
    IN_NAMESPACE,
    IN_NAMESPACE_OR_CLOSURE,
    PLACE_MASK,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CHECK_LOCAL = int(Op.CHECK_LOCAL)
_MOVE = int(Op.MOVE)
_LOAD_GLOBAL = int(Op.LOAD_GLOBAL)
_LOAD_GLOBAL_CALL = int(Op.LOAD_GLOBAL_CALL)
_LOAD_CELL = int(Op.LOAD_CELL)
_LOAD_FREE = int(Op.LOAD_FREE)
_LOAD_NAME = int(Op.LOAD_NAME)
_LOAD_CLASS_FREE = int(Op.LOAD_CLASS_FREE)
_STORE_GLOBAL = int(Op.STORE_GLOBAL)
_STORE_CELL = int(Op.STORE_CELL)
_STORE_FREE = int(Op.STORE_FREE)
_STORE_NAME = int(Op.STORE_NAME)
_UNBIND = int(Op.UNBIND)
_DELETE_GLOBAL = int(Op.DELETE_GLOBAL)
_DELETE_CELL = int(Op.DELETE_CELL)
_DELETE_FREE = int(Op.DELETE_FREE)
_DELETE_NAME = int(Op.DELETE_NAME)
_LOAD_CONST = int(Op.LOAD_CONST)


def load_name(b: Builder, node: Any, dst: int) -> int:
    """Generate a Name in load context."""
    name = node.id
    place = b.names[name]
    if place < IN_CELL and dst < 0 and b.bound >> place & 1 and name not in b.walrus:
        return place  # most names
    return load(b, name, node, dst)


def load(b: Builder, name: str, node: Any, dst: int, op: int = _LOAD_GLOBAL) -> int:
    """Load a variable; a plain local is answered in place if ``dst`` is -1."""
    place = b.names[name]
    if place < IN_CELL:
        if not b.bound >> place & 1:
            b.emit_wide(_CHECK_LOCAL, place, b.constant(name), node)
            b.mark(place)
        if dst < 0:
            if name not in b.walrus:
                return place
            dst = b.temp()
        if dst != place:
            b.out.append(_MOVE | dst << 16 | place << 32)
            b.nodes.append(node)
        return dst
    if dst < 0:
        dst = b.temp()
    kind = place & ~PLACE_MASK
    if kind == IN_GLOBALS:
        natives = b.unit.natives
        if natives and name in natives:
            b.emit_wide(_LOAD_CONST, dst, b.constant(NativeConstant(natives[name])), node)
        else:
            b.emit_wide(op, dst, b.entry(name), node)
    elif kind == IN_CELL:
        b.emit(_LOAD_CELL, dst, place & PLACE_MASK, b.name_constant(name), node)
    elif kind == IN_CLOSURE:
        b.emit(_LOAD_FREE, dst, place & PLACE_MASK, 0, node)
    elif kind == IN_NAMESPACE:
        natives = b.unit.natives
        if natives and name in natives:
            b.emit_wide(_LOAD_CONST, dst, b.constant(NativeConstant(natives[name])), node)
        else:
            b.emit_wide(_LOAD_NAME, dst, b.constant(name), node)
    else:
        assert kind == IN_NAMESPACE_OR_CLOSURE
        b.emit(_LOAD_CLASS_FREE, dst, place & PLACE_MASK, b.name_constant(name), node)
    return dst


def load_callee(b: Builder, node: Any, dst: int) -> int:
    """Load a Name that is called: an unknown one is the host's function at once."""
    return load(b, node.id, node, dst, _LOAD_GLOBAL_CALL)


def register_of(b: Builder, name: str) -> int:
    """Register of a variable that lives in one itself, else -1."""
    place = b.names[name]
    return place if place < IN_CELL else -1


def store(b: Builder, name: str, register: int, node: Any) -> None:
    """Bind a variable to what is in ``register``."""
    place = b.names[name]
    if place < IN_CELL:
        if place != register:
            b.out.append(_MOVE | place << 16 | register << 32)
            b.nodes.append(node)
        b.mark(place)
        return
    kind = place & ~PLACE_MASK
    if kind == IN_GLOBALS:
        b.emit_wide(_STORE_GLOBAL, register, b.entry(name), node)
    elif kind == IN_CELL:
        b.emit(_STORE_CELL, place & PLACE_MASK, register, 0, node)
    elif kind == IN_CLOSURE:
        b.emit(_STORE_FREE, register, place & PLACE_MASK, 0, node)
    else:
        b.emit_wide(_STORE_NAME, register, b.constant(name), node)


def delete(b: Builder, name: str, node: Any) -> None:
    """Unbind a variable; NameError if it is unbound already."""
    place = b.names[name]
    if place < IN_CELL:
        b.emit_wide(_CHECK_LOCAL, place, b.constant(name), node)
        b.emit(_UNBIND, place, 0, 0, node)
        return
    kind = place & ~PLACE_MASK
    if kind == IN_GLOBALS:
        b.emit_wide(_DELETE_GLOBAL, 0, b.entry(name), node)
    elif kind == IN_CELL:
        b.emit(_DELETE_CELL, place & PLACE_MASK, 0, b.name_constant(name), node)
    elif kind == IN_CLOSURE:
        b.emit(_DELETE_FREE, 0, place & PLACE_MASK, 0, node)
    else:
        b.emit_wide(_DELETE_NAME, 0, b.constant(name), node)


def forget(b: Builder, name: str, node: Any) -> None:
    """Unbind a variable that may be unbound already (the end of an except clause)."""
    place = b.names[name]
    if place < IN_CELL:
        b.emit(_UNBIND, place, 0, 0, node)
        return
    none = b.load_value(None, -1, node)
    store(b, name, none, node)
    delete(b, name, node)
    b.top = none
