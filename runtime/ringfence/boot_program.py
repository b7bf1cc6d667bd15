"""Compiled prelude files -> CODE objects in the boot block.

Programs of users are written by ``assemble.py`` into a run's program region; here the same CODE
objects are made one by one, since the freezer moves them anyway. All prelude files share one namespace,
which grows by the names each of them uses.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Callable
from typing import Any

from ringfence import layout as L
from ringfence.boot_block import BootBlock
from ringfence.code import Code, NativeConstant, Program
from ringfence.kernels import tags


class ProgramWriter:
    """Writes compiled programs into the boot block."""

    def __init__(self, block: BootBlock, native_value: Callable[[str], int]) -> None:
        self._block = block
        self._native_value = native_value
        self._unit = tags.NONE

    def load(self, tree: ast.Module, source: str, script_name: str, namespace: int) -> int:
        """Compile a tree; answer the FUNCTION of its module code, its globals the namespace."""
        from ringfence.collect import collect
        from ringfence.generate import generate
        from ringfence.scope import resolve

        block = self._block
        names = [block.text(key) for key in self._keys(namespace)]
        program = Program(source, script_name)
        scope = collect(tree, "prelude")
        resolve(scope, frozenset())
        generate(tree, scope, program, "prelude", names, ())
        self._extend(namespace, program.names)
        self._unit = block.tuple([block.string(f"<{script_name}>"), block.string("")])
        code = self._code(program.module)
        name = block.string(program.module.name)
        none = tags.NONE
        fields = [code, namespace, none, none, none, name, name, none, none, none, none]
        return block.object(L.KIND_FUNCTION, fields)

    def _keys(self, namespace: int) -> list[int]:
        block = self._block
        at = (block.field(namespace, L.DICT_ENTRIES) - 1 >> 3) + L.ARRAY_ITEMS
        used = block.field(namespace, L.DICT_USED) >> 1
        return [block.words[at + 3 * number + 1] for number in range(used)]

    def _extend(self, namespace: int, names: list[str]) -> None:
        """Add unbound entries for names that are new."""
        block = self._block
        at = (block.field(namespace, L.DICT_ENTRIES) - 1 >> 3) + L.ARRAY_ITEMS
        keys = self._keys(namespace)
        pairs = [(key, block.words[at + 3 * n + 2]) for n, key in enumerate(keys)]
        if len(names) > len(keys):
            pairs += [(block.string(name), tags.UNBOUND) for name in names[len(keys):]]
            block.refill_dict(namespace, pairs)

    def _code(self, code: Code) -> int:
        block = self._block
        constants = [self._constant(constant) for constant in code.constants]
        flags = code.flags | L.CODE_FLAG_HIDDEN
        handlers = [word for handler in code.handlers for word in handler]
        inlined = [
            block.tuple([start << 1, end << 1, block.string(name), position << 1])
            for start, end, name, position in code.inlined
        ]
        return block.object(L.KIND_CODE, [
            block.string(code.name),
            block.string(code.qualname),
            self._unit,
            flags << 1,
            code.n_positional << 1,
            code.n_positional_only << 1,
            code.n_keyword_only << 1,
            code.n_registers << 1,
            self._raw(code.instructions),
            block.object(L.KIND_ARRAY, constants),
            block.tuple([block.string(name) for name in code.variables]),
            block.tuple([block.string(name) for name in code.free]),
            self._raw(handlers),
            self._raw(code.positions),
            code.line << 1,
            block.value(code.doc),
            block.tuple(inlined),
            block.tuple([block.string(name) for name in code.cells]),
        ])

    def _raw(self, words: list[int]) -> int:
        mask = (1 << 64) - 1
        signed = [(w & mask) - (1 << 64) if w & mask >> 63 << 63 else w & mask for w in words]
        return self._block.object(L.KIND_RAW, signed)

    def _constant(self, constant: Any) -> int:
        block = self._block
        if isinstance(constant, Code):
            return self._code(constant)
        if isinstance(constant, NativeConstant):
            return self._native_value(constant.name)
        if isinstance(constant, tuple):
            return block.tuple([self._constant(item) for item in constant])
        if isinstance(constant, complex):
            parts = struct.unpack("<qq", struct.pack("<dd", constant.real, constant.imag))
            return block.object(L.KIND_COMPLEX, parts)
        if isinstance(constant, frozenset):
            return self._frozenset(constant)
        return block.value(constant)

    def _frozenset(self, items: frozenset[Any]) -> int:
        from ringfence.kernels.sets import set_rebuild

        block = self._block
        words = [word for item in items for word in (0, self._constant(item))]
        entries = block.object(L.KIND_ARRAY, words)
        fields = [len(items) << 1, len(items) << 1, entries, 0, 0, tags.UNBOUND]
        made = block.object(L.KIND_FROZENSET, fields)
        set_rebuild(block.m, made)
        return made
