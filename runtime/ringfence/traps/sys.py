"""What a program writes to its standard error."""

from __future__ import annotations

from typing import Any

from ringfence import layout as L
from ringfence.kernels.tags import NONE
from ringfence.traps import trap


@trap("sys.write_error", on_machine=True)
def write_error(machine: Any, text: str) -> int:
    """Hand text to the host as of the stream ``stderr``, behind what was printed before.

    It counts as output; what is beyond the limit is dropped, and the next print stops the run.
    """
    words = machine.block.words
    data = text.encode("utf-8", "surrogatepass")
    room = machine.allowance.output_bytes - words[L.STATE_OUTPUT_BYTES]
    words[L.STATE_OUTPUT_BYTES] += len(data)
    if machine.flush() and room > 0:
        machine.output_bytes += len(data)
        machine.write_out("stderr", data[: int(room)].decode("utf-8", "ignore"))
    return int(machine.answer_with(NONE))
