"""`match`: what patterns bind, and which are refused."""

from __future__ import annotations

import _ast as ast

from ringfence.collect.visiting import VISIT, Node, bind, body, mangle, register
from ringfence.nodes import walk
from ringfence.scope import NAMESPACE_READERS, Refusal, Scope


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
        body(case.body, s)


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
    bind(name, s, node)
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
        for inner, attr in zip(node.kwd_patterns, node.kwd_attrs, strict=False):
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
                last = [part for part in walk(inner) if isinstance(part, ast.pattern)][-1]
                raise Refusal(last, "alternative patterns bind different names")
            if inner is not node.patterns[-1]:
                _refutable(inner)
        bound.update(first or ())
    else:
        VISIT[kind](node, s)


register("Match", _match)
