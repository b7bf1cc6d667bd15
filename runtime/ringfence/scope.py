"""Which name lives where: register, cell, closure, class namespace, module namespace.

Two steps. ``collect.collect`` walks the tree and notes what each scope does with each name;
``resolve`` then decides, innermost scopes first, and fills ``Scope.where``.

List, set and dict comprehensions are no functions: their code is part of the enclosing code and
their variables are registers of it, seen only inside (PEP 709). Generator expressions are.

A place is an integer: its low 32 bits a register or number, above them one of ``IN_*``.
Source of the rules: CPython's ``symtable.c``; the messages are its own.
"""

from __future__ import annotations

import _ast as ast
import builtins

from ringfence.nodes import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

MODULE: Final = 0
FUNCTION: Final = 1  # also lambda, generator expression, type parameters
CLASS: Final = 2
COMPREHENSION: Final = 3

USED: Final = 1
ASSIGNED: Final = 2
PARAMETER: Final = 4
GLOBAL: Final = 8
NONLOCAL: Final = 16
DELETED: Final = 32
WALRUS: Final = 64
ANNOTATED: Final = 128
KEPT: Final = 256  # bound by a class statement: stays in the module namespace
ITERATED: Final = 512  # target of a comprehension
BOUND: Final = ASSIGNED | PARAMETER

IN_REGISTER: Final = 0
IN_CELL: Final = 1 << 32  # the register holds the cell
IN_CLOSURE: Final = 2 << 32
IN_GLOBALS: Final = 3 << 32  # the entry number is given by the generator
IN_NAMESPACE: Final = 4 << 32  # R[0]
IN_NAMESPACE_OR_CLOSURE: Final = 5 << 32
PLACE_MASK: Final = (1 << 32) - 1

MAX_REGISTER_NAMES = 1000  # module-level variables that may live in registers
MAX_VARIABLES = 60_000

BUILTIN_NAMES: Final = frozenset(dir(builtins))
MODULE_NAMES: Final = frozenset(
    ("__name__", "__doc__", "__file__", "__builtins__", "__annotations__", "__spec__",
     "__package__", "__loader__", "__build_class__", "__debug__", "__import__")
)  # fmt: skip
# a program that names one of these may look at its namespace by other ways than by names
NAMESPACE_READERS: Final = frozenset(
    ("globals", "locals", "vars", "dir", "exec", "eval", "compile", "__import__", "__annotations__",
     "__globals__", "__dict__", "f_globals", "f_locals", "_getframe", "currentframe",
     "get_type_hints", "__main__", "modules")
)  # fmt: skip


class Refusal(Exception):
    """Something at ``node`` cannot be compiled; becomes a MontySyntaxError with its place."""

    def __init__(self, node: ast.AST | None, message: str) -> None:
        super().__init__(message)
        self.node = node
        self.message = message


class Scope:
    """What one function, class, comprehension or module does with names."""

    __slots__ = (
        "cells",
        "children",
        "free",
        "is_async",
        "is_expression",
        "is_generator",
        "kind",
        "loop",
        "n_registers",
        "name",
        "names",
        "node",
        "order",
        "owner",
        "parent",
        "private",
        "returns",
        "star",
        "unbound",
        "unit",
        "variables",
        "volatile",
        "walrus",
        "where",
    )  # fmt: skip

    def __init__(self, kind: int, name: str, node: Any, parent: Scope | None, unit: Unit) -> None:
        self.kind = kind
        self.name = name
        self.node = node
        self.parent = parent
        self.unit = unit
        # the scope whose code this scope's code is part of
        self.owner: Scope = parent.owner if kind == COMPREHENSION and parent else self
        self.names: dict[str, int] = {}
        self.children: list[Scope] = []
        self.private: str | None = parent.private if parent else None
        self.is_generator = False
        self.is_async = False
        self.is_expression = False  # generator expression
        self.returns: list[ast.Return] = []
        self.loop = False
        self.star = False  # directly in an except* block
        self.order: list[str] = []  # parameters
        self.free: list[str] = []
        self.cells: set[str] = set()
        self.where: dict[str, int] = {}
        self.variables: list[str] = []
        self.n_registers = 0
        self.walrus: set[str] = set()
        self.unbound = -1  # wanted: 0; then the register that never gets a value
        self.volatile: set[int] = set()  # registers that a del or the end of a handler unbinds
        if parent:
            parent.children.append(self)


class Unit:
    """What holds for the whole text."""

    __slots__ = (
        "bound_globals",
        "future_annotations",
        "has_await",
        "mode",
        "nested_globals",
        "reads_namespace",
        "used_globals",
    )  # fmt: skip

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.reads_namespace = False  # globals() and its kin are named
        self.has_await = False
        self.future_annotations = False
        self.nested_globals: set[str] = set()  # used as globals by code other than the module's
        self.bound_globals: set[str] = set()  # bound by a `global` declaration in a function
        self.used_globals: set[str] = set()  # every name that is looked up in the module namespace


def resolve(module: Scope, inputs: frozenset[str]) -> None:
    """Fill ``where``, ``free``, ``cells``, ``variables`` of every scope."""
    _analyze(module, frozenset())
    _place_module(module, inputs)
    for child in module.children:
        if child.kind != COMPREHENSION:
            _place(child)


# ---------------------------------------------------------------- analysis


def _analyze(s: Scope, visible: frozenset[str]) -> tuple[set[str], set[str]]:
    """Find free names and cells. Answer what the scope needs from functions around it.

    Returns
    -------
    direct, captured
        Names that the enclosing scope's own code reads (comprehensions only), and names that
        must be cells there.
    """
    names = s.names
    kind = s.kind
    unit = s.unit
    bound: set[str] = set()
    direct: set[str] = set()
    in_module = s.owner.kind == MODULE
    for name, flags in names.items():
        if flags & GLOBAL:
            if not in_module:
                unit.nested_globals.add(name)
                if flags & (ASSIGNED | DELETED):
                    unit.bound_globals.add(name)
        elif flags & NONLOCAL:
            if name not in visible:
                raise Refusal(_declaration(s, name), f"no binding for nonlocal '{name}' found")
            direct.add(name)
            continue
        elif flags & BOUND:
            bound.add(name)
            if kind == CLASS:
                unit.nested_globals.add(name)  # LOAD_NAME goes on to the globals
            elif kind == MODULE and flags & USED:
                unit.used_globals.add(name)
            continue
        elif name in visible:
            direct.add(name)
            continue
        elif name == "__class__":
            continue
        elif not in_module:
            unit.nested_globals.add(name)
        unit.used_globals.add(name)
    cells: set[str] = set()
    captured: set[str] = set()
    inner = _visible_inside(s, visible, bound) if s.children else visible
    for child in s.children:
        child_direct, child_captured = _analyze(child, inner)
        if kind == CLASS:
            if "__class__" in child_direct or "__class__" in child_captured:
                cells.add("__class__")
                child_direct.discard("__class__")
                child_captured.discard("__class__")
            bound_here: set[str] = set()
        else:
            bound_here = bound
        for name in child_captured:
            if name in bound_here:
                cells.add(name)
            else:
                captured.add(name)
        for name in child_direct:
            if name not in bound_here:
                direct.add(name)
    s.cells = cells
    if kind == COMPREHENSION:
        return direct, captured
    if direct:
        captured |= direct
    if captured:
        s.free = sorted(captured)
    return set(), captured


def _visible_inside(s: Scope, visible: frozenset[str], bound: set[str]) -> frozenset[str]:
    """Names of functions that scopes inside may capture."""
    if s.kind == MODULE:
        return frozenset()
    if s.kind == CLASS:
        return visible | {"__class__"}
    return (visible | bound) - {name for name, flags in s.names.items() if flags & GLOBAL}


def _declaration(s: Scope, name: str) -> ast.AST | None:
    for node in walk(s.node):
        if isinstance(node, ast.Nonlocal) and name in node.names:
            return node
    return s.node  # type: ignore[no-any-return]


# ---------------------------------------------------------------- places


def _place_module(s: Scope, inputs: frozenset[str]) -> None:
    unit = s.unit
    where = s.where
    names = s.names
    for name in inputs:
        names[name] = names.get(name, 0) | ASSIGNED
    if unit.mode == "exec-locals":
        s.n_registers = 1
        for name, flags in names.items():
            where[name] = IN_GLOBALS if flags & GLOBAL else IN_NAMESPACE
        _place_unbound(s)
        for child in s.children:
            _place_comprehension(s, child)
        return
    kept = unit.mode != "program" or unit.reads_namespace
    for name, flags in names.items():
        if (
            kept
            or not flags & ASSIGNED
            or flags & (GLOBAL | KEPT)
            or name in unit.nested_globals
            or name in BUILTIN_NAMES
            or name in MODULE_NAMES
            or len(s.variables) >= MAX_REGISTER_NAMES
        ):
            where[name] = IN_GLOBALS
            continue
        register = len(s.variables)
        where[name] = register
        s.variables.append(name)
        if flags & DELETED:
            s.volatile.add(register)
        if flags & WALRUS:
            s.walrus.add(name)
    s.n_registers = len(s.variables)
    _place_unbound(s)
    for child in s.children:
        _place_comprehension(s, child)


def _place(s: Scope) -> None:
    where = s.where
    free = s.free
    if s.kind == CLASS:
        s.n_registers = 1
        for name, flags in s.names.items():
            if flags & GLOBAL:
                where[name] = IN_GLOBALS
            elif name in free:
                index = free.index(name)
                nonlocal_ = flags & NONLOCAL
                where[name] = (IN_CLOSURE if nonlocal_ else IN_NAMESPACE_OR_CLOSURE) + index
            else:
                where[name] = IN_NAMESPACE
        if "__class__" in s.cells:
            s.n_registers = 2
            where[".class"] = IN_CELL + 1
    else:
        cells = s.cells
        variables = s.variables
        volatile = s.volatile
        free_places = {name: IN_CLOSURE + i for i, name in enumerate(free)}
        for name, flags in s.names.items():
            if flags & BOUND and not flags & (GLOBAL | NONLOCAL):
                register = len(variables)
                variables.append(name)
                if name in cells:
                    where[name] = IN_CELL + register
                else:
                    where[name] = register
                    if flags & DELETED:
                        volatile.add(register)
                    if flags & WALRUS:
                        s.walrus.add(name)
            else:
                where[name] = free_places.get(name, IN_GLOBALS)
        s.n_registers = len(variables)
        if len(variables) > MAX_VARIABLES:
            raise Refusal(s.node, f"more than {MAX_VARIABLES} variables in one function")
    _place_unbound(s)
    for child in s.children:
        if child.kind == COMPREHENSION:
            _place_comprehension(s, child)
        else:
            _place(child)


def _place_unbound(s: Scope) -> None:
    if s.unbound >= 0:
        s.unbound = s.n_registers
        s.n_registers += 1


def _place_comprehension(owner: Scope, s: Scope) -> None:
    """Give the variables of an inlined comprehension registers of the code it is part of."""
    if s.kind != COMPREHENSION:
        return
    in_class = owner.kind == CLASS
    where = s.where
    for name, flags in s.names.items():
        if flags & ITERATED:
            register = owner.n_registers
            owner.n_registers = register + 1
            where[name] = (IN_CELL if name in s.cells else 0) + register
        elif in_class and name not in _iterated_around(s):
            # the names of a class body are not seen from inside
            if name == "__class__" and "__class__" in owner.cells:
                where[name] = owner.where[".class"]
            elif name in owner.free:
                where[name] = IN_CLOSURE + owner.free.index(name)
            else:
                where[name] = IN_GLOBALS
        elif name not in owner.where:
            # only ever named inside the comprehension
            if owner.kind == MODULE:
                owner.where[name] = IN_NAMESPACE if owner.unit.mode == "exec-locals" else IN_GLOBALS
            elif name in owner.free:
                owner.where[name] = IN_CLOSURE + owner.free.index(name)
            else:
                owner.where[name] = IN_GLOBALS
    for child in s.children:
        if child.kind == COMPREHENSION:
            _place_comprehension(owner, child)
        else:
            _place(child)


def _iterated_around(s: Scope) -> set[str]:
    around: set[str] = set()
    parent = s.parent
    while parent is not None and parent.kind == COMPREHENSION:
        around.update(n for n, f in parent.names.items() if f & ITERATED)
        parent = parent.parent
    return around
