"""Compiling source text for ``exec``, ``eval`` and ``compile``: the one trap that adds code.

The text goes through the same front end and the same refusals as the program itself; its code is
placed behind the programs of the run.
"""

from __future__ import annotations

from typing import Any

from ringfence import layout as L
from ringfence.traps import check_time, trap

CHARGE_PER_CHARACTER = 60  # compiling takes some 250 ns a character
MOST_S_PER_CHARACTER = 6e-6  # of a text that is nothing but short statements


@trap("source.compile", on_machine=True)
def compile_source_text(
    machine: Any, source: str, script_name: str, mode: str, entries: tuple[Any, ...]
) -> int:
    """Compile and place; the answer is (code, names of the namespace's entries).

    `entries`: keys of the entries that the namespace has; what is no string cannot be addressed.
    """
    from ringfence.compile import compile_source
    from ringfence.errors import MontySyntaxError
    from ringfence.programs import Compiled

    words = machine.block.words
    check_time(machine.deadline, len(source) * MOST_S_PER_CHARACTER)
    words[L.STATE_INSTRUCTIONS] += len(source) * CHARGE_PER_CHARACTER
    names = [e if isinstance(e, str) else f"\0{number}" for number, e in enumerate(entries)]
    try:
        program = compile_source(source, script_name, mode=mode, names=names)
        compiled = Compiled(program, words[L.STATE_PROGRAM_TOP])
        code = compiled.place(machine.block)
    except MontySyntaxError as error:
        place = (error.filename, error.lineno, error.offset, error.text, error.end_lineno,
                 error.end_offset)
        return int(machine.raise_inside(error.kind, error.kind, (error.message, place)))
    except MemoryError:
        return int(machine.raise_inside("MemoryError", "MemoryError", ()))
    given = machine.put((tuple(program.names),), _no_plain_data)[0]
    top = words[L.STATE_HEAP_TOP]
    for offset, word in enumerate((4 << 32 | L.KIND_TUPLE, 2 << 1, code, given)):
        words[(top >> 3) + offset] = word
    words[L.STATE_HEAP_TOP] = top + 32
    return int(machine.answer_with(top + 1))


def _no_plain_data(culprit: object) -> Exception:
    return TypeError(f"`{type(culprit).__name__}` is no plain data")
