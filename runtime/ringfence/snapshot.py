"""A paused run as bytes, and back. Never pickle, nothing that the host would execute.

Layout: magic and format version, then a keyed digest (HMAC-SHA-256) of all that follows, then the
length of a JSON head, the head, and the compressed words. The digest is compared before anything
is parsed; then the versions, then the structure of the loaded block (``rf_verify``).

Words are compressed in eight planes, one for each byte of a word: small integers and references
differ in their low bytes only, so most planes are runs of zeros and cost nothing.
"""

from __future__ import annotations

import os
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final

from ringfence import block as blocks
from ringfence import layout as L
from ringfence import programs
from ringfence.errors import MontySnapshotError
from ringfence.limits import Allowance
from ringfence.machine import Machine

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC: Final = b"ringfence snapshot 1\n"
PROGRAM_MAGIC: Final = b"ringfence program 1\n"
DIGEST_BYTES: Final = 32
LEVEL: Final = 1  # of zlib: a tenth of the time of 6 for a fifth more bytes
MAX_BYTES: Final = 4 << 30
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
    import hmac

    block = machine.block
    words, data = block.words, block.data
    if words[L.STATE_HEAP_TOP] - words[L.STATE_HEAP_START] > SMALL_GARBAGE_BYTES:
        machine.collect()
    ranges = [r for r in block.used_ranges() if r[0] != L.ATTRIBUTE_CACHE_AT]
    head = {
        "version": _version(),
        "kind": kind,
        "details": dict(details),
        "ranges": ranges,
        "scripts": machine.script_names,
        "registers": block.cells_limit,
        "allowance": machine.allowance.as_dict(),
        "meters": machine.meters_to_keep(),
        "pending": list(machine.pending.items()),
        "session": machine.is_session,
        "pause_on_limit": machine.pause_on_limit,
        "lent_classes": machine.lent.names if machine.lent is not None else [],
    }
    encoded = _encode(head).encode()
    packed = _pack(b"".join([data[start:end] for start, end in ranges]))
    body = b"".join([struct.pack("<I", len(encoded)), encoded, packed])
    return MAGIC + hmac.digest(_key(key), MAGIC + body, "sha256") + body


_encoder: Any = None


def _encode(head: dict[str, Any]) -> str:
    global _encoder
    if _encoder is None:
        import json

        _encoder = json.JSONEncoder(separators=(",", ":"))
    text: str = _encoder.encode(head)
    return text


def _pack(data: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    parts: list[bytes] = []
    used = 0
    for number in range(8):
        plane = data[number::8]
        if plane.count(0) != len(plane):
            used |= 1 << number
            parts.append(plane)
    return bytes([used]) + packer.compress(b"".join(parts)) + packer.flush()


def _unpack(packed: bytes, size: int) -> bytearray:
    data = bytearray(size)
    used = packed[0]
    n_planes = used.bit_count()
    length = size >> 3
    unpacker = zlib.decompressobj(-15)
    planes = unpacker.decompress(packed[1:], n_planes * length + 1)
    if len(planes) != n_planes * length or not unpacker.eof or unpacker.unused_data:
        raise MontySnapshotError("the snapshot is damaged: its words have another length")
    at = 0
    for number in range(8):
        if used >> number & 1:
            data[number::8] = planes[at : at + length]
            at += length
    return data


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
    import hmac

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
    import json

    (length,) = struct.unpack_from("<I", body)
    head = json.loads(body[4 : 4 + length])
    if head["version"] != _version():
        raise MontySnapshotError("the snapshot was made by another version of ringfence")
    block = blocks.take(programs.boot_image())
    try:
        _fill(block, body[4 + length :], head["ranges"])
        block.cells_limit = int(head["registers"])
        machine = Machine.restored(
            block, Allowance.from_dict(head["allowance"]), head["meters"],
            {int(call): str(name) for call, name in head["pending"]}, head["scripts"],
        )
    except BaseException:
        blocks.give_back(block)
        raise
    machine.is_session = bool(head["session"])
    machine.pause_on_limit = bool(head["pause_on_limit"])
    if head["lent_classes"]:
        from ringfence.crossing import Lent

        machine.lent = Lent(machine)
        machine.lent.restore([(str(a), str(b)) for a, b in head["lent_classes"]])
    return machine, head["kind"], head["details"]


def _fill(block: blocks.Block, packed: bytes, ranges: list[list[int]]) -> None:
    total = 0
    for start, end in ranges:
        if not (0 <= start <= end <= L.BLOCK_BYTES and start % 8 == end % 8 == 0):
            raise MontySnapshotError("the snapshot is damaged: a range lies outside the block")
        if start < end and not _writable(start, end):
            raise MontySnapshotError("the snapshot is damaged: a range is not a run's own")
        total += end - start
    data = memoryview(_unpack(packed, total))
    at = 0
    for start, end in ranges:
        block.data[start:end] = data[at : at + end - start]
        at += end - start


def _writable(start: int, end: int) -> bool:
    """Whether a range lies in one of the regions that belong to a run."""
    return any(
        low <= start and end <= high
        for low, high in (
            (L.STATE_AT, blocks.STATE_BYTES), (L.PROGRAM_AT, L.STACK_AT),
            (L.STACK_AT, L.STACK_END), (L.HEAP_A_AT, L.HEAP_A_AT + L.HEAP_BYTES),
            (L.HEAP_B_AT, L.HEAP_B_AT + L.HEAP_BYTES),
        )
    )


# ---------------------------------------------------------------- programs
def dump_program(code: str, script_name: str, inputs: tuple[str, ...],
                 limits: Mapping[str, Any] | None) -> bytes:
    """A program as bytes: its text, not its code, so that it can be trusted as little as a text."""
    import json

    head = {"code": code, "script_name": script_name, "inputs": inputs,
            "limits": dict(limits) if limits else None}
    return PROGRAM_MAGIC + zlib.compress(json.dumps(head).encode(), LEVEL)


def load_program(data: bytes) -> tuple[str, str, list[str], dict[str, Any] | None]:
    """Inverse of ``dump_program``."""
    import json

    if not data.startswith(PROGRAM_MAGIC):
        raise MontySnapshotError("these bytes are no program of this format version")
    try:
        head = json.loads(zlib.decompress(data[len(PROGRAM_MAGIC) :]))
        return head["code"], head["script_name"], head["inputs"], head["limits"]
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise MontySnapshotError(f"the program is damaged: {error}") from None
