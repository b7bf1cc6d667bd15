"""binascii: binary data and its texts, by the host."""

from _prelude import _name_of

_absent = ("no argument given",)


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


@trap("binascii.a2b_uu")
def _host_a2b_uu(data, /): ...


@trap("binascii.b2a_uu")
def _host_b2a_uu(data, /): ...


@trap("binascii.a2b_hex")
def _host_a2b_hex(data, /): ...


@trap("binascii.b2a_hex")
def _host_b2a_hex(data, *separator): ...


@trap("binascii.a2b_base64")
def _host_a2b_base64(data, strict, /): ...


@trap("binascii.b2a_base64")
def _host_b2a_base64(data, newline, /): ...


@trap("binascii.a2b_qp")
def _host_a2b_qp(data, header, /): ...


@trap("binascii.b2a_qp")
def _host_b2a_qp(data, tabs, text, header, /): ...


@trap("binascii.crc32")
def _host_crc32(data, value, /): ...


@trap("binascii.crc_hqx")
def _host_crc_hqx(data, value, /): ...


def _bytes(data):
    """The bytes of an argument that has a buffer."""
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(type(data), "tobytes"):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{_name_of(data)}'")


def _ascii(data):
    """The bytes of an argument that is ASCII text or has a buffer."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if isinstance(data, (bytes, bytearray, memoryview)) or hasattr(type(data), "tobytes"):
        return _bytes(data)
    raise TypeError("argument should be bytes, buffer or ASCII string, "
                    f"not '{_name_of(data)}'")


def _checked(result):
    if type(result) is str:
        raise Error(result)
    return result


@builtin
def a2b_uu(data, /):
    """Decode a line of uuencoded data."""
    return _checked(_host_a2b_uu(_ascii(data)))


@builtin
def b2a_uu(data, /, *, backtick=False):
    """Uuencode line of data."""
    if backtick:
        return _checked(_host_b2a_uu(_bytes(data))).replace(b" ", b"`")
    return _checked(_host_b2a_uu(_bytes(data)))


@builtin
def a2b_hex(hexstr, /):
    """Binary data of hexadecimal representation."""
    return _checked(_host_a2b_hex(_ascii(hexstr)))


unhexlify = a2b_hex


@builtin
def b2a_hex(data, sep=_absent, bytes_per_sep=1):
    """Hexadecimal representation of binary data."""
    if sep is _absent:
        return _host_b2a_hex(_bytes(data))
    return _host_b2a_hex(_bytes(data), sep, bytes_per_sep)


hexlify = b2a_hex


@builtin
def a2b_base64(data, /, *, strict_mode=False):
    """Decode a line of base64 data."""
    return _checked(_host_a2b_base64(_ascii(data), bool(strict_mode)))


@builtin
def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    return _host_b2a_base64(_bytes(data), bool(newline))


@builtin
def a2b_qp(data, header=False):
    """Decode a string of qp-encoded data."""
    return _host_a2b_qp(_ascii(data), bool(header))


@builtin
def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Encode a string using quoted-printable encoding."""
    return _host_b2a_qp(_bytes(data), bool(quotetabs), bool(istext), bool(header))


@builtin
def crc32(data, crc=0, /):
    """Compute CRC-32 incrementally."""
    return _host_crc32(_bytes(data), crc & 0xFFFFFFFF)


@builtin
def crc_hqx(data, crc, /):
    """Compute CRC-CCITT incrementally."""
    return _host_crc_hqx(_bytes(data), crc & 0xFFFF)
