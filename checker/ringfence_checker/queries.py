"""What an editor asks of a checked text: hover, definition, inlay types.

Each takes the `Context` of a text that has just been checked. Places are lines from 1 and code
points from 0.
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mypy.messages import format_type_bare, pretty_callable
from mypy.nodes import (
    Decorator,
    FuncDef,
    MemberExpr,
    MypyFile,
    NameExpr,
    OverloadedFuncDef,
    RefExpr,
    SymbolNode,
    TypeInfo,
    Var,
)
from mypy.types import AnyType, CallableType, Instance, NoneType, Overloaded, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Definition, Hover, InlayType
from ringfence_checker.inference import inferred_results
from ringfence_checker.mypy_session import HOST, PROGRAM, Session

if TYPE_CHECKING:
    from mypy.types import Type

MAX_TYPE = 80  # characters of an inlay hint


class Place:
    """A name of the text: its node, its own range, the symbol it stands for."""

    def __init__(self, node: ast.AST, name: str, at: tuple[int, int, int, int]) -> None:
        self.node = node
        self.name = name
        self.at = at


def place_at(context: Context, line: int, column: int) -> Place | None:
    """The name at a place."""
    for node in context.of(ast.Name):
        at = context.place(node)
        if _inside(at, line, column):
            return Place(node, node.id, at)
    for node in context.of(ast.Attribute):
        end_line, end = context.place(node)[2:]
        at = (end_line, end - len(node.attr), end_line, end)
        if _inside(at, line, column):
            return Place(node, node.attr, at)
    for node in context.of(ast.arg):
        start_line, start = context.place(node)[:2]
        at = (start_line, start, start_line, start + len(node.arg))
        if _inside(at, line, column):
            return Place(node, node.arg, at)
    for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
        at = name_range(context, node)
        if _inside(at, line, column):
            return Place(node, node.name, at)
    for node in context.of(ast.alias):
        at = context.place(node)
        if _inside(at, line, column):
            return Place(node, node.asname or node.name, at)
    return None


def name_range(context: Context, node: Any) -> tuple[int, int, int, int]:
    """Range of the name in a `def` or `class` statement."""
    line, column, _, _ = context.place(node)
    text = context.source.line(line)
    match = re.compile(rf"(?:def|class)\s+({re.escape(node.name)})\b").search(text, column)
    start = match.start(1) if match is not None else column
    return line, start, line, start + len(node.name)


def _inside(at: tuple[int, int, int, int], line: int, column: int) -> bool:
    return at[0] <= line <= at[2] and (at[0], at[1]) <= (line, column) <= (at[2], at[3])


# ---------------------------------------------------------------- hover
def hover(context: Context, session: Session, table: dict[str, Any], line: int, column: int
          ) -> Hover | None:
    """Say what stands at a place."""
    place = place_at(context, line, column)
    if place is None:
        return None
    symbol = symbol_of(context, session, place)
    kind_of_value = type_of(context, place, symbol)
    options = session.options
    shown = "" if kind_of_value is None else format_type_bare(kind_of_value, options)
    kind = _kind(context, place, symbol)
    signature = signature_text(place.name, symbol, kind_of_value, session)
    doc = documentation(context, place.name, symbol, table)
    if not shown and not signature:
        return None
    return Hover(place.name, kind, shown, signature, doc, *place.at)


def symbol_of(context: Context, session: Session, place: Place) -> SymbolNode | None:
    """The definition that a name stands for."""
    node = place.node
    if isinstance(node, (ast.Name, ast.Attribute)):
        found = expression_at(context, node)
        if isinstance(found, RefExpr) and found.node is not None:
            return found.node
        if isinstance(found, MemberExpr):
            owner = context.type_of(node.value) if isinstance(node, ast.Attribute) else None
            return member(get_proper_type(owner), place.name)
        if isinstance(node, ast.Name) and context.loaded is not None:
            symbol = context.loaded.tree.names.get(node.id) or session.builtins.names.get(node.id)
            return symbol.node if symbol is not None else None
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) \
            and context.loaded is not None:
        return _defined(context, node)
    if isinstance(node, ast.alias) and context.loaded is not None:
        symbol = context.loaded.tree.names.get(place.name.split(".")[0])
        return symbol.node if symbol is not None else None
    return None


def _defined(context: Context, node: Any) -> SymbolNode | None:
    assert context.loaded is not None
    owner = context.parents.get(node)
    names = context.loaded.tree.names
    if isinstance(owner, ast.ClassDef):
        symbol = names.get(owner.name)
        if symbol is None or not isinstance(symbol.node, TypeInfo):
            return None
        names = symbol.node.names
    symbol = names.get(node.name)
    return symbol.node if symbol is not None else None


def member(owner: Any, name: str) -> SymbolNode | None:
    """The definition of an attribute by the type of its owner."""
    info = getattr(owner, "type", None)
    if info is None and hasattr(owner, "partial_fallback"):
        info = owner.partial_fallback.type
    if info is None and hasattr(owner, "fallback"):
        info = owner.fallback.type
        if isinstance(owner, CallableType) and owner.is_type_obj():
            info = owner.type_object()
    if isinstance(info, TypeInfo):
        symbol = info.get(name)
        return symbol.node if symbol is not None else None
    return None


def expression_at(context: Context, node: ast.AST) -> Any:
    """mypy's expression for a node."""
    if context.loaded is None:
        return None
    wanted = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
    for expression in context.loaded.types:
        if isinstance(expression, (NameExpr, MemberExpr)) and (
            expression.line, expression.column, expression.end_line, expression.end_column
        ) == wanted:
            return expression
    return None


def type_of(context: Context, place: Place, symbol: SymbolNode | None) -> Type | None:
    """Type of what stands at a place."""
    if isinstance(place.node, (ast.Name, ast.Attribute)):
        found = context.type_of(place.node)
        if found is not None:
            return found
    if isinstance(place.node, ast.arg):
        return _parameter_type(context, place.node)
    if isinstance(symbol, (Var, FuncDef, OverloadedFuncDef)):
        return symbol.type
    if isinstance(symbol, Decorator):
        return symbol.var.type
    return None


def _parameter_type(context: Context, node: ast.arg) -> Type | None:
    function = context.function(node)
    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        symbol = _defined(context, function)
        kind = get_proper_type(getattr(symbol, "type", None))
        if isinstance(kind, CallableType) and node.arg in kind.arg_names:
            return kind.arg_types[kind.arg_names.index(node.arg)]
    for read in context.of(ast.Name):
        if read.id == node.arg and context.function(read) is function:
            return context.type_of(read)
    return None


def _kind(context: Context, place: Place, symbol: SymbolNode | None) -> str:
    if isinstance(symbol, MypyFile):
        return "module"
    if isinstance(symbol, TypeInfo):
        return "class"
    if isinstance(symbol, (FuncDef, OverloadedFuncDef, Decorator)):
        if symbol.fullname.startswith(HOST + "."):
            return "host function"
        info = getattr(symbol, "info", None)
        return "method" if info else "function"
    return "variable" if isinstance(place.node, (ast.Name, ast.arg, ast.Attribute)) else "expression"


def signature_text(name: str, symbol: SymbolNode | None, kind: Type | None, session: Session) -> str:
    """The declaration as a stub would have it; '' for values."""
    if isinstance(symbol, TypeInfo):
        return f"class {symbol.name}"
    if isinstance(symbol, MypyFile):
        return f"module {symbol.fullname}"
    proper = get_proper_type(kind)
    if isinstance(symbol, FuncDef) and symbol.type is None:
        return f"def {name}({', '.join(one or '_' for one in symbol.arg_names)})"
    if not isinstance(symbol, (FuncDef, OverloadedFuncDef, Decorator)) \
            and not isinstance(proper, (CallableType, Overloaded)):
        return ""
    forms = proper.items if isinstance(proper, Overloaded) else [proper]
    is_async = isinstance(symbol, FuncDef) and symbol.is_coroutine
    return "\n".join(
        _declared(name, form, session, is_async=is_async) for form in forms
        if isinstance(form, CallableType)
    )


def _declared(name: str, form: CallableType, session: Session, *, is_async: bool) -> str:
    given = get_proper_type(form.ret_type)
    if is_async and isinstance(given, Instance) and len(given.args) == 3:
        form = form.copy_modified(ret_type=given.args[2])
    text = pretty_callable(form, session.options, skip_self=form.bound())
    text = text if form.name else text.replace("def (", f"def {name}(", 1)
    return "async " + text if is_async else text


def documentation(context: Context, name: str, symbol: SymbolNode | None, table: dict[str, Any]
                  ) -> str:
    """What is written about a definition."""
    fullname = getattr(symbol, "fullname", "") or ""
    if fullname.startswith((PROGRAM + ".", HOST + ".")):
        return docstring(context, fullname.split(".", 1)[1], host=fullname.startswith(HOST))
    entry = table.get(fullname.removeprefix("builtins.")) or table.get(fullname)
    return entry["doc"] if entry else ""


def docstring(context: Context, dotted: str, *, host: bool) -> str:
    """Docstring of a function or class of the program or of the stubs."""
    body: Any = _stub_body(context.stub_text) if host else context.tree.body
    node = None
    for part in dotted.split("."):
        node = next((
            statement for statement in body
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            and statement.name == part
        ), None)  # fmt: skip
        if node is None:
            return ""
        body = node.body
    return (ast.get_docstring(node) or "") if node is not None else ""


@lru_cache(2)
def _stub_body(text: str) -> list[ast.stmt]:
    return ast.parse(text).body


# ---------------------------------------------------------------- definition
def definition(context: Context, session: Session, line: int, column: int) -> Definition | None:
    """Say where the name at a place is defined."""
    place = place_at(context, line, column)
    if place is None:
        return None
    symbol = symbol_of(context, session, place)
    if symbol is None or (isinstance(symbol, Var) and symbol.line <= 0):
        return _local_definition(context, place)
    if isinstance(symbol, MypyFile):
        return Definition("library", symbol.path, 1, 0, 1, 0)
    module = _module_of(symbol, session)
    if module == PROGRAM:
        return _local_definition(context, place, symbol.line) or Definition(
            "program", "", symbol.line, max(symbol.column, 0), symbol.line,
            max(symbol.column, 0) + len(symbol.name),
        )
    source = "stubs" if module.startswith(HOST) else "library"
    path = HOST if source == "stubs" else session.manager.modules[module].path
    text = context.stub_text if source == "stubs" else session.text_of(path)
    column = _column_of(text, symbol.line, symbol.name)
    return Definition(source, "" if source == "stubs" else path, max(symbol.line, 1), column,
                      max(symbol.line, 1), column + len(symbol.name))


def _module_of(symbol: SymbolNode, session: Session) -> str:
    name = symbol.fullname
    while "." in name:
        name = name.rpartition(".")[0]
        if name in session.manager.modules:
            return name
    return PROGRAM


def _column_of(text: str, line: int, name: str) -> int:
    lines = text.split("\n")
    return max(lines[line - 1].find(name), 0) if 0 < line <= len(lines) else 0


def _local_definition(context: Context, place: Place, line: int = 0) -> Definition | None:
    """The first binding of a name that is visible where it stands."""
    function = context.function(place.node)
    bindings: list[tuple[bool, tuple[int, int, int, int]]] = []
    for node in context.of(ast.Name):
        if node.id == place.name and isinstance(node.ctx, ast.Store):
            bindings.append((context.function(node) is function, context.place(node)))
    for node in context.of(ast.arg):
        if node.arg == place.name:
            start_line, start = context.place(node)[:2]
            bindings.append((context.function(node) is function,
                             (start_line, start, start_line, start + len(node.arg))))
    for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
        if node.name == place.name:
            bindings.append((context.function(node) is function, name_range(context, node)))
    if line:
        bindings = [b for b in bindings if b[1][0] == line] or bindings
    if not bindings:
        return None
    bindings.sort(key=lambda b: (not b[0], b[1]))
    return Definition("program", "", *bindings[0][1])


# ---------------------------------------------------------------- inlay types
def inlay_types(context: Context, session: Session) -> list[InlayType]:
    """Types of variables and results that are not written."""
    found: list[InlayType] = []
    seen: set[tuple[Any, str]] = set()
    for assign in context.of(ast.Assign):
        for target in assign.targets:
            names = target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]
            for name in names:
                if isinstance(name, ast.Name) and (context.function(name), name.id) not in seen:
                    seen.add((context.function(name), name.id))
                    _add_variable(context, session, name, assign.value, found)
    for node in context.of(ast.For, ast.AsyncFor):
        targets = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
        for name in targets:
            if isinstance(name, ast.Name):
                _add_variable(context, session, name, None, found)
    for function, kind in inferred_results(context).items():
        text = context.source.line(function.lineno)
        column = text.rfind(":")
        if function.body[0].lineno > function.lineno and column > 0:
            shown = format_type_bare(kind, session.options)
            if len(shown) <= MAX_TYPE:
                found.append(InlayType(function.lineno, column, f" -> {shown}", "return"))
    return sorted(found, key=lambda hint: (hint.line, hint.column))


def _add_variable(context: Context, session: Session, name: ast.Name, value: ast.expr | None,
                  found: list[InlayType]) -> None:
    kind = get_proper_type(context.type_of(name))
    if kind is None or isinstance(kind, (AnyType, NoneType)) or isinstance(value, ast.Constant):
        return
    if isinstance(kind, CallableType):
        return
    shown = format_type_bare(kind, session.options)
    if isinstance(value, ast.Call) and ast.unparse(value.func) == shown:
        return
    if shown and len(shown) <= MAX_TYPE:
        line, _, _, end = context.place(name)
        found.append(InlayType(line, end, f": {shown}", "variable"))


