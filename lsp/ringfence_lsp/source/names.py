"""Names of a program: which occurrences mean the same thing, by Python's rules of scope.

Attributes are no names here. A keyword of a call counts as an occurrence of the parameter when the
called function is one of the program's own.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from ringfence_lsp.source.tree import Span, Tree, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["function", "class", "parameter", "variable", "import", "unbound"]
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_IDENTIFIER: Final = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Occurrence:
    """Where a name stands; ``writes``: whether it is bound or deleted there."""

    span: Span
    writes: bool


@dataclass(eq=False)
class Binding:
    """A name of a scope. ``node`` defines it, where one node does; ``certain``: every place is known."""

    name: str
    kind: Kind
    scope: Scope | None
    node: ast.AST | None = None
    occurrences: list[Occurrence] = field(default_factory=list)
    certain: bool = True

    def definition(self) -> Span | None:
        """Where it is first bound."""
        return next((one.span for one in self.occurrences if one.writes), None)


@dataclass(eq=False)
class Scope:
    """Module, function, class or comprehension."""

    node: ast.AST
    parent: Scope | None
    bindings: dict[str, Binding] = field(default_factory=dict)
    globals: set[str] = field(default_factory=set)
    nonlocals: set[str] = field(default_factory=set)
    children: list[Scope] = field(default_factory=list)

    @property
    def is_class(self) -> bool:
        """Whether functions inside do not see its names."""
        return isinstance(self.node, ast.ClassDef)


class Names:
    """The names of a program. ``bindings`` holds all, also those that the program never binds."""

    def __init__(self, tree: Tree) -> None:
        self.lines = tree.lines
        self.module = Scope(tree.module, None)
        self.unbound: dict[str, Binding] = {}
        self.bindings: list[Binding] = []
        self.scopes: dict[int, Scope] = {id(tree.module): self.module}
        self._on_line: dict[int, list[tuple[Binding, Occurrence]]] = {}
        self._of_function: dict[Binding, Scope] = {}
        self._keywords: list[tuple[Scope, ast.Call]] = []
        self._uses: list[tuple[Scope, str, Span | None, bool]] = []
        self._visit_body(tree.module, self.module)
        seen: set[tuple[Binding, Span]] = set()
        for scope, name, span, writes in self._uses:
            binding = self._resolve(scope, name)
            if span is None:
                binding.certain = False
            elif (binding, span) not in seen:
                seen.add((binding, span))
                binding.occurrences.append(Occurrence(span, writes))
        self._match_keywords()
        for binding in [*self._all(self.module), *self.unbound.values()]:
            binding.occurrences.sort(key=lambda one: one.span)
            self.bindings.append(binding)
            for one in binding.occurrences:
                self._on_line.setdefault(one.span.line, []).append((binding, one))

    # ------------------------------------------------------------ questions
    def at(self, line: int, column: int) -> tuple[Binding, Occurrence] | None:
        """The name at a place."""
        for binding, one in self._on_line.get(line, ()):
            if one.span.holds(line, column):
                return binding, one
        return None

    def scope_of(self, node: ast.AST) -> Scope | None:
        """The scope that a node opens."""
        return self.scopes.get(id(node))

    def visible(self, scope: Scope, name: str) -> Binding | None:
        """What a name means in a scope; None where nothing in the program binds it."""
        binding = self._resolve(scope, name)
        return None if binding.kind == "unbound" else binding

    def _all(self, scope: Scope) -> Iterator[Binding]:
        yield from scope.bindings.values()
        for child in scope.children:
            yield from self._all(child)

    def _resolve(self, scope: Scope, name: str) -> Binding:
        if name in scope.globals:
            return self.module.bindings.get(name) or self._unbound(name)
        if name in scope.bindings and name not in scope.nonlocals:
            return scope.bindings[name]
        above = scope.parent
        while above is not None:
            if not above.is_class and name in above.bindings and name not in above.nonlocals:
                return above.bindings[name]
            if name in above.globals:
                break
            above = above.parent
        return self.module.bindings.get(name) or self._unbound(name)

    def _unbound(self, name: str) -> Binding:
        if name not in self.unbound:
            self.unbound[name] = Binding(name, "unbound", None)
        return self.unbound[name]

    # ------------------------------------------------------------ collecting
    def _bind(
        self, scope: Scope, name: str, kind: Kind, span: Span | None, node: ast.AST | None = None
    ) -> None:
        target = scope
        if name in scope.globals:
            target = self.module
        if name not in scope.nonlocals and name not in target.bindings:
            target.bindings[name] = Binding(name, kind, target, node)
        self._uses.append((scope, name, span, True))

    def _use(self, scope: Scope, name: str, span: Span | None) -> None:
        self._uses.append((scope, name, span, False))

    def _visit_body(self, node: ast.AST, scope: Scope) -> None:
        for declared in _declarations(node):
            names = scope.globals if isinstance(declared, ast.Global) else scope.nonlocals
            names.update(declared.names)
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _inner(self, node: ast.AST, scope: Scope) -> Scope:
        made = Scope(node, scope)
        scope.children.append(made)
        self.scopes[id(node)] = made
        return made

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._function(node, scope)
        elif isinstance(node, ast.Lambda):
            self._parameters(node.args, inner := self._inner(node, scope), scope)
            self._visit(node.body, inner)
        elif isinstance(node, ast.ClassDef):
            for part in [*node.decorator_list, *node.bases, *node.keywords]:
                self._visit(part, scope)
            self._bind(scope, node.name, "class", self._after(node, "class", node.name), node)
            inner = self._inner(node, scope)
            for declared in _declarations(node):
                names = inner.globals if isinstance(declared, ast.Global) else inner.nonlocals
                names.update(declared.names)
            for statement in node.body:
                self._visit(statement, inner)
        elif isinstance(node, _COMPREHENSIONS):
            self._comprehension(node, scope)
        elif isinstance(node, ast.Name):
            span = self._checked(span_of(node), node.id)
            if isinstance(node.ctx, ast.Load):
                self._use(scope, node.id, span)
            else:
                self._bind(scope, node.id, "variable", span, node)
        elif isinstance(node, ast.JoinedStr):
            self._f_string(node, scope)
        elif isinstance(node, ast.NamedExpr):
            self._visit(node.value, scope)
            owner = scope
            while isinstance(owner.node, _COMPREHENSIONS) and owner.parent is not None:
                owner = owner.parent
            self._bind(owner, node.target.id, "variable", span_of(node.target), node.target)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self._import(node, scope)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            for name in node.names:
                self._use(scope, name, self._find(span_of(node), name))
        else:
            self._visit_rest(node, scope)

    def _visit_rest(self, node: ast.AST, scope: Scope) -> None:
        name = None
        if isinstance(node, ast.ExceptHandler) or (isinstance(node, (ast.MatchAs, ast.MatchStar))):
            name = node.name
        elif isinstance(node, ast.MatchMapping):
            name = node.rest
        if isinstance(node, ast.Call):
            self._keywords.append((scope, node))
        if name is not None:
            span = span_of(node)
            if isinstance(node, ast.ExceptHandler):
                first = node.type or node
                span = Span(getattr(first, "end_lineno", span.line), getattr(first, "end_col_offset", 0)
                            if node.type else span.column, span.end_line, span.end_column)
            last = not isinstance(node, ast.ExceptHandler)
            self._bind(scope, name, "variable", self._find(span, name, last=last), node)
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> None:
        for decorator in node.decorator_list:
            self._visit(decorator, scope)
        self._bind(scope, node.name, "function", self._after(node, "def", node.name), node)
        if node.returns:
            self._visit(node.returns, scope)
        inner = self._inner(node, scope)
        bound = scope.bindings.get(node.name)
        if bound is not None:
            self._of_function[bound] = inner
        for declared in _declarations(node):
            names = inner.globals if isinstance(declared, ast.Global) else inner.nonlocals
            names.update(declared.names)
        self._parameters(node.args, inner, scope)
        for statement in node.body:
            self._visit(statement, inner)

    def _parameters(self, args: ast.arguments, inner: Scope, outer: Scope) -> None:
        for default in [*args.defaults, *args.kw_defaults]:
            if default is not None:
                self._visit(default, outer)
        every = [*args.posonlyargs, *args.args, *args.kwonlyargs]
        for arg in [*every, *(one for one in (args.vararg, args.kwarg) if one)]:
            if arg.annotation:
                self._visit(arg.annotation, outer)
            span = span_of(arg)
            span = Span(span.line, span.column, span.line, span.column + len(arg.arg))
            self._bind(inner, arg.arg, "parameter", self._checked(span, arg.arg), arg)

    def _comprehension(self, node: ast.AST, scope: Scope) -> None:
        inner = self._inner(node, scope)
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        for index, one in enumerate(generators):
            self._visit(one.iter, scope if index == 0 else inner)
            self._visit(one.target, inner)
            for condition in one.ifs:
                self._visit(condition, inner)
        for part in ("elt", "key", "value"):
            if isinstance(value := getattr(node, part, None), ast.AST):
                self._visit(value, inner)

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        for alias in node.names:
            if alias.name == "*":
                continue
            span = span_of(alias)
            name = alias.asname or alias.name.split(".")[0]
            column = span.end_column - len(name) if alias.asname else span.column
            line = span.end_line if alias.asname else span.line
            self._bind(scope, name, "import",
                       self._checked(Span(line, column, line, column + len(name)), name), alias)

    def _f_string(self, node: ast.JoinedStr, scope: Scope) -> None:
        """Names inside; before Python 3.12 their places in the tree cannot be relied on."""
        wanted = [one for one in ast.walk(node) if isinstance(one, ast.Name)]
        exact = all(self._checked(span_of(one), one.id) for one in wanted)
        if not exact:
            candidates = list(self._in_braces(span_of(node)))
            for one in wanted:
                found = next((span for span in candidates if self._text(span) == one.id), None)
                if found is None:
                    self._use(scope, one.id, None)
                    continue
                candidates.remove(found)
                one.lineno, one.col_offset = found.line, found.column
                one.end_lineno, one.end_col_offset = found.end_line, found.end_column
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _match_keywords(self) -> None:
        for scope, call in self._keywords:
            if not isinstance(call.func, ast.Name):
                continue
            binding = self._resolve(scope, call.func.id)
            inner = self._of_function.get(binding)
            for keyword in call.keywords:
                if keyword.arg is None or inner is None:
                    continue
                parameter = inner.bindings.get(keyword.arg)
                span = span_of(keyword)
                span = Span(span.line, span.column, span.line, span.column + len(keyword.arg))
                if parameter is not None and parameter.kind == "parameter" and (
                    self._checked(span, keyword.arg)
                ):
                    parameter.occurrences.append(Occurrence(span, False))

    # ------------------------------------------------------------ places in the text
    def _text(self, span: Span) -> str:
        if span.line != span.end_line or not 0 < span.line <= len(self.lines):
            return ""
        return self.lines[span.line - 1][span.column : span.end_column]

    def _checked(self, span: Span, name: str) -> Span | None:
        return span if self._text(span) == name else None

    def _after(self, node: ast.AST, word: str, name: str) -> Span | None:
        """The name of a definition: the first one after its keyword."""
        span = span_of(node)
        first = self.lines[span.line - 1].find(word, span.column)
        return self._find(span._replace(column=max(first, span.column) + len(word)), name)

    def _find(self, span: Span, name: str, *, last: bool = False) -> Span | None:
        found = None
        for number in range(span.line, min(span.end_line, len(self.lines)) + 1):
            text = self.lines[number - 1]
            start = span.column if number == span.line else 0
            stop = span.end_column if number == span.end_line else len(text)
            for match in _IDENTIFIER.finditer(text, start, stop):
                if match[0] == name:
                    found = Span(number, match.start(), number, match.end())
                    if not last:
                        return found
        return found

    def _in_braces(self, span: Span) -> Iterator[Span]:
        depth = 0
        for number in range(span.line, min(span.end_line, len(self.lines)) + 1):
            text = self.lines[number - 1]
            at = span.column if number == span.line else 0
            stop = span.end_column if number == span.end_line else len(text)
            while at < stop:
                if depth == 0 and text.startswith(("{{", "}}"), at):
                    at += 2
                    continue
                if text[at] in "{}":
                    depth = max(depth + (1 if text[at] == "{" else -1), 0)
                match = _IDENTIFIER.match(text, at) if depth else None
                if match:
                    if at == 0 or text[at - 1] != ".":
                        yield Span(number, at, number, match.end())
                    at = match.end()
                else:
                    at += 1


def _declarations(node: ast.AST) -> Iterator[ast.Global | ast.Nonlocal]:
    """`global` and `nonlocal` statements that belong to a scope."""
    pending = list(ast.iter_child_nodes(node))
    while pending:
        one = pending.pop()
        if isinstance(one, (ast.Global, ast.Nonlocal)):
            yield one
        elif isinstance(one, ast.stmt) and not isinstance(one, (*_FUNCTIONS, ast.ClassDef)):
            pending += [child for child in ast.iter_child_nodes(one)]
        elif isinstance(one, (ast.ExceptHandler, ast.match_case)):
            pending += list(ast.iter_child_nodes(one))
