"""Functions, classes and variables of a program as a tree; what can be folded; calls between functions."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import Literal, NamedTuple

from ringfence_lsp.source.names import Binding, Names
from ringfence_lsp.source.tree import Span, Tree, path_to, span_of

FoldKind = Literal["region", "comment", "imports"]


class Symbol(NamedTuple):
    """One thing that a program defines. ``kind``: function, method, class, variable, constant, field."""

    name: str
    kind: str
    detail: str
    span: Span
    name_span: Span
    children: list[Symbol]


class Fold(NamedTuple):
    """Lines from 1, the last one inclusive."""

    line: int
    end_line: int
    kind: FoldKind


class Call(NamedTuple):
    """A call of one function in another (``caller`` None: in the module)."""

    caller: ast.FunctionDef | ast.AsyncFunctionDef | None
    callee: Binding
    span: Span


def symbols(tree: Tree, names: Names) -> list[Symbol]:
    """The outline of a program."""
    return _symbols(tree.module.body, tree, names, in_class=False)


def _symbols(body: list[ast.stmt], tree: Tree, names: Names, *, in_class: bool) -> list[Symbol]:
    found: list[Symbol] = []
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            word = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
            found.append(Symbol(
                node.name, "method" if in_class else "function", f"{word}({_arguments(node)})",
                _whole(node), name_of(node, tree.lines), _symbols(node.body, tree, names, in_class=False),
            ))  # fmt: skip
        elif isinstance(node, ast.ClassDef):
            inner = _symbols(node.body, tree, names, in_class=True)
            found.append(Symbol(node.name, "class", "", _whole(node), name_of(node, tree.lines), inner))
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                for leaf in ast.walk(target):
                    if isinstance(leaf, ast.Name) and not any(leaf.id == one.name for one in found):
                        kind = "field" if in_class else "constant" if leaf.id.isupper() else "variable"
                        found.append(Symbol(leaf.id, kind, "", span_of(node), span_of(leaf), []))
        else:
            for inner_body in ("body", "orelse", "finalbody"):
                statements = getattr(node, inner_body, None)
                if isinstance(statements, list):
                    found += [
                        one for one in _symbols(statements, tree, names, in_class=in_class)
                        if one.kind not in ("variable",) and all(one.name != o.name for o in found)
                    ]
    return found


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return ast.unparse(node.args)


def _whole(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Span:
    span = span_of(node)
    if node.decorator_list:
        first = span_of(node.decorator_list[0])
        span = span._replace(line=first.line, column=max(first.column - 1, 0))
    return span


def name_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, lines: list[str]) -> Span:
    """Where the name of a definition stands."""
    word = "class" if isinstance(node, ast.ClassDef) else "def"
    text = lines[node.lineno - 1]
    at = text.find(node.name, text.find(word, node.col_offset) + len(word))
    if at < 0:
        return Span(node.lineno, node.col_offset, node.lineno, node.col_offset + 1)
    return Span(node.lineno, at, node.lineno, at + len(node.name))


def folds(tree: Tree) -> list[Fold]:
    """Runs of lines that an editor may fold."""
    found: set[Fold] = set()
    imports: list[ast.stmt] = []
    for node in ast.walk(tree.module):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            imports.append(node)
        span = span_of(node) if hasattr(node, "lineno") else None
        if span is None or span.end_line <= span.line:
            continue
        if isinstance(node, (ast.stmt, ast.ExceptHandler)) or isinstance(
            node, (ast.Dict, ast.List, ast.Set, ast.Tuple, ast.Call, ast.Constant, ast.JoinedStr)
        ):
            found.add(Fold(span.line, span.end_line, "region"))
    imports.sort(key=lambda one: one.lineno)
    for start, stop in _runs([(one.lineno, one.end_lineno or one.lineno) for one in imports]):
        found.add(Fold(start, stop, "imports"))
    comments = [
        (number, number) for number, line in enumerate(tree.lines, 1)
        if line.lstrip().startswith("#")
    ]
    for start, stop in _runs(comments):
        found.add(Fold(start, stop, "comment"))
    taken: dict[tuple[int, int], Fold] = {}
    for fold in sorted(found, key=lambda one: (one.line, one.end_line, one.kind == "region")):
        taken.setdefault((fold.line, fold.end_line), fold)
    return sorted(taken.values())


def _runs(rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for start, stop in rows:
        if runs and runs[-1][1] + 1 >= start:
            runs[-1] = (runs[-1][0], max(stop, runs[-1][1]))
        else:
            runs.append((start, stop))
    return [(start, stop) for start, stop in runs if stop > start]


def selections(tree: Tree, line: int, column: int) -> list[Span]:
    """Ever larger spans around a place, the smallest first."""
    spans: list[Span] = []
    for node in path_to(tree.module, line, column):
        if hasattr(node, "lineno"):
            span = span_of(node)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                span = _whole(node)
            if not spans or spans[-1] != span:
                spans.append(span)
    whole = Span(1, 0, len(tree.lines), len(tree.lines[-1]))
    spans.insert(0, whole)
    kept: list[Span] = []
    for span in spans:
        if not kept or (span != kept[-1] and kept[-1][:2] <= span[:2] and span[2:] <= kept[-1][2:]):
            kept.append(span)
    return kept[::-1]


def calls(tree: Tree, names: Names) -> list[Call]:
    """Every call by name, with the function that it stands in."""
    found: list[Call] = []

    def visit(node: ast.AST, caller: ast.FunctionDef | ast.AsyncFunctionDef | None) -> None:
        inside = node if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else caller
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            span = span_of(node.func)
            at = names.at(span.line, span.column)
            if at is not None:
                found.append(Call(caller, at[0], at[1].span))
        for child in ast.iter_child_nodes(node):
            visit(child, inside)

    visit(tree.module, None)
    return found


class Token(NamedTuple):
    """A coloured piece of text; never over the end of a line."""

    line: int
    column: int
    length: int
    kind: str
    marks: tuple[str, ...]


def tokens(tree: Tree, names: Names, host: frozenset[str], builtins: frozenset[str]) -> list[Token]:
    """What names, attributes and keywords are. ``host``: names that the host lends."""
    found: dict[tuple[int, int], Token] = {}
    for binding in names.bindings:
        kind, marks = _token_kind(binding, host, builtins)
        if kind is None:
            continue
        for one in binding.occurrences:
            written = ("declaration", *marks) if one.writes and kind != "variable" else marks
            found[one.span[:2]] = Token(
                one.span.line, one.span.column, one.span.end_column - one.span.column, kind, written
            )
    called = {id(node.func) for node in ast.walk(tree.module) if isinstance(node, ast.Call)}
    for node in ast.walk(tree.module):
        if isinstance(node, ast.Attribute) and node.end_lineno and node.end_col_offset is not None:
            column = node.end_col_offset - len(node.attr)
            line = tree.lines[node.end_lineno - 1] if node.end_lineno <= len(tree.lines) else ""
            if line[column : node.end_col_offset] == node.attr:
                kind = "method" if id(node) in called else "property"
                at = (node.end_lineno, column)
                found.setdefault(at, Token(*at, len(node.attr), kind, ()))
    return [found[key] for key in sorted(found)]


def _token_kind(
    binding: Binding, host: frozenset[str], builtins: frozenset[str]
) -> tuple[str | None, tuple[str, ...]]:
    if binding.kind == "unbound":
        if binding.name in host:
            return "function", ("host",)
        if binding.name in builtins:
            return "function" if binding.name[:1].islower() else "class", ("defaultLibrary",)
        return "function", ("host",)
    if binding.kind == "import":
        return "namespace", ()
    if binding.kind == "variable" and binding.name.isupper():
        return "variable", ("readonly",)
    if binding.kind == "function" and binding.scope is not None and binding.scope.is_class:
        return "method", ()
    return binding.kind, ()


def string_and_keyword_tokens(text: str) -> list[Token]:
    """Keywords, strings, numbers and comments: for programs in strings, which an editor colours as text."""
    import keyword

    found: list[Token] = []
    try:
        for one in tokenize.generate_tokens(io.StringIO(text).readline):
            kind = {tokenize.STRING: "string", tokenize.NUMBER: "number",
                    tokenize.COMMENT: "comment"}.get(one.type)  # fmt: skip
            if one.type == tokenize.NAME and keyword.iskeyword(one.string):
                kind = "keyword"
            if kind is None:
                continue
            for offset, part in enumerate(one.string.split("\n")):
                if part:
                    column = one.start[1] if offset == 0 else 0
                    found.append(Token(one.start[0] + offset, column, len(part), kind, ()))
    except (tokenize.TokenError, SyntaxError):
        pass  # what was read up to the broken place counts
    return found
