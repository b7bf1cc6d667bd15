"""binascii, zlib, struct, hashlib of the host: bytes in, bytes out, sizes checked first.

Where the module has an error class of its own, a text in place of a result is that error's message.
"""

from __future__ import annotations

import binascii
import hashlib
import struct
import zlib
from collections.abc import Callable
from typing import Any

from ringfence.traps import BYTE_S, TrapContext, TrapDeclined, TrapTooLarge, trap
from ringfence.traps.plain import numbers_in

STRETCHING_ROUNDS = 1 << 17  # blocks of pbkdf2: some 100 ms
ROUND_S = 1.5e-6  # of pbkdf2, for one block
SCRYPT_BYTES = 1 << 24  # 128 * n * r * p, which is memory and work: some 50 ms
PLAIN_BYTES = 1 << 20  # a host module in parts of this size


def _size(values: tuple[Any, ...]) -> int:
    return sum(len(value) for value in values if isinstance(value, str | bytes | bytearray))


def _register(name: str, errors: tuple[type[Exception], ...], factor: int) -> None:
    function: Callable[..., Any] = getattr(binascii, name)

    @trap(f"binascii.{name}")
    def run(context: TrapContext, *values: Any) -> Any:
        context.check_size(factor * _size(values) + 64)
        context.charge(_size(values) // 4)
        try:
            return function(*values)
        except errors as error:
            return str(error)


for _name, _factor in (("a2b_uu", 1), ("b2a_uu", 2), ("a2b_hex", 1), ("crc32", 0), ("crc_hqx", 0)):
    _register(_name, (binascii.Error,), _factor)


@trap("binascii.b2a_hex")
def to_hex(context: TrapContext, *values: Any) -> Any:
    """Hexadecimal digits, perhaps with separators."""
    context.check_size(3 * _size(values) + 64)
    return binascii.b2a_hex(*values)


@trap("binascii.a2b_base64")
def from_base64(context: TrapContext, data: Any, strict: Any) -> Any:
    """Bytes of base64 text."""
    context.check_size(_size((data,)))
    try:
        return binascii.a2b_base64(data, strict_mode=bool(strict))
    except binascii.Error as error:
        return str(error)


@trap("binascii.b2a_base64")
def to_base64(context: TrapContext, data: Any, newline: Any) -> Any:
    """Base64 text of bytes."""
    context.check_size(2 * _size((data,)))
    return binascii.b2a_base64(data, newline=bool(newline))


@trap("binascii.a2b_qp")
def from_quoted(context: TrapContext, data: Any, header: Any) -> Any:
    """Bytes of quoted-printable text."""
    context.check_size(_size((data,)))
    return binascii.a2b_qp(data, header=bool(header))


@trap("binascii.b2a_qp")
def to_quoted(context: TrapContext, data: Any, tabs: Any, text: Any, header: Any) -> Any:
    """Quoted-printable text of bytes."""
    context.check_size(4 * _size((data,)))
    return binascii.b2a_qp(data, quotetabs=bool(tabs), istext=bool(text), header=bool(header))


# ---------------------------------------------------------------- zlib
def _stream(context: TrapContext, made: Any, calls: Any, inflating: bool) -> Any:
    """Repeat the calls of a stream; the answer of the last one."""
    answer: Any = b""
    for name, values in calls:
        if name not in ("compress", "flush", "decompress"):
            raise TrapDeclined
        context.charge(_size(tuple(values)) * 4 + 100)
        if inflating and name == "decompress":
            answer = _inflate(context, made, *values)
        elif inflating:
            answer = _inflate(context, made, made.unconsumed_tail, 0)
        else:
            answer = getattr(made, name)(*values)
            context.check_size(len(answer))
    return answer


def _inflate(context: TrapContext, made: Any, data: Any, most: int = 0) -> Any:
    """Decompress no more than the sandbox has room for."""
    if most:
        context.check_size(min(most, 1032 * len(data) + 64))
        return made.decompress(data, most)
    parts = [made.decompress(data, PLAIN_BYTES)]
    size = len(parts[0])
    while made.unconsumed_tail and not made.eof:
        if size + PLAIN_BYTES > context.room_bytes:
            raise TrapTooLarge(size + PLAIN_BYTES)
        parts.append(made.decompress(made.unconsumed_tail, PLAIN_BYTES))
        size += len(parts[-1])
        context.charge(PLAIN_BYTES // 4)
        context.check_time(4 * size * BYTE_S)
    while len(parts[-1]) == PLAIN_BYTES:
        if size + PLAIN_BYTES > context.room_bytes:
            raise TrapTooLarge(size + PLAIN_BYTES)
        parts.append(made.decompress(b"", PLAIN_BYTES))
        size += len(parts[-1])
        context.check_time(4 * size * BYTE_S)
    context.check_size(size)
    return b"".join(parts)


@trap("zlib.deflating")
def deflating(context: TrapContext, settings: Any, calls: Any) -> Any:
    """A compressor's answer to the last of its calls."""
    try:
        return _stream(context, zlib.compressobj(*settings), calls, False)
    except zlib.error as error:
        return str(error)


@trap("zlib.inflating")
def inflating(context: TrapContext, settings: Any, calls: Any) -> Any:
    """A decompressor's answer to the last of its calls, with what is left over and whether it is done."""
    made = zlib.decompressobj(*settings)
    try:
        answer = _stream(context, made, calls, True)
    except zlib.error as error:
        return str(error)
    return answer, made.unused_data, made.unconsumed_tail, made.eof


@trap("zlib.compress")
def compress(context: TrapContext, data: Any, level: Any, wbits: Any) -> Any:
    """All of some data compressed."""
    context.check_size(len(data) + 64)
    context.charge(len(data) * 8)
    try:
        return zlib.compress(data, level, wbits)
    except zlib.error as error:
        return str(error)


@trap("zlib.decompress")
def decompress(context: TrapContext, data: Any, wbits: Any) -> Any:
    """All of some data decompressed, if there is room for it."""
    made = zlib.decompressobj(wbits)
    try:
        answer = _inflate(context, made, data)
        if made.eof:
            return answer
        zlib.decompress(data, wbits)  # it says what is missing
    except zlib.error as error:
        return str(error)
    return answer


@trap("zlib.adler32")
def adler32(context: TrapContext, data: Any, value: Any) -> Any:
    """The Adler-32 checksum."""
    context.charge(len(data) // 4)
    return zlib.adler32(data, value)


# ---------------------------------------------------------------- struct
def _format(spec: Any) -> Any:
    if not isinstance(spec, str | bytes):
        raise TrapDeclined
    return spec


@trap("struct.calcsize")
def calcsize(context: TrapContext, spec: Any) -> Any:
    """Bytes that a format takes."""
    context.check_size(16 * len(_format(spec)))
    try:
        return struct.calcsize(spec)
    except struct.error as error:
        return str(error)


@trap("struct.pack")
def pack(context: TrapContext, spec: Any, *values: Any) -> Any:
    """Values packed by a format."""
    try:
        context.check_size(struct.calcsize(_format(spec)))
        return struct.pack(spec, *values)
    except struct.error as error:
        return str(error)


@trap("struct.unpack")
def unpack(context: TrapContext, spec: Any, data: Any, offset: Any = None) -> Any:
    """Values that bytes hold by a format: all of them, or from an offset on."""
    context.check_size((min(len(data), numbers_in(_format(spec))) + len(spec)) * 32)
    try:
        return struct.unpack(spec, data) if offset is None else (
            struct.unpack_from(spec, data, offset))
    except struct.error as error:
        return str(error)


# ---------------------------------------------------------------- hashlib
ALGORITHMS = frozenset(hashlib.algorithms_guaranteed)


@trap("hashlib.digest")
def digest(context: TrapContext, name: Any, data: Any, options: Any, length: Any) -> Any:
    """The digest of some data; `length` is that of algorithms that have none of their own."""
    if name not in ALGORITHMS:
        raise TrapDeclined
    context.charge(len(data))
    made = getattr(hashlib, name)(data, **options)
    if length is None:
        return made.digest()
    context.check_size(length)
    return made.digest(length)


@trap("hashlib.sizes")
def sizes(context: TrapContext, name: Any, options: Any) -> Any:
    """(digest size, block size) of an algorithm."""
    if name not in ALGORITHMS:
        raise TrapDeclined
    made = getattr(hashlib, name)(b"", **options)
    return made.digest_size, made.block_size


@trap("hashlib.pbkdf2_hmac")
def pbkdf2(
    context: TrapContext, name: Any, password: Any, salt: Any, rounds: Any, length: Any
) -> Any:
    """A key stretched from a password."""
    if name not in ALGORITHMS:
        raise ValueError(f"unsupported hash type {name}")
    if rounds > 0 and (length is None or length > 0):
        blocks = 1 if length is None else length // 16 + 1
        if rounds * blocks > STRETCHING_ROUNDS * 16:
            raise NotImplementedError("pbkdf2_hmac of so many iterations is not supported")
        context.charge(rounds * blocks * 150)
        context.check_time(rounds * blocks * ROUND_S)
    return hashlib.pbkdf2_hmac(name, password, salt, rounds, length)


@trap("hashlib.scrypt")
def scrypt(
    context: TrapContext, password: Any, salt: Any, n: Any, r: Any, p: Any, most: Any, length: Any
) -> Any:
    """A key stretched from a password, at a cost in memory."""
    if 128 * n * r * p > SCRYPT_BYTES:
        raise NotImplementedError("scrypt of so high a cost is not supported")
    context.charge(n * r * p * 100)
    return hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, maxmem=most, dklen=length)
