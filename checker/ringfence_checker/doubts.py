"""Errors of mypy that need not be failures at run time.

mypy asks whether a program keeps its types; a check before a run asks whether it will fail. The
differences that occur in real programs are collected here: containers whose inferred type is
narrower than their use, attributes that are set from outside, classes that are changed while the
program runs, protocols that mypy does not know (`__getitem__` alone makes a class iterable).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Final

from mypy.types import Instance, TypedDictType, UnionType, get_proper_type

from ringfence_checker.context import Context, Function
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.lineage import class_has, derives, is_computed_base

_WIDENING = re.compile(
    r"Argument \d+ to `(?:append|extend|insert|add|update|setdefault|appendleft|extendleft|remove|"
    r"index|count|__setitem__|__i\w+__|discard|pop|get|union|difference|intersection|isdisjoint|"
    r"issubset|issuperset|put|put_nowait|symmetric_difference)` of `"
)
_NO_ATTRIBUTE = re.compile(r"`([^`]+)` has no attribute `([^`]+)`")
_CERTAIN_MISC: Final = re.compile(
    r"values to unpack|multiple values for|Incompatible types in `await`|Exception must be derived"
    r"|Cannot unpack|Expected iterable|derived from BaseException|is not iterable|Duplicate base"
    r"|consistent method resolution|not all arguments|expects \d|cannot be instantiated"
    r"|does not accept self argument|Attributes without a default cannot follow"
    r"|Cannot (?:find|use)|must be|(?<!dynamic )base class|at least one argument|index out of range"
)  # fmt: skip
_EMPTY = re.compile(r"(?:dict|list|set|deque|Counter|defaultdict|OrderedDict)\[Never|<nothing>")
_BUILTIN = frozenset(("str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple",
                      "frozenset", "complex", "range"))  # fmt: skip
_PROTOCOL = re.compile(r"Supports\w+|Hashable|Sized|Comparison")


def doubtful(found: Diagnostic, context: Context) -> bool:
    """Whether a program with this finding may well run to its end."""
    message = found.message
    if _EMPTY.search(message):
        return True  # what an empty display holds is not known
    if any(isinstance(context.function(node), ast.Lambda) for node in context.of(ast.Yield)):
        return True  # mypy takes a lambda with `yield` for a plain function
    special = _BY_RULE.get(found.rule)
    if special is not None and special(found, context):
        return True
    return _is_dynamic(found, context)


def _argument(found: Diagnostic, context: Context) -> bool:
    message = found.message
    return (
        bool(_WIDENING.match(message))
        or ("Argument `key` to" in message and "incompatible type `str`" not in message)
        or "Argument `locale` to" in message
        or message.startswith("Argument 1 has") or message.endswith("expected `Never`")
        or found.hint.startswith("The types differ") or "overloaded function" in message
        or "Callable[" in message or "special form" in message
        or bool(re.match(r"Argument \d+ to `(?:zip|tuple)` has incompatible type `(?:str|tuple|list|"
                         r"int|dict|set)\b", message))
        or (" | " in message.split("; expected")[0] and not _is_declared_at(found, context))
        or _is_bound_to_nothing(found, context)
    )


def _is_bound_to_nothing(found: Diagnostic, context: Context) -> bool:
    """Whether a value is the first argument of a function that the body of its class calls.

    `__add__ = _binary("__add__")`: mypy takes the parameter for the instance.
    """
    for node in context.of(ast.Call):
        if isinstance(node.func, ast.Name) and node.args \
                and context.place(node.args[0])[:2] == (found.line, found.column):
            around = next((up for up in context.above(node)
                           if isinstance(up, (*Function, ast.ClassDef))), None)
            return isinstance(around, ast.ClassDef) and any(
                isinstance(made, ast.FunctionDef) and made.name == node.func.id
                and bool(made.args.args) and made.args.args[0].annotation is None
                for made in around.body
            )
    return False


def _overload(found: Diagnostic, context: Context) -> bool:
    if "require at least one argument" in found.message:
        return "`update`" in found.message
    if found.message.startswith("No overload variant matches"):
        return True  # of a function that a class keeps as an attribute
    return " | " in found.message or bool(
        re.search(r"`(?:update|get|pop|setdefault|fromkeys|append|__setitem__)` of", found.message)
    )


def _index(found: Diagnostic, context: Context) -> bool:
    message = found.message
    if message.startswith("Value of type `Callable["):
        return False  # the call is missing
    of_class = re.match(r"Value of type `type\[(\w+)\]` is not indexable", message)
    if of_class is not None:
        return class_has(of_class.group(1), "__class_getitem__", context)
    if message.endswith("| None` is not indexable"):
        return not _from_host(found, context)
    if " | " in message.split("; expected")[0]:
        return not _is_declared_at(found, context)
    return bool(
        re.match(r"Invalid index type .* for `(?:dict|defaultdict|Counter|OrderedDict|Mapping)",
                 message)
    )


def _operator(found: Diagnostic, context: Context) -> bool:
    message = found.message
    if "not callable" in message and (
        message.startswith("`Iterator[") or _is_stored("__call__", context)
        or _is_from_exec(found, context)
    ):
        return True  # a decorated generator; a class that gets the method later; a name of a text
    if " | " in message or re.search(r"operands? (?:is|are) ", found.hint):
        return not _is_declared_at(found, context)
    return bool(re.search(r"for (?:@|divmod|pow)(?: |$)|function of unknown type", message))


def _is_from_exec(found: Diagnostic, context: Context) -> bool:
    """Whether what is called at a place is an item of a namespace that `exec` fills."""
    filled = {
        leaf.id for node in context.of(ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "exec"
        for given in (*node.args[1:], *(keyword.value for keyword in node.keywords))
        for leaf in ast.walk(given) if isinstance(leaf, ast.Name)
    }
    return bool(filled) and any(
        context.place(node)[:2] == (found.line, found.column)
        and isinstance(node.value, ast.Name) and node.value.id in filled
        for node in context.of(ast.Subscript)
    )


def _union(found: Diagnostic, context: Context) -> bool:
    if "Item `None`" in found.message:
        return not _from_host(found, context)
    return "Item `function`" in found.message or "Callable[" in found.message \
        or not _is_declared_at(found, context)


def _is_declared_at(found: Diagnostic, context: Context) -> bool:
    """Whether a union at a place was written by someone, and is no join that mypy made.

    The values of `{"count": 0, "worst": None}` are a union that no single value has.
    """
    for node in context.of(ast.Attribute, ast.Subscript, ast.BinOp, ast.AugAssign, ast.Compare,
                           ast.UnaryOp, ast.Name, ast.Call):
        if context.place(node)[:2] != (found.line, found.column):
            continue
        operands = [node] if isinstance(node, (ast.Name, ast.Call)) else [
            part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)
        ]
        if any(_is_declared(operand, context) for operand in operands):
            return True
    return False


def _is_declared(node: ast.expr, context: Context) -> bool:
    if isinstance(node, ast.Await):
        node = node.value
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and (
            node.func.id in context.host or any(
                one.name == node.func.id and one.returns is not None
                for one in context.of(ast.FunctionDef, ast.AsyncFunctionDef)
            )
        )
    if isinstance(node, ast.Subscript):
        return isinstance(get_proper_type(context.type_of(node.value)), TypedDictType)
    if not isinstance(node, ast.Name):
        return False
    function = context.function(node)
    if any(one.arg == node.id and one.annotation is not None and context.function(one) is function
           for one in context.of(ast.arg)):
        return True
    made = [
        one.value for one in context.of(ast.Assign)
        if any(isinstance(t, ast.Name) and t.id == node.id for t in one.targets)
    ]
    return len(made) == 1 and isinstance(made[0], (ast.Call, ast.Await)) \
        and _is_declared(made[0], context)


def _from_host(found: Diagnostic, context: Context) -> bool:
    """Whether the value comes straight from a call of the host that says it may give None."""
    place = (found.line, found.column)
    value = next((
        node.value for node in context.of(ast.Attribute, ast.Subscript)
        if context.place(node)[:2] == place
    ), None)
    if isinstance(value, ast.Await):
        value = value.value
    if isinstance(value, ast.Name):
        made = [
            assign.value for assign in context.of(ast.Assign)
            if any(isinstance(t, ast.Name) and t.id == value.id for t in assign.targets)
        ]
        if len(made) != 1:
            return False
        value = made[0].value if isinstance(made[0], ast.Await) else made[0]
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) \
        and value.func.id in context.host


def _attribute_at(found: Diagnostic, context: Context) -> ast.Attribute | None:
    for node in context.of(ast.Attribute):
        if context.place(node)[:2] == (found.line, found.column):
            return node  # type: ignore[no-any-return]
    return None


def _attribute(found: Diagnostic, context: Context) -> bool:
    match = _NO_ATTRIBUTE.search(found.message)
    if match is None:
        if found.message.startswith("overloaded function"):
            return True  # a property with a setter, taken from its class
        on_module = re.match(r"module `[\w.]+` has no `(\w+)`|Module has no attribute `(\w+)`",
                             found.message)
        name = (on_module.group(1) or on_module.group(2)) if on_module is not None else ""
        return name.startswith("_") or (bool(name) and _is_stored(name, context))
    owner, name = match.groups()
    if owner == "super":
        return True  # kept in a variable: mypy knows nothing of it
    if derives(owner, ("type", "ABCMeta", "EnumMeta", "EnumType"), context):
        return True  # instances of a metaclass are classes, with what their bodies hold
    if _is_value_of_mixed_enum(found, context):
        return True
    if re.split(r"[\[,]", owner)[0] in _BUILTIN and not name.startswith("__"):
        return False  # their instances take no attributes
    if owner == "None" and name == "__next__":
        return True
    if owner.startswith("Callable[") and _is_rebound(found, context):
        return True
    if name in ("fget", "fset", "fdel", "getter", "setter", "deleter") or name.startswith(
            ("cr_", "ag_", "gi_")):
        return True  # of the coroutine or generator itself
    if name.startswith("_") and name not in ("__iter__", "__aiter__", "__next__", "__enter__",
                                              "__exit__", "__aenter__", "__aexit__", "__len__",
                                              "__getitem__", "__call__"):
        return True  # introspection, mangled names
    if _is_stored(name, context):
        return True
    if owner == "None":
        node = _attribute_at(found, context)
        return node is not None and isinstance(node.value, ast.Attribute) \
            and _is_stored(node.value.attr, context)
    return name in ("__iter__", "__getitem__") and class_has(owner, "__getitem__", context)


def _is_value_of_mixed_enum(found: Diagnostic, context: Context) -> bool:
    """Whether an attribute is one of a member's value that the enum's data type makes.

    `class Planet(Body, Enum)` with `EARTH = 5.97, 6.37`: the value is a `Body`, mypy says a tuple.
    """
    node = _attribute_at(found, context)
    if node is None or not isinstance(node.value, ast.Attribute) or node.value.attr != "value":
        return False
    member = get_proper_type(context.type_of(node.value.value))
    return isinstance(member, Instance) and member.type.is_enum and any(
        "dataclass" in base.metadata or "__new__" in base.names
        for base in member.type.mro[1:]
        if not base.is_enum and not base.fullname.startswith(("builtins.", "enum."))
    )


def _is_rebound(found: Diagnostic, context: Context) -> bool:
    """Whether the name at a place is bound by more than one statement of the program."""
    node = _attribute_at(found, context)
    if node is None or not isinstance(node.value, ast.Name):
        return False
    name = node.value.id
    bound = [n for n in context.of(ast.Name) if n.id == name and not isinstance(n.ctx, ast.Load)]
    bound += [
        n for n in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ExceptHandler)
        if n.name == name
    ]
    return len(bound) > 1


def _is_stored(name: str, context: Context) -> bool:
    """Whether the program sets an attribute of that name, by a statement or by a string."""
    return any(
        node.attr == name and not isinstance(node.ctx, ast.Load)
        and not isinstance(context.parents.get(node), ast.AugAssign)
        for node in context.of(ast.Attribute)
    ) or any(
        node.value == name or (isinstance(node.value, str) and name in node.value.split())
        for node in context.of(ast.Constant)
        if not isinstance(context.parents.get(node), ast.Expr)
    )


def _name(found: Diagnostic, context: Context) -> bool:
    match = re.match(r"Name `([^`]+)`", found.message)
    name = match.group(1) if match else ""
    if any(name in node.names for node in context.of(ast.Global)):
        return True
    if _calls(context, "exec", "globals", "locals", "vars"):
        return True
    if any(  # a metaclass may put names into the body
        keyword.arg == "metaclass" and node.lineno <= found.line <= (node.end_lineno or 0)
        for node in context.of(ast.ClassDef) for keyword in node.keywords
    ):
        return True
    return any(  # an annotation in a string is not evaluated
        isinstance(node.value, str)
        and not isinstance(context.parents.get(node), (ast.JoinedStr, ast.FormattedValue))
        and node.lineno <= found.line <= (node.end_lineno or 0)
        and context.place(node)[:2] <= (found.line, found.column) < context.place(node)[2:]
        for node in context.of(ast.Constant)
    )


def _nothing(found: Diagnostic, context: Context) -> bool:
    """The None of a function is only looked at: `x in seen or seen.add(x)`, `print(f())`."""
    for node in context.of(ast.Call, ast.Await, ast.YieldFrom):
        if context.place(node)[:2] != (found.line, found.column):
            continue
        if isinstance(node, ast.YieldFrom):
            return True
        parent = context.parents.get(node)
        if isinstance(parent, (ast.BoolOp, ast.Return, ast.Lambda, ast.Expr, ast.Tuple, ast.List,
                               ast.Dict, ast.IfExp, ast.UnaryOp, ast.Compare, ast.FormattedValue,
                               ast.ListComp, ast.GeneratorExp)):
            return True
        if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) \
                and parent.func.id in ("print", "repr", "str", "type", "isinstance", "bool"):
            return not _is_mutator(node)
    return False


def _is_mutator(node: ast.AST) -> bool:
    call = node.value if isinstance(node, ast.Await) else node
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in (
        "sort", "reverse", "append", "extend", "insert", "clear", "update", "shuffle",
    )


def _abstract(found: Diagnostic, context: Context) -> bool:
    return "abstractmethod" not in context.source.safe


def _call(found: Diagnostic, context: Context) -> bool:
    message = found.message
    if "<lambda>" in message or re.search(r"`_[A-Z]\w*__\w+`", message):
        return True  # mangled names
    if message in ("Too many arguments", "Too few arguments"):
        return not _calls_library(found, context)
    if "for `tuple`" in message or "Callable[" in message:
        return True
    called = re.search(r"(?:for|to) `(\w+)`", message)
    return called is not None and derives(called.group(1), ("Enum", "IntEnum", "StrEnum", "Flag",
                                                            "IntFlag"), context)


def _calls_library(found: Diagnostic, context: Context) -> bool:
    """Whether the call at a place is of a function of a module."""
    modules = {
        (alias.asname or alias.name) for node in context.of(ast.Import) for alias in node.names
    }
    return any(
        context.place(node)[:2] == (found.line, found.column)
        and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
        and node.func.value.id in modules
        for node in context.of(ast.Call)
    )


def _misc(found: Diagnostic, context: Context) -> bool:
    if found.message.startswith("Exception must be derived"):
        for node in context.of(ast.Raise):
            raised = get_proper_type(context.type_of(node.exc)) if node.exc is not None else None
            if node.lineno == found.line and isinstance(raised, UnionType):
                return True  # `last = None`, and an exception later
    if found.message.startswith("Invalid base class") and is_computed_base(found, context):
        return True
    if found.message.endswith("is not iterable") and _is_uneven(found, context):
        return True
    return _CERTAIN_MISC.search(found.message) is None or (
        "multiple values" in found.message and bool(context.of(ast.Starred))
    ) or ("Expected iterable" in found.message and "__getitem__" in context.source.safe)


def _is_uneven(found: Diagnostic, context: Context) -> bool:
    """Whether a place is that of a loop `for (a, b), *rest in ...` over tuples of several lengths.

    mypy joins the tuples, and then takes any of their items for the first.
    """
    return any(
        node.lineno == found.line and isinstance(node.target, (ast.Tuple, ast.List))
        and {ast.Starred} < {type(one) for one in node.target.elts} & {ast.Starred, ast.Tuple, ast.List}
        for node in context.of(ast.For)
    )


def _type_variable(found: Diagnostic, context: Context) -> bool:
    return _PROTOCOL.search(found.message) is None


def _format(found: Diagnostic, context: Context) -> bool:
    """Fields that mypy does not read as Python does; values of classes that convert themselves."""
    message = found.message
    if message.startswith(("Syntax error in format", "Key `")) and re.search(r"[(\[ ]", message[5:-1]):
        return re.search(r"`[^`]*[(\[][^`]*`", message) is not None
    if message.startswith("Not all arguments"):
        for node in context.of(ast.BinOp):
            kind = get_proper_type(context.type_of(node.right))
            if isinstance(node.op, ast.Mod) and node.lineno <= found.line <= (node.end_lineno or 0) \
                    and (not isinstance(kind, Instance)
                         or not kind.type.fullname.startswith("builtins.") or kind.type.name == "dict"):
                return not isinstance(node.right, (ast.Tuple, ast.Constant))
    named = re.search(r"expression has type `(\w+)`", message)
    return named is not None and any(node.name == named.group(1) for node in context.of(ast.ClassDef))


_BY_RULE: Final[dict[str, Callable[[Diagnostic, Context], bool]]] = {
    "arg-type": _argument,
    "call-overload": _overload,
    "index": _index,
    "operator": _operator,
    "union-attr": _union,
    "attr-defined": _attribute,
    "name-defined": _name,
    "func-returns-value": _nothing,
    "abstract": _abstract,
    "call-arg": _call,
    "misc": _misc,
    "str-format": _format,
    "type-var": _type_variable,
}


# ---------------------------------------------------------------- programs that change classes
def _is_dynamic(found: Diagnostic, context: Context) -> bool:
    """Whether a message is about a class of the program that gets its methods while it runs."""
    mentioned = [
        node for node in context.of(ast.ClassDef)
        if re.search(rf"\b{re.escape(node.name)}\b", found.message)
    ]
    if not mentioned:
        return False
    if _calls(context, "setattr", "exec", "delattr") or _is_stored("__bases__", context):
        return True
    for node in mentioned:
        names = {leaf.name for leaf in node.body if isinstance(leaf, ast.FunctionDef)}
        if "__getitem__" in names and "__iter__" not in names and found.rule in (
            "arg-type", "call-overload", "misc", "attr-defined", "operator",
        ):
            return True
        if names & {"__getattr__", "__getattribute__"} and found.rule == "attr-defined":
            return True
        if node.decorator_list and not all(_is_dataclass(d) for d in node.decorator_list):
            return True
        if any(keyword.arg == "metaclass" and not _is_named(keyword.value, "ABCMeta")
               for keyword in node.keywords):
            return True
    return False


def _is_dataclass(decorator: ast.expr) -> bool:
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    return _is_named(node, "dataclass") or _is_named(node, "final") \
        or _is_named(node, "runtime_checkable") or _is_named(node, "unique")


def _is_named(node: ast.expr, name: str) -> bool:
    return (isinstance(node, ast.Name) and node.id == name) or (
        isinstance(node, ast.Attribute) and node.attr == name
    )


def _calls(context: Context, *names: str) -> bool:
    return any(
        isinstance(node.func, ast.Name) and node.func.id in names for node in context.of(ast.Call)
    )
