"""Templates of replacements: a text with references becomes a tuple of texts and group numbers."""

from _prelude import _HOST_MINOR
from _re_parse import DIGITS, ESCAPES, LETTERS, MOST_GROUPS, OCTAL, error, number_of
from _re_parse import loose_number_of


def read_template(template, groups, names):
    """Texts and group numbers in turn; `groups` is how many the pattern has."""
    is_text = isinstance(template, str)
    text = template if is_text else str(template, "latin-1")
    if "\\" not in text:
        return (template,) if text else ()
    n = len(text)
    pieces = []
    literal = []

    def fail(message, place):
        raise error(message, template, place)

    def refer(number, place):
        if number > groups:
            fail(f"invalid group reference {number}", place)
        if literal:
            pieces.append("".join(literal))
            literal.clear()
        pieces.append(number)

    at = 0
    while True:
        slash = text.find("\\", at)
        if slash < 0:
            literal.append(text[at:])
            break
        literal.append(text[at:slash])
        if slash + 1 >= n:
            fail("bad escape (end of pattern)", n - 1)
        char = text[slash + 1]
        at = slash + 2
        if char == "g":
            if not text.startswith("<", at):
                fail("missing <", at)
            at += 1
            end = text.find(">", at)
            if end < 0:
                fail("missing group name" if at == n else "missing >, unterminated name", at)
            if end == at:
                fail("missing group name", at)
            name = text[at:end]
            if name.isidentifier() and (is_text or _HOST_MINOR < 12 or name.isascii()):
                if name not in names:
                    raise IndexError(f"unknown group name {name!r}" if is_text or _HOST_MINOR < 12
                                     else f"unknown group name {name!a}")
                number = names[name]
            else:
                number = number_of(name) if _HOST_MINOR >= 12 else loose_number_of(name)
                if number is None:
                    shown = repr(name) if is_text or _HOST_MINOR < 12 else ascii(name)
                    fail(f"bad character in group name {shown}", at)
                if number >= MOST_GROUPS:
                    fail(f"invalid group reference {number}", at)
            refer(number, at)
            at = end + 1
        elif char == "0":
            end = at
            while end < at + 2 and end < n and text[end] in OCTAL:
                end += 1
            literal.append(chr(int(text[slash + 1:end], 8) & 0xFF))
            at = end
        elif char in DIGITS:
            if at < n and text[at] in DIGITS:
                at += 1
                if char in OCTAL and text[at - 1] in OCTAL and at < n and text[at] in OCTAL:
                    at += 1
                    digits = text[slash + 1:at]
                    code = int(digits, 8)
                    if code > 0o377:
                        fail(f"octal escape value \\{digits} outside of range 0-0o377", slash)
                    literal.append(chr(code))
                    continue
            refer(int(text[slash + 1:at]), slash + 1)
        elif char in ESCAPES:
            literal.append(chr(ESCAPES[char]))
        elif char in LETTERS:
            fail(f"bad escape \\{char}", slash)
        else:
            literal.append("\\" + char)
    rest = "".join(literal)
    if rest:
        pieces.append(rest)
    if is_text:
        return tuple(pieces)
    return tuple(piece if isinstance(piece, int) else piece.encode("latin-1") for piece in pieces)
