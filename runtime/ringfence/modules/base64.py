"""base64: bytes as texts of 16, 32, 64 and 85 letters."""

from binascii import Error as _Error, a2b_base64 as _a2b_base64, b2a_base64 as _b2a_base64
from binascii import a2b_hex as _a2b_hex, b2a_hex as _b2a_hex
from _prelude import _name_of

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode",
           "b32encode", "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode",
           "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode",
           "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

_LETTERS_32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LETTERS_32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_LETTERS_85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
               b"!#$%&()*+-;<=>?@^_`{|}~")


def _bytes(data):
    """The bytes of ASCII text or of a buffer."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, "
                        f"not {type(data).__name__!r}") from None


# ---------------------------------------------------------------- 64
def b64encode(s, altchars=None):
    """Encode the bytes-like object s using Base64 and return a bytes object."""
    made = _b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return made.translate(bytes.maketrans(b"+/", altchars))
    return made


def b64decode(s, altchars=None, validate=False):
    """Decode the Base64 encoded bytes-like object or ASCII string s."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return _a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encode bytes-like object s using the standard Base64 alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode bytes encoded with the standard Base64 alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encode bytes using the URL- and filesystem-safe Base64 alphabet."""
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    """Decode bytes using the URL- and filesystem-safe Base64 alphabet."""
    return b64decode(_bytes(s).translate(bytes.maketrans(b"-_", b"+/")))


# ---------------------------------------------------------------- 32
def _encode_32(letters, s):
    s = s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    left = len(s) % 5
    if left:
        s = s + bytes(5 - left)
    made = bytearray()
    for at in range(0, len(s), 5):
        value = int.from_bytes(s[at:at + 5], "big")
        for shift in (35, 30, 25, 20, 15, 10, 5, 0):
            made.append(letters[value >> shift & 31])
    pad = {1: 6, 2: 4, 3: 3, 4: 1}.get(left, 0)
    if pad:
        made[-pad:] = b"=" * pad
    return bytes(made)


def _decode_32(letters, s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise _Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pad = size - len(s)
    made = bytearray()
    value = 0
    for at in range(0, len(s), 8):
        part = s[at:at + 8]
        value = 0
        for letter in part:
            place = letters.find(letter)
            if place < 0:
                raise _Error("Non-base32 digit found")
            value = value << 5 | place
        made += (value << 5 * (8 - len(part))).to_bytes(5, "big")
    if size % 8 or pad not in (0, 1, 3, 4, 6):
        raise _Error("Incorrect padding")
    if pad and made:
        kept = (43 - 5 * pad) // 8
        del made[len(made) - 5 + kept:]
    return bytes(made)


def b32encode(s):
    """Encode the bytes-like objects using base32 and return a bytes object."""
    return _encode_32(_LETTERS_32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode the base32 encoded bytes-like object or ASCII string s."""
    return _decode_32(_LETTERS_32, s, casefold, map01)


def b32hexencode(s):
    """Encode the bytes-like objects using base32hex and return a bytes object."""
    return _encode_32(_LETTERS_32_HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode the base32hex encoded bytes-like object or ASCII string s."""
    return _decode_32(_LETTERS_32_HEX, s, casefold)


# ---------------------------------------------------------------- 16
def b16encode(s):
    """Encode the bytes-like object s using Base16 and return a bytes object."""
    return _b2a_hex(s).upper()


def b16decode(s, casefold=False):
    """Decode the Base16 encoded bytes-like object or ASCII string s."""
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise _Error("Non-base16 digit found")
    return _a2b_hex(s)


# ---------------------------------------------------------------- 85
def _encode_85(s, letters, first, pad, zeros, spaces):
    """Groups of four bytes as five letters; `letters` None: those from `first` on."""
    s = s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    missing = -len(s) % 4
    if missing:
        s = s + bytes(missing)
    made = []
    for at in range(0, len(s), 4):
        value = int.from_bytes(s[at:at + 4], "big")
        if zeros and value == 0:
            made.append(b"z")
        elif spaces and value == 0x20202020:
            made.append(b"y")
        else:
            group = bytearray(5)
            for place in (4, 3, 2, 1, 0):
                value, rest = divmod(value, 85)
                group[place] = letters[rest] if letters else first + rest
            made.append(bytes(group))
    if missing and not pad:
        if made[-1] == b"z":
            made[-1] = bytes([first]) * 5
        made[-1] = made[-1][:-missing]
    return b"".join(made)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode bytes-like object b using Ascii85 and return a bytes object."""
    made = _encode_85(b, None, 33, pad, True, foldspaces)
    if adobe:
        made = b"<~" + made
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [made[at:at + wrapcol] for at in range(0, len(made), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        made = b"\n".join(lines)
    return made + b"~>" if adobe else made


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decode the Ascii85 encoded bytes-like object or ASCII string b."""
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    made = []
    group = []
    for letter in bytes(b) + b"u" * 4:
        if 33 <= letter <= 117:
            group.append(letter)
            if len(group) == 5:
                value = 0
                for each in group:
                    value = value * 85 + each - 33
                if value > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                made.append(value.to_bytes(4, "big"))
                group = []
        elif letter == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            made.append(bytes(4))
        elif foldspaces and letter == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            made.append(b"    ")
        elif letter not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(letter)}")
    padding = 4 - len(group)
    result = b"".join(made)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """Encode bytes-like object b in base85 format and return a bytes object."""
    return _encode_85(b, _LETTERS_85, 0, pad, False, False)


def b85decode(b):
    """Decode the base85-encoded bytes-like object or ASCII string b."""
    b = _bytes(b)
    padding = -len(b) % 5
    b = bytes(b) + b"~" * padding
    made = []
    for at in range(0, len(b), 5):
        value = 0
        for place, letter in enumerate(b[at:at + 5]):
            digit = _LETTERS_85.find(letter)
            if digit < 0:
                raise ValueError(f"bad base85 character at position {at + place}")
            value = value * 85 + digit
        if value > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}")
        made.append(value.to_bytes(4, "big"))
    result = b"".join(made)
    return result[:-padding] if padding else result


# ---------------------------------------------------------------- lines
def _check_buffer(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}") from None
    return view.tobytes()


def encodebytes(s):
    """Encode a bytestring into a bytes object containing multiple lines of base-64 data."""
    s = _check_buffer(s)
    return b"".join([_b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    """Decode a bytestring of base-64 data into a bytes object."""
    return _a2b_base64(_check_buffer(s))


def encode(input, output):
    """Encode a file; input and output are binary files."""
    while True:
        part = input.read(57)
        if not part:
            break
        while len(part) < 57:
            more = input.read(57 - len(part))
            if not more:
                break
            part += more
        output.write(_b2a_base64(part))


def decode(input, output):
    """Decode a file; input and output are binary files."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(_a2b_base64(line))
