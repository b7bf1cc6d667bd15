"""Natives that leave the machine with a question to the host: waiting, and the operating system."""

from ringfence.kernels.jit import native
from ringfence.kernels.memory import load, set_word, word
from ringfence.kernels.status import OS_CALL, WAIT
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    STATE_ARGUMENT_0,
    STATE_ARGUMENT_COUNT,
    STATE_CALL_ID,
    STATE_RESULT_AT,
)


@native("host_wait")
def host_wait(m, args, n, dst):
    """(timeout in seconds or None): wait for answers the host owes.

    The result is a list of (call id, failed, value or the parts of an exception).
    """
    set_word(m, 0, STATE_ARGUMENT_0, load(m, args) if n > 0 else NONE)
    set_word(m, 0, STATE_ARGUMENT_COUNT, 1)
    set_word(m, 0, STATE_RESULT_AT, dst)
    return WAIT


@native("os_call")
def os_call(m, args, n, dst):
    """(operation, args tuple, kwargs dict or None): ask the host for something of the system."""
    set_word(m, 0, STATE_ARGUMENT_0, load(m, args))
    set_word(m, 0, STATE_ARGUMENT_0 + 1, load(m, args + 8))
    set_word(m, 0, STATE_ARGUMENT_0 + 2, load(m, args + 16) if n > 2 else NONE)
    set_word(m, 0, STATE_ARGUMENT_COUNT, 3)
    set_word(m, 0, STATE_RESULT_AT, dst)
    set_word(m, 0, STATE_CALL_ID, word(m, 0, STATE_CALL_ID) + 1)
    return OS_CALL
