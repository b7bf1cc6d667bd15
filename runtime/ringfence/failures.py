"""Failures a kernel can report: each is raised by a prelude function of its name in lower case.

A kernel cannot build an exception; it stores a failure's number and up to four operands and
answers FAIL (``kernels/objects.py: fail``). The machine then calls the function of that name in
``prelude/failures.py`` with the operands, which raises what CPython would raise. So messages are
written once, in Python, and follow the host's version where versions differ.
"""

from enum import IntEnum, auto


class Failure(IntEnum):
    """What went wrong; the comment gives the operands."""

    # fmt: off
    ZERO_DIVISION = auto()  # operator number (Op): integer or float division by zero
    BINARY_OPERANDS = auto()  # operator number, left, right: unsupported operand type(s)
    UNARY_OPERAND = auto()  # operator number, operand: bad operand type for unary
    COMPARISON_OPERANDS = auto()  # operator number, left, right: '<' not supported between
    UNBOUND_LOCAL = auto()  # name
    UNBOUND_FREE = auto()  # name
    NAME_UNDEFINED = auto()  # name
    NO_ATTRIBUTE = auto()  # object, name
    CANNOT_SET_ATTRIBUTE = auto()  # object, name
    CANNOT_DELETE_ATTRIBUTE = auto()  # object, name
    READ_ONLY_ATTRIBUTE = auto()  # object, name
    NOT_CALLABLE = auto()  # object
    NOT_ITERABLE = auto()  # object
    NOT_AN_ITERATOR = auto()  # object
    NOT_SUBSCRIPTABLE = auto()  # object
    NO_ITEM_ASSIGNMENT = auto()  # object
    NO_ITEM_DELETION = auto()  # object, key
    NOT_A_CONTAINER = auto()  # object: argument of type 'x' is not iterable
    UNHASHABLE = auto()  # object
    KEY_MISSING = auto()  # key
    INDEX_RANGE = auto()  # object, 0 read, 1 assignment, 2 deletion, 3 pop, 4 pop from empty
    INDEX_TYPE = auto()  # object, index: list indices must be integers or slices, not
    UNPACK_SHORT = auto()  # wanted, got
    UNPACK_LONG = auto()  # wanted
    UNPACK_STAR_SHORT = auto()  # wanted at least, got
    UNPACK_TYPE = auto()  # object: cannot unpack non-iterable
    ARGUMENTS_BIND = auto()  # function, args tuple, kwargs dict or None: call with wrong arguments
    NATIVE_ARGUMENTS = auto()  # native, args tuple, kwargs dict or None
    DICT_CHANGED = auto()  # dict or set: changed size during iteration
    DICT_KEYS_CHANGED = auto()  # dict: keys changed during iteration
    OVERFLOW = auto()  # message string value
    VALUE = auto()  # message string value
    TYPE = auto()  # message string value
    INT_TOO_LARGE = auto()  # int too large to convert to float
    NEGATIVE_SHIFT = auto()  #
    RECURSION = auto()  # maximum recursion depth exceeded
    MEMORY = auto()  # MemoryError, when no limit was set
    GENERATOR_RUNNING = auto()  # generator
    GENERATOR_NOT_STARTED = auto()  # generator: can't send non-None value
    COROUTINE_REUSED = auto()  # coroutine
    STOP_ITERATION = auto()  # value
    NOT_AWAITABLE = auto()  # object
    NOT_EXCEPTION = auto()  # object: exceptions must derive from BaseException
    BAD_CAUSE = auto()  # object
    NO_ACTIVE_EXCEPTION = auto()  #
    CATCH_NOT_EXCEPTION = auto()  # object
    SPREAD_NOT_ITERABLE = auto()  # function or None, object: argument after * must be
    SPREAD_NOT_MAPPING = auto()  # function, object: argument after ** must be a mapping
    SPREAD_DUPLICATE = auto()  # function, key: multiple values for keyword argument
    SPREAD_NOT_STRING = auto()  # function: keywords must be strings
    INIT_RETURNED = auto()  # object: __init__() should return None
    BOOL_RETURNED = auto()  # object: __bool__ should return bool
    LEN_RETURNED = auto()  # object
    IMPORT_NAME = auto()  # module, name: cannot import name
    STRING_INDEX = auto()  # string or bytes, index
    HASH_RETURNED = auto()  # object
    CLOSE_IGNORED = auto()  # generator: it yielded while being closed
    STOP_ASYNC_ITERATION = auto()  #
    STOP_INSIDE_GENERATOR = auto()  # generator, exception: generator raised StopIteration
    NO_LENGTH = auto()  # object: object of type 'x' has no len()
    NOT_REVERSIBLE = auto()  # object: 'x' object is not reversible
    SLICE_STEP_ZERO = auto()  # ValueError: slice step cannot be zero
    SLICE_INDEX_TYPE = auto()  # slice indices must be integers or None or have an __index__ method
    SLICE_SIZE = auto()  # given, wanted: attempt to assign sequence of size 1 to extended slice of size 2
    ASSIGN_ITERABLE = auto()  # object: can only assign an iterable
    INDEX_OVERFLOW = auto()  # object, index: IndexError cannot fit 'int' into an index-sized integer
    ITEM_MISSING = auto()  # sequence, item, 0 index 1 remove: ValueError 5 is not in list
    SEQUENCE_CONCAT = auto()  # left, right: can only concatenate list (not "int") to list
    SEQUENCE_REPEAT = auto()  # object: can't multiply sequence by non-int of type 'str'
    REPEAT_OVERFLOW = auto()  # OverflowError cannot fit 'int' into an index-sized integer
    RANGE_STEP_ZERO = auto()  # ValueError: range() arg 3 must not be zero
    CLASS_IMMUTABLE = auto()  # class, name: cannot set 'x' attribute of immutable type
    SLOT_LAYOUT = auto()  # object, class: __class__ assignment with differing layout
    SET_POP_EMPTY = auto()  # KeyError: 'pop from an empty set'
    DICT_POP_EMPTY = auto()  # KeyError: 'popitem(): dictionary is empty'
    EXCEPTION_FIELD = auto()  # 0 args 1 cause 2 context 3 suppress 4 traceback, value: not of its type
    # fmt: on


# Python functions of the prelude that kernels call by number: state word STATE_PRELUDE holds
# them as a tuple in this order. Each stands in prelude/operations.py under the lower-case name.
class Helper(IntEnum):
    """Prelude functions that kernels call; the comment gives their arguments."""

    # fmt: off
    BINARY = 0  # operator number, left, right -> result (dunders of user classes)
    INPLACE = auto()  # operator number, left, right
    UNARY = auto()  # operator number, operand
    COMPARE = auto()  # operator number, left, right
    CONTAINS = auto()  # container, item -> bool
    TRUTH = auto()  # object -> bool
    GET_ITEM = auto()  # object, key
    SET_ITEM = auto()  # object, key, value
    DELETE_ITEM = auto()  # object, key
    GET_ATTRIBUTE = auto()  # object, name: the whole protocol, descriptors and __getattr__
    SET_ATTRIBUTE = auto()  # object, name, value
    DELETE_ATTRIBUTE = auto()  # object, name
    ITER = auto()  # object
    NEXT = auto()  # iterator: raises StopIteration
    UNPACK = auto()  # object, wanted -> tuple
    UNPACK_STAR = auto()  # object, before, after -> tuple with a list in it
    CALL_CLASS = auto()  # class, args tuple, kwargs dict: type.__call__
    CALL_OBJECT = auto()  # object, args tuple, kwargs dict: __call__ of anything else
    LIST_EXTEND = auto()  # list, iterable, the function they are arguments of or None
    SET_UPDATE = auto()  # set, iterable
    DICT_UPDATE = auto()  # dict, mapping or iterable of pairs
    DICT_MERGE = auto()  # dict, mapping, function
    DICT_SET = auto()  # dict, key, value: user-defined hash or equality
    SET_ADD = auto()  # set, item
    FORMAT = auto()  # object, spec
    CONVERT = auto()  # object, conversion number
    MATCH_CLASS = auto()  # subject, class, number of positional, keyword names
    MATCH_KEYS = auto()  # subject, keys
    MATCH_EXCEPTION = auto()  # exception, class or tuple
    MATCH_GROUP = auto()  # exception, class or tuple -> (matched, rest)
    GET_AWAITABLE = auto()  # object
    GET_YIELD_FROM = auto()  # object
    GET_ASYNC_ITER = auto()  # object
    GET_ASYNC_NEXT = auto()  # object
    SEND = auto()  # iterator, value -> (finished, value)
    DELEGATE_THROW = auto()  # iterator, exception -> (finished, value)
    RAISE = auto()  # exception or class, cause (or ... for none): what `raise` does
    IMPORT = auto()  # name, from-list or None, level
    IMPORT_FROM = auto()  # module, name
    IMPORT_STAR = auto()  # module, namespace
    BUILD_CLASS = auto()  # function, name, *bases, **keywords
    PRINT_EXPRESSION = auto()  # value
    TYPE_ALIAS = auto()  # name, function
    LOAD_NAME = auto()  # namespace mapping, name, globals
    GET_SPECIAL = auto()  # object, name: found on its class as a descriptor of user code
    RERAISE_STAR = auto()  # group, list of exceptions -> what to raise, or None
    TYPE_PARAMETER = auto()  # name, number C, function of the bound, function of the default
    GENERIC_BASE = auto()  # tuple of type parameters
    SETUP_ANNOTATIONS = auto()  # namespace dict
    RAISE_FROM_HOST = auto()  # class name, its builtin base's name, args, number, message, attributes
    HOST_FUTURE = auto()  # call id -> awaitable that the host answers later
    HOST_ANSWERS = auto()  # list of (call id, failed, value or RAISE_FROM_HOST's arguments)
    RUN_MAIN = auto()  # coroutine of module code that awaits: run it in the event loop
    DICT_GET = auto()  # dict, key -> value; KeyError: user-defined hash or equality
    DICT_DELETE = auto()  # dict, key
    DICT_CONTAINS = auto()  # dict, key -> bool
    SET_CONTAINS = auto()  # set, item -> bool
    BUILD_DICT = auto()  # tuple of keys and values in turn -> dict
    BUILD_SET = auto()  # tuple of items -> set
    LENGTH = auto()  # object: len() of an instance
    NUMBER_BINARY = auto()  # place of the operator after ADD, left, right: numbers kernels decline
    HOST_VALUES = auto()  # list of requests: what the host wants made in the sandbox
    HOST_FILL = auto()  # list of (how, target, names, values): what was made empty
    # fmt: on
