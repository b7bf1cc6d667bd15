"""Completion and signature help: questions about a text that is being typed.

The text may be broken where the cursor is. It is made whole in a few ways, the first that parses is
checked, and the type of the expression before the cursor is read off it.
"""

from __future__ import annotations

import ast
import io
import keyword
import re
import tokenize
from collections.abc import Callable, Iterator
from typing import Any, Final

from mypy.messages import format_type_bare
from mypy.nodes import (
    Decorator,
    FuncDef,
    MypyFile,
    OverloadedFuncDef,
    SymbolTableNode,
    TypeInfo,
    Var,
)
from mypy.types import (
    CallableType,
    Instance,
    Overloaded,
    TupleType,
    TypedDictType,
    TypeType,
    UnionType,
    get_proper_type,
)

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Completion, Signature
from ringfence_checker.mypy_session import HOST, Session
from ringfence_checker.queries import docstring, signature_text

HOLE: Final = "_hole_" * 12  # like no other name: mypy looks for those that are
_DOTTED = re.compile(r"\.\s*(\w*)$")
_IMPORT_FROM = re.compile(r"^\s*from\s+([\w.]+)\s+import\s+(?:\(?[\w\s,]*)$")
_IMPORT = re.compile(r"^\s*(?:import|from)\s+([\w.]*)$")
_KEY = re.compile(r"""([\w.]+)\[\s*(['"])(\w*)$""")

# asks: text -> the context of the text checked, handed to a function while it is loaded; a third
# argument says that every name of the text is wanted, not only what the line rests on
Asker = Callable[..., Any]


def completions(code: str, line: int, column: int, session: Session, table: dict[str, Any],
                modules: tuple[str, ...], ask: Asker) -> list[Completion]:
    """Names that can stand at a place."""
    before = _line(code, line)[:column]
    match = _IMPORT_FROM.match(before)
    if match is not None:
        return _module_names(match.group(1), session, table)
    match = _IMPORT.match(before)
    if match is not None:
        return [Completion(name, "module", "", _doc(table, name)) for name in modules]
    match = _KEY.search(before)
    if match is not None:
        return _keys(code, line, column - len(match.group(0)), column, match.group(1), ask)
    match = _DOTTED.search(before)
    if match is not None:
        return _attributes(code, line, match.start(), column, session, table, ask)
    if _in_string_or_comment(code, line, column):
        return []
    return _names(code, line, column, session, table, ask)


def _line(code: str, line: int) -> str:
    lines = code.split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _word_end(code: str, line: int, column: int) -> int:
    """Where the word ends that a place may stand in."""
    end = re.compile(r"\w*").match(_line(code, line), column)
    return end.end() if end is not None else column


# ---------------------------------------------------------------- making the text whole
def repaired(code: str, line: int, start: int, end: int, filler: str) -> Iterator[str]:
    """Texts that have ``filler`` in a range of a line, the least changed first."""
    lines = code.split("\n")
    if not 0 < line <= len(lines):
        return
    text = lines[line - 1]
    head, tail = text[:start] + filler, text[end:]
    rest = lines[line:]
    before = lines[: line - 1]
    yield "\n".join([*before, head + tail, *rest])
    for close in (")", "]", "}", "):", ":", "))", ")]", "])", '"', "'"):
        yield "\n".join([*before, head + close, *rest])
    indent = text[: len(text) - len(text.lstrip())]
    for close in ("", ")", "]", ":", "):"):
        block = f"\n{indent}    pass" if close.endswith(":") else ""
        yield "\n".join([*before, head + close + block])
    expression = re.search(r"[\w.]+$", head)
    if expression is not None:
        alone = indent + expression.group()
        yield "\n".join([*before, alone, *rest])
        yield "\n".join([*before, alone])
        begin = _statement_start(code, line)
        yield "\n".join([*lines[:begin], *[""] * (line - 1 - begin), alone])
        yield "\n".join([*before, alone, f"{indent[:-4]}finally:", f"{indent[:-4]}    pass"])
        yield "\n".join([*[""] * (line - 1), expression.group()])


def whole(candidates: Iterator[str]) -> str | None:
    """The first text that parses."""
    for text in candidates:
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        return text
    return None


def _statement_start(code: str, line: int) -> int:
    """Index of the line in which the statement around ``line`` begins."""
    start = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.start[0] >= line:
                break
            if token.type == tokenize.NEWLINE:
                start = token.end[0]
    except (tokenize.TokenError, SyntaxError, IndexError):
        pass
    return min(start, line - 1)


def _in_string_or_comment(code: str, line: int, column: int) -> bool:
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.start >= (line, column):
                break
            if token.type in (tokenize.STRING, tokenize.COMMENT) and (line, column) < token.end:
                return True
    except (tokenize.TokenError, SyntaxError, IndexError):
        pass
    return False


# ---------------------------------------------------------------- after a dot
def _attributes(code: str, line: int, dot: int, column: int, session: Session,
                table: dict[str, Any], ask: Asker) -> list[Completion]:
    text = whole(repaired(code, line, dot, _word_end(code, line, column), f".{HOLE}"))
    if text is None:
        return []

    def look(context: Context) -> list[Completion]:
        for node in context.of(ast.Attribute):
            if node.attr == HOLE:
                return members_of(context, node.value, session, table)
        return []

    return ask(text, look) or []


def members_of(context: Context, node: ast.expr, session: Session, table: dict[str, Any]
               ) -> list[Completion]:
    """Attributes of the value of an expression."""
    module = _module_at(context, node, session)
    if module is not None:
        return _module_names(module, session, table)
    kind = get_proper_type(context.type_of(node))
    found: dict[str, Completion] = {}
    for info in _classes(kind):
        for base in info.mro:
            if base.fullname == "builtins.object":
                continue
            for name, symbol in base.names.items():
                if not name.startswith("_") and name not in found and name != HOLE:
                    found[name] = _completion(context, name, symbol, session, table)
    return [found[name] for name in sorted(found)]


def _classes(kind: Any) -> list[TypeInfo]:
    if isinstance(kind, Instance):
        return [kind.type]
    if isinstance(kind, TupleType):
        return [kind.partial_fallback.type]
    if isinstance(kind, TypedDictType):
        return [kind.fallback.type]
    if isinstance(kind, CallableType):
        return [kind.type_object()] if kind.is_type_obj() else [kind.fallback.type]
    if isinstance(kind, Overloaded):
        return [kind.type_object()] if kind.is_type_obj() else []
    if isinstance(kind, TypeType):
        return _classes(get_proper_type(kind.item))
    if isinstance(kind, UnionType):
        classes: list[TypeInfo] = []
        for item in kind.items:
            classes += _classes(get_proper_type(item))
        return classes
    fallback = getattr(kind, "fallback", None)
    return [fallback.type] if isinstance(fallback, Instance) else []


def _module_at(context: Context, node: ast.expr, session: Session) -> str | None:
    written = ast.unparse(node)
    for imported in context.of(ast.Import):
        for alias in imported.names:
            if written in (alias.asname, alias.name if alias.asname is None else None):
                return str(alias.name)
            if alias.asname is None and alias.name.startswith(written + "."):
                return written
    for imported in context.of(ast.ImportFrom):
        for alias in imported.names:
            full = f"{imported.module}.{alias.name}"
            if written == (alias.asname or alias.name) and full in session.manager.modules:
                return full
    return None


def _module_names(module: str, session: Session, table: dict[str, Any]) -> list[Completion]:
    if module not in session.library:
        return _names_of(module, session, table)
    known: list[Completion] | None = session.completions.get(module)
    if known is None:
        known = session.completions[module] = _names_of(module, session, table)
    return known


def _names_of(module: str, session: Session, table: dict[str, Any]) -> list[Completion]:
    if module not in session.manager.modules:
        return []
    found = []
    for name, symbol in sorted(session.library_names(module).items()):
        if name.startswith("_") or not symbol.module_public or symbol.module_hidden:
            continue
        found.append(Completion(
            name, kind_of(symbol), _detail(name, symbol, session),
            _doc(table, name if module == "builtins" else f"{module}.{name}"),
        ))  # fmt: skip
    return found


def _completion(context: Context, name: str, symbol: SymbolTableNode, session: Session,
                table: dict[str, Any]) -> Completion:
    fullname = getattr(symbol.node, "fullname", "") or ""
    doc = _doc(table, fullname.removeprefix("builtins."))
    if not doc and fullname.startswith((HOST + ".", "_program.")):
        doc = docstring(context, fullname.split(".", 1)[1], host=fullname.startswith(HOST))
    return Completion(name, kind_of(symbol), _detail(name, symbol, session), doc)


def kind_of(symbol: SymbolTableNode) -> str:
    """Kind of what a symbol stands for."""
    node = symbol.node
    if isinstance(node, MypyFile):
        return "module"
    if isinstance(node, TypeInfo):
        return "class"
    if isinstance(node, Decorator) and node.var.is_property:
        return "attribute"
    if isinstance(node, (FuncDef, OverloadedFuncDef, Decorator)):
        if node.fullname.startswith(HOST + "."):
            return "host function"
        return "method" if getattr(node, "info", None) else "function"
    if isinstance(node, Var) and node.info:
        return "attribute"
    return "variable"


def _detail(name: str, symbol: SymbolTableNode, session: Session) -> str:
    kind = symbol.type
    text = signature_text(name, symbol.node, kind, session)
    if text:
        return text.split("\n")[0]
    return format_type_bare(kind, session.options) if kind is not None else ""


def _doc(table: dict[str, Any], name: str) -> str:
    entry = table.get(name)
    return str(entry["doc"]) if entry else ""


def _keys(code: str, line: int, start: int, column: int, owner: str, ask: Asker
          ) -> list[Completion]:
    """Keys of the typed dict before `["`."""
    text = whole(repaired(code, line, start, len(_line(code, line)), f"{owner}.{HOLE}"))
    if text is None:
        return []

    def look(context: Context) -> list[Completion]:
        for node in context.of(ast.Attribute):
            if node.attr == HOLE:
                kind = get_proper_type(context.type_of(node.value))
                if isinstance(kind, TypedDictType):
                    return [Completion(key, "attribute", str(kind.items[key])) for key in kind.items]
        return []

    return ask(text, look) or []


# ---------------------------------------------------------------- names
def _names(code: str, line: int, column: int, session: Session, table: dict[str, Any], ask: Asker
           ) -> list[Completion]:
    prefix = re.search(r"\w*$", _line(code, line)[:column])
    start = prefix.start() if prefix else column
    text = whole(repaired(code, line, start, _word_end(code, line, column), HOLE))
    found: dict[str, Completion] = {}

    def look(context: Context) -> bool:
        around = next((node for node in context.of(ast.Name) if node.id == HOLE), None)
        functions = set()
        if around is not None:
            functions = {up for up in context.above(around)}
        for node in context.of(ast.Name, ast.arg):
            name = node.id if isinstance(node, ast.Name) else node.arg
            bound = isinstance(node, ast.arg) or isinstance(node.ctx, ast.Store)
            function = context.function(node)
            if bound and name != HOLE and (function is None or function in functions):
                kind = context.type_of(node) if isinstance(node, ast.Name) else None
                detail = format_type_bare(kind, session.options) if kind is not None else ""
                found.setdefault(name, Completion(name, "variable", detail))
        if context.loaded is not None:
            for name, symbol in context.loaded.tree.names.items():
                if not name.startswith("__") and name != HOLE:
                    found[name] = _completion(context, name, symbol, session, table)
        for name, symbol in context.host.items():
            found.setdefault(name, _completion(context, name, symbol, session, table))
        for one in _module_names("builtins", session, table):
            if one.label in table:
                found.setdefault(one.label, one)
        return True

    ask(text if text is not None else "", look, True)
    for word in keyword.kwlist:
        found.setdefault(word, Completion(word, "keyword"))
    return sorted(found.values(), key=lambda one: (one.kind == "keyword", one.label))


# ---------------------------------------------------------------- the call around a place
def signature(code: str, line: int, column: int, session: Session, ask: Asker) -> Signature | None:
    """The signature of the call that a place stands in."""
    opened = _open_call(code, line, column)
    if opened is None:
        return None
    at_line, start, end, position, names = opened
    owner = _line(code, at_line)[start:end]
    candidates = (
        "\n".join(parts) for parts in _expression_alone(code, at_line, owner)
    )
    text = whole(iter(candidates))
    if text is None:
        return None

    def look(context: Context) -> Signature | None:
        for node in context.of(ast.Expr):
            if node.lineno == at_line and ast.unparse(node.value) == owner:
                return _signature(context, node.value, position, names, session)
        return None

    found: Signature | None = ask(text, look)
    return found


def _expression_alone(code: str, line: int, expression: str) -> Iterator[list[str]]:
    lines = code.split("\n")
    begin = _statement_start(code, line)
    indent = lines[begin][: len(lines[begin]) - len(lines[begin].lstrip())]
    before = [*lines[:begin], *[""] * (line - 1 - begin), indent + expression]
    yield [*before, *lines[line:]]
    yield before
    yield [*before, f"{indent[:-4]}finally:", f"{indent[:-4]}    pass"]
    yield [*[""] * (line - 1), expression]


def _open_call(code: str, line: int, column: int) -> tuple[int, int, int, int, list[str]] | None:
    """Line and range of the called name, index of the argument at the place, its keyword."""
    text = "\n".join([*code.split("\n")[: line - 1], _line(code, line)[:column]])
    depth, commas, at = 0, 0, len(text)
    floor = max(len(text) - 4000, 0)
    while at > floor:
        at -= 1
        mark = text[at]
        if mark in ")]}":
            depth += 1
        elif mark in "[{":
            if depth == 0:
                return None
            depth -= 1
        elif mark == "," and depth == 0:
            commas += 1
        elif mark == "(":
            if depth:
                depth -= 1
                continue
            name = re.search(r"[A-Za-z_][\w.]*$", text[:at])
            if name is None or keyword.iskeyword(name.group()):
                return None
            argument = text[at + 1 :].split(",")[-1]
            given = re.match(r"\s*(\w+)\s*=(?!=)", argument)
            number = text.count("\n", 0, at) + 1
            begin = text.rfind("\n", 0, at) + 1
            return (number, name.start() - begin, at - begin, commas,
                    [given.group(1)] if given else [])
    return None


def _signature(context: Context, node: ast.expr, position: int, names: list[str],
               session: Session) -> Signature | None:
    kind = get_proper_type(context.type_of(node))
    if isinstance(kind, Overloaded):
        fitting = [form for form in kind.items if len(form.arg_types) > position]
        kind = (fitting or kind.items)[0]
    if not isinstance(kind, CallableType):
        return None
    parameters = []
    for name, given, how in zip(kind.arg_names, kind.arg_types, kind.arg_kinds, strict=True):
        star = "*" if how.name == "ARG_STAR" else "**" if how.name == "ARG_STAR2" else ""
        shown = format_type_bare(given, session.options)
        default = " = ..." if how.is_optional() else ""
        parameters.append(f"{star}{name}: {shown}{default}" if name else shown)
    active = position if position < len(parameters) else len(parameters) - 1
    if names and names[0] in kind.arg_names:
        active = kind.arg_names.index(names[0])
    given = get_proper_type(kind.ret_type)
    if isinstance(given, Instance) and given.type.fullname == "typing.Coroutine":
        given = get_proper_type(given.args[2])
    result = format_type_bare(given, session.options)
    title = ast.unparse(node).rpartition(".")[2]
    doc = ""
    symbol = context.host.get(title)
    if symbol is not None:
        doc = docstring(context, title, host=True)
    return Signature(f"{title}({', '.join(parameters)}) -> {result}", tuple(parameters), active, doc)
