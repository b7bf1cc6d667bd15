"""Exceptions: making one, and the five attributes that every one has in fixed slots."""

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import field, load, set_field, set_word, store, word
from ringfence.kernels.objects import (
    charge,
    fail,
    has_room,
    kind_of,
    list_item,
    list_length,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
)
from ringfence.kernels.shapes import instance_new
from ringfence.kernels.status import DECLINE, NEXT, RAISE
from ringfence.kernels.tags import FALSE, NONE, TRUE
from ringfence.layout import (
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAGS,
    EXCEPTION_ARGS,
    EXCEPTION_CAUSE,
    EXCEPTION_CONTEXT,
    EXCEPTION_FIRST_FREE,
    EXCEPTION_SUPPRESS,
    EXCEPTION_TRACEBACK,
    INSTANCE_SHAPE,
    KIND_CLASS,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_TRACEBACK,
    KIND_TUPLE,
    SHAPE_CLASS,
    STATE_CONSTANT_TYPES,
    STATE_EXCEPTION,
    STATE_HANDLED,
    TYPE_INDEX_STOP_ITERATION,
)


@kernel("i8(i8, i8)", inline=True)
def constant_type(m, index):
    """A class that kernels know, by its TYPE_INDEX_*."""
    return tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), index)


@kernel("i8(i8, i8)")
def exception_type_check(m, w):
    """Whether a value is a class that derives from BaseException."""
    if kind_of(m, w) != KIND_CLASS:
        return 0
    return (field(m, w, CLASS_FLAGS) >> 1) & CLASS_FLAG_EXCEPTION


@kernel("i8(i8, i8)")
def exception_check(m, w):
    """Whether a value is an exception instance."""
    if kind_of(m, w) != KIND_INSTANCE:
        return 0
    return exception_type_check(m, field(m, field(m, w, INSTANCE_SHAPE), SHAPE_CLASS))


@kernel("i8(i8, i8, i8, i8)")
def exception_arguments(m, args, n, first):
    w = new_tuple(m, n - first)
    for k in range(first, n):
        set_tuple_item(m, w, k - first, load(m, args + k * 8))
    return w


@kernel("i8(i8, i8, i8, i8)")
def exception_make(m, class_, args, n):
    """An exception of a class with n arguments at `args`. Room for them has been asked for."""
    given = exception_arguments(m, args, n, 0)
    w = instance_new(m, class_)
    set_field(m, w, EXCEPTION_ARGS, given)
    if class_ == constant_type(m, TYPE_INDEX_STOP_ITERATION):
        set_field(m, w, EXCEPTION_FIRST_FREE, NONE if n == 0 else load(m, args))
    return w


@native("BaseException.__new__", "exception_new")
def base_exception_new(m, args, n, dst):
    """(class, *arguments)"""
    if n == 0 or exception_type_check(m, load(m, args)) == 0:
        return DECLINE
    if has_room(m, n * 8 + 1024) == 0:
        return need_room(m, n * 8 + 1024)
    store(m, dst, exception_make(m, load(m, args), args + 8, n - 1))
    return NEXT


@native("BaseException.__init__")
def base_exception_init(m, args, n, dst):
    """(exception, *arguments)"""
    if n == 0 or exception_check(m, load(m, args)) == 0:
        return DECLINE
    if has_room(m, n * 8 + 64) == 0:
        return need_room(m, n * 8 + 64)
    set_field(m, load(m, args), EXCEPTION_ARGS, exception_arguments(m, args, n, 1))
    store(m, dst, NONE)
    return NEXT


@native("exception_set")
def exception_set(m, args, n, dst):
    """(exception, number from 0: args cause context suppress traceback, value); no checks."""
    if n != 3 or exception_check(m, load(m, args)) == 0:
        return DECLINE
    set_field(m, load(m, args), EXCEPTION_ARGS + (load(m, args + 8) >> 1), load(m, args + 16))
    store(m, dst, NONE)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def exception_slot(m, args, n, dst, place):
    """Read a fixed slot (n is 1) or, its value checked by the caller, write it (2)."""
    w = load(m, args)
    if exception_check(m, w) == 0:
        return DECLINE
    if n == 1:
        store(m, dst, field(m, w, place))
        return NEXT
    if n != 2:
        return DECLINE
    set_field(m, w, place, load(m, args + 8))
    return NEXT


@kernel("i8(i8, i8, i8)")
def exception_refuse(m, place, value):
    return fail(m, Failure.EXCEPTION_FIELD, (place - EXCEPTION_ARGS) << 1, value)


@native("BaseException.args")
def exception_member_args(m, args, n, dst):
    if n == 2 and kind_of(m, load(m, args + 8)) == KIND_LIST:
        items = load(m, args + 8)
        count = list_length(m, items)
        if has_room(m, count * 8 + 64) == 0:
            return need_room(m, count * 8 + 64)
        made = new_tuple(m, count)
        for k in range(count):
            set_tuple_item(m, made, k, list_item(m, items, k))
        store(m, args + 8, made)
    elif n == 2 and kind_of(m, load(m, args + 8)) != KIND_TUPLE:
        return exception_refuse(m, EXCEPTION_ARGS, load(m, args + 8))
    return exception_slot(m, args, n, dst, EXCEPTION_ARGS)


@native("BaseException.__cause__")
def exception_member_cause(m, args, n, dst):
    if n == 2:
        value = load(m, args + 8)
        if value != NONE and exception_check(m, value) == 0:
            return exception_refuse(m, EXCEPTION_CAUSE, value)
        if exception_check(m, load(m, args)):
            set_field(m, load(m, args), EXCEPTION_SUPPRESS, TRUE)
    return exception_slot(m, args, n, dst, EXCEPTION_CAUSE)


@native("BaseException.__context__")
def exception_member_context(m, args, n, dst):
    if n == 2:
        value = load(m, args + 8)
        if value != NONE and exception_check(m, value) == 0:
            return exception_refuse(m, EXCEPTION_CONTEXT, value)
    return exception_slot(m, args, n, dst, EXCEPTION_CONTEXT)


@native("BaseException.__suppress_context__")
def exception_member_suppress(m, args, n, dst):
    if n == 2 and load(m, args + 8) != TRUE and load(m, args + 8) != FALSE:
        return exception_refuse(m, EXCEPTION_SUPPRESS, load(m, args + 8))
    return exception_slot(m, args, n, dst, EXCEPTION_SUPPRESS)


@native("BaseException.__traceback__")
def exception_member_traceback(m, args, n, dst):
    if n == 2:
        value = load(m, args + 8)
        if value != NONE and kind_of(m, value) != KIND_TRACEBACK:
            return exception_refuse(m, EXCEPTION_TRACEBACK, value)
    return exception_slot(m, args, n, dst, EXCEPTION_TRACEBACK)


@kernel("i8(i8, i8)")
def raise_now(m, exception):
    """Raise an exception instance, with what is being handled as its context."""
    handled = word(m, 0, STATE_HANDLED)
    if handled != NONE and handled != exception:
        link = handled
        slow = handled  # goes half as fast: a chain that the program closed to a ring meets it
        steps = 0
        while True:  # cut the chain where it leads back to the exception itself
            context = field(m, link, EXCEPTION_CONTEXT)
            if context == NONE:
                break
            if context == exception:
                set_field(m, link, EXCEPTION_CONTEXT, NONE)
                break
            link = context
            steps += 1
            if steps & 1 == 0:
                slow = field(m, slow, EXCEPTION_CONTEXT)
            if slow == link:
                break
        charge(m, steps)
        set_field(m, exception, EXCEPTION_CONTEXT, handled)
    set_word(m, 0, STATE_EXCEPTION, exception)
    return RAISE
