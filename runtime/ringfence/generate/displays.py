"""Displays: tuples, lists, sets, dicts, in chunks where they are large."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import MAX_REGISTER, Builder
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

CHUNK: Final = 200  # items built in registers at once
CONSTANT_LIST: Final = 6  # from this length on a list of constants is copied from a tuple
_BUILD_TUPLE: Final = int(Op.BUILD_TUPLE)
_BUILD_LIST: Final = int(Op.BUILD_LIST)
_BUILD_SET: Final = int(Op.BUILD_SET)
_BUILD_DICT: Final = int(Op.BUILD_DICT)
_BUILD_KEYED_DICT: Final = int(Op.BUILD_KEYED_DICT)
_LIST_APPEND: Final = int(Op.LIST_APPEND)
_LIST_EXTEND: Final = int(Op.LIST_EXTEND)
_LIST_TO_TUPLE: Final = int(Op.LIST_TO_TUPLE)
_SET_ADD: Final = int(Op.SET_ADD)
_SET_UPDATE: Final = int(Op.SET_UPDATE)
_DICT_SET: Final = int(Op.DICT_SET)
_DICT_UPDATE: Final = int(Op.DICT_UPDATE)
_DICT_MERGE: Final = int(Op.DICT_MERGE)


def _is_plain(items: list[Any]) -> bool:
    """Whether items can be built in registers at once: few, and none starred."""
    if len(items) > CHUNK:
        return False
    for item in items:
        if type(item) is ast.Starred:
            return False
    return True


def _is_text(node: Any) -> bool:
    return type(node) is ast.Constant and type(node.value) is str


def in_row(b: Builder, items: list[Any]) -> int:
    """Generate items into temporaries in a row; answer the first."""
    first = b.top
    expressions = EXPRESSIONS
    for item in items:
        register = b.temp()
        expressions[type(item)](b, item, register)
        b.top = register + 1
    return first


def _tuple(b: Builder, node: ast.Tuple, dst: int) -> int:
    top = b.top
    if _is_plain(node.elts):
        first = in_row(b, node.elts)
        b.top = top
        if dst < 0:
            dst = b.temp()
        b.emit(_BUILD_TUPLE, dst, first, len(node.elts), node)
        return dst
    items = b.temp()
    build_list(b, node.elts, items, node)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_LIST_TO_TUPLE, dst, items, 0, node)
    return dst


def _list(b: Builder, node: ast.List, dst: int) -> int:
    top = b.top
    items: list[Any] = node.elts
    constants = len(items) >= CONSTANT_LIST and all(type(i) is ast.Constant for i in items)
    if _is_plain(items) and not constants:
        first = in_row(b, items)
        b.top = top
        if dst < 0:
            dst = b.temp()
        b.emit(_BUILD_LIST, dst, first, len(items), node)
        return dst
    register = b.temp()
    if constants:
        b.emit(_BUILD_LIST, register, register, 0, node)
        value = b.load_value(tuple(item.value for item in items), -1, node)
        b.emit(_LIST_EXTEND, register, value, 0, node)
    else:
        build_list(b, items, register, node)
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, register, node)
    return dst


def build_list(b: Builder, items: list[Any], dst: int, node: Any) -> None:
    """Build a list of any number of items, starred ones unpacked, in the temporary ``dst``."""
    top = b.top
    started = False
    start = 0
    for position, item in enumerate(items):
        if type(item) is not ast.Starred:
            if position - start < CHUNK:
                continue
            started = _flush(b, items[start:position], dst, started, node)
            start = position
            continue
        started = _flush(b, items[start:position], dst, started, node)
        start = position + 1
        value = EXPRESSIONS[type(item.value)](b, item.value, -1)
        b.emit(_LIST_EXTEND, dst, value, 0, node)
        b.top = top
    _flush(b, items[start:], dst, started, node)
    b.top = top


def _flush(b: Builder, items: list[Any], dst: int, started: bool, node: Any) -> bool:
    """Build the list of the first items, or append further ones."""
    top = b.top
    if not started:
        first = in_row(b, items)
        b.emit(_BUILD_LIST, dst, first if items else dst, len(items), node)
    elif len(items) > CHUNK // 4:
        first = in_row(b, items)
        b.emit(_BUILD_TUPLE, first, first, len(items), node)
        b.emit(_LIST_EXTEND, dst, first, 0, node)
    else:
        for item in items:
            value = EXPRESSIONS[type(item)](b, item, -1)
            b.emit(_LIST_APPEND, dst, value, 0, node)
            b.top = top
    b.top = top
    return True


def _set(b: Builder, node: ast.Set, dst: int) -> int:
    top = b.top
    items: list[Any] = node.elts
    if _is_plain(items):
        first = in_row(b, items)
        b.top = top
        if dst < 0:
            dst = b.temp()
        b.emit(_BUILD_SET, dst, first, len(items), node)
        return dst
    register = b.temp()
    b.emit(_BUILD_SET, register, register, 0, node)
    inner = b.top
    for item in items:
        starred = type(item) is ast.Starred
        source = item.value if starred else item
        value = EXPRESSIONS[type(source)](b, source, -1)
        b.emit(_SET_UPDATE if starred else _SET_ADD, register, value, 0, node)
        b.top = inner
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, register, node)
    return dst


def _dict(b: Builder, node: ast.Dict, dst: int) -> int:
    top = b.top
    keys, values = node.keys, node.values
    if keys and len(keys) <= CHUNK and all([_is_text(key) for key in keys]):
        names = b.constant(tuple([key.value for key in keys]))  # type: ignore[union-attr]
        if names <= MAX_REGISTER:
            first = in_row(b, values)
            b.top = top
            if dst < 0:
                dst = b.temp()
            b.emit(_BUILD_KEYED_DICT, dst, first, names, node)
            return dst
    if None not in keys and len(keys) <= CHUNK:
        first = b.top
        expressions = EXPRESSIONS
        for key, value in zip(keys, values, strict=False):
            register = b.temp()
            expressions[type(key)](b, key, register)
            b.top = register + 1
            register = b.temp()
            expressions[type(value)](b, value, register)
            b.top = register + 1
        b.top = top
        if dst < 0:
            dst = b.temp()
        b.emit(_BUILD_DICT, dst, first, len(keys), node)
        return dst
    register = b.temp()
    b.emit(_BUILD_DICT, register, register, 0, node)
    inner = b.top
    for key, value in zip(keys, values, strict=False):
        if key is None:
            mapping = EXPRESSIONS[type(value)](b, value, -1)
            b.emit(_DICT_UPDATE, register, mapping, 0, node)
        else:
            k = EXPRESSIONS[type(key)](b, key, -1)
            v = EXPRESSIONS[type(value)](b, value, -1)
            b.emit(_DICT_SET, register, k, v, node)
        b.top = inner
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, register, node)
    return dst


def build_merged(
    b: Builder, keywords: list[ast.keyword], dst: int, function: int, node: Any
) -> None:
    """Build the dict of a call's keywords, ``**`` ones merged, in the temporary ``dst``."""
    top = b.top
    b.emit(_BUILD_DICT, dst, dst, 0, node)
    for keyword in keywords:
        if keyword.arg is None:
            mapping = EXPRESSIONS[type(keyword.value)](b, keyword.value, -1)
            b.emit(_DICT_MERGE, dst, mapping, function, node)
        else:
            pair = b.temps(1)
            b.load_value(keyword.arg, pair, node)
            value = EXPRESSIONS[type(keyword.value)](b, keyword.value, -1)
            b.emit(_DICT_SET, dst, pair, value, node)
        b.top = top
    b.top = top


EXPRESSIONS[ast.Tuple] = _tuple
EXPRESSIONS[ast.List] = _list
EXPRESSIONS[ast.Set] = _set
EXPRESSIONS[ast.Dict] = _dict
