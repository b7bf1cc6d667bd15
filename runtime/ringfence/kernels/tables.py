"""Numbers of natives and cold opcodes: which kernel stands at which place of the two tables.

Native numbers are given by sorted name, so they depend on nothing but the set of names; the boot
image is stamped with that set. Importing this module imports every kernel file.
"""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

import ringfence.kernels
from ringfence.kernels import jit
from ringfence.opcodes import Op

for _module in pkgutil.iter_modules(ringfence.kernels.__path__):
    if _module.name != "tables":
        importlib.import_module(f"ringfence.kernels.{_module.name}")


def native_numbers() -> dict[str, int]:
    """Map each native's name to its number."""
    return {name: number for number, name in enumerate(sorted(jit.NATIVES))}


def kernel_names() -> tuple[list[str], list[str]]:
    """Names of the kernels of natives and of opcodes, by number ('' where there is none)."""
    natives = [jit.NATIVES[name] for name in native_numbers()]
    opcodes = [jit.OPCODES.get(number, "") for number in range(len(Op))]
    return natives, opcodes


def functions() -> tuple[list[Callable[..., Any]], list[Callable[..., Any]]]:
    """Bodies of the same, for the interpreted kernels."""
    natives, opcodes = kernel_names()
    bodies = {name: body for name, (body, _, _) in jit.KERNELS.items()}
    return [bodies[n] for n in natives], [bodies.get(n, _missing) for n in opcodes]


def _missing(m: int, base: int, insn: int) -> int:
    raise NotImplementedError(f"opcode {Op(insn & 0xFFFF).name} has no kernel")
