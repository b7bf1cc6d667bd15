"""`match`: patterns as tests that jump to the next case.

Captured values are kept in temporaries and bound only when the whole pattern has matched, as in
CPython; alternatives of an or-pattern leave them in the same temporaries.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import UNREACHABLE, Builder
from ringfence.generate.conditions import BRANCHES, jump_if
from ringfence.generate.names import store
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body
from ringfence.nodes import walk
from ringfence.opcodes import Op
from ringfence.scope import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_IS: Final = int(Op.IS)
_SUB: Final = int(Op.SUB)
_GET_ITEM: Final = int(Op.GET_ITEM)
_DELETE_ITEM: Final = int(Op.DELETE_ITEM)
_LENGTH: Final = int(Op.LENGTH)
_UNPACK: Final = int(Op.UNPACK)
_UNPACK_STAR: Final = int(Op.UNPACK_STAR)
_BUILD_TUPLE: Final = int(Op.BUILD_TUPLE)
_BUILD_DICT: Final = int(Op.BUILD_DICT)
_DICT_UPDATE: Final = int(Op.DICT_UPDATE)
_MATCH_SEQUENCE: Final = int(Op.MATCH_SEQUENCE)
_MATCH_MAPPING: Final = int(Op.MATCH_MAPPING)
_MATCH_KEYS: Final = int(Op.MATCH_KEYS)
_MATCH_CLASS: Final = int(Op.MATCH_CLASS)
_JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)
_JUMP_IF_NONE: Final = int(Op.JUMP_IF_NONE)
_JUMP_IF_NOT_NONE: Final = int(Op.JUMP_IF_NOT_NONE)
_JUMP_NOT_EQ: Final = BRANCHES[ast.Eq][1]
_JUMP_NOT_EQ_INT: Final = BRANCHES[ast.Eq][3]
_JUMP_LT_INT: Final = BRANCHES[ast.Lt][2]
MAX_ITEMS: Final = 10_000

Captures = dict[str, int]


def _match(b: Builder, node: ast.Match) -> None:
    subject = b.temp()
    EXPRESSIONS[type(node.subject)](b, node.subject, subject)
    b.top = top = subject + 1
    end = b.label()
    for case in node.cases:
        if b.bound == UNREACHABLE:
            break
        otherwise = b.label()
        captures: Captures = {}
        for part in walk(case.pattern):
            name = getattr(part, "rest" if type(part) is ast.MatchMapping else "name", None)
            if name is not None and name not in captures:
                captures[name] = b.temp()
        _pattern(b, case.pattern, subject, otherwise, captures)
        for name, register in captures.items():
            store(b, name, register, case.pattern)
        b.top = top
        if case.guard is not None:
            jump_if(b, case.guard, otherwise, False, case.pattern)
            b.top = top
        body(b, case.body)
        if b.bound != UNREACHABLE:
            b.jump(end, case.body[-1])
        b.place(otherwise)
    b.place(end)


def _is_wildcard(node: Any) -> bool:
    return type(node) in (ast.MatchAs, ast.MatchStar) and (
        node.name is None and getattr(node, "pattern", None) is None
    )


def _pattern(b: Builder, node: Any, subject: int, fail: int, captures: Captures) -> None:
    """Jump to ``fail`` unless what is in ``subject`` matches."""
    top = b.top
    kind = type(node)
    if kind is ast.MatchAs:
        if node.pattern is not None:
            _pattern(b, node.pattern, subject, fail, captures)
        if node.name is not None:
            b.move(captures[node.name], subject, node)
    elif kind is ast.MatchValue:
        value = EXPRESSIONS[type(node.value)](b, node.value, -1)
        b.jump_near(_JUMP_NOT_EQ, subject, value, fail, node.value)
    elif kind is ast.MatchSingleton:
        if node.value is None:
            b.jump_on(_JUMP_IF_NOT_NONE, subject, fail, node)
        else:
            value = b.load_value(node.value, -1, node)
            b.emit(_IS, value, subject, value, node)
            b.jump_on(_JUMP_IF_NOT, value, fail, node)
    elif kind is ast.MatchOr:
        matched = b.label()
        for alternative in node.patterns[:-1]:
            otherwise = b.label()
            _pattern(b, alternative, subject, otherwise, captures)
            if b.bound != UNREACHABLE:
                b.jump(matched, node)
            b.place(otherwise)
        _pattern(b, node.patterns[-1], subject, fail, captures)
        b.place(matched)
    elif kind is ast.MatchSequence:
        _sequence(b, node, subject, fail, captures)
    elif kind is ast.MatchMapping:
        _mapping(b, node, subject, fail, captures)
    else:
        _class(b, node, subject, fail, captures)
    b.top = top


def _sequence(b: Builder, node: Any, subject: int, fail: int, captures: Captures) -> None:
    patterns = node.patterns
    n = len(patterns)
    if n > MAX_ITEMS:
        raise Refusal(node, "too many sub-patterns in one pattern")
    test = b.temp()
    b.emit(_MATCH_SEQUENCE, test, subject, 0, node)
    b.jump_on(_JUMP_IF_NOT, test, fail, node)
    star = next((i for i, p in enumerate(patterns) if type(p) is ast.MatchStar), -1)
    if star < 0:
        b.emit(_LENGTH, test, subject, 0, node)
        b.jump_near(_JUMP_NOT_EQ_INT, test, n, fail, node)
    elif n > 1:
        b.emit(_LENGTH, test, subject, 0, node)
        b.jump_near(_JUMP_LT_INT, test, n - 1, fail, node)
    if all(map(_is_wildcard, patterns)):
        return
    if star >= 0 and _is_wildcard(patterns[star]):
        # the middle is not wanted: the others are fetched by their index
        for position, pattern in enumerate(patterns):
            if position == star or _is_wildcard(pattern):
                continue
            item = b.temp()
            if position < star:
                b.load_value(position, item, node)
            else:
                b.emit(_LENGTH, item, subject, 0, node)
                back = b.load_value(n - position, -1, node)
                b.emit(_SUB, item, item, back, node)
                b.top = back
            b.emit(_GET_ITEM, item, subject, item, node)
            _pattern(b, pattern, item, fail, captures)
            b.top = item
        return
    first = b.temps(n)
    if star >= 0:
        if star >= 256 or n - star - 1 >= 256:
            raise Refusal(node, "too many expressions in star-unpacking sequence pattern")
        b.emit(_UNPACK_STAR, first, subject, star << 8 | (n - star - 1), node)
    else:
        b.emit(_UNPACK, first, subject, n, node)
    for position, pattern in enumerate(patterns):
        if type(pattern) is ast.MatchStar:
            if pattern.name is not None:
                b.move(captures[pattern.name], first + position, pattern)
        else:
            _pattern(b, pattern, first + position, fail, captures)


def _mapping(b: Builder, node: Any, subject: int, fail: int, captures: Captures) -> None:
    n = len(node.keys)
    if n > MAX_ITEMS:
        raise Refusal(node, "too many mapping pattern keys")
    test = b.temp()
    b.emit(_MATCH_MAPPING, test, subject, 0, node)
    b.jump_on(_JUMP_IF_NOT, test, fail, node)
    first = b.top
    if n:
        b.emit(_LENGTH, test, subject, 0, node)
        b.jump_near(_JUMP_LT_INT, test, n, fail, node)
        first = b.temps(n)
        for position, key in enumerate(node.keys):
            EXPRESSIONS[type(key)](b, key, first + position)
        keys = b.temp()
        b.emit(_BUILD_TUPLE, keys, first, n, node)
        b.emit(_MATCH_KEYS, test, subject, keys, node)
        b.jump_on(_JUMP_IF_NONE, test, fail, node)
        items = b.temps(n)
        b.emit(_UNPACK, items, test, n, node)
        for position, pattern in enumerate(node.patterns):
            _pattern(b, pattern, items + position, fail, captures)
    if node.rest is not None:
        rest = b.temp()
        b.emit(_BUILD_DICT, rest, rest, 0, node)
        b.emit(_DICT_UPDATE, rest, subject, 0, node)
        for position in range(n):
            b.emit(_DELETE_ITEM, rest, first + position, 0, node)
        b.move(captures[node.rest], rest, node)


def _class(b: Builder, node: Any, subject: int, fail: int, captures: Captures) -> None:
    positional = len(node.patterns)
    patterns = [*node.patterns, *node.kwd_patterns]
    if len(patterns) > MAX_ITEMS:
        raise Refusal(node, "too many sub-patterns in class pattern")
    given = b.temps(3)
    EXPRESSIONS[type(node.cls)](b, node.cls, given)
    b.load_value(positional, given + 1, node)
    b.load_value(tuple(node.kwd_attrs), given + 2, node)
    b.emit(_MATCH_CLASS, given, subject, given, node)
    b.jump_on(_JUMP_IF_NONE, given, fail, node)
    if all(map(_is_wildcard, patterns)):
        return
    first = b.temps(len(patterns))
    b.emit(_UNPACK, first, given, len(patterns), node)
    for position, pattern in enumerate(patterns):
        _pattern(b, pattern, first + position, fail, captures)


STATEMENTS[ast.Match] = _match
