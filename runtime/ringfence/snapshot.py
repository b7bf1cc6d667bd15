"""A paused run as bytes, and back. Never pickle, nothing that the host would execute.

Layout: magic and format version, then a keyed digest (HMAC-SHA-256) of all that follows, then the
length of a JSON head, the head, and the compressed words. The digest is compared before anything
is parsed; then the versions, then the structure of the loaded block (``rf_verify``).

Words are written in as few bytes as they need (``kernels/transfer.py``), and what is large is
compressed as well.
"""

from __future__ import annotations

import hmac
import json
import os
import struct
import zlib

from ringfence import block as blocks
from ringfence import layout as L
from ringfence import programs
from ringfence.errors import MontySnapshotError
from ringfence.limits import DEFAULT, Allowance
from ringfence.machine import Machine
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

MAGIC: Final = b"ringfence snapshot 2\n"
PROGRAM_MAGIC: Final = b"ringfence program 1\n"
DIGEST_BYTES: Final = 32
LEVEL: Final = 1  # of zlib: a tenth of the time of 6 for a fifth more bytes
SMALL_BYTES: Final = 32 << 10  # below, zlib costs more than it saves
PIECE_BYTES: Final = 512 << 10  # of the block, packed by one call
PACKED_PIECE_BYTES: Final = PIECE_BYTES // 16 * 17  # at most: fits the scratch
SMALL_GARBAGE_BYTES: Final = 64 << 10  # below, collecting costs more than it saves

_process_key: bytes | None = None


def _key(key: bytes | str | None) -> bytes:
    """The key to authenticate with: given, or RINGFENCE_KEY, or random and this process's own."""
    global _process_key
    if key is None:
        key = os.environ.get("RINGFENCE_KEY")
    if key is None:
        if _process_key is None:
            _process_key = os.urandom(32)
        return _process_key
    if isinstance(key, str):
        key = key.encode()
    if not key:
        raise ValueError("an empty key authenticates nothing")
    import hashlib

    # hashed, as HMAC pads with zeros: a key and the same with a zero behind would be one
    return hashlib.sha256(key).digest()


def _version() -> list[Any]:
    """What must be the same on both sides: instruction set, boot image."""
    image = programs.boot_image()
    return [image.meta["opcodes"], image.digest]


# ---------------------------------------------------------------- dump
def dump(machine: Machine, kind: str, details: Mapping[str, Any], key: bytes | str | None) -> bytes:
    """Put a run away."""
    block = machine.block
    words = block.words
    if words[L.STATE_HEAP_TOP] - words[L.STATE_HEAP_START] > SMALL_GARBAGE_BYTES:
        machine.collect()
    ranges = [r for r in block.used_ranges() if r[0] != L.ATTRIBUTE_CACHE_AT]
    packed = _pack(block, ranges)
    size = len(packed)
    if size > SMALL_BYTES:
        packed = zlib.compress(packed, LEVEL)
    allowance = machine.allowance
    head = {
        "version": _version(),
        "kind": kind,
        "details": details,
        "ranges": ranges,
        "size": size,
        "scripts": machine.script_names,
        "registers": block.cells_limit,
        "allowance": None if allowance is DEFAULT else allowance.as_dict(),
        "meters": machine.meters_to_keep(),
        "pending": list(machine.pending.items()),
        "session": machine.is_session,
        "pause_on_limit": machine.pause_on_limit,
        "lent_classes": machine.lent.names if machine.lent is not None else [],
    }
    encoded = _encode(head).encode()
    body = b"".join([struct.pack("<I", len(encoded)), encoded, packed])
    return MAGIC + hmac.digest(_key(key), MAGIC + body, "sha256") + body


_encoder: Any = None


def _encode(head: dict[str, Any]) -> str:
    global _encoder
    if _encoder is None:
        _encoder = json.JSONEncoder(separators=(",", ":"))
    text: str = _encoder.encode(head)
    return text


def _pack(block: blocks.Block, ranges: list[tuple[int, int]]) -> bytes:
    """Words of a block in short (see kernels/transfer.py), written piece by piece into its scratch."""
    pack, data, address = library().rf_pack, block.data, block.address
    parts = []
    most = 0
    for start, end in ranges:
        for at in range(start, end, PIECE_BYTES):
            stop = pack(address, at, min(at + PIECE_BYTES, end), L.SCRATCH_AT)
            parts.append(bytes(data[L.SCRATCH_AT : stop]))
            most = max(most, stop + 8 - L.SCRATCH_AT)
    data[L.SCRATCH_AT : L.SCRATCH_AT + most] = bytes(most)
    return b"".join(parts)


def _unpack(block: blocks.Block, ranges: list[list[int]], packed: bytes) -> None:
    """Inverse of ``_pack``."""
    unpack, data, address = library().rf_unpack, block.data, block.address
    at = most = 0
    for start, end in ranges:
        for place in range(start, end, PIECE_BYTES):
            piece = packed[at : at + PACKED_PIECE_BYTES]
            stop = L.SCRATCH_AT + len(piece)
            most = max(most, len(piece))
            data[L.SCRATCH_AT : stop] = piece
            done = unpack(address, L.SCRATCH_AT, stop, place, min(place + PIECE_BYTES, end))
            if not done:
                raise MontySnapshotError("the snapshot is damaged: words are missing")
            at += done - L.SCRATCH_AT
    data[L.SCRATCH_AT : L.SCRATCH_AT + most] = bytes(most)
    if at != len(packed):
        raise MontySnapshotError("the snapshot is damaged: there are too many words")


# ---------------------------------------------------------------- load
def load(data: bytes, key: bytes | str | None) -> tuple[Machine, str, dict[str, Any]]:
    """Make a machine from the bytes of ``dump``; also the question it waits in, and its details.

    Raises
    ------
    MontySnapshotError
        For anything but authentic bytes of this version.
    """
    body = _authentic(data, MAGIC, key)
    try:
        return _load(body)
    except MontySnapshotError:
        raise
    except (ValueError, KeyError, TypeError, IndexError, struct.error, zlib.error) as error:
        raise MontySnapshotError(f"the snapshot is damaged: {error}") from None


def _authentic(data: bytes, magic: bytes, key: bytes | str | None) -> bytes:
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a snapshot is bytes, not `{type(data).__name__}`")
    data = bytes(data)
    head = len(magic)
    if data[:head] != magic:
        raise MontySnapshotError("these bytes are no snapshot of this format version")
    given, body = data[head : head + DIGEST_BYTES], data[head + DIGEST_BYTES :]
    wanted = hmac.digest(_key(key), magic + body, "sha256")
    if not hmac.compare_digest(given, wanted):
        raise MontySnapshotError(
            "the snapshot is not authentic: it was damaged, or made under another key "
            "(set RINGFENCE_KEY or give `key=` on both sides)"
        )
    return body


def _load(body: bytes) -> tuple[Machine, str, dict[str, Any]]:
    (length,) = struct.unpack_from("<I", body)
    head = json.loads(body[4 : 4 + length])
    if head["version"] != _version():
        raise MontySnapshotError("the snapshot was made by another version of ringfence")
    allowance = head["allowance"]
    block = blocks.take(programs.boot_image())
    block.expect_anything()
    try:
        _fill(block, body[4 + length :], head["ranges"], int(head["size"]))
        _check_fixed(block)
        block.cells_limit = int(head["registers"])
        machine = Machine.restored(
            block, DEFAULT if allowance is None else Allowance.from_dict(allowance), head["meters"],
            {int(call): str(name) for call, name in head["pending"]}, head["scripts"],
        )
    except BaseException:
        block.close()  # nothing it says of itself can be believed, not even what to clear
        raise
    machine.is_session = bool(head["session"])
    machine.pause_on_limit = bool(head["pause_on_limit"])
    if head["lent_classes"]:
        from ringfence.crossing import Lent

        machine.lent = Lent(machine)
        machine.lent.restore([(str(a), str(b)) for a, b in head["lent_classes"]])
    return machine, head["kind"], head["details"]


def _fill(block: blocks.Block, packed: bytes, ranges: list[list[int]], size: int) -> None:
    for start, end in ranges:
        if not (0 <= start <= end <= L.BLOCK_BYTES and start % 8 == end % 8 == 0):
            raise MontySnapshotError("the snapshot is damaged: a range lies outside the block")
        if start < end and not _writable(start, end):
            raise MontySnapshotError("the snapshot is damaged: a range is not a run's own")
    if size > SMALL_BYTES:
        unpacker = zlib.decompressobj()
        packed = unpacker.decompress(packed, size + 1)
        if not unpacker.eof or unpacker.unused_data:
            raise MontySnapshotError("the snapshot is damaged: its words have another length")
    if len(packed) != size:
        raise MontySnapshotError("the snapshot is damaged: its words have another length")
    _unpack(block, ranges, packed)


def _check_fixed(block: blocks.Block) -> None:
    """Refuse state words of the boot image that are not what every run has there."""
    state = memoryview(programs.boot_image().state).cast("q")
    if any([block.words[number] != state[number] for number in _FIXED]):
        raise MontySnapshotError("the snapshot is damaged: it is not bound to this boot image")


def _writable(start: int, end: int) -> bool:
    """Whether a range lies in one of the regions that belong to a run."""
    return any([low <= start and end <= high for low, high in _REGIONS])


_FIXED: Final = (
    L.STATE_BUILTINS, L.STATE_PRELUDE, L.STATE_FAILURES, L.STATE_TYPES_AT, L.STATE_HOST_VERSION,
    L.STATE_CONSTANT_TYPES, L.STATE_STRINGS_AT, L.STATE_EMPTY_STRING, L.STATE_EMPTY_TUPLE,
    L.STATE_EMPTY_BYTES, L.STATE_NAMES,
)  # fmt: skip
_REGIONS: Final = (
    (L.STATE_AT, blocks.STATE_BYTES), (L.PROGRAM_AT, L.STACK_AT), (L.STACK_AT, L.SCRATCH_AT),
    (L.HEAP_A_AT, L.HEAP_A_AT + L.HEAP_BYTES), (L.HEAP_B_AT, L.HEAP_B_AT + L.HEAP_BYTES),
)  # fmt: skip


# ---------------------------------------------------------------- programs
def dump_program(code: str, script_name: str, inputs: tuple[str, ...],
                 limits: Mapping[str, Any] | None) -> bytes:
    """A program as bytes: its text, not its code, so that it can be trusted as little as a text."""
    head = {"code": code, "script_name": script_name, "inputs": inputs,
            "limits": dict(limits) if limits else None}
    return PROGRAM_MAGIC + zlib.compress(json.dumps(head).encode(), LEVEL)


def load_program(data: bytes) -> tuple[str, str, list[str], dict[str, Any] | None]:
    """Inverse of ``dump_program``."""
    if not data.startswith(PROGRAM_MAGIC):
        raise MontySnapshotError("these bytes are no program of this format version")
    try:
        head = json.loads(zlib.decompress(data[len(PROGRAM_MAGIC) :]))
        return head["code"], head["script_name"], head["inputs"], head["limits"]
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise MontySnapshotError(f"the program is damaged: {error}") from None
