"""Import statements.

IMPORT's operand C names a constant tuple (names, level); names is None for `import a.b`. The
prelude's `from _kernel import x` binds nothing at run time: each use of x is the native itself.
"""

from __future__ import annotations

import _ast as ast

from ringfence.collect import mangle
from ringfence.generate.builder import Builder
from ringfence.generate.names import store
from ringfence.generate.tables import STATEMENTS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_IMPORT: Final = int(Op.IMPORT)
_IMPORT_FROM: Final = int(Op.IMPORT_FROM)
_IMPORT_STAR: Final = int(Op.IMPORT_STAR)


def _private(b: Builder, name: str) -> str:
    return mangle(name, b.scope.private)


def _import(b: Builder, node: ast.Import) -> None:
    top = b.top
    for alias in node.names:
        module = b.temp()
        how = b.narrow_constant((None, 0))
        b.emit(_IMPORT, module, b.name_constant(alias.name), how, node)
        if alias.asname is None:
            store(b, _private(b, alias.name.split(".")[0]), module, node)
        else:
            for part in alias.name.split(".")[1:]:
                b.emit(_IMPORT_FROM, module, module, b.name_constant(part), node)
            store(b, _private(b, alias.asname), module, node)
        b.top = top


def _import_from(b: Builder, node: ast.ImportFrom) -> None:
    if node.module == "_kernel" and b.unit.mode == "prelude":
        return
    module: Any = b.temp()
    names = tuple(alias.name for alias in node.names)
    how = b.narrow_constant((names, node.level))
    b.emit(_IMPORT, module, b.name_constant(node.module or ""), how, node)
    if names == ("*",):
        b.emit(_IMPORT_STAR, module, 0, 0, node)
        return
    for alias in node.names:
        value = b.temp()
        b.emit(_IMPORT_FROM, value, module, b.name_constant(alias.name), node)
        store(b, _private(b, alias.asname or alias.name), value, node)
        b.top = value


STATEMENTS[ast.Import] = _import
STATEMENTS[ast.ImportFrom] = _import_from
