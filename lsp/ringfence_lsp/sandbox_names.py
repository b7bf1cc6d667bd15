"""Names that every program of the sandbox has: builtins and modules, from the runtime's support table."""

from __future__ import annotations

from typing import Final

from ringfence.support import modules, table

BUILTINS: Final = frozenset(
    name for name, entry in table().items() if "." not in name and entry.kind != "module"
)
MODULES: Final = frozenset(modules())
