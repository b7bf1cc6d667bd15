"""What the module ``random`` needs of the host: fresh entropy, and the digest of a textual seed."""

from __future__ import annotations

import hashlib
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap
from ringfence.traps.os import entropy_of

ENTROPY_BYTES = 32


@trap("random.entropy")
def entropy(context: TrapContext) -> int:
    """A number nobody can guess."""
    return int.from_bytes(entropy_of(context, ENTROPY_BYTES))


@trap("random.seed_of_bytes")
def seed_of_bytes(context: TrapContext, data: Any) -> int:
    """The number that a seed given as text stands for."""
    if type(data) is not bytes:
        raise TrapDeclined
    context.check_size(2 * len(data) + 256)
    return int.from_bytes(data + hashlib.sha512(data).digest())
