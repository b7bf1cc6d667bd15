"""Declarations of the prelude: what ``@native``, ``@trap`` and ``from _prelude import`` mean.

A decorated function becomes an assignment that makes a NATIVE at boot::

    class list:
        @native
        def append(self, object, /): ...

    class list:
        append = _make_native(17, None)

where 17 is a place in the list of declarations. A body other than ``...`` stays as the fallback
function, given as the second argument. Where the body is ``...`` but arguments may be given by
keyword, a fallback is made that binds them and calls the same native under a private name,
``_native_<number>``, which has no fallback and takes any number of arguments.

``@builtin`` makes a NATIVE that has only its body: a function in Python that is to be one of C for programs,
so that it is not bound when it lies in a class.

``@member`` makes a MEMBER instead: a read-only or checked attribute whose kernel is called with the
object, or with object and new value. It needs a kernel.

The name of the native is ``Class.method`` or ``function``, in modules ``module.Class.method``;
``@native("other.name")`` gives another one.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

BINDS_FUNCTION, BINDS_METHOD, BINDS_CLASS, BINDS_STATIC = range(4)
IMPLICIT_CLASS_METHODS = {"__init_subclass__", "__class_getitem__"}


@dataclass
class Declaration:
    """One native of the prelude."""

    name: str  # as registered: `list.append`
    attribute: str  # as called: `append`
    owner: str  # class, or ''
    module: str  # '' in the prelude itself
    native: str  # name of the kernel to try, or ''
    trap: str  # name of the trap to try, or ''
    binds: int
    n_min: int
    n_max: int  # -1: any
    has_body: bool
    number: int = 0
    private: bool = False  # wants the twin without fallback
    is_member: bool = False
    signature: str = ""


@dataclass
class Declared:
    """A prelude file after rewriting."""

    tree: ast.Module
    declarations: list[Declaration] = field(default_factory=list)
    prelude_names: dict[str, str] = field(default_factory=dict)  # local name -> prelude name


def is_stub(function: ast.FunctionDef) -> bool:
    """Whether the body is ``...``, a docstring apart."""
    body = function.body
    if len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return (
        len(body) == 1
        and isinstance(body[0], ast.Expr)
        and isinstance(body[0].value, ast.Constant)
        and body[0].value.value is Ellipsis
    )


def rewrite(tree: ast.Module, module: str, first_number: int) -> Declared:
    """Replace the declarations of a prelude file or module; numbers count from `first_number`."""
    declared = Declared(tree)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            _strip_annotations(node)
    tree.body = _statements(tree.body, "", module, first_number, declared)
    ast.fix_missing_locations(tree)
    return declared


def _strip_annotations(function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """Annotations of frozen functions would be dicts that nobody may write."""
    function.returns = None
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    for argument in (*given, arguments.vararg, arguments.kwarg):
        if argument is not None:
            argument.annotation = None


def _statements(
    body: list[ast.stmt], owner: str, module: str, first: int, declared: Declared
) -> list[ast.stmt]:
    out: list[ast.stmt] = []
    for statement in body:
        if isinstance(statement, ast.FunctionDef):
            out.extend(_function(statement, owner, module, first, declared))
        elif isinstance(statement, ast.ClassDef):
            inside = f"{owner}.{statement.name}" if owner else statement.name
            statement.body = _statements(statement.body, inside, module, first, declared)
            out.append(statement)
        elif isinstance(statement, ast.ImportFrom) and statement.module == "_prelude":
            for alias in statement.names:
                declared.prelude_names[alias.asname or alias.name] = alias.name
        elif isinstance(statement, (ast.If, ast.For, ast.While, ast.Try, ast.With)):
            for name in ("body", "orelse", "finalbody"):
                inner = getattr(statement, name, None)
                if inner:
                    setattr(statement, name, _statements(inner, owner, module, first, declared))
            out.append(statement)
        else:
            out.append(statement)
    return out


def _decorators(function: ast.FunctionDef) -> tuple[dict[str, str | None], list[ast.expr]]:
    """`native`, `trap` with the name given to them, and the decorators that stay."""
    marks: dict[str, str | None] = {}
    rest: list[ast.expr] = []
    for decorator in function.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(called, ast.Name) and called.id in ("native", "trap", "member",
                                                                 "builtin"):
            name = None
            if isinstance(decorator, ast.Call):
                name = ast.literal_eval(decorator.args[0])
            marks[called.id] = name
        else:
            rest.append(decorator)
    return marks, rest


def _function(
    function: ast.FunctionDef, owner: str, module: str, first: int, declared: Declared
) -> list[ast.stmt]:
    marks, rest = _decorators(function)
    if not marks:
        if owner and function.name in IMPLICIT_CLASS_METHODS and not rest:
            # a class statement that fills a builtin class makes nothing of its own
            function.decorator_list = [ast.copy_location(ast.Name("classmethod", ast.Load()), function)]
        return [function]
    name = ".".join(part for part in (module, owner, function.name) if part)
    names = {d.id for d in rest if isinstance(d, ast.Name)}
    binds = BINDS_METHOD if owner else BINDS_FUNCTION
    if "classmethod" in names or (owner and function.name in IMPLICIT_CLASS_METHODS):
        binds = BINDS_CLASS
    elif "staticmethod" in names or (owner and function.name == "__new__"):
        binds = BINDS_STATIC
    rest = [
        d for d in rest
        if not (isinstance(d, ast.Name) and d.id in ("classmethod", "staticmethod"))
    ]
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    stub = is_stub(function)
    declaration = Declaration(
        name=name,
        attribute=function.name,
        owner=owner,
        module=module,
        native=next((marks[m] or name for m in ("native", "member") if m in marks), ""),
        trap=(marks["trap"] or name) if "trap" in marks else "",
        binds=binds,
        n_min=len(positional) - len(arguments.defaults),
        n_max=-1 if arguments.vararg else len(positional),
        has_body=not stub,
        number=first + len(declared.declarations),
        signature=f"({ast.unparse(arguments)})",
    )
    declaration.is_member = "member" in marks
    declared.declarations.append(declaration)
    function.decorator_list = []
    out: list[ast.stmt] = []
    fallback: ast.expr = ast.Constant(None)
    if stub and (arguments.args or arguments.kwonlyargs) and not arguments.kwarg:
        declaration.private = True
        function.body = [ast.Return(_call_again(declaration, arguments))]
        stub = False
    if not stub:
        out.append(function)
        fallback = ast.Name(function.name, ast.Load())
    made: ast.expr = ast.Call(
        ast.Name("_make_native", ast.Load()), [ast.Constant(declaration.number), fallback], []
    )
    for decorator in reversed(rest):
        made = ast.Call(decorator, [made], [])
    out.append(ast.Assign([ast.Name(function.name, ast.Store())], made))
    for statement in out:
        ast.copy_location(statement, function)
    return out


def private_name(number: int) -> str:
    """Name of the twin without fallback in the prelude's namespace."""
    return f"_native_{number}"


def _call_again(declaration: Declaration, arguments: ast.arguments) -> ast.Call:
    given: list[ast.expr] = [
        ast.Name(a.arg, ast.Load()) for a in (*arguments.posonlyargs, *arguments.args)
    ]
    if arguments.vararg:
        given.append(ast.Starred(ast.Name(arguments.vararg.arg, ast.Load()), ast.Load()))
    given += [ast.Name(a.arg, ast.Load()) for a in arguments.kwonlyargs]
    return ast.Call(ast.Name(private_name(declaration.number), ast.Load()), given, [])
