"""What a kernel answers. Zero and RELOAD go on inside the loop; the rest is handled on the way out.

NEXT     done, go on with the next instruction
RELOAD   pc and base changed: read STATE_PC and STATE_BASE again
RAISE    STATE_EXCEPTION is raised in the running frame
FAIL     failure STATE_FAILURE with operands in STATE_ARGUMENT_*: the prelude function of that
         number is called, and raises the exception Python would
CALL     call STATE_CALLEE with STATE_ARGUMENT_COUNT arguments in STATE_ARGUMENT_*; the result is
         treated as STATE_RESULT_KIND says and lands at STATE_RESULT_AT
DECLINE  (natives only) not my case: try the trap, then the prelude fallback
The rest leaves the machine; the host answers and enters again.
"""

from typing import Final

NEXT: Final = 0
RELOAD: Final = 1
RAISE: Final = 2
FAIL: Final = 3
CALL: Final = 4
DECLINE: Final = 5
# leave the machine
DONE: Final = 8  # result in STATE_ARGUMENT_0
RAISED: Final = 9  # uncaught: STATE_EXCEPTION
HOST_CALL: Final = 10  # name, args, kwargs in STATE_ARGUMENT_0..2; answer goes to STATE_RESULT_AT
OS_CALL: Final = 11  # same
NAME: Final = 12  # unknown name in STATE_ARGUMENT_0
TRAP: Final = 13  # STATE_TRAP on the arguments; answer goes to STATE_RESULT_AT
NEEDS_ROOM: Final = 14  # collect, make STATE_ROOM bytes of room, run the instruction again
LIMIT: Final = 15  # STATE_LIMIT hit; the instruction has not run
WAIT: Final = 16  # every task waits for the host
SLICE: Final = 17  # the slice of fuel is used up
OUTPUT: Final = 18  # the print buffer wants to be emptied; the instruction has run
BROKEN: Final = 19  # an invariant does not hold (checked build): the run is dead
