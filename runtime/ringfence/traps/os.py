"""What the module ``os`` needs of the host besides its questions: entropy."""

from __future__ import annotations

import os
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap


@trap("os.urandom")
def urandom(context: TrapContext, size: Any) -> bytes:
    """Bytes nobody can guess, or those of the host's policy."""
    if type(size) is not int:
        raise TrapDeclined
    context.check_size(size)
    return entropy_of(context, size)


def entropy_of(context: TrapContext, size: int) -> bytes:
    """Random bytes as the host's policy gives them; declined where the program has to ask."""
    if context.system is None:
        return os.urandom(size)
    try:
        fixed: bytes | None = context.system.entropy(size)
    except LookupError:
        raise TrapDeclined from None
    return os.urandom(size) if fixed is None else fixed
