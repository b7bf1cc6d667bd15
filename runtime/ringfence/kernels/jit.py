"""The decorators that make kernels, and the two ways to run them.

``@kernel("i64(i64, i64)")`` declares a compiled function. While the native library is built
(``MODE == "build"``) the decorated name becomes a reference to the symbol of that name, and the
body is kept for the builder (``ringfence/native/build.py``), which lets numba lower it, one object
file for each source file. Otherwise the function stays plain Python: the interpreted twin, used
for coverage and debugging (``RINGFENCE_INTERPRET=1``). Neither numba nor numpy is imported here;
at run time the shared library replaces this whole package.

* ``inline=True``: the body is also compiled into every file that calls it.
* ``@opcode(Op.X)``: a cold opcode, ``(m, base, insn) -> status``, called through a table.
* ``@native("name")``: a builtin, ``(m, args, n, dst) -> status``: n values at offset args, the
  result to offset dst; answers NEXT, DECLINE, FAIL, RAISE, CALL or NEEDS_ROOM.
* ``@export``: callable by the host from the shared library.
"""

import os
from collections.abc import Callable
from typing import Any

MODE = os.environ.get("RINGFENCE_KERNELS", "interpret")

KERNELS: dict[str, tuple[Callable[..., Any], str, bool]] = {}  # name -> body, signature, inline
OPCODES: dict[int, str] = {}  # opcode -> kernel name
NATIVES: dict[str, str] = {}  # native name -> kernel name
EXPORTS: list[str] = []

_SYMBOL_PREFIX = "rf_"


def _declare(function: Callable[..., Any], signature: str, inline: bool) -> Any:
    name = function.__name__
    if name in KERNELS and KERNELS[name][0].__module__ != function.__module__:
        raise ValueError(f"two kernels are called `{name}`")
    KERNELS[name] = (function, signature, inline)
    if MODE != "build":
        return function
    from numba import types
    from numba.core import sigutils

    args, result = sigutils.normalize_signature(signature)
    return types.ExternalFunction(_SYMBOL_PREFIX + name, result(*args))


def kernel(signature: str, *, inline: bool = False) -> Callable[[Callable[..., Any]], Any]:
    """Declare a kernel with an explicit numba signature over ``i8`` (int64) and ``f8``."""
    return lambda function: _declare(function, signature, inline)


def opcode(*numbers: int) -> Callable[[Callable[..., Any]], Any]:
    """Declare the kernel of one or more cold opcodes: ``(m, base, insn) -> status``."""

    def declare(function: Callable[..., Any]) -> Any:
        for number in numbers:
            if int(number) in OPCODES:
                raise ValueError(f"opcode {number!r} has two kernels")
            OPCODES[int(number)] = function.__name__
        return _declare(function, "i8(i8, i8, i8)", False)

    return declare


def native(*names: str) -> Callable[[Callable[..., Any]], Any]:
    """Declare the kernel of one or more builtins: ``(m, args, n, dst) -> status``."""

    def declare(function: Callable[..., Any]) -> Any:
        for name in names:
            if name in NATIVES:
                raise ValueError(f"two natives are called `{name}`")
            NATIVES[name] = function.__name__
        return _declare(function, "i8(i8, i8, i8, i8)", False)

    return declare


def export(function: Any) -> Any:
    """Make a kernel callable by the host. Goes on the outside of ``@kernel``."""
    EXPORTS.append(list(KERNELS)[-1])
    return function
