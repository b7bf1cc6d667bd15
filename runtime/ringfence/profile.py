"""What each line and each function of a program cost.

The kernels count for every instruction of the program region (``kernels/profile.py``); here the
counters are gathered by the instructions' source lines and by the code they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from ringfence import decode
from ringfence import layout as L

if TYPE_CHECKING:
    from ringfence.machine import Machine

_LINE_MASK = (1 << L.POSITION_LINE_BITS) - 1


class Cost(NamedTuple):
    """Instructions (with what builtins charge for their work) and bytes allocated."""

    instructions: int
    memory_bytes: int


@dataclass
class Profile:
    """Costs by source line and by function.

    Attributes
    ----------
    lines
        By script name and line number.
    functions
        By script name, line of the definition and qualified name; calls to others not included.
    """

    lines: dict[tuple[str, int], Cost] = field(default_factory=dict)
    functions: dict[tuple[str, int, str], Cost] = field(default_factory=dict)

    def text(self, source: str, script_name: str = "main.py") -> str:
        """The source with the cost of each line before it, then the functions, dearest first."""
        total = sum(cost.instructions for cost in self.lines.values()) or 1
        shown = [f"{'instructions':>14} {'%':>5} {'bytes':>12}  source"]
        for number, line in enumerate(source.splitlines(), 1):
            cost = self.lines.get((script_name, number))
            if cost is None:
                shown.append(f"{'':>33}  {line}".rstrip())
            else:
                share = 100 * cost.instructions / total
                shown.append(
                    f"{cost.instructions:>14,} {share:>5.1f} {cost.memory_bytes:>12,}  {line}"
                )
        shown.append("")
        dearest = sorted(self.functions.items(), key=lambda pair: -pair[1].instructions)
        for (script, line_number, name), cost in dearest:
            share = 100 * cost.instructions / total
            shown.append(f"{cost.instructions:>14,} {share:>5.1f} {cost.memory_bytes:>12,}  "
                         f"{name} ({script}:{line_number})")
        return "\n".join(shown)


def profile(machine: Machine) -> Profile:
    """Gather the counters of a run."""
    words = machine.block.words
    reader = decode.Decoder(machine.block)
    counters = words[L.STATE_PROFILE_AT]
    found = Profile()
    at = L.PROGRAM_AT
    top = min(words[L.STATE_PROGRAM_TOP], counters)
    while at < top:
        header = words[at >> 3]
        size = (header >> 32) & 0xFFFFFFFF
        if size <= 0:
            break
        if header & 255 == L.KIND_CODE:
            _gather(words, reader, counters, at, found)
        at += size * 8
    return found


def _gather(words: Any, reader: decode.Decoder, counters: int, at: int, found: Profile) -> None:
    """Add the counters of one code object."""
    code = at >> 3
    instructions = words[code + L.CODE_INSTRUCTIONS] - 1
    positions = words[code + L.CODE_POSITIONS] - 1
    n = ((words[instructions >> 3] >> 32) & 0xFFFFFFFF) - 1
    first = (counters + 2 * (instructions + 8 - L.PROGRAM_AT)) >> 3
    flat = words[first : first + 2 * n].tolist()
    if not any(flat):
        return
    places = words[(positions >> 3) + 1 : (positions >> 3) + 1 + n].tolist()
    unit = words[code + L.CODE_UNIT] - 1 >> 3
    script = reader.text(words[unit + L.TUPLE_ITEMS])
    total = Cost(0, 0)
    for fuel, memory, place in zip(flat[::2], flat[1::2], places, strict=True):
        if fuel or memory:
            key = (script, place & _LINE_MASK)
            before = found.lines.get(key, Cost(0, 0))
            found.lines[key] = Cost(before.instructions + fuel, before.memory_bytes + memory)
            total = Cost(total.instructions + fuel, total.memory_bytes + memory)
    name = reader.text(words[code + L.CODE_QUALNAME])
    known = (script, words[code + L.CODE_LINE] >> 1, name)
    before = found.functions.get(known, Cost(0, 0))
    found.functions[known] = Cost(
        before.instructions + total.instructions, before.memory_bytes + total.memory_bytes)
