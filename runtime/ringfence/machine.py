"""One run: a block, a program in it, and the loop that enters the kernels until the host is needed.

The kernels run in slices of fuel; between slices the deadline, a cancellation and Ctrl-C are
looked at. The meters do not depend on slices or collections: fuel left over from an exit for
room is used up before new fuel is given, and the last slice is exactly what the limit leaves.
"""

from __future__ import annotations

import sys
from ctypes import c_int64
from time import perf_counter

from ringfence import block as blocks
from ringfence import decode, encode
from ringfence import layout as L
from ringfence.errors import MontyError, MontySnapshotError
from ringfence.facts import facts_of, is_sound
from ringfence.limits import DEFAULT, UNLIMITED, Allowance, Meters
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, Final

    from ringfence.crossing import Inwards, Lent
    from ringfence.equipment import ClassInstance
    from ringfence.programs import Compiled
    from ringfence.system import System

# statuses, as in kernels/status.py (not imported: the kernels' package is not loaded at run time)
DONE, RAISED, HOST_CALL, OS_CALL, NAME, TRAP, NEEDS_ROOM, LIMIT = range(8, 16)
WAIT, SLICE, OUTPUT, BROKEN = range(16, 20)

GO_ON, RAISE, DECLINED, CALL = range(4)  # how to enter

_WAYS: Final = [c_int64(how) for how in range(4)]

SLICE_INSTRUCTIONS: Final = 200_000
_FULL: Final = {SLICE_INSTRUCTIONS: c_int64(SLICE_INSTRUCTIONS)}
FIRST_SOFT_BYTES: Final = 32 << 20  # heap before the first collection
BOTTOM: Final = L.STACK_AT + 8 * L.FRAME_WORDS  # base of the frame below the first
LIMIT_NAMES: Final = {
    L.LIMIT_INSTRUCTIONS: "max_instructions",
    L.LIMIT_DURATION: "max_duration_secs",
    L.LIMIT_MEMORY: "max_memory",
    L.LIMIT_HOST_CALLS: "max_host_calls",
    L.LIMIT_OUTPUT: "max_output_bytes",
    L.LIMIT_RECURSION: "max_recursion_depth",
}
STEP_BYTES: Final = 32 << 20  # what may be allocated before the deadline is looked at
BYTES_A_SECOND: Final = 1e9  # made and filled, or copied by a collection, on a slow machine
ITEM_S: Final = 150e-9  # to read out an item of a trap's argument
WORD_S: Final = 8e-9  # the same for eight bytes of text
CHARGE_S: Final = 4e-9  # what a unit of fuel stands for
MOST_OVER: Final = 10_000_000  # units of fuel that work in one go may pass the limit by
BYTES_A_CHARGE: Final = 32  # filled for a unit of fuel
LATE_S: Final = 0.03  # what such work may take past the deadline
GRACE_S: Final = 0.02  # for reading out the values of a run whose time is over
SPARE_DEPTH: Final = 50  # frames beyond the limit for what the host has done inside
_QUESTION: Final = (  # state of a question that waits, besides values
    L.STATE_PC, L.STATE_BASE, L.STATE_DEPTH, L.STATE_ARGUMENT_COUNT, L.STATE_RESULT_KIND,
    L.STATE_RESULT_AT, L.STATE_CALL_ID, L.STATE_LIMIT, L.STATE_TRAP, L.STATE_TRAP_ARGUMENTS_AT,
    L.STATE_TRAP_ARGUMENT_COUNT,
)
_STOPS: Final = (0, L.LIMIT_MEMORY, L.LIMIT_DURATION, L.LIMIT_INSTRUCTIONS)  # by what _trap answers
_BARE_ERRORS: Final = (ValueError, TypeError, LookupError, RuntimeError)  # nothing but args
_PLAIN: Final = frozenset((int, str, float, bool, type(None), bytes))
MOST_KEPT_EXCEPTIONS: Final = 10_000  # of host functions; later ones come out as copies
CANCELLED: Final = "cancel"  # what the error names when the host ended the run
PAUSED: Final = "pause"  # what a LimitSnapshot names when the host asked for a pause
SHORT_TEXT: Final = 512  # characters
NONE: Final = encode.NONE
UNBOUND: Final = encode.UNBOUND


class LimitHit(Exception):
    """A limit was found passed on the host's side; `after`: the status it stands before."""

    def __init__(self, limit: str, after: int = HOST_CALL) -> None:
        super().__init__(limit)
        self.limit = limit
        self.after = after


class Machine:
    """A run.

    Attributes
    ----------
    allowance
        Its limits.
    print_callback
        Called with ``("stdout", text)``; None: the host's own standard output.
    """

    # what most runs never change lies in the class: making a machine is quick then
    pause_on_limit = False
    lent: Lent | None = None  # classes of the host with a counterpart in the run
    objects: Sequence[ClassInstance] = ()  # of the host, lent by reference
    system: System | None = None  # who answers what is asked of an operating system
    pausing = False
    cancelled = False
    is_session = False
    limit = ""
    print_callback: Callable[[str, str], Any] | None = None
    execution_s = 0.0
    deadline = 0.0  # by perf_counter, of the execution under way; 0: none
    output_bytes = 0
    _used = 0  # fuel used
    _fuel = 0  # of the slice that an exit for room has left
    _planned = 0  # where the heap is collected; STATE_HEAP_SOFT comes in steps before it
    _owed = GO_ON  # how to enter next, if a limit came before what was asked could be done

    def __init__(self, block: blocks.Block, allowance: Allowance) -> None:
        self._kernels = library()
        self.block: blocks.Block = block
        self.constants = facts_of(block).constants
        self.allowance = allowance
        self.script_names: list[str] = []
        self.host_exceptions: list[BaseException] = []
        self.host_calls: dict[str, int] = {}
        self.pending: dict[int, str] = {}  # host calls to be answered later: id -> name
        self._names: dict[int, str] = {}
        block.words[L.STATE_BASE] = 0  # no frame yet

    @classmethod
    def restored(
        cls, block: blocks.Block, allowance: Allowance, meters: Mapping[str, Any],
        pending: dict[int, str], scripts: list[str],
    ) -> Machine:
        """Make the machine of a block that was filled from a snapshot, if its structure is sound.

        Raises
        ------
        MontySnapshotError
            For a block that no run can have left.
        """
        if not is_sound(block):
            raise MontySnapshotError("the snapshot is damaged: its objects do not hang together")
        words = block.words
        kept = words[L.STATE_BASE], words[L.STATE_HEAP_SOFT]
        machine = cls(block, allowance)
        machine.apply_limits()
        words[L.STATE_BASE], words[L.STATE_HEAP_SOFT] = kept
        machine._used = int(meters["used"])
        machine.execution_s = float(meters["execution_s"])
        machine.output_bytes = int(meters["output_bytes"])
        machine.host_calls = {str(name): int(n) for name, n in meters["host_calls"].items()}
        machine.limit = str(meters["limit"])
        machine._owed = RAISE if meters["owed"] == RAISE else CALL if meters["owed"] == CALL else GO_ON
        words[L.STATE_TRAP_ARGUMENT_COUNT] = 0  # a snapshot is never made while a trap is answered
        machine.pending = pending
        machine.script_names = [str(name) for name in scripts]
        return machine

    def meters_to_keep(self) -> dict[str, Any]:
        """What the block itself does not hold of the meters, for a snapshot."""
        return {
            "used": self._used, "execution_s": self.execution_s, "limit": self.limit,
            "output_bytes": self.output_bytes, "host_calls": self.host_calls, "owed": self._owed,
        }

    def collect(self, want: int = 0) -> bool:
        """Drop what nothing refers to any more; whether `want` bytes are free then."""
        done = self._kernels.rf_collect(self.block.address, want)
        words = self.block.words
        self._planned = soft = words[L.STATE_HEAP_SOFT]
        step = words[L.STATE_HEAP_TOP] + max(want, STEP_BYTES)
        if step < soft:
            words[L.STATE_HEAP_SOFT] = step
        return bool(done)

    def _make_room(self, want: int, deadline: float) -> int:
        """Let the run allocate `want` bytes: 1; 0 if it cannot have them.

        -2 if that takes longer than the deadline leaves, -3 if filling them costs more than the limit does.
        """
        words = self.block.words
        top, planned = words[L.STATE_HEAP_TOP], self._plan()
        granted = top + want <= planned
        if deadline and want < words[L.STATE_MEMORY_LIMIT]:
            n_bytes = want if granted else want + top - words[L.STATE_HEAP_START]
            if n_bytes > STEP_BYTES:
                end_s = perf_counter() + n_bytes / BYTES_A_SECOND
                if end_s > deadline + LATE_S:
                    return -2
        if want > STEP_BYTES and want < words[L.STATE_MEMORY_LIMIT]:
            if self.instructions + want // BYTES_A_CHARGE > self.allowance.instructions + MOST_OVER:
                return -3
        if granted:
            self._planned = planned
            words[L.STATE_HEAP_SOFT] = min(planned, top + max(want, STEP_BYTES))
            return 1
        return int(self.collect(want))

    def _plan(self) -> int:
        """Where the heap is to be collected, at or above the step that kernels see."""
        return max(self._planned, self.block.words[L.STATE_HEAP_SOFT])

    def begin_profile(self) -> None:
        """Count from now on what each instruction of the programs costs."""
        self.block.words[L.STATE_PROFILE_AT] = L.PROFILE_AT

    # ------------------------------------------------------------ limits
    def apply_limits(self) -> None:
        """Write the allowance into the block."""
        self._planned = 0
        apply_limits(self.block, self.allowance)

    @property
    def instructions(self) -> int:
        """Instructions charged so far."""
        return self._used + self.block.words[L.STATE_INSTRUCTIONS]

    def meters(self) -> Meters:
        """What the run has used so far."""
        words = self.block.words
        meters = Meters()
        meters.instructions = self.instructions
        meters.execution_secs = self.execution_s
        meters.live_memory_bytes = words[L.STATE_HEAP_TOP] - words[L.STATE_HEAP_START]
        meters.peak_memory_bytes = max(words[L.STATE_PEAK_BYTES], meters.live_memory_bytes)
        meters.allocations = words[L.STATE_ALLOCATIONS]
        meters.host_calls = dict(self.host_calls)
        meters.output_bytes = self.output_bytes
        meters.deepest_recursion = words[L.STATE_DEPTH_PEAK]
        if words[L.STATE_PROFILE_AT]:
            from ringfence.profile import profile

            meters.profile = profile(self)
        return meters

    # ------------------------------------------------------------ starting
    def load(self, compiled: Compiled, inputs: Mapping[str, Any]) -> None:
        """Put a program behind those already there, make its first frame, bind the inputs."""
        self.script_names.append(compiled.script_name)
        if self.block.words[L.STATE_GLOBALS] != NONE:
            self._make_frame(compiled)
        elif compiled.start is None:
            apply_limits(self.block, DEFAULT)
            self._make_frame(compiled)
            compiled.start = self._capture(compiled)
            self.apply_limits()
        else:
            self._copy_start(compiled)
        if inputs:
            self._place_inputs(compiled, inputs)
        if compiled.has_await:
            self._start_main()

    def _make_frame(self, compiled: Compiled) -> None:
        block = self.block
        words = block.words
        code = compiled.place(block)
        if words[L.STATE_GLOBALS] == NONE:
            words[L.STATE_GLOBALS] = self._make_namespace(compiled)
        else:
            self._extend_namespace(compiled)
        words[L.STATE_BASE] = BOTTOM
        words[L.STATE_DEPTH] = 0
        words[BOTTOM >> 3] = 0
        words[(BOTTOM >> 3) + L.FRAME_CODE] = code
        words[L.STATE_EXCEPTION] = words[L.STATE_HANDLED] = NONE
        function = self._make_function(code, words[L.STATE_GLOBALS])
        self._kernels.rf_call_function(block.address, function)

    def _start_main(self) -> None:
        """Make the coroutine of code that awaits, and the frame of the prelude that drives it."""
        words = self.block.words
        address = self.block.address
        # the first instruction, RETURN_GENERATOR, pops the frame and leaves the coroutine below it
        if self._kernels.rf_enter(address, 1, GO_ON) != SLICE:
            raise MontyError("the module's coroutine could not be made")
        self._used += 1
        self._kernels.rf_call_function(address, self._helper("RUN_MAIN"))
        words[words[L.STATE_BASE] >> 3] = words[BOTTOM >> 3]

    def _capture(self, compiled: Compiled) -> list[tuple[slice, bytes]]:
        """What makes up a run that has not begun: every other start copies it."""
        data, words = self.block.data, self.block.words
        pieces = [
            (0, blocks.STATE_BYTES),
            (compiled.base, compiled.base + len(compiled.data)),
            (L.STACK_AT, self.block.stack_top()),
            (L.HEAP_A_AT, words[L.STATE_HEAP_TOP]),
        ]
        return [(slice(start, end), bytes(data[start:end])) for start, end in pieces]

    def _copy_start(self, compiled: Compiled) -> None:
        block = self.block
        data = block.data
        for place, content in compiled.start:  # type: ignore[union-attr]
            data[place] = content
        if compiled.max_registers > block.cells_limit:
            block.cells_limit = compiled.max_registers
        if self.allowance is not DEFAULT:
            self.apply_limits()

    def _helper(self, name: str) -> int:
        from ringfence.failures import Helper  # not at start-up: most runs need none

        number = Helper[name]
        words = self.block.words
        table = words[L.STATE_PRELUDE] - 1 >> 3
        return int(words[table + L.TUPLE_ITEMS + number])

    def _allocate(self, kind: int, fields: list[int], flags: int = 0) -> int:
        """Make a small object; the caller knows that there is room."""
        words = self.block.words
        top = words[L.STATE_HEAP_TOP]
        at = top >> 3
        words[at] = (len(fields) + 1) << 32 | flags << 8 | kind
        for i, word in enumerate(fields, at + 1):
            words[i] = word
        words[L.STATE_HEAP_TOP] = top + 8 * (len(fields) + 1)
        return top + 1

    def _make_namespace(self, compiled: Compiled) -> int:
        entries: list[int] = []
        for name in compiled.name_words:
            entries += (0, name, UNBOUND)
        entries[2] = compiled.main_word  # of `__name__`, see programs.MAIN_ENTRY
        return self._make_entries(entries, 1)

    def _extend_namespace(self, compiled: Compiled) -> None:
        """Add the names that a later program of a session brings; entries keep their places."""
        words = self.block.words
        at = words[L.STATE_GLOBALS] - 1 >> 3
        n = words[at + L.DICT_USED] >> 1
        new = compiled.name_words[n:]
        if not new:
            return
        start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        entries = words[start : start + 3 * n].tolist()
        for name in new:
            entries += (0, name, UNBOUND)
        made = self._make_entries(entries, words[at + L.DICT_LENGTH] >> 1) - 1 >> 3
        for field in range(1, L.DICT_WORDS):
            words[at + field] = words[made + field]

    def names(self) -> list[str]:
        """Names of the namespace in the order of its entries."""
        words = self.block.words
        at = words[L.STATE_GLOBALS] - 1 >> 3
        reader = decode.Decoder(self.block)
        start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        keys = words[start + 1 : start + 3 * (words[at + L.DICT_USED] >> 1) : 3]
        return [reader.text(key) for key in keys.tolist()]

    def _place_inputs(self, compiled: Compiled, inputs: Mapping[str, Any]) -> None:
        """Bind inputs in the namespace, or in the registers that the module code has for them."""
        put = self.put(
            inputs.values(), lambda x: encode.conversion_error(dict(inputs), x, "inputs")
        )
        words = self.block.words
        at = words[L.STATE_GLOBALS] - 1 >> 3
        start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
        for name, word in zip(inputs, put, strict=False):
            number = compiled.names.get(name)
            if number is None:
                continue  # the program never looks at it
            place = start + 3 * number + 2
            if words[place] == UNBOUND:
                words[at + L.DICT_LENGTH] += 2
            words[place] = word
        if compiled.register_names:
            base = words[L.STATE_BASE] >> 3
            for name, word in zip(inputs, put, strict=False):
                register = compiled.register_names.get(name)
                if register is not None:
                    words[base + register] = word

    def lend(self, names: Iterable[str], *, unknown_names_are_the_hosts: bool) -> None:
        """Say which names are host functions, and what becomes of names nobody knows."""
        words = self.block.words
        words[L.STATE_NAME_POLICY] = 1 if unknown_names_are_the_hosts else 0
        if not names:
            return
        names = list(names)
        put = self.put(names, _refused)
        entries: list[int] = []
        for word in put:
            entries += (0, word, self._allocate(L.KIND_HOST_FUNCTION, [word]))
        words[L.STATE_LENT] = self._make_entries(entries, len(names))

    def lend_more(self, names: Iterable[str]) -> None:
        """Lend further names beside those already lent."""
        words = self.block.words
        lent = words[L.STATE_LENT]
        known = []
        if lent != NONE:
            reader = decode.Decoder(self.block)
            known = [reader.text(key) for key, _ in reader.dict_words(lent)]
        self.lend([*known, *names],
                  unknown_names_are_the_hosts=words[L.STATE_NAME_POLICY] == 1)

    def make_inside(self, requests: list[Any], name: str) -> None:
        """Have prelude/crossing make something that the program will find."""
        try:
            error = self.call_now("HOST_VALUES", [requests])
        except _NotPlain as refused:
            raise encode.conversion_error(requests, refused.args[0], name) from None
        if error:
            raise MontyError(f"`{name}`: {error}")

    def _make_entries(self, entries: list[int], n_bound: int) -> int:
        array = self._allocate(L.KIND_ARRAY, entries)
        n = len(entries) // 3
        table = self._allocate(
            L.KIND_DICT, [n_bound << 1, n << 1, array, NONE, 0],
            L.FLAG_NAMESPACE | L.FLAG_KEYS_STR,
        )
        self._kernels.rf_dict_rebuild(self.block.address, table)
        return table

    def _make_function(self, code: int, globals_: int) -> int:
        words = self.block.words
        at = code - 1 >> 3
        name = words[at + L.CODE_NAME]
        fields = [NONE] * (L.FUNCTION_WORDS - 1)
        for number, value in (
            (L.FUNCTION_CODE, code), (L.FUNCTION_GLOBALS, globals_), (L.FUNCTION_NAME, name),
            (L.FUNCTION_QUALNAME, words[at + L.CODE_QUALNAME]),
        ):
            fields[number - 1] = value
        return self._allocate(L.KIND_FUNCTION, fields)

    # ------------------------------------------------------------ values in and out
    def put(self, values: Iterable[Any], describe: Callable[[object], Exception]) -> list[int]:
        """Write host values into the heap; answer their words.

        Raises
        ------
        LimitHit
            When the memory limit leaves no room.
        """
        values = list(values)
        words = self.block.words
        inwards = self._inwards(values)
        try:
            encoder, encoded = self._encode(values, inwards)
        except encode.Unencodable as error:
            raise describe(error.culprit) from None
        top = encoder.base
        size = len(encoded.words) * 8
        # dicts and sets get an index of at most 8 bytes an entry word
        want = size * 2 + 4096
        if top + want > self._plan() and size:
            if not self.collect(want):
                raise LimitHit("max_memory")
            top = words[L.STATE_HEAP_TOP]
            if top != encoder.base:
                encoded = self._encode(values, inwards)[1]
        if size:
            start = top >> 3
            words[start : start + len(encoded.words)] = memoryview(encoded.words)
            words[L.STATE_HEAP_TOP] = top + size
            address = self.block.address
            for table, is_dict in encoded.tables:
                if is_dict:
                    self._kernels.rf_dict_rebuild(address, table)
                else:
                    self._kernels.rf_set_rebuild(address, table)
        if encoded.rows:
            return self._fill(encoded, describe, values)
        return encoded.values

    def put_one(self, value: Any, describe: Callable[[object], Exception]) -> int:
        """Like ``put`` for one value, quick for the small ones that most answers are."""
        word = encode.leaf(value)
        if word is not None:
            return word
        if type(value) is str and 1 < len(value) < SHORT_TEXT and value.isascii():
            block = self.block
            words = block.words
            top = words[L.STATE_HEAP_TOP]
            if top + 2 * SHORT_TEXT < words[L.STATE_HEAP_SOFT]:
                content = encode.short_text(value)
                end = top + len(content)
                block.data[top:end] = content
                words[L.STATE_HEAP_TOP] = end
                return int(top + 1)
        return self.put((value,), describe)[0]

    def _inwards(self, values: list[Any]) -> Inwards | None:
        """What makes values that are more than plain data, if there may be any."""
        if _PLAIN.issuperset(map(type, values)):
            return None
        from ringfence.crossing import Inwards, Lent

        if self.lent is None:
            self.lent = Lent(self)
        return Inwards(self.lent)

    def _encode(
        self, values: list[Any], inwards: Inwards | None
    ) -> tuple[encode.Encoder, encode.Encoded]:
        constants = self.constants
        if inwards is not None:
            constants = constants.reading(self._field)
        while True:
            encoder = encode.Encoder(self.block.words[L.STATE_HEAP_TOP], constants, inwards)
            encoded = encoder.encode(values)
            if inwards is None or not inwards.wanted:
                return encoder, encoded
            inwards.make()

    def _field(self, word: int, number: int) -> int:
        return self.block.words[(word - 1 >> 3) + number]

    def _fill(self, encoded: encode.Encoded, describe: Callable[[object], Exception],
              values: list[Any]) -> list[int]:
        """Have code inside fill what was made empty; the words of the values afterwards."""
        words = self.block.words
        kept = self._allocate(L.KIND_TUPLE, [len(encoded.values) << 1, *encoded.values])
        words[L.STATE_HOST_VALUES] = kept
        if self.call_now("HOST_FILL", [encode.Word(encoded.rows)]):
            raise describe(values[0] if len(values) == 1 else values)
        return decode.sequence_words(words, words[L.STATE_HOST_VALUES])

    def call_now(self, name: str, arguments: Iterable[Any]) -> str:
        """Call a prelude helper while a question waits; the text of the error it raises, or ''.

        Raises
        ------
        LimitHit
            When a limit stops it; the question waits as before.
        """
        put = self.put(arguments, _refused)
        words = self.block.words
        first, n = L.STATE_ARGUMENT_0, L.STATE_CALLEE + 1 - L.STATE_ARGUMENT_0
        values = [*words[first : first + n].tolist(), words[L.STATE_EXCEPTION], words[L.STATE_HANDLED]]
        saved = words[L.STATE_HOST_SAVED] = self._allocate(
            L.KIND_TUPLE, [len(values) << 1, *values])
        plain = {number: words[number] for number in _QUESTION}
        pausing, cancelled, fuel = self.pausing, self.cancelled, self._fuel
        self.pausing = self.cancelled = False
        self._fuel = 0
        for i, value in enumerate(put):
            words[first + i] = value
        words[L.STATE_ARGUMENT_COUNT] = len(put)
        words[L.STATE_CALLEE] = self._helper(name)
        words[L.STATE_RESULT_KIND] = L.RETURN_EXIT
        words[L.STATE_DEPTH_LIMIT] += SPARE_DEPTH
        error = ""
        try:
            status = self._run(CALL, 0.0, 1 << 62)
            if status == RAISED:
                error = _last_line(self, words[L.STATE_EXCEPTION]) or "error"
            elif status != DONE:
                raise LimitHit(self.limit)
        finally:
            words[L.STATE_DEPTH_LIMIT] -= SPARE_DEPTH
            for number, value in plain.items():
                words[number] = value
            arguments_end = plain[L.STATE_TRAP_ARGUMENTS_AT] + 8 * plain[L.STATE_TRAP_ARGUMENT_COUNT]
            if arguments_end > self.block.stack_top():  # where the call has had its frames
                words[L.STATE_TRAP_ARGUMENT_COUNT] = 0
            saved = words[L.STATE_HOST_SAVED]
            values = decode.sequence_words(words, saved)
            for i in range(n):
                words[first + i] = values[i]
            words[L.STATE_EXCEPTION], words[L.STATE_HANDLED] = values[n:]
            words[L.STATE_HOST_SAVED] = NONE
            self.pausing, self.cancelled = self.pausing or pausing, self.cancelled or cancelled
            self._fuel = fuel
        return error

    def take(self, word: int, name: str) -> Any:
        """Read a value out of the block as a host value; `name` is its place, for the error."""
        block = self.block
        value = decode.leaf(block.words, block.data, word)
        if value is not decode.NO_LEAF:
            return value
        decoder = self.decoder()
        try:
            return decoder.decode(word)
        except decode.Undecodable as error:
            raise decode.conversion_error(self.block, word, error, name) from None
        except decode.TooLate:
            raise LimitHit("max_duration_secs") from None

    def decoder(self, limit_bytes: int = 0, *, lenient: bool = False) -> decode.Decoder:
        """What makes host values of this run's words."""
        return decode.Decoder(
            self.block, limit_bytes, self.original_exception, lenient=lenient,
            lent_classes=self.lent.by_word() if self.lent is not None else None,
            objects=self.objects, deadline=0.0 if lenient else self._last_moment(),
        )

    def _last_moment(self) -> float:
        """When what the host does for the run must end, by ``perf_counter``; 0: never."""
        most_s = self.allowance.duration_s
        return perf_counter() + max(most_s - self.execution_s, GRACE_S) if most_s else 0.0

    def name(self, word: int) -> str:
        """The text of a name; those of the program are read once."""
        known = self._names.get(word)
        if known is None:
            known = decode.text_of(self.block.words, self.block.data, word)
            if word < L.HEAP_A_AT:  # the program region does not change
                self._names[word] = known
        return known

    def original_exception(self, word: int) -> BaseException | None:
        """The host's own object, if an exception of the run came from the host."""
        if not self.host_exceptions:
            return None
        number = decode.Decoder(self.block).attribute(word, decode.HOST_NUMBER)
        if number is None or number & 1 or not 0 <= number >> 1 < len(self.host_exceptions):
            return None
        return self.host_exceptions[number >> 1]

    def question(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Name, arguments and keyword arguments of the host call the run waits in."""
        block = self.block
        words = block.words
        name = self.name(words[L.STATE_ARGUMENT_0])
        given = words[L.STATE_ARGUMENT_0 + 1]
        if given == self.constants.empty_tuple:
            args: tuple[Any, ...] = ()
        else:
            args = decode.leaves(words, block.data, given)
            if args is decode.NO_LEAF:
                args = self.take(given, f"{name}() arguments")
        keywords = words[L.STATE_ARGUMENT_0 + 2]
        kwargs = self.take(keywords, f"{name}() keywords") if keywords & 7 == 1 else {}
        return name, args, kwargs

    # ------------------------------------------------------------ running
    def run(self, how: int = GO_ON, slices: int = 1 << 62) -> int:
        """Run until the host is needed; answers DONE, RAISED, HOST_CALL, OS_CALL, NAME, WAIT or LIMIT.

        After so many slices of execution the answer is SLICE. The time until the answer is
        execution time.
        """
        started = perf_counter()
        duration = self.allowance.duration_s
        deadline = started + duration - self.execution_s if duration else 0.0
        try:
            status = self._run(how, deadline, slices)
        finally:
            self.execution_s += perf_counter() - started
        if self.block.words[L.STATE_OUTPUT_AT] != NONE and not self.flush():
            raise LimitHit("max_output_bytes", status)
        return status

    def _run(self, how: int, deadline: float, slices: int) -> int:
        enter: Callable[..., int] = self._kernels.enter
        block = self.block
        words, pointer = block.words, block.pointer
        limit = self.allowance.instructions
        self.deadline = deadline
        if words[L.STATE_PROFILE_AT]:
            enter = self._kernels.rf_profile
        # known at an exit where the run cannot be stopped, or since the host was asked
        late = self.cancelled or self.pausing or (deadline > 0 and perf_counter() > deadline)
        repeats = 0  # exits for room in a row with nothing run between them
        if self._owed != GO_ON and how == GO_ON:
            how, self._owed = self._owed, GO_ON
        while True:
            fuel = self._fuel
            if fuel <= 0:
                fuel = limit - self._used - words[L.STATE_INSTRUCTIONS]
                if fuel <= 0:
                    if how == GO_ON:
                        return self._stop(L.LIMIT_INSTRUCTIONS)
                    fuel = 0  # what was answered is still done, and nothing after it
                if fuel > SLICE_INSTRUCTIONS:
                    fuel = SLICE_INSTRUCTIONS
            if late:
                fuel = 1
            if how != GO_ON and words[L.STATE_HEAP_TOP] > words[L.STATE_HEAP_SOFT]:
                # a call or raise must not be interrupted half-way for want of room
                self._make_room(L.ALLOCATION_RESERVE, 0.0)
            given = _FULL.get(fuel) or c_int64(fuel)
            status = enter(pointer, given, _WAYS[how])
            left = words[L.STATE_FUEL]
            self._used += fuel - left
            self._fuel = words[L.STATE_WORK_GRANTED] = 0
            asked, how = how, GO_ON
            if status == SLICE:
                if self.cancelled or self.pausing or (deadline and perf_counter() > deadline):
                    return self._stop_early(deadline)
                slices -= 1
                if not slices:
                    return SLICE
            elif status == TRAP:
                how = self._trap()
                if how < 0:
                    self._owe(DECLINED)
                    return self._stop(_STOPS[-how])
            elif status == NEEDS_ROOM:
                self._fuel = left
                if asked != GO_ON and words[L.STATE_ENTERING]:
                    how = asked  # until it has been done
                if late:
                    self._owe(how)
                    return self._stop_early(deadline)
                repeats = repeats + 1 if left == fuel else 0
                # a kernel that asks again for too little is given more each time, or refused
                want = words[L.STATE_ROOM] << min(repeats, 32)
                work = words[L.STATE_WORK]
                if work:
                    words[L.STATE_WORK], words[L.STATE_WORK_GRANTED] = 0, work
                    if self._used + work > limit + MOST_OVER:
                        self._owe(how)
                        return self._stop(L.LIMIT_INSTRUCTIONS)
                room = self._make_room(want, deadline - work * CHARGE_S if deadline else 0.0)
                if work and deadline and perf_counter() + work * CHARGE_S > deadline + LATE_S:
                    room = -2
                if room < 0:
                    self._owe(how)
                    return self._stop(_STOPS[-room])
                if not room:
                    if self.allowance.memory_bytes or not want or not self.collect():
                        self._owe(how)
                        return self._stop(L.LIMIT_MEMORY)
                    if how == GO_ON:
                        words[L.STATE_PC] += 8  # the instruction is given up
                    how = self.raise_inside("MemoryError", "MemoryError", ())
            elif status == OUTPUT:
                if not self.flush():
                    return self._stop(L.LIMIT_OUTPUT)
            elif status == LIMIT:
                words[L.STATE_PC] -= 8  # as above: what was refused has not been done
                self._used -= 1
                return self._stop(words[L.STATE_LIMIT])
            elif status == BROKEN:
                raise MontyError("the run is broken: an invariant of the machine does not hold")
            else:
                return status
            late = self.cancelled or self.pausing or (deadline > 0 and perf_counter() > deadline)

    def _owe(self, how: int) -> None:
        """Remember how to enter if the run goes on; a trap's instruction is simply run again."""
        if how == DECLINED:
            words = self.block.words
            words[L.STATE_PC] -= 8
            words[L.STATE_TRAP_ARGUMENT_COUNT] = 0
            self._used -= 1
            how = GO_ON
        self._owed = how

    def _stop_early(self, deadline: float) -> int:
        if deadline and perf_counter() > deadline:
            return self._stop(L.LIMIT_DURATION)
        self.limit = CANCELLED if self.cancelled else PAUSED
        self.pausing = False
        return LIMIT

    def _stop(self, limit: int) -> int:
        self.limit = LIMIT_NAMES[limit]
        self.block.words[L.STATE_LIMIT] = limit
        return LIMIT

    def flush(self) -> bool:
        """Hand printed text to the host; False when the output limit is passed."""
        words = self.block.words
        at = words[L.STATE_OUTPUT_AT] - 1 >> 3
        if words[at] & 255 != L.KIND_BYTE_BUFFER:
            return True
        length = words[at + L.BUFFER_LENGTH] >> 1
        if not length:
            return True
        start = words[at + L.BUFFER_DATA] + 7
        text = str(self.block.data[start : start + length], "utf-8", "surrogatepass")
        words[at + L.BUFFER_LENGTH] = 0
        room = self.allowance.output_bytes - self.output_bytes
        self.output_bytes += length
        if length > room:
            text = text.encode("utf-8", "surrogatepass")[: max(room, 0)].decode("utf-8", "ignore")
        self.write_out("stdout", text)
        return length <= room

    def write_out(self, stream: str, text: str) -> None:
        """Give text to the callback of the host, or else to its own stream of that name."""
        callback = self.print_callback or _write_out
        callback(stream, text)

    # ------------------------------------------------------------ traps
    def _trap(self) -> int:
        """Answer a trap; how to enter next, -1 when its result would pass the memory limit, -2 when it
        would take longer than the run may, -3 when it would charge far more.
        """
        block = self.block
        words = block.words
        at = words[L.STATE_TRAP_ARGUMENTS_AT] >> 3
        given = words[at : at + words[L.STATE_TRAP_ARGUMENT_COUNT]].tolist()
        if self.deadline and not self._may_read(given):
            return -2
        arguments = [decode.leaf(words, block.data, word) for word in given]
        if decode.NO_LEAF in arguments:
            decoder = decode.Decoder(block)
            try:
                arguments = [decoder.decode(word) for word in given]
            except decode.Undecodable:
                return DECLINED
        trap = _trap_table()[words[L.STATE_TRAP]]
        traps = _traps()
        if trap.on_machine:
            try:
                return int(trap.function(self, *arguments))
            except traps.TrapTooLate:
                return -2
            except traps.TrapTooDear:
                return -3
        too_large = traps.TrapTooLarge
        try:
            try:
                return self._carry_out(trap, arguments)
            except too_large as error:
                if self.collect(error.n_bytes):
                    return self._carry_out(trap, arguments)
        except traps.TrapTooLate:
            return -2
        except traps.TrapTooDear:
            return -3
        except (too_large, LimitHit):
            pass
        if self.allowance.memory_bytes:
            return -1
        return self.raise_inside("MemoryError", "MemoryError", ())

    def _may_read(self, given: list[int]) -> bool:
        """Whether a trap's arguments can be read out before the deadline."""
        words, seconds = self.block.words, 0.0
        for word in given:
            if word & 7 == 1:
                at = word - 1 >> 3
                kind = words[at] & 255
                if kind == L.KIND_LIST or kind == L.KIND_TUPLE:
                    seconds += (words[at + 1] >> 1) * ITEM_S
                elif kind < L.FIRST_SCANNED:
                    seconds += (words[at] >> 32) * WORD_S
        return seconds < LATE_S / 4 or perf_counter() + seconds < self.deadline + LATE_S

    def _carry_out(self, trap: Any, arguments: list[Any]) -> int:
        words = self.block.words
        traps = _traps()
        used = words[L.STATE_HEAP_TOP] - words[L.STATE_HEAP_START]
        most = min(words[L.STATE_MEMORY_LIMIT], L.HEAP_BYTES) - 2 * L.ALLOCATION_RESERVE
        fuel = self.allowance.instructions - self.instructions + MOST_OVER
        context = traps.TrapContext(max(most - used, 0), self.system, self.deadline, fuel)
        try:
            result = trap.function(context, *arguments)
        except traps.TrapDeclined:
            return DECLINED
        except (traps.TrapTooLarge, traps.TrapTooLate, traps.TrapTooDear):
            context.fuel = -trap.charge  # nothing has been done
            raise
        except Exception as error:  # what CPython raises is what the program gets
            return self.raise_inside(type(error).__name__, type(error).__name__, error.args)
        finally:
            spent = words[L.STATE_INSTRUCTIONS] + trap.charge + context.fuel
            words[L.STATE_INSTRUCTIONS] = min(spent, (1 << 63) - 1)
        return self.answer(result)

    def answer(self, value: Any) -> int:
        """Store a result where the question wants it; how to enter next."""
        word = self.put_one(value, lambda x: encode.conversion_error(value, x, "return value"))
        return self.answer_with(word)

    def answer_with(self, word: int) -> int:
        """Store a word where the question wants its answer; how to enter next."""
        words = self.block.words
        words[words[L.STATE_RESULT_AT] >> 3] = word
        return GO_ON

    # ------------------------------------------------------------ raising inside
    def raise_host_exception(self, error: BaseException, *, keep: bool = True) -> int:
        """Raise a host exception inside as itself; how to enter next."""
        return self.raise_inside(*self.exception_parts(error, keep=keep))

    def exception_parts(
        self, error: BaseException, *, keep: bool = True
    ) -> tuple[str, str, tuple[Any, ...], int, str | None, dict[str, Any]]:
        """What the prelude makes a host exception's counterpart from."""
        kind = type(error)
        base = next(c for c in kind.__mro__ if c.__module__ == "builtins")
        number = -1
        if keep and len(self.host_exceptions) < MOST_KEPT_EXCEPTIONS:
            number = len(self.host_exceptions)
            self.host_exceptions.append(error)
        text = None
        try:
            if str(error) != str(_plain(base, error.args)):
                text = str(error)
        except Exception:
            text = None
        attributes: dict[str, Any] = {}
        if error.__dict__ or not isinstance(error, _BARE_ERRORS):
            from ringfence.crossing import exception_attributes

            attributes = {
                name: value for name, value in exception_attributes(error).items()
                if self._can_cross(value)
            }
        return kind.__name__, base.__name__, error.args, number, text, attributes

    def _can_cross(self, value: Any) -> bool:
        """Whether an attribute of an exception may come along; the others stay with the host."""
        try:
            encode.Encoder(0, self.constants, self._inwards([value])).encode([value])
        except encode.Unencodable:
            return False
        return True

    def host_function(self, name: str) -> int:
        """Make the function value of a host function."""
        word = self.put((name,), _refused)[0]
        return self._allocate(L.KIND_HOST_FUNCTION, [word])

    def raise_inside(self, name: str, base: str, args: tuple[Any, ...], number: int = -1,
                     text: str | None = None, attributes: dict[str, Any] | None = None) -> int:
        """Have the prelude raise an exception of that class; how to enter next."""
        words = self.block.words
        try:
            values = self.put((name, base, args, number, text, attributes), _refused)
        except _NotPlain:
            plain = tuple(str(a) for a in args)
            values = self.put((name, base, plain, number, text, attributes), _refused)
        start = L.STATE_ARGUMENT_0
        for i, value in enumerate(values):
            words[start + i] = value
        words[L.STATE_ARGUMENT_COUNT] = len(values)
        words[L.STATE_CALLEE] = self._helper("RAISE_FROM_HOST")
        words[L.STATE_RESULT_KIND] = L.RETURN_DISCARD
        return CALL

    def call_helper(self, name: str, values: Iterable[Any]) -> int:
        """Call a prelude helper with host values; its result answers the question."""
        words = self.block.words
        put = self.put(values, lambda x: encode.conversion_error(x, x, "return value"))
        for i, value in enumerate(put):
            words[L.STATE_ARGUMENT_0 + i] = value
        words[L.STATE_ARGUMENT_COUNT] = len(put)
        words[L.STATE_CALLEE] = self._helper(name)
        words[L.STATE_RESULT_KIND] = L.RETURN_VALUE
        return CALL

    def text_by(self, function: int, value: int) -> str:
        """Run a ``__str__`` of the program on a value, above the frame that was left."""
        words = self.block.words
        words[L.STATE_CALLEE] = function
        words[L.STATE_ARGUMENT_0] = value
        words[L.STATE_ARGUMENT_COUNT] = 1
        words[L.STATE_RESULT_KIND] = L.RETURN_EXIT
        exception = words[L.STATE_EXCEPTION]
        depth_limit = words[L.STATE_DEPTH_LIMIT]
        words[L.STATE_DEPTH_LIMIT] = depth_limit + 50
        # both are roots for the time of the call
        words[L.STATE_HANDLED] = exception
        status = self.run(CALL)
        words[L.STATE_DEPTH_LIMIT] = depth_limit
        words[L.STATE_EXCEPTION] = words[L.STATE_HANDLED]
        if status == DONE:
            result = words[L.STATE_ARGUMENT_0]
            if result & 7 == 1 and words[result - 1 >> 3] & 255 == L.KIND_STR:
                return decode.Decoder(self.block).text(result)
        return "<exception str() failed>"

    def close(self) -> None:
        """Give the block back. The machine must not be used any more."""
        block, self.block = self.block, None  # type: ignore[assignment]
        if block is not None:
            blocks.give_back(block)

    def __del__(self) -> None:
        block = getattr(self, "block", None)
        if block is not None and not sys.is_finalizing() and block.is_open:
            blocks.give_back(block)


def apply_limits(block: blocks.Block, allowance: Allowance) -> None:
    """Write what a run may use into its block."""
    words = block.words
    words[L.STATE_DEPTH_LIMIT] = allowance.recursion_depth
    words[L.STATE_OUTPUT_LIMIT] = min(allowance.output_bytes, UNLIMITED)
    words[L.STATE_MEMORY_LIMIT] = allowance.memory_bytes or L.HEAP_BYTES
    soft = FIRST_SOFT_BYTES
    if allowance.memory_bytes:
        soft = min(soft, allowance.memory_bytes - L.ALLOCATION_RESERVE)
    words[L.STATE_HEAP_SOFT] = words[L.STATE_HEAP_START] + soft


def _traps() -> Any:
    from ringfence import traps

    return traps


_table: list[Any] | None = None


def _trap_table() -> list[Any]:
    """The traps by number; their files are imported when the first one is wanted."""
    global _table
    if _table is None:
        _table = _traps().trap_table()
    return _table


class _NotPlain(Exception):
    """Arguments of an exception are no plain data."""


def _refused(culprit: object) -> Exception:
    return _NotPlain(culprit)


def _plain(base: type, args: tuple[Any, ...]) -> object:
    return base(*args)


def _last_line(machine: Machine, exception: int) -> str:
    """What an exception of the prelude says."""
    try:
        error = machine.decoder(lenient=True).decode(exception)
    except decode.Undecodable:
        return ""
    return f"{type(error).__name__}: {error}"


def _write_out(stream: str, text: str) -> None:
    (sys.stderr if stream == "stderr" else sys.stdout).write(text)
