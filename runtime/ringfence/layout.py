"""Where everything lies in a run's block of memory: regions, object kinds, fields, state words.

A *block* is 4 GiB of address space; an *offset* is a byte offset into it (32 bits). A *word* is
64 bits. A *value* is a tagged word (see ``kernels/tags.py``); an object reference is the offset
of the object's header plus 1. Every object lies on an 8-byte boundary and starts with a header:

    bits 0-7 kind | bits 8-15 flags | bits 16-31 aux | bits 32-63 size in words, header included

Two invariants carry the collector and the snapshots:

* Objects of a kind below ``FIRST_SCANNED`` hold raw bytes only; every word after the header of
  any other object is a valid tagged value. A raw number in such an object is stored as a tagged
  integer (``n << 1``), an offset as itself (offsets of words are even, hence integers).
* Memory at and above ``STATE_HEAP_TOP`` in the current heap is zero (a zero word is the integer 0).

Plain integers, not an enum: numba reads them as literals. Names ``*_AT`` are byte offsets, kinds
are ``KIND_*``, field numbers are ``<OBJECT>_<FIELD>`` (word index; 0 is the header).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


WORD: Final = 8

# ---------------------------------------------------------------- regions of the block (bytes)
STATE_AT: Final = 0  # the state words below; then the attribute cache
ATTRIBUTE_CACHE_AT: Final = 0x4000
ATTRIBUTE_CACHE_ENTRIES: Final = 1024  # of 4 words: owner, name, kind, value
BOOT_AT: Final = 0x10000  # boot image: builtins and prelude, never written by a run
PROGRAM_AT: Final = 0x0100_0000  # code of programs, appended feed by feed, never moved
PROFILE_AT: Final = 0x0300_0000  # counters of the program's instructions, where they are wanted
STACK_AT: Final = 0x0800_0000  # frames, growing upwards
STACK_END: Final = 0x1000_0000
SCRATCH_AT: Final = 0x0FF0_0000  # to STACK_END: work stacks of kernels within one instruction (raw);
# frames end below it
HEAP_A_AT: Final = 0x1000_0000  # two half-spaces; the collector copies from one to the other
HEAP_B_AT: Final = 0x8800_0000
HEAP_BYTES: Final = 0x7800_0000
BLOCK_BYTES: Final = 0x1_0000_0000
ALLOCATION_RESERVE: Final = 0x10000  # bytes an instruction may allocate without asking for room

# ---------------------------------------------------------------- state words (word index)
# raw numbers and offsets: the collector does not look at them
STATE_PC: Final = 0  # offset of the next instruction of the running frame
STATE_BASE: Final = 1  # offset of register 0 of the running frame
STATE_FUEL: Final = 2  # instructions left in this slice (may go below zero)
STATE_HEAP_TOP: Final = 3  # offset of the first free byte of the heap
STATE_HEAP_SOFT: Final = 4  # collect when the top passes this offset
STATE_HEAP_END: Final = 5  # the current half-space ends here (physical)
STATE_HEAP_START: Final = 6
STATE_DEPTH: Final = 7  # frames on the stack
STATE_DEPTH_LIMIT: Final = 8
STATE_FAILURE: Final = 9  # number of the failure (with status FAIL)
STATE_ARGUMENT_COUNT: Final = 10
STATE_RESULT_KIND: Final = 11  # on-return kind of that call (RETURN_*)
STATE_RESULT_AT: Final = 12  # offset of the word that gets its result
STATE_TRAP: Final = 13  # number of the trap (with status TRAP)
STATE_TRAP_ARGUMENTS_AT: Final = 14
STATE_TRAP_ARGUMENT_COUNT: Final = 15
STATE_ROOM: Final = 16  # bytes wanted (with status NEEDS_ROOM)
STATE_INSTRUCTIONS: Final = 17  # fuel charged by kernels beside the one per instruction
STATE_ALLOCATIONS: Final = 18  # objects allocated
STATE_PEAK_BYTES: Final = 19
STATE_COLLECTIONS: Final = 20
STATE_DEPTH_PEAK: Final = 21
STATE_NEXT_IDENTITY: Final = 22  # next serial number for id() and default hashes
STATE_OUTPUT_BYTES: Final = 23  # bytes printed in all
STATE_OUTPUT_LIMIT: Final = 24
STATE_NAME_POLICY: Final = 25  # 0: unknown names are NameErrors; 1: they belong to the host
STATE_PROGRAM_TOP: Final = 26  # first free byte of the program region
STATE_CALL_ID: Final = 27  # number of the last host call
STATE_MEMORY_LIMIT: Final = 28  # bytes; heap end minus start never exceeds it
STATE_SCRATCH_0: Final = 29  # 8 words, free for one kernel within one instruction (raw)
STATE_LIMIT: Final = 37  # which limit was hit (LIMIT_*), with status LIMIT
STATE_RERAISE: Final = 39  # 1: the exception being raised keeps its traceback in this frame
STATE_PROFILE_AT: Final = 38  # 0, or offset of the profile counters
STATE_CACHE_FILLED: Final = 40  # 1: the attribute cache is not as the run found it
STATE_WORK: Final = 42  # units of fuel that a kernel wants to use in one go (with NEEDS_ROOM)
STATE_WORK_GRANTED: Final = 43  # what it may use so, since the deadline is far enough
STATE_ENTERING: Final = 41  # 1: NEEDS_ROOM stands before what `enter` was asked to do
# values: roots of the collector
STATE_FIRST_VALUE: Final = 128
STATE_EXCEPTION: Final = 128  # the exception being raised (with status RAISE)
STATE_HANDLED: Final = 129  # the exception being handled (sys.exception()), or NONE
STATE_ARGUMENT_0: Final = 130  # 8 values: operands of a failure, a prelude call or a question
STATE_CALLEE: Final = 138  # what to call (with status CALL)
STATE_OUTPUT_AT: Final = 139  # the print buffer (a BYTE_BUFFER object) or NONE
STATE_GLOBALS: Final = 140  # the namespace dict of __main__
STATE_BUILTINS: Final = 141  # the builtins namespace dict
STATE_MODULES: Final = 142  # dict name -> module (sys.modules of the run)
STATE_LENT: Final = 143  # dict name -> HOST_FUNCTION of names lent by the host
STATE_PRELUDE: Final = 144  # TUPLE of prelude functions that kernels call (PRELUDE_*)
STATE_FAILURES: Final = 145  # TUPLE of prelude functions, by failure number
STATE_TYPES_AT: Final = 146  # TUPLE of classes by kind (type of a heap object)
STATE_IDENTITIES: Final = 147  # dict-like ARRAY for id(); owned by kernels/identity
STATE_TASK: Final = 148  # owned by asyncio in the prelude
STATE_RANDOM: Final = 149  # owned by modules/random
STATE_HOST_VERSION: Final = 150  # tagged int: sys.version_info[1] of the host
STATE_REPR_STACK: Final = 151  # list of objects whose repr is running
STATE_CONSTANT_TYPES: Final = 152  # TUPLE of classes of constants, int, float (TYPE_INDEX_*)
STATE_STRINGS_AT: Final = 153  # offset of the table of 256 one-character strings (TUPLE value)
STATE_EMPTY_STRING: Final = 154  # value
STATE_EMPTY_TUPLE: Final = 155  # value
STATE_EMPTY_BYTES: Final = 156  # value
STATE_SUBCLASSES: Final = 157  # LIST of all classes made so far, or NONE
STATE_NAMES: Final = 158  # TUPLE of well-known interned strings (NAME_*)
STATE_SHAPES: Final = 159  # LIST of (shape, name, next shape) for shapes of the boot image
STATE_HOST_VALUES: Final = 160  # LIST of what the host has just had made; owned by prelude/crossing
STATE_HOST_CLASSES: Final = 161  # LIST of classes made for the host's; owned by prelude/crossing
STATE_HOST_SAVED: Final = 162  # TUPLE of the question that waits while the host has something made
STATE_REGEX: Final = 170  # dict: compiled patterns; owned by modules/re
STATE_CSV: Final = 171  # dict: registered dialects; owned by modules/csv
STATE_HOST_OBJECTS: Final = 164  # DICT of classes of host objects; owned by prelude/crossing
STATE_FILES: Final = 163  # DICT of working directory and environment; owned by modules/os
STATE_DECIMAL: Final = 165  # LIST of the current context and the models; owned by modules/decimal
STATE_SYS: Final = 181  # TUPLE (namespace of sys, "stdout", its first stream), once sys is imported
STATE_LIBRARY: Final = 182  # dict: what library modules keep for this run, by module name
STATE_ZONES: Final = 166  # dict of the time zones made so far; owned by modules/zoneinfo
STATE_END: Final = 192  # one past the last value word

LIMIT_INSTRUCTIONS: Final = 1
LIMIT_DURATION: Final = 2
LIMIT_MEMORY: Final = 3
LIMIT_HOST_CALLS: Final = 4
LIMIT_OUTPUT: Final = 5
LIMIT_RECURSION: Final = 6

# ---------------------------------------------------------------- frames (words below register 0)
FRAME_WORDS: Final = 8
FRAME_EXTRA: Final = -8  # value that the on-return kind needs (new instance, generator)
FRAME_KIND: Final = -7  # tagged int: RETURN_*
FRAME_DST: Final = -6  # offset of the word that gets the result
FRAME_GLOBALS: Final = -5  # namespace dict of the function
FRAME_FUNCTION: Final = -4
FRAME_BASE: Final = -3  # offset of register 0 of the caller; 0: none
FRAME_PC: Final = -2  # where this frame goes on (kept when it calls)
FRAME_CODE: Final = -1

RETURN_VALUE: Final = 0  # store the result at FRAME_DST
RETURN_DISCARD: Final = 1  # drop the result
RETURN_INIT: Final = 2  # result must be None; FRAME_EXTRA (the instance) goes to FRAME_DST
RETURN_BRANCH: Final = 3  # the caller's last instruction is a compare-and-branch: finish it
RETURN_BOOL: Final = 4  # store the truth of the result
RETURN_NOT: Final = 5  # store the negated truth of the result
RETURN_NEXT: Final = 6  # caller's last instruction is FOR_NEXT: result is the next item
RETURN_EXIT: Final = 7  # leave the machine: status DONE, result in STATE_ARGUMENT_0
RETURN_RETRY: Final = 8  # drop the result, execute the caller's last instruction again
RETURN_UNPACK: Final = 9  # the result is a tuple: its items go to the words from FRAME_DST on
RETURN_CALL_METHOD: Final = 10  # result is what the caller's CALL_METHOD calls, without receiver
RETURN_SEND: Final = 11  # caller's last instruction is SEND; a plain frame returns (finished, value)
RETURN_CLOSE: Final = 12  # a generator is being closed: yields are errors, the end is None
RETURN_GENERATOR: Final = 16  # flag: the frame is a generator's; FRAME_EXTRA is the GENERATOR

# ---------------------------------------------------------------- kinds
KIND_FREE: Final = 0
# raw: the collector copies them and looks no further
KIND_FLOAT: Final = 1
KIND_BIGINT: Final = 2
KIND_STR: Final = 3
KIND_BYTES: Final = 4
KIND_COMPLEX: Final = 5
KIND_RAW: Final = 6  # tables and buffers owned by another object
FIRST_SCANNED: Final = 16
KIND_TUPLE: Final = 16
KIND_LIST: Final = 17
KIND_ARRAY: Final = 18  # buffer of values, owned by a list, dict, deque ...
KIND_DICT: Final = 19
KIND_SET: Final = 20
KIND_FROZENSET: Final = 21
KIND_RANGE: Final = 22
KIND_SLICE: Final = 23
KIND_CELL: Final = 24
KIND_CODE: Final = 25
KIND_FUNCTION: Final = 26
KIND_METHOD: Final = 27  # bound method: function and self
KIND_NATIVE: Final = 28  # builtin function or method descriptor
KIND_BOUND_NATIVE: Final = 29
KIND_CLASS: Final = 30
KIND_SHAPE: Final = 31
KIND_INSTANCE: Final = 32
KIND_ITERATOR: Final = 33  # over list, tuple, str, bytes, range, dict, set; see ITERATOR_*
KIND_GENERATOR: Final = 34  # generators, coroutines, async generators
KIND_MODULE: Final = 35
KIND_PROPERTY: Final = 36
KIND_CLASSMETHOD: Final = 37
KIND_STATICMETHOD: Final = 38
KIND_SUPER: Final = 39
KIND_DICT_VIEW: Final = 40  # keys, values, items
KIND_TRACEBACK: Final = 41
KIND_HOST_FUNCTION: Final = 42
KIND_BYTEARRAY: Final = 43
KIND_MEMBER: Final = 44  # __slots__ member, getset descriptor
KIND_BYTE_BUFFER: Final = 45  # growing bytes: print buffer, string builder
KIND_MAPPING_PROXY: Final = 46
KIND_UNION: Final = 47  # int | str
KIND_GENERIC_ALIAS: Final = 48  # list[int]
KIND_YIELDED: Final = 49  # a value yielded by an async generator, on its way to its consumer
KIND_MEMORYVIEW: Final = 50
KIND_COUNT: Final = 51
KIND_FORWARDED: Final = 255  # header of a moved object: (new offset << 8) | 255

FLAG_ASCII: Final = 1  # STR: all code points below 128
FLAG_NAMESPACE: Final = 1  # DICT: entries keep their places for ever (module globals)
FLAG_KEYS_STR: Final = 2  # DICT: every key ever inserted was a STR
FLAG_WRAPS: Final = 1  # INSTANCE: INSTANCE_PAYLOAD holds the builtin value it extends
FLAG_IMMUTABLE: Final = 1  # CLASS: a builtin one
FLAG_FINISHED: Final = 1  # GENERATOR
FLAG_RUNNING: Final = 2
FLAG_STARTED: Final = 4

# ---------------------------------------------------------------- fields
FLOAT_BITS: Final = 1  # raw IEEE 754 binary64, only for values that do not self-tag
COMPLEX_REAL: Final = 1
COMPLEX_IMAG: Final = 2
BIGINT_SIGN: Final = 1  # raw: (number of digits << 1) | negative; digits: 32 bits, little-endian,
BIGINT_DIGITS: Final = 2  # two a word; top digit not 0; never a value that fits 63 bits
STR_LENGTH: Final = 1  # raw: code points; aux of the header is the width: 1, 2 or 4 bytes each
STR_HASH: Final = 2  # raw; 0 = not yet computed
STR_DATA: Final = 3
BYTES_LENGTH: Final = 1
BYTES_HASH: Final = 2
BYTES_DATA: Final = 3
RAW_DATA: Final = 1
TUPLE_LENGTH: Final = 1  # tagged int
TUPLE_ITEMS: Final = 2
LIST_LENGTH: Final = 1
LIST_ITEMS: Final = 2  # an ARRAY (capacity = its size - 1), slack is zero
LIST_WORDS: Final = 3
ARRAY_ITEMS: Final = 1
DICT_LENGTH: Final = 1  # live entries
DICT_USED: Final = 2  # entries used, live or deleted
DICT_ENTRIES: Final = 3  # an ARRAY of (hash as tagged int, key, value); value UNBOUND = deleted
DICT_INDEX: Final = 4  # a RAW table of 32-bit entry numbers + 1; 0 empty; size a power of two
DICT_VERSION: Final = 5  # bumped when keys come or go (iterators check it)
DICT_WORDS: Final = 6
DICT_ENTRY_WORDS: Final = 3
SET_LENGTH: Final = 1  # same as DICT with entries of (hash, key); deleted: key UNBOUND
SET_USED: Final = 2
SET_ENTRIES: Final = 3
SET_INDEX: Final = 4
SET_VERSION: Final = 5
SET_HASH: Final = 6  # frozenset: cached hash or UNBOUND
# A set is CPython's open table, so that its order is CPython's: SET_ENTRIES holds SET_USED slots
# (a power of two) of (hash, key); key UNBOUND: empty (hash word 0) or deleted (hash word -2).
# The host may write entries densely, hash words 0, and let `set_rebuild` make the table.
SET_FILL: Final = SET_INDEX  # tagged int: slots in use or deleted
SET_FINGER: Final = SET_HASH  # set: where pop() goes on, tagged int
SET_WORDS: Final = 7
SET_ENTRY_WORDS: Final = 2
RANGE_START: Final = 1
RANGE_STOP: Final = 2
RANGE_STEP: Final = 3
RANGE_LENGTH: Final = 4
RANGE_WORDS: Final = 5
SLICE_START: Final = 1
SLICE_STOP: Final = 2
SLICE_STEP: Final = 3
SLICE_WORDS: Final = 4
CELL_VALUE: Final = 1
CELL_WORDS: Final = 2
CODE_NAME: Final = 1
CODE_QUALNAME: Final = 2
CODE_UNIT: Final = 3  # TUPLE (script name, source text) the code came from
CODE_FLAGS: Final = 4  # tagged int: CODE_FLAG_*
CODE_N_POSITIONAL: Final = 5  # parameters that may be given by position (positional-only incl.)
CODE_N_POSITIONAL_ONLY: Final = 6
CODE_N_KEYWORD_ONLY: Final = 7
CODE_N_REGISTERS: Final = 8
CODE_INSTRUCTIONS: Final = 9  # a RAW of instruction words
CODE_CONSTANTS: Final = 10  # an ARRAY of values
CODE_VARIABLES: Final = 11  # TUPLE of names: parameters in register order, then other locals
CODE_FREE: Final = 12  # TUPLE of names of captured variables (places in the closure)
CODE_HANDLERS: Final = 13  # a RAW of words: start, end, target (instruction indexes), register
CODE_POSITIONS: Final = 14  # a RAW: one word an instruction, see POSITION_*
CODE_LINE: Final = 15
CODE_DOC: Final = 16
CODE_INLINED: Final = 17  # TUPLE of (start, end, name, position) of inlined comprehensions
CODE_CELLS: Final = 18  # TUPLE of names of locals that live in cells
CODE_WORDS: Final = 19
CODE_FLAG_VARARGS: Final = 1
CODE_FLAG_VARKEYWORDS: Final = 2
CODE_FLAG_GENERATOR: Final = 4
CODE_FLAG_COROUTINE: Final = 8  # with GENERATOR: an async generator
CODE_FLAG_CLASS_BODY: Final = 16  # register 0 is the namespace dict
CODE_FLAG_HIDDEN: Final = 32  # prelude code: not shown in tracebacks
CODE_FLAG_MODULE: Final = 64
CODE_FLAG_SIMPLE: Final = 128  # only positional parameters, none of the kinds above: fast call
POSITION_LINE_BITS: Final = 24  # line | column 16 | lines spanned 8 | end column 16 (from bit 0)
POSITION_NO_COLUMN: Final = 0xFFFF
FUNCTION_CODE: Final = 1
FUNCTION_GLOBALS: Final = 2
FUNCTION_CLOSURE: Final = 3  # TUPLE of cells
FUNCTION_DEFAULTS: Final = 4  # TUPLE or NONE
FUNCTION_KEYWORD_DEFAULTS: Final = 5  # DICT or NONE
FUNCTION_NAME: Final = 6
FUNCTION_QUALNAME: Final = 7
FUNCTION_ATTRIBUTES: Final = 8  # DICT or NONE: __dict__
FUNCTION_ANNOTATIONS: Final = 9  # DICT, TUPLE (name, value, ...) or NONE
FUNCTION_DOC: Final = 10
FUNCTION_MODULE: Final = 11
FUNCTION_WORDS: Final = 12
METHOD_FUNCTION: Final = 1
METHOD_SELF: Final = 2
METHOD_WORDS: Final = 3
NATIVE_NAME: Final = 1
NATIVE_NUMBER: Final = 2  # tagged int: kernel to try (see natives table), -1: none
NATIVE_TRAP: Final = 3  # tagged int: trap to try, -1: none
NATIVE_FALLBACK: Final = 4  # prelude FUNCTION called with the same arguments, or NONE
NATIVE_OWNER: Final = 5  # CLASS it is a method of, or NONE
NATIVE_MIN: Final = 6  # fewest positional arguments, self included
NATIVE_MAX: Final = 7  # most; -1: any
NATIVE_BINDS: Final = 8  # tagged int: 0 function, 1 method, 2 class method, 3 static method
NATIVE_MODULE: Final = 9
NATIVE_WORDS: Final = 10
BOUND_NATIVE: Final = 1
BOUND_SELF: Final = 2
BOUND_WORDS: Final = 3
CLASS_META: Final = 1  # the metaclass
CLASS_NAME: Final = 2
CLASS_QUALNAME: Final = 3
CLASS_BASES: Final = 4  # TUPLE
CLASS_MRO: Final = 5  # TUPLE, the class itself first
CLASS_DICT: Final = 6  # DICT: the namespace
CLASS_SHAPE: Final = 7  # root shape of instances
CLASS_FLAGS: Final = 8  # tagged int: CLASS_FLAG_*
CLASS_PAYLOAD_KIND: Final = 9  # tagged int: kind of builtin value instances wrap; 0 none
CLASS_SLOTS: Final = 10  # TUPLE of allowed names, or NONE
CLASS_MODULE: Final = 11
CLASS_EXTRA: Final = 12  # spare for the metaclass's own attributes: DICT or NONE
CLASS_DICT_SHAPE: Final = 13  # the shape of instances in dict mode, or NONE (made on need)
CLASS_WORDS: Final = 14
CLASS_FLAG_EXCEPTION: Final = 1  # subclass of BaseException
CLASS_FLAG_GETATTR: Final = 2  # somewhere in the MRO: __getattr__
CLASS_FLAG_GETATTRIBUTE: Final = 4
CLASS_FLAG_SETATTR: Final = 8  # __setattr__ or __delattr__
CLASS_FLAG_EQ: Final = 16  # __eq__ or __hash__ of its own (in Python)
CLASS_FLAG_NEW: Final = 32  # __new__ in Python
CLASS_FLAG_DATA_DESCRIPTORS: Final = 64  # some class attribute is a data descriptor
CLASS_FLAG_META_CALL: Final = 128  # metaclass defines __call__
CLASS_FLAG_BOOL: Final = 256  # __bool__ or __len__
CLASS_FLAG_ABSTRACT: Final = 512
SHAPE_CLASS: Final = 1
SHAPE_PARENT: Final = 2  # SHAPE or NONE
SHAPE_NAME: Final = 3  # the attribute this shape adds
SHAPE_COUNT: Final = 4  # attributes in all
SHAPE_TRANSITIONS: Final = 5  # NONE, the only next SHAPE, or a DICT name -> SHAPE
SHAPE_INLINE: Final = 6  # slots that fit in the instance itself
SHAPE_IS_DICT: Final = 7  # TRUE: attributes live in the dict at INSTANCE_OVERFLOW
SHAPE_WORDS: Final = 8
INSTANCE_SHAPE: Final = 1
INSTANCE_OVERFLOW: Final = 2  # NONE, ARRAY of further slots, or the DICT (dict mode)
INSTANCE_PAYLOAD: Final = 3  # the wrapped builtin value (FLAG_WRAPS), else slot 0
INSTANCE_SLOTS: Final = 3  # first slot; 4 with FLAG_WRAPS
# exceptions are instances whose first slots are always these attributes, in this order
EXCEPTION_ARGS: Final = 3
EXCEPTION_CAUSE: Final = 4
EXCEPTION_CONTEXT: Final = 5
EXCEPTION_SUPPRESS: Final = 6
EXCEPTION_TRACEBACK: Final = 7
EXCEPTION_FIRST_FREE: Final = 8
ITERATOR_TYPE: Final = 1  # tagged int: ITERATE_*
ITERATOR_SOURCE: Final = 2
ITERATOR_INDEX: Final = 3
ITERATOR_END: Final = 4
ITERATOR_STEP: Final = 5
ITERATOR_WORDS: Final = 6
ITERATE_LIST: Final = 0
ITERATE_TUPLE: Final = 1
ITERATE_RANGE: Final = 2  # INDEX is the next number, END the last bound, STEP the step (small)
ITERATE_STR: Final = 3
ITERATE_BYTES: Final = 4
ITERATE_DICT_KEYS: Final = 5  # END: the dict's length when it began, STEP: items left
ITERATE_DICT_VALUES: Final = 6
ITERATE_DICT_ITEMS: Final = 7
ITERATE_SET: Final = 8
ITERATE_ENUMERATE: Final = 9  # SOURCE: an iterator that the kernel can step, INDEX: the count;
# STEP of enumerate and zip: how deep such iterators are nested
ITERATE_ZIP: Final = 10  # SOURCE: TUPLE of such iterators
ITERATE_LIST_REVERSED: Final = 11
ITERATE_TUPLE_REVERSED: Final = 12
ITERATE_BYTEARRAY: Final = 13
ITERATE_DICT_REVERSED: Final = 14  # keys; values and items the two after
ITERATE_SEQUENCE: Final = 17  # __getitem__ protocol, stepped by the prelude
GENERATOR_CODE: Final = 1
GENERATOR_FUNCTION: Final = 2
GENERATOR_PC: Final = 3
GENERATOR_HANDLED: Final = 4  # exception being handled inside when it yielded
GENERATOR_DELEGATE: Final = 5  # what it awaits or yields from, or NONE
GENERATOR_NAME: Final = 6
GENERATOR_QUALNAME: Final = 7
GENERATOR_YIELD_REGISTER: Final = 8  # register that gets the value sent in
GENERATOR_EXTRA: Final = 9  # async generators: state owned by the prelude
GENERATOR_REGISTERS: Final = 10  # n_registers of the code follow
MODULE_NAME: Final = 1
MODULE_DICT: Final = 2
MODULE_WORDS: Final = 3
PROPERTY_GET: Final = 1
PROPERTY_SET: Final = 2
PROPERTY_DELETE: Final = 3
PROPERTY_DOC: Final = 4
PROPERTY_NAME: Final = 5
PROPERTY_WORDS: Final = 6
WRAPPED_FUNCTION: Final = 1  # CLASSMETHOD, STATICMETHOD
WRAPPED_WORDS: Final = 2
SUPER_CLASS: Final = 1
SUPER_SELF: Final = 2
SUPER_TYPE: Final = 3  # whose MRO is searched
SUPER_WORDS: Final = 4
VIEW_DICT: Final = 1
VIEW_TYPE: Final = 2  # tagged int: ITERATE_DICT_*
VIEW_WORDS: Final = 3
TRACEBACK_NEXT: Final = 1  # the traceback towards the raise, or NONE
TRACEBACK_CODE: Final = 2
TRACEBACK_PC: Final = 3  # tagged int: instruction index
TRACEBACK_WORDS: Final = 4
HOST_FUNCTION_NAME: Final = 1
HOST_FUNCTION_WORDS: Final = 2
BUFFER_LENGTH: Final = 1  # tagged int: bytes used
BUFFER_DATA: Final = 2  # a RAW
BUFFER_WORDS: Final = 3
BYTEARRAY_LENGTH: Final = 1
BYTEARRAY_DATA: Final = 2
BYTEARRAY_WORDS: Final = 3
MEMBER_NAME: Final = 1
MEMBER_CLASS: Final = 2
MEMBER_NUMBER: Final = 3  # tagged int: getter/setter native number, -1: a __slots__ member
MEMBER_SLOT: Final = 4  # tagged number of the fixed slot of a __slots__ member
MEMBER_WORDS: Final = 5
PROXY_DICT: Final = 1
PROXY_WORDS: Final = 2
UNION_ARGS: Final = 1
UNION_WORDS: Final = 2
ALIAS_ORIGIN: Final = 1
ALIAS_ARGS: Final = 2
ALIAS_WORDS: Final = 3
YIELDED_VALUE: Final = 1
YIELDED_WORDS: Final = 2

# classes of values that are not heap objects, places in the tuple at STATE_CONSTANT_TYPES
TYPE_INDEX_INT: Final = 0
TYPE_INDEX_FLOAT: Final = 1
TYPE_INDEX_NONE: Final = 2
TYPE_INDEX_BOOL: Final = 3
TYPE_INDEX_ELLIPSIS: Final = 4
TYPE_INDEX_NOT_IMPLEMENTED: Final = 5
TYPE_INDEX_COROUTINE: Final = 6
TYPE_INDEX_ASYNC_GENERATOR: Final = 7
TYPE_INDEX_OBJECT: Final = 8
TYPE_INDEX_TYPE: Final = 9
TYPE_INDEX_BASE_EXCEPTION: Final = 10
TYPE_INDEX_STOP_ITERATION: Final = 11
TYPE_INDEX_KEYS: Final = 12
TYPE_INDEX_VALUES: Final = 13
TYPE_INDEX_ITEMS: Final = 14
TYPE_INDEX_METHOD_DESCRIPTOR: Final = 15
TYPE_INDEX_ITERATORS: Final = 16  # 18 classes by ITERATE_* follow
TYPE_INDEX_GENERATOR_EXIT: Final = 34
TYPE_INDEX_STOP_ASYNC_ITERATION: Final = 35
TYPE_INDEX_ASSERTION_ERROR: Final = 36
TYPE_INDEX_KEY_ERROR: Final = 37
TYPE_INDEX_COUNT: Final = 38

# attribute cache entries: owner (shape or class value), name (STR value; +2 for stores), kind, value
CACHE_WORDS: Final = 4
CACHE_SLOT: Final = 0  # tagged word offset in the instance (inline slot)
CACHE_OVERFLOW: Final = 1  # tagged index in the overflow array
CACHE_FUNCTION: Final = 2  # FUNCTION found on the class, not shadowed: binds
CACHE_NATIVE: Final = 3  # NATIVE method found on the class
CACHE_PROPERTY: Final = 4  # the PROPERTY
CACHE_CLASS_VALUE: Final = 5  # anything else found on the class that does not bind
CACHE_ADD: Final = 6  # store: value is the new SHAPE (its last slot is inline)
CACHE_DESCRIPTOR: Final = 7  # needs the slow path
CACHE_MEMBER: Final = 8  # tagged word offset of a fixed slot; the word may be UNBOUND

# well-known names, places in the tuple at STATE_NAMES
NAMES: Final = (
    "__init__", "__new__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__",
    "__eq__", "__hash__", "__bool__", "__len__", "__call__", "__get__", "__set__", "__delete__",
    "__dict__", "__doc__", "__module__", "__abstractmethods__", "__instancecheck__",
    "__subclasscheck__", "__class__", "__match_args__", "__name__", "__qualname__",
    "__abc_tpflags__",
    "__getitem__", "__setitem__", "__delitem__", "__next__",
)
NAME_INIT: Final = 0
NAME_NEW: Final = 1
NAME_GETATTR: Final = 2
NAME_GETATTRIBUTE: Final = 3
NAME_SETATTR: Final = 4
NAME_DELATTR: Final = 5
NAME_EQ: Final = 6
NAME_HASH: Final = 7
NAME_BOOL: Final = 8
NAME_LEN: Final = 9
NAME_CALL: Final = 10
NAME_GET: Final = 11
NAME_SET: Final = 12
NAME_DELETE: Final = 13
NAME_DICT: Final = 14
NAME_DOC: Final = 15
NAME_MODULE: Final = 16
NAME_ABSTRACTMETHODS: Final = 17
NAME_INSTANCECHECK: Final = 18
NAME_SUBCLASSCHECK: Final = 19
NAME_CLASS: Final = 20
NAME_MATCH_ARGS: Final = 21
NAME_NAME: Final = 22
NAME_QUALNAME: Final = 23
NAME_ABC_TPFLAGS: Final = 24  # class attribute: 32 a sequence, 64 a mapping for patterns
NAME_GETITEM: Final = 25
NAME_SETITEM: Final = 26
NAME_DELITEM: Final = 27
NAME_NEXT: Final = 28
