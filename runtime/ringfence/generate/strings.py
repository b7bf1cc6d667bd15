"""f-strings."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder
from ringfence.generate.displays import CHUNK
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_FORMAT: Final = int(Op.FORMAT)
_CONVERT: Final = int(Op.CONVERT)
_BUILD_STRING: Final = int(Op.BUILD_STRING)


def _joined(b: Builder, node: ast.JoinedStr, dst: int) -> int:
    values = node.values
    if not values:
        return b.load_value("", dst, node)
    if len(values) == 1 and type(values[0]) is ast.FormattedValue:
        return _formatted(b, values[0], dst)
    top = b.top
    first = b.top
    count = 0
    for value in values:
        register = b.temp()
        EXPRESSIONS[type(value)](b, value, register)
        b.top = register + 1
        count += 1
        if count == CHUNK:
            b.emit(_BUILD_STRING, first, first, count, node)
            b.top = first + 1
            count = 1
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_BUILD_STRING, dst, first, count, node)
    return dst


def _formatted(b: Builder, node: ast.FormattedValue, dst: int) -> int:
    top = b.top
    source = EXPRESSIONS[type(node.value)](b, node.value, -1)
    if node.conversion >= 0:
        b.top = top
        converted = b.temp()
        b.emit(_CONVERT, converted, source, node.conversion, node)
        source = converted
        if node.format_spec is None:
            # a string with an empty spec is itself
            b.top = top
            if dst < 0:
                return b.temp()
            b.move(dst, converted, node)
            return dst
    if node.format_spec is None:
        spec = b.scope.unbound
    else:
        spec = EXPRESSIONS[type(node.format_spec)](b, node.format_spec, -1)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_FORMAT, dst, source, spec, node)
    return dst


EXPRESSIONS[ast.JoinedStr] = _joined
EXPRESSIONS[ast.FormattedValue] = _formatted
