"""Sets of regular expressions: characters, categories and cases become bitmaps and ranges.

Also what parser and compiler share: the kinds of nodes, the flags, the widths of nodes.
"""


from _kernel import regex_lowers
from _prelude import _HOST_MINOR

ONE, BRANCH, REPEAT, GROUP, PLAIN, LOOK, AT, REFERENCE, IF, ATOMIC, NEVER = range(11)
ITEM_CHAR, ITEM_NOT_CHAR, ITEM_ANY, ITEM_ALL, ITEM_SET = range(5)
GREEDY, LAZY, FIRM = range(3)
AT_START, AT_LINE_START, AT_END, AT_LINE_END, AT_VERY_END, AT_BOUNDARY, AT_NO_BOUNDARY = range(7)
MODE_NEGATED, MODE_LOWER = 1, 128

IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, ASCII = 2, 4, 8, 16, 32, 64, 256
TYPE_FLAGS = ASCII | LOCALE | UNICODE
FLAG_OF = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII,
           "u": UNICODE}
if _HOST_MINOR < 13:
    FLAG_OF["t"] = 1

NO_LIMIT = 0xFFFFFFFF
LOW = (1 << 256) - 1
LARGEST = 0x10FFFF


@trap("re.tables")
def _make_tables(): ...


@trap("re.cases")
def _make_cases(): ...


TABLES = _make_tables()
_CASES = dict(_make_cases())


def _bits(test):
    found = 0
    for code in range(256):
        if test(chr(code)):
            found |= 1 << code
    return found


_WIDE_ALL = ((256, LARGEST),)
_UNICODE_CLASSES = {}
_ASCII_CLASSES = {}
for _name, _mode, _test in (("w", 2, lambda c: c.isalnum() or c == "_"), ("d", 8, str.isdecimal),
                            ("s", 32, str.isspace)):
    _all = _bits(_test)
    _plain = _bits(lambda c: c.isascii() and _test(c) and not "\x1c" <= c <= "\x1f")
    _UNICODE_CLASSES[_name] = (_all, (), _mode)
    _UNICODE_CLASSES[_name.upper()] = (LOW & ~_all, (), _mode << 1)
    _ASCII_CLASSES[_name] = (_plain, (), 0)
    _ASCII_CLASSES[_name.upper()] = (LOW & ~_plain, _WIDE_ALL, 0)
_UPPER_ASCII = _bits(lambda c: "A" <= c <= "Z")
_UPPER_LATIN = _UPPER_ASCII | _bits(lambda c: "\xc0" <= c <= "\xde" and c != "\xd7")


# ---------------------------------------------------------------- sets
def folded_codes(code, flags):
    """The lower-case code points that a code point stands for when case is ignored."""
    if not flags & UNICODE:
        return (code + 32,) if 65 <= code <= 90 else (code,)
    if code < 128:
        lower = code + 32 if 65 <= code <= 90 else code
    else:
        found = regex_lowers(TABLES, code, code)
        lower = found[0] if found else code
    return lower, *_CASES.get(lower, ())


def _merged(ranges):
    """Sorted ranges that neither overlap nor touch."""
    made = []
    for first, last in sorted(ranges):
        if made and first <= made[-1][1] + 1:
            if last > made[-1][1]:
                made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made


def _folded_ranges(given, flags):
    """Ranges of all lower cases of what is in some ranges; what has no case stays."""
    made = []
    for first, last in given:
        if first == last:
            made.extend((code, code) for code in folded_codes(first, flags))
            continue
        made.append((first, last))
        if first <= 90 and last >= 65:
            made.append((max(first, 65) + 32, min(last, 90) + 32))
        if flags & UNICODE:
            lowers = regex_lowers(TABLES, first, last)
            made.extend((code, code) for code in lowers)
            for code, others in _CASES.items():
                if (first <= code <= last or code in lowers
                        or (97 <= code <= 122 and first <= code - 32 <= last)):
                    made.extend((other, other) for other in others)
    return made


def make_set(ranges, classes, negated, flags):
    """The argument of a set: code points as ranges, categories by letter."""
    mode = 0
    wide_lower = False
    if flags & IGNORECASE:
        ranges = _folded_ranges(ranges, flags)
        wide_lower = flags & UNICODE != 0
    bitmap = 0
    wide = []
    for first, last in ranges:
        if first < 256:
            bitmap |= (1 << (last if last < 255 else 255) + 1) - (1 << first)
        if wide_lower:
            wide.append((first, last))
        elif last > 255:
            wide.append((first if first > 256 else 256, last))
    if flags & IGNORECASE:
        upper = _UPPER_LATIN if flags & UNICODE else _UPPER_ASCII
        bitmap = bitmap & ~upper | bitmap >> 32 & upper
    known = _UNICODE_CLASSES if flags & UNICODE else _ASCII_CLASSES
    for letter in classes:
        more, more_wide, more_mode = known[letter]
        bitmap |= more
        mode |= more_mode
        wide.extend(more_wide)
    if wide_lower:
        mode |= MODE_LOWER
    if negated:
        bitmap ^= LOW
        mode |= MODE_NEGATED
    return bitmap, tuple(_merged(wide)), mode


def one_code(code, flags):
    """The node of a literal character."""
    if flags & IGNORECASE and (
        65 <= code <= 90 or 97 <= code <= 122 or (code >= 128 and flags & UNICODE)
    ):
        return (ONE, ITEM_SET, make_set([(code, code)], "", False, flags))
    return (ONE, ITEM_CHAR, code)


def one_class(letter, flags):
    """The node of a category."""
    known = _UNICODE_CLASSES if flags & UNICODE else _ASCII_CLASSES
    return (ONE, ITEM_SET, known[letter])


def branch_of(found):
    """Alternatives; single characters and sets among themselves become one set."""
    bitmap = 0
    ranges = []
    for sequence in found:
        if len(sequence) != 1 or sequence[0][0] != ONE:
            return (BRANCH, found)
        _, kind, argument = sequence[0]
        if kind == ITEM_CHAR:
            if argument < 256:
                bitmap |= 1 << argument
            else:
                ranges.append((argument, argument))
        elif kind == ITEM_SET and not argument[2]:
            bitmap |= argument[0]
            ranges.extend(argument[1])
        else:
            return (BRANCH, found)
    return (ONE, ITEM_SET, (bitmap, tuple(_merged(ranges)), 0))


# ---------------------------------------------------------------- widths
def sequence_width(nodes, groups):
    """Least and most characters that a sequence takes."""
    least = most = 0
    for node in nodes:
        low, high = node_width(node, groups)
        least += low
        most += high
    return min(least, NO_LIMIT - 1), min(most, NO_LIMIT)


def node_width(node, groups):
    kind = node[0]
    if kind == ONE:
        return 1, 1
    if kind == REPEAT:
        low, high = sequence_width(node[4], groups)
        return min(low * node[2], NO_LIMIT), min(high * node[3], NO_LIMIT)
    if kind == GROUP:
        return groups[node[1] - 1]
    if kind == PLAIN or kind == ATOMIC:
        return sequence_width(node[1], groups)
    if kind == BRANCH or kind == IF:
        widths = [sequence_width(nodes, groups) for nodes in
                  (node[1] if kind == BRANCH else node[2:])]
        return min(low for low, high in widths), max(high for low, high in widths)
    if kind == REFERENCE:
        return groups[node[1] - 1]
    return 0, 0
