"""The codecs of the sandbox: UTF-8, UTF-16, UTF-32, ASCII and Latin-1, by allow-list.

The host's codec registry is never asked for a name from the sandbox: it would import modules, and
holds codecs that are no text encodings and error handlers that are the host's own.
"""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext

ENCODINGS = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "utf8ucs2": "utf-8", "cp65001": "utf-8",
    "utf8sig": "utf-8-sig",
    "utf16": "utf-16", "u16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "unicodelittleunmarked": "utf-16-le", "unicodebigunmarked": "utf-16-be",
    "utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
    "ascii": "ascii", "usascii": "ascii", "646": "ascii", "ansix341968": "ascii",
    "latin1": "latin-1", "latin": "latin-1", "iso88591": "latin-1", "88591": "latin-1",
    "l1": "latin-1", "cp819": "latin-1", "ibm819": "latin-1", "iso8859": "latin-1",
}
ERRORS = {
    "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace",
    "surrogateescape", "surrogatepass",
}
MOST_BYTES = 90  # one character written by `namereplace`


def codec_name(name: str) -> str:
    """The codec of an encoding name; LookupError if the sandbox has none of that name."""
    key = "".join(c for c in name.lower() if c not in " -_.")
    if key not in ENCODINGS:
        raise LookupError(f"unknown encoding: {name}")
    return ENCODINGS[key]


def _convert(method: Any, data: Any, encoding: Any, errors: Any) -> Any:
    if not isinstance(encoding, str) or not isinstance(errors, str):
        return method(data, encoding, errors)  # raises TypeError
    codec = codec_name(encoding)
    if errors in ERRORS:
        return method(data, codec, errors)
    try:
        return method(data, codec)
    except UnicodeError:
        raise LookupError(f"unknown error handler name '{errors}'") from None


def encode_text(context: TrapContext, *values: Any) -> bytes:
    """``str.encode`` of (text, encoding, errors)."""
    if not values or not isinstance(values[0], str) or len(values) > 3:
        return str.encode(*values)
    text, encoding, errors = (*values, "utf-8", "strict")[: 3] if len(values) == 1 else (
        *values, "strict")[:3]
    context.check_size(len(text) * (4 if errors in ("strict", "ignore") else MOST_BYTES))
    data: bytes = _convert(str.encode, text, encoding, errors)
    return data


def decode_text(context: TrapContext, *values: Any) -> str:
    """``bytes.decode`` of (data, encoding, errors)."""
    if not values or not isinstance(values[0], bytes | bytearray) or len(values) > 3:
        return bytes.decode(*values)
    data, encoding, errors = (*values, "utf-8", "strict")[:3] if len(values) == 1 else (
        *values, "strict")[:3]
    context.check_size(len(data) * 4 * 4)
    text: str = _convert(type(data).decode, data, encoding, errors)
    return text
