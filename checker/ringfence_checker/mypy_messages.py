"""Messages of mypy made diagnostics: codes, positions, words, hints, certain fixes."""

from __future__ import annotations

import difflib
import re
from typing import Final

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix, TextEdit
from ringfence_checker.mypy_session import Found
from ringfence_checker.sources import Source

_DID_YOU_MEAN = re.compile(r'; did you mean "([^"]+)"')
_MAYBE = re.compile(r'; maybe "([^"]+)"')
_NO_NAME = re.compile(r'Name "([^"]+)" is not defined')
_NO_ATTRIBUTE = re.compile(r'"([^"]+)" has no attribute "([^"]+)"')
_NO_MODULE_NAME = re.compile(
    r'Module(?: "([^"]+)")? (?:has no attribute|does not explicitly export attribute) "([^"]+)"'
)
_NO_KEY = re.compile(r'TypedDict "[^"]+" has no key "([^"]+)"')
_MEANT_KEYS = re.compile(r"`([^`]+)`")  # of a hint such as "Did you mean `a` or `b`?"
_UNEXPECTED = re.compile(r'Unexpected keyword argument "([^"]+)" for "([^"]+)"')
_COROUTINE = re.compile(r'"(?:Coroutine|CoroutineType|Awaitable|Task|Future)\[')
_NOTES_KEPT = ("Maybe you forgot to use", "Did you mean", "Possible", "Perhaps", "Consider using",
               "Use ", "Note that")  # fmt: skip

# attributes of a coroutine itself, and what is said of a task that may be None
_LOOKED_INTO = re.compile(r'has no attribute "(?:cr_|ag_|gi_|__)|^Item "None"')

# what a model should do, by code, where the message alone does not say
HINTS: Final = {
    "arg-type": "Pass a value of the expected type, or convert it first.",
    "call-arg": "Call it with the parameters it has.",
    "union-attr": "Look at `is not None` first.",
    "operator": "Convert one side, so that both have types that go together.",
    "index": "Index with a value of the expected type.",
    "func-returns-value": "It returns nothing; use the object that it changed.",
    "return-value": "Return a value of the declared type, or change the annotation.",
    "return": "Return a value on every way through the function.",
    "assignment": "Assign a value of the declared type, or change the annotation.",
    "possibly-undefined": "Give it a value before the branch.",
    "used-before-def": "Move the definition above the use.",
    "unreachable": "Take it out, or mend the condition.",
    "comparison-overlap": "The two sides are never equal; convert one.",
    "typeddict-item": "Use the keys and the types of the typed dict.",
}
INSTEAD: Final = {
    "open": "The sandbox has no files; ask the host for the data.",
    "input": "Nobody types into a program; take an input or call a host function.",
    "exit": "End the program by letting it run out, or `raise SystemExit`.",
    "quit": "End the program by letting it run out, or `raise SystemExit`.",
    "breakpoint": "Use `print`.",
    "help": "Use `print`.",
    "__import__": "Use an `import` statement.",
}
_ELSEWHERE: Final = {  # builtins of Python 2 and of other languages
    "unicode": "str", "raw_input": "input", "xrange": "range", "long": "int", "basestring": "str",
    "null": "None", "true": "True", "false": "False", "nil": "None", "undefined": "None",
    "NULL": "None", "unichr": "chr", "reduce": "functools.reduce", "length": "len",
    "console": "print", "printf": "print", "echo": "print", "puts": "print",
}  # fmt: skip


def diagnostics_of(messages: list[Found], source: Source) -> list[Diagnostic]:
    """Make diagnostics of messages; notes become the hint of the error before them."""
    found: list[Diagnostic] = []
    for message in messages:
        if message.severity == "note":
            if message.message.startswith("Revealed") or not found:
                if message.message.startswith("Revealed"):
                    found.append(_diagnostic(message, source, "note"))
                continue
            _attach(found, message)
            continue
        found.append(_diagnostic(message, source, "error"))
    return _with_notes_of_lines(found)


def unknown_names(messages: list[Found]) -> set[str]:
    """The names that messages call undefined."""
    return {
        match.group(1) for one in messages
        if one.code == "name-defined" and (match := _NO_NAME.match(one.message)) is not None
    }


def _with_notes_of_lines(found: list[Diagnostic]) -> list[Diagnostic]:
    """mypy says once a line that operands are unions; every such error of the line is told so."""
    notes = {one.line: one.hint for one in found if one.rule == "operator" and "operand" in one.hint}
    if not notes:
        return found
    return [
        _with(one, hint=notes[one.line])
        if one.rule == "operator" and not one.hint and one.line in notes else one
        for one in found
    ]


def _diagnostic(message: Found, source: Source, severity: str) -> Diagnostic:
    line, end_line = max(message.line, 1), max(message.end_line, message.line, 1)
    column = source.code_points(line, max(message.column, 0))
    end = source.code_points(end_line, max(message.end_column, 0))
    if (end_line, end) <= (line, column):
        end_line, end = line, column + 1
    return Diagnostic(
        message.code or "misc", "note" if severity == "note" else "error", message.message,
        line, column, end_line, end,
    )


def _attach(found: list[Diagnostic], note: Found) -> None:
    """Keep what a note says that helps, as the hint of its error."""
    last = found[-1]
    if last.line == note.line and not last.hint and note.message.startswith(_NOTES_KEPT) \
            and "overload" not in note.message:
        found[-1] = _with(last, hint=note.message.replace('"', "`"))
    elif last.line == note.line and not last.hint and "operand" in note.message:
        found[-1] = _with(last, hint=note.message.replace('"', "`") + ".")
    elif "invariant" in note.message and last.line == note.line:
        found[-1] = _with(last, hint=f"invariant: {note.message}")


def refined(found: Diagnostic, context: Context) -> Diagnostic | None:
    """Say it in our words: what is not here, what was meant, how to mend it. None: drop it."""
    if found.rule == "import-not-found" or found.rule == "import":
        return None  # our own rule on imports says it better
    if found.rule == "syntax" or _is_wrong(found, context):
        return None  # the runtime's front end has taken the text
    if found.rule == "name-defined":
        found = _unknown_name(found, context)
    elif found.rule == "attr-defined":
        found = _unknown_attribute(found, context)
    elif found.rule == "call-arg":
        found = _unexpected_argument(found, context)
    elif found.rule in ("typeddict-item", "typeddict-unknown-key"):
        found = _unknown_key(found, context)
    elif found.rule == "misc" and found.message.endswith("is read-only"):
        found = _with(found, rule="attr-defined", hint="Make a new object: `replace(...)`.")
    elif found.rule == "list-item" and _is_joined(found, context):
        found = _with(found, rule="arg-type", hint="Join texts: `map(str, ...)`.")
    if found.rule in ("unused-coroutine", "unused-awaitable") or (
        _COROUTINE.search(found.message) and found.rule in _COROUTINE_RULES
        and not _awaits(found.message) and not _LOOKED_INTO.search(found.message)
    ):
        found = _missing_await(found, context)
    hint = found.hint
    if hint.startswith("invariant: "):
        hint = "The types differ, though each value of the one would do for the other."
    if not hint:
        hint = HINTS.get(found.rule, "")
    return _with(found, message=found.message.replace('"', "`"), hint=hint)


def _is_joined(found: Diagnostic, context: Context) -> bool:
    """Whether the list around a place is given to `join`, which takes only texts."""
    import ast

    for node in context.of(ast.List):
        parent = context.parents.get(node)
        line, column, end_line, end_column = context.place(node)
        if (line, column) <= (found.line, found.column) < (end_line, end_column) \
                and isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
            return parent.func.attr == "join"
    return False


def _is_wrong(found: Diagnostic, context: Context) -> bool:
    """Messages that are false: names that patterns bind, `__class__` in methods."""
    import ast

    if found.rule == "used-before-def":
        match = re.match(r'Name "([^"]+)"', found.message)
        bound = {node.name for node in context.of(ast.MatchAs, ast.MatchStar)}
        bound |= {node.rest for node in context.of(ast.MatchMapping)}
        return match is not None and match.group(1) in bound
    if found.rule == "attr-defined":
        match = _NO_MODULE_NAME.match(found.message)
        module = match.group(1) if match is not None else None
        return module is not None and module not in context.facts.modules \
            and module not in context.host_modules  # the import is flagged already
    if found.rule != "name-defined":
        return False
    match = _NO_NAME.match(found.message)
    # mypy does not look names like `_x` up in builtins, where earlier feeds stand
    return match is not None and match.group(1) in {"__class__", *context.bound_before, *context.host}


_COROUTINE_RULES = frozenset(
    "index attr-defined operator arg-type union-attr call-overload misc type-var comparison-overlap "
    "truthy-bool truthy-function list-item dict-item return-value str-format".split()
)  # fmt: skip


def _awaits(message: str) -> bool:
    """Whether the message is about something that wants a coroutine."""
    return "expected" in message and bool(
        re.search(r'expected "[^"]*(?:Coroutine|Awaitable|Future|Task)', message)
    )


def _unknown_name(found: Diagnostic, context: Context) -> Diagnostic:
    match = _NO_NAME.match(found.message)
    if match is None:
        return found
    name = match.group(1)
    if name in context.facts.cut:
        return _with(
            found, rule="unknown-name", message=f"`{name}` is not available here",
            hint=INSTEAD.get(name, "Python has it, the sandbox has not."),
        )
    library = [module for module in context.facts.modules if module == name]
    lent = sorted(name for name in context.host if not name.startswith("_"))
    meant = _DID_YOU_MEAN.search(found.message) or _MAYBE.search(found.message)
    known = _known_names(context)
    close = [meant.group(1)] if meant else difflib.get_close_matches(name, known, 1, 0.72)
    fixes: tuple[Fix, ...] = ()
    if library:
        hint = f"Write `import {name}` first."
        fixes = (Fix(f"Import `{name}`", (TextEdit(1, 0, 1, 0, f"import {name}\n"),)),)
        fixes = () if _starts_specially(context) else fixes
    elif name in _ELSEWHERE:
        hint = f"Python calls it `{_ELSEWHERE[name]}`."
        if "." not in _ELSEWHERE[name]:
            fixes = (Fix(f"Change it to `{_ELSEWHERE[name]}`",
                         (_edit(found, _ELSEWHERE[name]),)),)
    elif close:
        hint = f"Did you mean `{close[0]}`?"
        fixes = (Fix(f"Change it to `{close[0]}`", (_edit(found, close[0]),)),)
    elif lent:
        hint = f"The host lends {', '.join(f'`{n}`' for n in lent[:12])}."
    else:
        hint = "Define it, or declare it in the stubs if the host lends it."
    return _with(found, message=match.group(0), hint=hint, fixes=fixes)


def _starts_specially(context: Context) -> bool:
    """Whether a line cannot simply be put on top: a docstring or a future import is there."""
    import ast

    body = context.tree.body
    return bool(body) and (
        (isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant))
        or any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in body)
    )


def _known_names(context: Context) -> list[str]:
    import ast
    import builtins

    names = {name for name in context.host if not name.startswith("_")}
    names |= {node.id for node in context.of(ast.Name) if isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)}
    names |= {node.arg for node in context.of(ast.arg)}
    names |= {
        (node.asname or node.name).split(".")[0] for node in context.of(ast.alias)
    }
    names |= {name for name in dir(builtins) if name not in context.facts.cut and name[0] != "_"}
    return sorted(names)


def _unknown_attribute(found: Diagnostic, context: Context) -> Diagnostic:
    match = _NO_MODULE_NAME.match(found.message)
    if match is not None:
        return _unknown_module_name(found, context, match.group(1) or "", match.group(2))
    match = _NO_ATTRIBUTE.search(found.message)
    if match is None:
        return found
    owner, name = re.sub(r"\[.*", "", match.group(1)), match.group(2)
    owner = owner.removeprefix("type[").rstrip("]")
    for dotted in context.facts.cut:
        parts = dotted.split(".")
        if len(parts) > 1 and parts[-1] == name and parts[-2] == owner:
            return _with(
                found, rule="unknown-method", message=f"`{owner}.{name}` is not available here",
                hint="Python has it, the sandbox has not.",
            )
    meant = _DID_YOU_MEAN.search(found.message) or _MAYBE.search(found.message)
    if meant is None:
        return found
    edit = _attribute_edit(found, context, name, meant.group(1))
    fixes = () if edit is None else (Fix(f"Change it to `{meant.group(1)}`", (edit,)),)
    short = found.message[: meant.start()]
    return _with(found, message=short, hint=f"Did you mean `{meant.group(1)}`?", fixes=fixes)


def _unknown_key(found: Diagnostic, context: Context) -> Diagnostic:
    """The keys that were perhaps meant, as fixes that leave the quotes as they are."""
    import ast

    match = _NO_KEY.search(found.message)
    if match is None:
        return found
    for node in context.of(ast.Constant):
        line, column, end_line, end_column = context.place(node)
        if (line, column) == (found.line, found.column) and node.value == match.group(1) \
                and line == end_line and end_column - column == len(match.group(1)) + 2:
            fixes = tuple(
                Fix(f"Change the key to `{key}`",
                    (TextEdit(line, column + 1, line, end_column - 1, key),))
                for key in _MEANT_KEYS.findall(found.hint)
            )
            return _with(found, fixes=fixes)
    return found


def _unknown_module_name(
    found: Diagnostic, context: Context, module: str, name: str
) -> Diagnostic:
    if not module:
        module = _module_before(found, context, name)
    shown = f"{module}.{name}" if module else name
    if f"{module}.{name}" in context.facts.cut or "explicitly export" in found.message:
        return _with(
            found, rule="unknown-name", message=f"`{shown}` is not available here",
            hint=f"Python's `{module}` has it, the sandbox's has not.",
        )
    meant = _DID_YOU_MEAN.search(found.message) or _MAYBE.search(found.message)
    hint = ""
    fixes: tuple[Fix, ...] = ()
    if meant is not None:
        hint = f"Did you mean `{meant.group(1)}`?"
        edit = _attribute_edit(found, context, name, meant.group(1))
        if edit is not None:
            fixes = (Fix(f"Change it to `{meant.group(1)}`", (edit,)),)
    return _with(found, message=f"module `{module}` has no `{name}`" if module else found.message,
                 hint=hint, fixes=fixes)


def _module_before(found: Diagnostic, context: Context, name: str) -> str:
    """Name of the module in `module.name` at the place of a message."""
    import ast

    for node in context.of(ast.Attribute):
        if node.attr == name and node.lineno == found.line:
            written = ast.unparse(node.value)
            for alias in context.of(ast.alias):
                if alias.asname == written:
                    return str(alias.name)
            return written
    return ""


def _attribute_edit(found: Diagnostic, context: Context, old: str, new: str) -> TextEdit | None:
    line = context.source.line(found.line)
    places = [m.start() for m in re.finditer(rf"(?<=\.){re.escape(old)}\b", line)]
    places = places or [m.start() for m in re.finditer(rf"\b{re.escape(old)}\b", line)]
    if len(places) != 1:
        return None
    return TextEdit(found.line, places[0], found.line, places[0] + len(old), new)


def _unexpected_argument(found: Diagnostic, context: Context) -> Diagnostic:
    import ast

    match = _UNEXPECTED.match(found.message)
    meant = _DID_YOU_MEAN.search(found.message)
    if match is None:
        return found
    name, function = match.group(1), match.group(2)
    for node in context.of(ast.keyword):
        call = context.parents.get(node)
        if node.arg != name or not isinstance(call, ast.Call):
            continue
        if not call.lineno <= found.line <= (call.end_lineno or call.lineno):
            continue
        line, column, _, _ = context.place(node)
        at = {"line": line, "column": column, "end_line": line, "end_column": column + len(name)}
        message = f"`{function}` has no parameter `{name}`"
        parameters = _parameters(context, function)
        taken = {keyword.arg for keyword in call.keywords}
        free = [one for one in parameters if one not in taken]
        close = [meant.group(1)] if meant else difflib.get_close_matches(name, free, 1, 0.5)
        if not close:
            hint = f"Its parameters are {', '.join(f'`{one}`' for one in parameters)}."
            return _with(found, message=message, hint=hint if parameters else "", **at)
        edit = TextEdit(line, column, line, column + len(name), close[0])
        return _with(
            found, message=message, hint=f"Did you mean `{close[0]}`?",
            fixes=(Fix(f"Change it to `{close[0]}`", (edit,)),), **at,
        )
    return found


def _parameters(context: Context, function: str) -> list[str]:
    """Names of the parameters of a function of the host or of the program."""
    import ast

    symbol = context.host.get(function)
    names = getattr(getattr(symbol, "type", None), "arg_names", None)
    if names is None:
        for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef):
            if node.name == function:
                given = node.args
                return [one.arg for one in (*given.args, *given.kwonlyargs) if one.arg != "self"]
    return [name for name in names or () if name]


def _missing_await(found: Diagnostic, context: Context) -> Diagnostic:
    """A message about a coroutine that was taken for its result."""
    import ast

    from ringfence_checker.own.awaiting import HINT, is_coroutine

    for node in sorted(context.of(ast.Call, ast.Name), key=lambda n: (n.lineno, -n.col_offset)):
        line, column, end_line, end_column = context.place(node)
        inside = (found.line, found.column) <= (line, column) and (end_line, end_column) <= (
            found.end_line, found.end_column)
        if inside and is_coroutine(context, node) \
                and not isinstance(context.parents.get(node), ast.Await):
            hint = HINT if context.may_await(node) else (
                "Make the function around it `async def`, and await the call.")
            shown = ast.unparse(node.func) if isinstance(node, ast.Call) else node.id
            fixes = context.await_fix(node) if isinstance(node, ast.Call) else ()
            if isinstance(node, ast.Name):
                hint = f"Write `await` where `{node.id}` is assigned."
                made = [
                    assign.value for assign in context.of(ast.Assign)
                    if any(isinstance(t, ast.Name) and t.id == node.id for t in assign.targets)
                ]
                if len(made) == 1 and isinstance(made[0], ast.Call):
                    shown = ast.unparse(made[0].func)
                    fixes = context.await_fix(made[0])
            return Diagnostic(
                "missing-await", "error", f"the coroutine of `{shown}` is used, but never awaited",
                line, column, end_line, end_column, hint, fixes,
            )
    return _with(found, rule="missing-await", hint=found.hint or HINT)


def _edit(found: Diagnostic, text: str) -> TextEdit:
    return TextEdit(found.line, found.column, found.end_line, found.end_column, text)


def _with(found: Diagnostic, **changes: object) -> Diagnostic:
    from dataclasses import replace

    return replace(found, **changes)  # type: ignore[arg-type]
