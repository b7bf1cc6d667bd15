"""The instruction set, declared once.

An instruction is one 64-bit word: op (bits 0-7), flags (8-15), A (16-31), B (32-47), C (48-63).
Flag 1 on an arithmetic instruction: it stems from an augmented assignment (``+=``). Formats:

    A B C   registers or small numbers, unsigned 16 bits; sB, sC signed
    A D     D: bits 32-63, signed 32 bits

Each member holds its number (its place in this list), its operands and its effect; disassembler,
reference page, dispatch constants and tests derive from here. Numbers are not stable: saved code
carries ``fingerprint()`` and is refused if it differs.

Notation: R[x] register, K[x] constant of the code object, G[x] entry x of the namespace dict,
``:=`` assigns, ``pc`` the next instruction; jump distances count instructions from the next one.
``call f(...)`` pushes a frame; everything may raise. A conditional jump may go backwards (loops
have their test at the bottom): taken with a negative distance it is a safe point like JUMP_BACK.
An instruction writes its registers last, when nothing can fail any more (targets may be variables).
"""

from ringfence.numbered import Numbered

FLAG_INPLACE = 1  # in bits 8-15 of an arithmetic instruction


class Op(Numbered):
    """One instruction of the virtual machine."""

    operands: str
    effect: str

    # fmt: off
    # data movement
    NOP = "", "nothing"
    MOVE = "A B", "R[A] := R[B]"
    LOAD_CONST = "A D", "R[A] := K[D]"
    LOAD_INT = "A D", "R[A] := D"
    LOAD_GLOBAL = "A D", "R[A] := G[D]; unbound: builtins, then the host (see api: names)"
    STORE_GLOBAL = "A D", "G[D] := R[A]"
    DELETE_GLOBAL = "A D", "unbind G[D]; NameError if unbound"
    LOAD_GLOBAL_CALL = "A D", "as LOAD_GLOBAL, but an unknown name becomes a host function at once"
    CHECK_LOCAL = "A D", "if R[A] is unbound: UnboundLocalError for name K[D]; in code flagged MODULE "\
        "NameError"
    UNBIND = "A", "R[A] := unbound"
    MAKE_CELL = "A", "R[A] := new cell holding R[A]"
    LOAD_CELL = "A B C", "R[A] := value of the cell in R[B]; unbound: NameError, name K[C]"
    STORE_CELL = "A B", "cell in R[A] := R[B]"
    DELETE_CELL = "A C", "empty the cell in R[A]; NameError, name K[C], if it is"
    LOAD_FREE = "A B", "R[A] := value of cell B of the closure; NameError if empty"
    STORE_FREE = "A B", "cell B of the closure := R[A]"
    DELETE_FREE = "B", "empty cell B of the closure; NameError if it is"
    LOAD_CLOSURE = "A B", "R[A] := cell B of the closure itself"
    LOAD_NAME = "A D", "R[A] := name K[D] looked up in the dict R[0], then globals, builtins, host"
    STORE_NAME = "A D", "R[0][K[D]] := R[A]   (R[0] the namespace: class body, exec with locals)"
    DELETE_NAME = "D", "del R[0][K[D]]; NameError"
    LOAD_CLASS_FREE = "A B C", "R[A] := R[0][K[C]] if there, else cell B of the closure"

    # arithmetic; the immediate forms hold the right operand
    ADD = "A B C", "R[A] := R[B] + R[C]"
    SUB = "A B C", "R[A] := R[B] - R[C]"
    MUL = "A B C", "R[A] := R[B] * R[C]"
    DIV = "A B C", "R[A] := R[B] / R[C]"
    FLOORDIV = "A B C", "R[A] := R[B] // R[C]"
    MOD = "A B C", "R[A] := R[B] % R[C]"
    POW = "A B C", "R[A] := R[B] ** R[C]"
    MATMUL = "A B C", "R[A] := R[B] @ R[C]"
    AND = "A B C", "R[A] := R[B] & R[C]"
    OR = "A B C", "R[A] := R[B] | R[C]"
    XOR = "A B C", "R[A] := R[B] ^ R[C]"
    LSHIFT = "A B C", "R[A] := R[B] << R[C]"
    RSHIFT = "A B C", "R[A] := R[B] >> R[C]"
    ADD_INT = "A B sC", "R[A] := R[B] + C"
    SUB_INT = "A B sC", "R[A] := R[B] - C"
    MUL_INT = "A B sC", "R[A] := R[B] * C"
    FLOORDIV_INT = "A B sC", "R[A] := R[B] // C   (C not 0)"
    MOD_INT = "A B sC", "R[A] := R[B] % C   (C not 0)"
    AND_INT = "A B sC", "R[A] := R[B] & C"
    NEGATIVE = "A B", "R[A] := -R[B]"
    POSITIVE = "A B", "R[A] := +R[B]"
    INVERT = "A B", "R[A] := ~R[B]"
    NOT = "A B", "R[A] := not R[B]"
    TRUTH = "A B", "R[A] := bool(R[B])"

    # comparison
    LT = "A B C", "R[A] := R[B] < R[C]"
    LE = "A B C", "R[A] := R[B] <= R[C]"
    GT = "A B C", "R[A] := R[B] > R[C]"
    GE = "A B C", "R[A] := R[B] >= R[C]"
    EQ = "A B C", "R[A] := R[B] == R[C]"
    NE = "A B C", "R[A] := R[B] != R[C]"
    IS = "A B C", "R[A] := R[B] is R[C]"
    IS_NOT = "A B C", "R[A] := R[B] is not R[C]"
    IN = "A B C", "R[A] := R[B] in R[C]"
    NOT_IN = "A B C", "R[A] := R[B] not in R[C]"

    # jumps
    JUMP = "D", "pc += D   (D >= 0)"
    JUMP_BACK = "D", "pc += D   (D < 0); safe point: fuel, room"
    JUMP_IF = "A D", "if R[A]: pc += D"
    JUMP_IF_NOT = "A D", "if not R[A]: pc += D"
    JUMP_IF_NONE = "A D", "if R[A] is None: pc += D"
    JUMP_IF_NOT_NONE = "A D", "if R[A] is not None: pc += D"
    JUMP_IF_BOUND = "A D", "if R[A] is bound: pc += D"
    JUMP_LT = "A B sC", "if R[A] < R[B]: pc += C"
    JUMP_LE = "A B sC", "if R[A] <= R[B]: pc += C"
    JUMP_GT = "A B sC", "if R[A] > R[B]: pc += C"
    JUMP_GE = "A B sC", "if R[A] >= R[B]: pc += C"
    JUMP_EQ = "A B sC", "if R[A] == R[B]: pc += C"
    JUMP_NE = "A B sC", "if R[A] != R[B]: pc += C"
    JUMP_NOT_LT = "A B sC", "if not R[A] < R[B]: pc += C"
    JUMP_NOT_LE = "A B sC", "if not R[A] <= R[B]: pc += C"
    JUMP_NOT_GT = "A B sC", "if not R[A] > R[B]: pc += C"
    JUMP_NOT_GE = "A B sC", "if not R[A] >= R[B]: pc += C"
    JUMP_NOT_EQ = "A B sC", "if not R[A] == R[B]: pc += C"
    JUMP_NOT_NE = "A B sC", "if not R[A] != R[B]: pc += C"
    JUMP_LT_INT = "A sB sC", "if R[A] < B: pc += C"
    JUMP_LE_INT = "A sB sC", "if R[A] <= B: pc += C"
    JUMP_GT_INT = "A sB sC", "if R[A] > B: pc += C"
    JUMP_GE_INT = "A sB sC", "if R[A] >= B: pc += C"
    JUMP_EQ_INT = "A sB sC", "if R[A] == B: pc += C"
    JUMP_NE_INT = "A sB sC", "if R[A] != B: pc += C"
    JUMP_NOT_LT_INT = "A sB sC", "if not R[A] < B: pc += C"
    JUMP_NOT_LE_INT = "A sB sC", "if not R[A] <= B: pc += C"
    JUMP_NOT_GT_INT = "A sB sC", "if not R[A] > B: pc += C"
    JUMP_NOT_GE_INT = "A sB sC", "if not R[A] >= B: pc += C"
    JUMP_NOT_EQ_INT = "A sB sC", "if not R[A] == B: pc += C"
    JUMP_NOT_NE_INT = "A sB sC", "if not R[A] != B: pc += C"

    # iteration
    GET_ITER = "A B", "R[A] := iter(R[B])"
    FOR_NEXT = "A B sC", "R[B] := next(R[A]); exhausted: pc += C"
    UNPACK = "A B C", "R[A]..R[A+C-1] := the C items of R[B]"
    UNPACK_STAR = "A B C", "R[A].. := R[B]; C: items before the star * 256 + items after it"

    # building
    BUILD_TUPLE = "A B C", "R[A] := (R[B], .. C items)"
    BUILD_LIST = "A B C", "R[A] := [R[B], .. C items]"
    BUILD_SET = "A B C", "R[A] := {R[B], .. C items}"
    BUILD_DICT = "A B C", "R[A] := {R[B]: R[B+1], .. C pairs}"
    BUILD_SLICE = "A B C", "R[A] := slice(R[B], R[B+1], R[B+2] if C == 3 else None)"
    BUILD_STRING = "A B C", "R[A] := the C strings R[B].. joined"
    LIST_APPEND = "A B", "R[A].append(R[B])   (R[A] a list)"
    SET_ADD = "A B", "R[A].add(R[B])   (R[A] a set)"
    DICT_SET = "A B C", "R[A][R[B]] := R[C]   (R[A] a dict)"
    LIST_EXTEND = "A B C", "R[A].extend(R[B]); TypeError `Value after * must be an iterable`, or, C not "\
        "0, `argument after *` of the function R[C-1]"
    SET_UPDATE = "A B", "R[A].update(R[B])"
    DICT_UPDATE = "A B", "R[A].update(R[B]), R[B] any mapping"
    DICT_MERGE = "A B C", "the same for the keywords of a call of R[C]: no key twice, only strings"
    LIST_TO_TUPLE = "A B", "R[A] := tuple(R[B])   (R[B] a list)"

    # items and attributes
    GET_ITEM = "A B C", "R[A] := R[B][R[C]]"
    SET_ITEM = "A B C", "R[A][R[B]] := R[C]"
    DELETE_ITEM = "A B", "del R[A][R[B]]"
    GET_ATTR = "A B C", "R[A] := getattr(R[B], K[C])"
    SET_ATTR = "A B C", "setattr(R[A], K[C], R[B])"
    DELETE_ATTR = "A C", "delattr(R[A], K[C])"
    GET_SPECIAL = "A B C", "R[A] := K[C] looked up on type(R[B]) and bound; not there: the TypeError "\
        "of a with statement (K[C] is __enter__, __exit__, __aenter__ or __aexit__)"

    # functions and calls; a call window is R[A]..R[A+7] (the frame), arguments from R[A+8]
    CALL = "A B", "R[A] := R[A](R[A+8], .. B arguments)"
    CALL_METHOD = "A B C", "R[A] := R[A+8].K[C](R[A+9], ..): B arguments, R[A+8] included; where the "\
        "look-up fails, the position is that of the instruction before"
    CALL_KEYWORDS = "A B C", "as CALL; the last arguments have the names of the tuple K[C]"
    CALL_SPREAD = "A", "R[A] := R[A](*R[A+8], **R[A+9])   (a tuple or list; a dict or unbound)"
    RETURN = "A", "pop the frame; its caller gets R[A]"
    MAKE_FUNCTION = "A B C", "R[A] := function of code K[B]; C flags what lies in R[A+1]..: "\
        "1 defaults tuple, 2 keyword defaults dict, 4 annotations, 8 closure tuple, in that order"
    YIELD = "A B", "suspend the generator with R[B]; on resumption R[A] := the value sent"
    RETURN_GENERATOR = "", "first instruction of a generator's code: make it, return it"
    SEND = "A B sC", "R[B] := R[A].send(R[B]) (next() for None); finished: R[B] := result, pc += C"
    GET_AWAITABLE = "A B", "R[A] := the iterator that awaiting R[B] steps"
    GET_YIELD_FROM = "A B", "R[A] := the iterator that `yield from R[B]` steps"
    GET_ASYNC_ITER = "A B", "R[A] := R[B].__aiter__()"
    GET_ASYNC_NEXT = "A B", "R[A] := the awaitable R[B].__anext__()"
    WRAP_YIELD = "A B", "R[A] := R[B] marked as yielded by an async generator"
    DELEGATE_THROW = "A B", "exception R[B] thrown while R[A] is delegated to: R[B] := the pair "\
        "(finished, value) as PEP 380 has it"

    # classes, imports, names
    LOAD_BUILD_CLASS = "A", "R[A] := the builtin that runs a class statement"
    SETUP_ANNOTATIONS = "", "make __annotations__ of the namespace (or globals) if missing"
    IMPORT = "A B C", "R[A] := import K[B]; C: from-list K[C] or level via the tuple (names, level)"
    IMPORT_FROM = "A B C", "R[A] := attribute K[C] of module R[B]; ImportError"
    IMPORT_STAR = "A", "bind every public name of module R[A] in globals (or R[0])"

    # exceptions
    RAISE = "A B", "raise R[A] from R[B]   (R[B] unbound: no from; R[A] unbound: re-raise)"
    RERAISE = "A", "raise R[A] again, its traceback kept"
    ENTER_HANDLER = "A B", "R[A] := the exception handled so far; R[B] is handled now"
    LEAVE_HANDLER = "A", "the handled exception is R[A] again"
    MATCH_EXCEPTION = "A B C", "R[A] := exception R[B] is an instance of R[C] (class or tuple)"
    MATCH_GROUP = "A B C", "except*: (R[A], R[A+1]) := split R[B] by R[C]: matched or None, rest"
    ASSERTION_ERROR = "A", "R[A] := the class AssertionError"

    # formatting and matching
    FORMAT = "A B C", "R[A] := format(R[B], R[C])   (R[C] unbound: empty spec)"
    CONVERT = "A B C", "R[A] := str, repr or ascii of R[B] for C = 115, 114, 97"
    MATCH_SEQUENCE = "A B", "R[A] := R[B] is a sequence for patterns"
    MATCH_MAPPING = "A B", "R[A] := R[B] is a mapping for patterns"
    MATCH_KEYS = "A B C", "R[A] := tuple of the values of R[B] at the keys R[C], or None"
    MATCH_CLASS = "A B C", "R[A] := tuple of attributes for the class pattern, or None; R[C] class, "\
        "R[C+1] number of positional patterns, R[C+2] tuple of keyword names"
    LENGTH = "A B", "R[A] := len(R[B])"
    TYPE_ALIAS = "A B C", "R[A] := type alias K[B] evaluated by the function R[C]; R[C+1] the tuple "\
        "of its type parameters"
    PRINT_EXPRESSION = "A", "what an interactive prompt does with an expression's value"

    # method calls whose arguments have effects: the method is looked up before them
    LOAD_METHOD = "A C", "look up K[C] of R[A+8]: a FUNCTION or NATIVE method found on the type goes to "\
        "R[A] as it is; anything else: R[A] := the (bound) attribute, R[A+8] := unbound"
    CALL_LOADED = "A B", "after LOAD_METHOD: as CALL of R[A] with B arguments, R[A+8] included; if "\
        "R[A+8] is unbound, the arguments are the B-1 in R[A+9].. (move them down, then CALL)"
    EXCEPTION_TRIPLE = "A B", "R[A], R[A+1], R[A+2] := type(R[B]), R[B], its traceback   (for __exit__)"
    END_ASYNC_FOR = "A", "nothing if the exception R[A] is a StopAsyncIteration, else raise it again"
    RERAISE_STAR = "A B", "except* ends: R[A] := what to raise for the group R[A], given the list R[B] "\
        "of exceptions raised by handlers and parts left over; None: nothing"
    TYPE_PARAMETER = "A B C", "R[A] := type parameter named K[B]: C & 3 0 TypeVar, 1 ParamSpec, 2 "\
        "TypeVarTuple; R[A+1] function giving the bound (C & 4) or constraints (C & 8), R[A+2] "\
        "function giving the default (C & 16)"
    GENERIC_BASE = "A B", "R[A] := typing.Generic[*R[B]], R[B] a tuple of type parameters"
    FOR_LOOP = "A B sC", "at the end of a loop's body: R[B] := next(R[A]), pc += C; exhausted: nothing. C "\
        "leads to behind the FOR_NEXT of the loop, which is run instead where R[A] is no builtin iterator"
    BUILD_KEYED_DICT = "A B C", "R[A] := {the strings of the tuple K[C]: R[B]..}"
    RETURN_NONE = "", "pop the frame; its caller gets None"

    # first of a row that is run in one go: each is what stands before `then`; the rest of the row follows in
    # the code as it is, where a jump, a pause or a second try finds it, and costs what it costs alone
    CONST_THEN_GET_ITEM = "A D", "R[A] := K[D]; then GET_ITEM"
    INT_THEN_GET_ITEM = "A D", "R[A] := D; then GET_ITEM"
    IN_THEN_JUMP = "A B C", "R[A] := R[B] in R[C]; then JUMP_IF or JUMP_IF_NOT of R[A]"
    NOT_IN_THEN_JUMP = "A B C", "R[A] := R[B] not in R[C]; then JUMP_IF or JUMP_IF_NOT of R[A]"
    MOVE_THEN_CALL = "A B", "R[A] := R[B]; then CALL"
    MOVE_THEN_CALL_METHOD = "A B", "R[A] := R[B]; then CALL_METHOD"
    GLOBAL_THEN_MOVE_CALL = "A D", "R[A] := G[D] as LOAD_GLOBAL_CALL; then MOVE, CALL of R[A]"
    # fmt: on


def fingerprint() -> str:
    """Return a digest of the whole instruction set, to stamp saved code with.

    >>> len(fingerprint())
    16
    """
    import hashlib

    text = "\n".join(f"{op:d} {op.name} {op.operands} {op.effect}" for op in Op)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
