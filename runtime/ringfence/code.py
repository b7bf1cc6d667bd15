"""What the generator makes: plain data, no reference to the tree it came from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any



class NativeConstant:
    """A builtin kernel as a constant; the boot builder knows its reference word."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NativeConstant) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"<native {self.name}>"


class Code:
    """One function, class body or module as instructions.

    Registers: parameters first (positional, keyword-only, ``*args``, ``**kwargs``), then other
    variables in the order of ``variables``, then variables of inlined comprehensions, then
    temporaries. A variable named in ``cells`` has its cell in its register. In a class body and
    in module code run with a separate namespace register 0 is the namespace dict and
    ``variables`` is empty.

    ``handlers`` holds (start, end, target, register): no two ranges overlap, they are sorted, an
    instruction has at most one. ``inlined`` holds (start, end, name, position) of comprehensions.
    """

    __slots__ = (
        "cells",
        "constants",
        "doc",
        "flags",
        "free",
        "handlers",
        "inlined",
        "instructions",
        "line",
        "n_keyword_only",
        "n_positional",
        "n_positional_only",
        "n_registers",
        "name",
        "positions",
        "qualname",
        "variables",
    )  # fmt: skip

    def __init__(self) -> None:
        self.name = ""
        self.qualname = ""
        self.flags = 0
        self.n_positional = 0
        self.n_positional_only = 0
        self.n_keyword_only = 0
        self.n_registers = 0
        self.instructions: list[int] = []
        self.constants: list[Any] = []
        self.variables: list[str] = []
        self.free: list[str] = []
        self.cells: list[str] = []
        self.handlers: list[tuple[int, int, int, int]] = []
        self.positions: list[int] = []
        self.line = 1
        self.doc: str | None = None
        self.inlined: list[tuple[int, int, str, int]] = []

    def __repr__(self) -> str:
        return f"<code {self.qualname}, line {self.line}>"


class Program:
    """A compiled text.

    ``names``: the namespace dict's names in the order of its entries (LOAD_GLOBAL counts them).
    ``register_names``: module-level variables that live in registers of the module code; an input
    of that name is put into the register before the start. ``host_names``: names that are used,
    bound nowhere in the program, and no builtins: they belong to the host.
    """

    __slots__ = (
        "has_await",
        "host_names",
        "module",
        "names",
        "register_names",
        "script_name",
        "source",
    )  # fmt: skip

    def __init__(self, source: str, script_name: str) -> None:
        self.module = Code()
        self.source = source
        self.script_name = script_name
        self.names: list[str] = []
        self.register_names: dict[str, int] = {}
        self.has_await = False
        self.host_names: list[str] = []
