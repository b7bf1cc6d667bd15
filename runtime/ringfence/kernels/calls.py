"""Calling: frames, argument binding, natives, classes, methods, host functions.

A call *window* is eight frame words followed by the arguments. ``window`` is the offset of its
first word; the callee's registers begin at ``window + 64``. Nothing a call moves may have to be
moved back: every check that can answer NEEDS_ROOM comes before the first write.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.attributes import class_call_plan, method_lookup
from ringfence.kernels.classes import special_function
from ringfence.kernels.dicts import dict_get_str, dict_new, dict_set_item
from ringfence.kernels.equality import equal
from ringfence.kernels.exceptions import exception_make, exception_type_check
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import (
    call_native,
    field,
    load,
    move_bytes,
    set_word,
    store,
    word,
)
from ringfence.kernels.objects import (
    call_helper3,
    fail,
    fail3,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.registers import at_a, constant, number_b, number_c
from ringfence.kernels.shapes import instance_new
from ringfence.kernels.status import (
    CALL,
    DECLINE,
    FAIL,
    HOST_CALL,
    NEEDS_ROOM,
    NEXT,
    RELOAD,
    TRAP,
)
from ringfence.kernels.tags import NONE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    BOUND_NATIVE,
    BOUND_SELF,
    CODE_FLAG_VARARGS,
    CODE_FLAG_VARKEYWORDS,
    CODE_FLAGS,
    CODE_INSTRUCTIONS,
    CODE_N_KEYWORD_ONLY,
    CODE_N_POSITIONAL,
    CODE_N_POSITIONAL_ONLY,
    CODE_N_REGISTERS,
    CODE_VARIABLES,
    DICT_ENTRIES,
    DICT_USED,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_DST,
    FRAME_EXTRA,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FRAME_KIND,
    FRAME_PC,
    FUNCTION_CODE,
    FUNCTION_DEFAULTS,
    FUNCTION_GLOBALS,
    FUNCTION_KEYWORD_DEFAULTS,
    HOST_FUNCTION_NAME,
    KIND_BOUND_NATIVE,
    KIND_CLASS,
    KIND_DICT,
    KIND_FUNCTION,
    KIND_HOST_FUNCTION,
    KIND_LIST,
    KIND_METHOD,
    KIND_NATIVE,
    KIND_TUPLE,
    METHOD_FUNCTION,
    METHOD_SELF,
    NAME_CALL,
    NATIVE_FALLBACK,
    NATIVE_MAX,
    NATIVE_MIN,
    NATIVE_NUMBER,
    NATIVE_TRAP,
    RAW_DATA,
    RETURN_INIT,
    RETURN_VALUE,
    STACK_END,
    STATE_ARGUMENT_0,
    STATE_ARGUMENT_COUNT,
    STATE_BASE,
    STATE_CALL_ID,
    STATE_CALLEE,
    STATE_DEPTH,
    STATE_DEPTH_LIMIT,
    STATE_DEPTH_PEAK,
    STATE_PC,
    STATE_RESULT_AT,
    STATE_RESULT_KIND,
    STATE_TRAP,
    STATE_TRAP_ARGUMENT_COUNT,
    STATE_TRAP_ARGUMENTS_AT,
)
from ringfence.opcodes import Op

FRAME_BYTES = 64
DEPTH_SLACK = 64  # frames beyond the limit for raising the RecursionError itself
STACK_SLACK = 0x200000
SPREAD_LIMIT = 50_000  # arguments of one call


@kernel("i8(i8, i8)", inline=True)
def frame_top(m, base):
    """Offset just above the registers of a frame: where a new window may begin."""
    return base + (field(m, word(m, base, FRAME_CODE), CODE_N_REGISTERS) << 2)


@kernel("i8(i8, i8)", inline=True)
def window_above(m, base):
    """A window above the registers of a frame; what becomes FRAME_EXTRA is cleared of old rubbish."""
    window = frame_top(m, base)
    store(m, window, UNBOUND)
    return window


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def push_frame(m, function, window, n_set, result_kind, dst):
    """Make the frame of a function whose first n_set registers are filled; answers RELOAD."""
    base = word(m, 0, STATE_BASE)
    depth = word(m, 0, STATE_DEPTH) + 1
    code = field(m, function, FUNCTION_CODE)
    top = window + FRAME_BYTES
    n_registers = field(m, code, CODE_N_REGISTERS) >> 1
    set_word(m, 0, STATE_DEPTH, depth)
    if depth > word(m, 0, STATE_DEPTH_PEAK):
        set_word(m, 0, STATE_DEPTH_PEAK, depth)
    set_word(m, base, FRAME_PC, word(m, 0, STATE_PC))
    for k in range(n_set, n_registers):
        store(m, top + k * 8, UNBOUND)
    set_word(m, top, FRAME_KIND, result_kind << 1)
    set_word(m, top, FRAME_DST, dst)
    set_word(m, top, FRAME_GLOBALS, field(m, function, FUNCTION_GLOBALS))
    set_word(m, top, FRAME_FUNCTION, function)
    set_word(m, top, FRAME_BASE, base)
    set_word(m, top, FRAME_PC, 0)
    set_word(m, top, FRAME_CODE, code)
    set_word(m, 0, STATE_BASE, top)
    set_word(m, 0, STATE_PC, field(m, code, CODE_INSTRUCTIONS) - 1 + RAW_DATA * 8)
    return RELOAD


@kernel("i8(i8, i8, i8, i8)")
def depth_ok(m, function, window, slack):
    """Whether one more frame fits: below the depth limit and on the stack."""
    if word(m, 0, STATE_DEPTH) >= word(m, 0, STATE_DEPTH_LIMIT) + slack:
        return 0
    code = field(m, function, FUNCTION_CODE)
    top = window + FRAME_BYTES + (field(m, code, CODE_N_REGISTERS) << 2)
    return top < STACK_END - STACK_SLACK + slack * 4096  # at most up to SCRATCH_AT


@kernel("i8(i8, i8, i8, i8)")
def collect_arguments(m, args, n, first):
    """A tuple of the arguments from number `first` on. Room has been asked for."""
    w = new_tuple(m, max(n - first, 0))
    for k in range(first, n):
        set_tuple_item(m, w, k - first, load(m, args + k * 8))
    return w


@kernel("i8(i8, i8, i8, i8, i8)")
def bind_failure(m, function, args, n, kwargs):
    """Report a call with wrong arguments."""
    return fail3(m, Failure.ARGUMENTS_BIND, function, collect_arguments(m, args, n, 0), kwargs)


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def call_function_at(m, function, window, args, n, result_kind, dst):
    """Call a FUNCTION with n positional arguments lying at `args`; answers a status."""
    if depth_ok(m, function, window, 0) == 0:
        return fail(m, Failure.RECURSION, NONE, NONE)
    if has_room(m, n * 8 + 512) == 0:
        return need_room(m, n * 8 + 512)
    code = field(m, function, FUNCTION_CODE)
    flags = field(m, code, CODE_FLAGS) >> 1
    n_positional = field(m, code, CODE_N_POSITIONAL) >> 1
    n_keyword_only = field(m, code, CODE_N_KEYWORD_ONLY) >> 1
    registers = window + FRAME_BYTES
    missing = n_positional - n
    defaults = field(m, function, FUNCTION_DEFAULTS)
    n_defaults = 0
    if defaults != NONE:
        n_defaults = tuple_length(m, defaults)
    if missing > n_defaults:
        return bind_failure(m, function, args, n, NONE)
    if missing < 0 and (flags & CODE_FLAG_VARARGS) == 0:
        return bind_failure(m, function, args, n, NONE)
    keyword_defaults = field(m, function, FUNCTION_KEYWORD_DEFAULTS)
    if n_keyword_only > 0:
        names = field(m, code, CODE_VARIABLES)
        for k in range(n_keyword_only):
            found = UNBOUND
            if keyword_defaults != NONE:
                found = dict_get_str(m, keyword_defaults, tuple_item(m, names, n_positional + k))
            if found == UNBOUND:
                return bind_failure(m, function, args, n, NONE)
    rest = NONE
    if flags & CODE_FLAG_VARARGS:
        rest = collect_arguments(m, args, n, n_positional)
    n_given = min(n, n_positional)
    if args != registers:
        move_bytes(m, registers, args, n_given * 8)
    for k in range(n_given, n_positional):
        store(m, registers + k * 8, tuple_item(m, defaults, n_defaults - n_positional + k))
    n_set = n_positional
    if n_keyword_only > 0:
        names = field(m, code, CODE_VARIABLES)
        for k in range(n_keyword_only):
            value = dict_get_str(m, keyword_defaults, tuple_item(m, names, n_positional + k))
            store(m, registers + n_set * 8, value)
            n_set += 1
    if flags & CODE_FLAG_VARARGS:
        store(m, registers + n_set * 8, rest)
        n_set += 1
    if flags & CODE_FLAG_VARKEYWORDS:
        store(m, registers + n_set * 8, dict_new(m, 0))
        n_set += 1
    return push_frame(m, function, window, n_set, result_kind, dst)


@kernel("i8(i8, i8, i8)")
def parameter_index(m, code, name):
    """Register of the parameter that a keyword names, or -1."""
    names = field(m, code, CODE_VARIABLES)
    first = field(m, code, CODE_N_POSITIONAL_ONLY) >> 1
    end = (field(m, code, CODE_N_POSITIONAL) + field(m, code, CODE_N_KEYWORD_ONLY)) >> 1
    for k in range(first, end):
        if tuple_item(m, names, k) == name:
            return k
    for k in range(first, end):
        if equal(m, tuple_item(m, names, k), name) == 1:
            return k
    return -1


@kernel("i8(i8, i8, i8, i8, i8, i8, i8, i8)")
def call_function_keywords(m, function, window, args, n, kwargs, result_kind, dst):
    """Call a FUNCTION with positional arguments at `args` and a dict of keywords.

    `args` must not overlap the window (it lies in a tuple, or above the registers).
    """
    if depth_ok(m, function, window, 0) == 0:
        return fail(m, Failure.RECURSION, NONE, NONE)
    if has_room(m, n * 8 + 0x4000) == 0:
        return need_room(m, n * 8 + 0x4000)
    code = field(m, function, FUNCTION_CODE)
    flags = field(m, code, CODE_FLAGS) >> 1
    n_positional = field(m, code, CODE_N_POSITIONAL) >> 1
    n_named = n_positional + (field(m, code, CODE_N_KEYWORD_ONLY) >> 1)
    registers = window + FRAME_BYTES
    if n > n_positional and (flags & CODE_FLAG_VARARGS) == 0:
        return bind_failure(m, function, args, n, kwargs)
    n_given = min(n, n_positional)
    for k in range(n_given, n_named):
        store(m, registers + k * 8, UNBOUND)
    rest = NONE
    if flags & CODE_FLAG_VARARGS:
        rest = collect_arguments(m, args, n, n_positional)
    for k in range(n_given):
        store(m, registers + k * 8, load(m, args + k * 8))
    extra = NONE
    if flags & CODE_FLAG_VARKEYWORDS:
        extra = dict_new(m, 0)
    entries = field(m, kwargs, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8
    for e in range(field(m, kwargs, DICT_USED) >> 1):
        value = word(m, entries + e * 24, 2)
        if value == UNBOUND:
            continue
        name = word(m, entries + e * 24, 1)
        index = parameter_index(m, code, name)
        if index >= 0:
            if load(m, registers + index * 8) != UNBOUND:
                return bind_failure(m, function, args, n, kwargs)
            store(m, registers + index * 8, value)
        elif extra == NONE:
            return bind_failure(m, function, args, n, kwargs)
        else:
            dict_set_item(m, extra, name, value)
    defaults = field(m, function, FUNCTION_DEFAULTS)
    n_defaults = 0
    if defaults != NONE:
        n_defaults = tuple_length(m, defaults)
    keyword_defaults = field(m, function, FUNCTION_KEYWORD_DEFAULTS)
    names = field(m, code, CODE_VARIABLES)
    for k in range(n_given, n_named):
        if load(m, registers + k * 8) != UNBOUND:
            continue
        value = UNBOUND
        if k < n_positional:
            place = n_defaults - n_positional + k
            if place >= 0:
                value = tuple_item(m, defaults, place)
        elif keyword_defaults != NONE:
            value = dict_get_str(m, keyword_defaults, tuple_item(m, names, k))
        if value == UNBOUND:
            return bind_failure(m, function, args, n, kwargs)
        store(m, registers + k * 8, value)
    n_set = n_named
    if flags & CODE_FLAG_VARARGS:
        store(m, registers + n_set * 8, rest)
        n_set += 1
    if flags & CODE_FLAG_VARKEYWORDS:
        store(m, registers + n_set * 8, extra)
        n_set += 1
    return push_frame(m, function, window, n_set, result_kind, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def native_fallback(m, native, window, args, n, dst):
    """Call the prelude function behind a native whose kernel and trap declined."""
    function = field(m, native, NATIVE_FALLBACK)
    if function == NONE:
        if has_room(m, n * 8) == 0:
            return need_room(m, n * 8)
        return fail3(m, Failure.NATIVE_ARGUMENTS, native, collect_arguments(m, args, n, 0), NONE)
    return call_function_at(m, function, window, args, n, RETURN_VALUE, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_native_at(m, native, window, args, n, dst):
    """Call a NATIVE with n arguments at `args`: kernel, then trap, then prelude."""
    n_max = field(m, native, NATIVE_MAX) >> 1
    if n < field(m, native, NATIVE_MIN) >> 1 or (n_max >= 0 and n > n_max):
        return native_fallback(m, native, window, args, n, dst)
    number = field(m, native, NATIVE_NUMBER) >> 1
    if number >= 0:
        status = call_native(number, m, args, n, dst)
        if status != DECLINE:
            return status
    return native_declined(m, native, window, args, n, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def native_declined(m, native, window, args, n, dst):
    """Go on with a native whose kernel declined: trap, then prelude."""
    number = field(m, native, NATIVE_TRAP) >> 1
    if number >= 0:
        set_word(m, 0, STATE_TRAP, number)
        set_word(m, 0, STATE_TRAP_ARGUMENTS_AT, args)
        set_word(m, 0, STATE_TRAP_ARGUMENT_COUNT, n)
        set_word(m, 0, STATE_CALLEE, native)
        set_word(m, 0, STATE_RESULT_AT, dst)
        set_word(m, 0, STATE_RESULT_KIND, window)
        return TRAP
    return native_fallback(m, native, window, args, n, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_host(m, function, args, n, kwargs, dst):
    """Leave the machine with a question to the host."""
    if has_room(m, n * 8) == 0:
        return need_room(m, n * 8)
    set_word(m, 0, STATE_ARGUMENT_0, field(m, function, HOST_FUNCTION_NAME))
    set_word(m, 0, STATE_ARGUMENT_0 + 1, collect_arguments(m, args, n, 0))
    set_word(m, 0, STATE_ARGUMENT_0 + 2, kwargs)
    set_word(m, 0, STATE_ARGUMENT_COUNT, 3)
    set_word(m, 0, STATE_RESULT_AT, dst)
    set_word(m, 0, STATE_CALL_ID, word(m, 0, STATE_CALL_ID) + 1)
    return HOST_CALL


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_class_at(m, class_, window, args, n, dst):
    """Call a CLASS with positional arguments."""
    plan = class_call_plan(m, class_)
    callee = word(m, 0, STATE_CALLEE)
    if plan == 1:
        if has_room(m, 4096) == 0:
            return need_room(m, 4096)
        if callee == UNBOUND:
            if n == 0:
                store(m, dst, instance_new(m, class_))
                return NEXT
        elif kind_of(m, callee) == KIND_FUNCTION:
            instance = instance_new(m, class_)
            set_word(m, args, -1, instance)
            set_word(m, 0, STATE_CALLEE, callee)
            status = call_function_at(m, callee, window, args - 8, n + 1, RETURN_INIT, dst)
            if status == RELOAD:
                set_word(m, word(m, 0, STATE_BASE), FRAME_EXTRA, instance)
            return status
    if plan == 2:
        set_word(m, args, -1, class_)
        return call_native_at(m, callee, window, args - 8, n + 1, dst)
    if plan == 3:
        if has_room(m, n * 8 + 4096) == 0:
            return need_room(m, n * 8 + 4096)
        instance = exception_make(m, class_, args, n)
        set_word(m, args, -1, instance)
        status = call_function_at(m, callee, window, args - 8, n + 1, RETURN_INIT, dst)
        if status == RELOAD:
            set_word(m, word(m, 0, STATE_BASE), FRAME_EXTRA, instance)
        return status
    if has_room(m, n * 8) == 0:
        return need_room(m, n * 8)
    arguments = collect_arguments(m, args, n, 0)
    return call_helper3(m, Helper.CALL_CLASS, RETURN_VALUE, dst, class_, arguments, NONE)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_at(m, callee, window, args, n, dst):
    """Call any value with n positional arguments at `args`.

    The word before `args` is free to hold a receiver.
    """
    kind = kind_of(m, callee)
    if kind == KIND_FUNCTION:
        return call_function_at(m, callee, window, args, n, RETURN_VALUE, dst)
    if kind == KIND_NATIVE:
        return call_native_at(m, callee, window, args, n, dst)
    if kind == KIND_CLASS:
        return call_class_at(m, callee, window, args, n, dst)
    if kind == KIND_METHOD:
        set_word(m, args, -1, field(m, callee, METHOD_SELF))
        function = field(m, callee, METHOD_FUNCTION)
        if kind_of(m, function) == KIND_FUNCTION:
            return call_function_at(m, function, window, args - 8, n + 1, RETURN_VALUE, dst)
        if has_room(m, n * 8 + 64) == 0:
            return need_room(m, n * 8 + 64)
        arguments = collect_arguments(m, args - 8, n + 1, 0)
        return call_helper3(m, Helper.CALL_OBJECT, RETURN_VALUE, dst, function, arguments, NONE)
    if kind == KIND_BOUND_NATIVE:
        set_word(m, args, -1, field(m, callee, BOUND_SELF))
        return call_native_at(m, field(m, callee, BOUND_NATIVE), window, args - 8, n + 1, dst)
    if kind == KIND_HOST_FUNCTION:
        return call_host(m, callee, args, n, NONE, dst)
    function = special_function(m, callee, NAME_CALL)
    if function != UNBOUND:
        set_word(m, args, -1, callee)
        return call_function_at(m, function, window, args - 8, n + 1, RETURN_VALUE, dst)
    if has_room(m, n * 8) == 0:
        return need_room(m, n * 8)
    arguments = collect_arguments(m, args, n, 0)
    return call_helper3(m, Helper.CALL_OBJECT, RETURN_VALUE, dst, callee, arguments, NONE)


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def call_keywords_at(m, callee, window, args, n, kwargs, dst):
    """Call any value with positional arguments at `args` and a dict of keywords.

    `args` lies above the window and above its first registers (see the callers); the word before
    it is free to hold a receiver.
    """
    kind = kind_of(m, callee)
    if kind == KIND_FUNCTION:
        return call_function_keywords(m, callee, window, args, n, kwargs, RETURN_VALUE, dst)
    if kind == KIND_METHOD and kind_of(m, field(m, callee, METHOD_FUNCTION)) == KIND_FUNCTION:
        set_word(m, args, -1, field(m, callee, METHOD_SELF))
        function = field(m, callee, METHOD_FUNCTION)
        return call_function_keywords(
            m, function, window, args - 8, n + 1, kwargs, RETURN_VALUE, dst
        )
    if kind == KIND_HOST_FUNCTION:
        return call_host(m, callee, args, n, kwargs, dst)
    native = UNBOUND
    first = args
    if kind == KIND_NATIVE:
        native = callee
    elif kind == KIND_BOUND_NATIVE:
        native = field(m, callee, BOUND_NATIVE)
        set_word(m, args, -1, field(m, callee, BOUND_SELF))
        first = args - 8
    elif kind == KIND_CLASS:
        plan = class_call_plan(m, callee)
        method = word(m, 0, STATE_CALLEE)
        if plan == 3 or (plan == 1 and kind_of(m, method) == KIND_FUNCTION):
            if has_room(m, 4096 + n * 8) == 0:
                return need_room(m, 4096 + n * 8)
            instance = UNBOUND
            if plan == 3:
                instance = exception_make(m, callee, args, n)
            else:
                instance = instance_new(m, callee)
            set_word(m, args, -1, instance)
            status = call_function_keywords(
                m, method, window, args - 8, n + 1, kwargs, RETURN_INIT, dst
            )
            if status == RELOAD:
                set_word(m, word(m, 0, STATE_BASE), FRAME_EXTRA, instance)
            return status
        if plan == 2 and exception_type_check(m, callee) == 0:  # those take no keywords
            native = method
            set_word(m, args, -1, callee)
            first = args - 8
    if native != UNBOUND:
        count = n + ((args - first) >> 3)
        function = field(m, native, NATIVE_FALLBACK)
        if function != NONE:
            return call_function_keywords(
                m, function, window, first, count, kwargs, RETURN_VALUE, dst
            )
        if has_room(m, count * 8) == 0:
            return need_room(m, count * 8)
        arguments = collect_arguments(m, first, count, 0)
        return fail3(m, Failure.NATIVE_ARGUMENTS, native, arguments, kwargs)
    if has_room(m, n * 8) == 0:
        return need_room(m, n * 8)
    arguments = collect_arguments(m, args, n, 0)
    if kind == KIND_CLASS:
        return call_helper3(m, Helper.CALL_CLASS, RETURN_VALUE, dst, callee, arguments, kwargs)
    return call_helper3(m, Helper.CALL_OBJECT, RETURN_VALUE, dst, callee, arguments, kwargs)


@kernel("i8(i8)")
def perform_call(m):
    """Carry out status CALL: STATE_CALLEE with STATE_ARGUMENT_*, from above the running frame."""
    base = word(m, 0, STATE_BASE)
    callee = word(m, 0, STATE_CALLEE)
    n = word(m, 0, STATE_ARGUMENT_COUNT)
    window = window_above(m, base)
    if kind_of(m, callee) == KIND_FUNCTION:
        return call_function_at(
            m, callee, window, STATE_ARGUMENT_0 * 8, n,
            word(m, 0, STATE_RESULT_KIND), word(m, 0, STATE_RESULT_AT),
        )
    return fail(m, Failure.NOT_CALLABLE, callee, NONE)


@kernel("i8(i8, i8)")
def perform_failure(m, function):
    """Carry out status FAIL: call the function that raises; it may pass the depth limit."""
    base = word(m, 0, STATE_BASE)
    window = window_above(m, base)
    if depth_ok(m, function, window, DEPTH_SLACK) == 0:
        return FAIL
    code = field(m, function, FUNCTION_CODE)
    n = min(word(m, 0, STATE_ARGUMENT_COUNT), field(m, code, CODE_N_POSITIONAL) >> 1)
    move_bytes(m, window + FRAME_BYTES, STATE_ARGUMENT_0 * 8, n * 8)
    return push_frame(m, function, window, n, 1, window)


# ---------------------------------------------------------------- opcodes
@opcode(Op.CALL)
def op_call(m, base, insn):
    window = at_a(base, insn)
    return call_at(m, load(m, window), window, window + 64, number_b(insn), window)


@opcode(Op.CALL_METHOD)
def op_call_method(m, base, insn):
    window = at_a(base, insn)
    receiver = word(m, window, 8)
    n = number_b(insn)
    found = method_lookup(m, receiver, constant(m, base, number_c(insn)))
    callee = word(m, 0, STATE_CALLEE)
    if found == 1:
        if kind_of(m, callee) == KIND_FUNCTION:
            return call_function_at(m, callee, window, window + 64, n, RETURN_VALUE, window)
        return call_native_at(m, callee, window, window + 64, n, window)
    if found == 0:
        status = call_at(m, callee, window, window + 72, n - 1, window)
        if status == NEEDS_ROOM:  # the instruction runs again: it needs its receiver
            set_word(m, window, 8, receiver)
        return status
    if found == FAIL:  # the position of the look-up is that of the instruction before
        set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) - 8)
    return found


@opcode(Op.LOAD_METHOD)
def op_load_method(m, base, insn):
    """Look a method up before its arguments are evaluated."""
    window = at_a(base, insn)
    found = method_lookup(m, word(m, window, 8), constant(m, base, number_c(insn)))
    if found == 1:
        store(m, window, word(m, 0, STATE_CALLEE))
        return NEXT
    if found == 0:
        store(m, window, word(m, 0, STATE_CALLEE))
        set_word(m, window, 8, UNBOUND)
        return NEXT
    if found == CALL:
        set_word(m, 0, STATE_RESULT_KIND, RETURN_VALUE)
        set_word(m, 0, STATE_RESULT_AT, window)
        set_word(m, window, 8, UNBOUND)
    return found


@opcode(Op.CALL_LOADED)
def op_call_loaded(m, base, insn):
    window = at_a(base, insn)
    callee = load(m, window)
    n = number_b(insn)
    if word(m, window, 8) != UNBOUND:
        if kind_of(m, callee) == KIND_FUNCTION:
            return call_function_at(m, callee, window, window + 64, n, RETURN_VALUE, window)
        return call_native_at(m, callee, window, window + 64, n, window)
    status = call_at(m, callee, window, window + 72, n - 1, window)
    if status == NEEDS_ROOM:  # the word may hold a receiver by now
        set_word(m, window, 8, UNBOUND)
    return status


@kernel("i8(i8)")
def finish_call_method(m):
    """The attribute of a CALL_METHOD has been found by Python code (it lies in R[A]): call it."""
    base = word(m, 0, STATE_BASE)
    insn = load(m, word(m, 0, STATE_PC) - 8)
    window = at_a(base, insn)
    return call_at(m, word(m, window, 0), window, window + 72, number_b(insn) - 1, window)


@opcode(Op.CALL_KEYWORDS)
def op_call_keywords(m, base, insn):
    window = at_a(base, insn)
    callee = load(m, window)
    n = number_b(insn)
    names = constant(m, base, number_c(insn))
    n_names = tuple_length(m, names)
    n_positional = n - n_names
    if has_room(m, n * 32 + 0x2000) == 0:
        return need_room(m, n * 32 + 0x2000)
    kwargs = dict_new(m, n_names)
    for k in range(n_names):
        value = load(m, window + 64 + (n_positional + k) * 8)
        dict_set_item(m, kwargs, tuple_item(m, names, k), value)
    return spread(m, base, callee, window, window + 64, n_positional, kwargs)


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def spread(m, base, callee, window, args, n, kwargs):
    """Copy positional arguments out of the way of the window, then call with keywords."""
    away = frame_top(m, base) + FRAME_BYTES + 0x4000
    code_registers = 0
    function = callee
    if kind_of(m, function) == KIND_METHOD:
        function = field(m, function, METHOD_FUNCTION)
    if kind_of(m, function) == KIND_FUNCTION:
        code_registers = field(m, field(m, function, FUNCTION_CODE), CODE_N_REGISTERS) << 2
    away += code_registers
    if away + n * 8 > STACK_END - STACK_SLACK:
        return fail(m, Failure.RECURSION, NONE, NONE)
    move_bytes(m, away, args, n * 8)
    return call_keywords_at(m, callee, window, away, n, kwargs, window)


@opcode(Op.CALL_SPREAD)
def op_call_spread(m, base, insn):
    window = at_a(base, insn)
    callee = load(m, window)
    arguments = word(m, window, 8)
    kwargs = word(m, window, 9)
    items = arguments - 1 + 16
    n = 0
    if kind_of(m, arguments) == KIND_TUPLE:
        n = tuple_length(m, arguments)
    elif kind_of(m, arguments) == KIND_LIST:
        n = list_length(m, arguments)
        items = field(m, arguments, 2) - 1 + ARRAY_ITEMS * 8
    if n > SPREAD_LIMIT:
        return fail(m, Failure.MEMORY, NONE, NONE)
    if has_room(m, n * 16 + 0x2000) == 0:
        return need_room(m, n * 16 + 0x2000)
    if kind_of(m, kwargs) == KIND_DICT and (field(m, kwargs, 1) >> 1) > 0:
        return spread(m, base, callee, window, items, n, kwargs)
    top = window_above(m, base)
    if top + n * 8 + 0x1000 > STACK_END - STACK_SLACK:
        return fail(m, Failure.RECURSION, NONE, NONE)
    move_bytes(m, top + FRAME_BYTES, items, n * 8)
    return call_at(m, callee, top, top + FRAME_BYTES, n, window)
