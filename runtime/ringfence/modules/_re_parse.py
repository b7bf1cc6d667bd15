"""Regular expressions read: a pattern becomes a tree whose flags are all resolved.

Nodes are tuples that begin with their kind: (ONE, kind, argument) a character, the argument a code
point or a set (bitmap of the code points below 256, ranges, mode); (BRANCH, sequences);
(REPEAT, how, least, most, sequence); (GROUP, number, sequence); (PLAIN, sequence);
(LOOK, behind, negated, sequence); (AT, which, unicode); (REFERENCE, group, case);
(IF, group, sequence, sequence); (ATOMIC, sequence); (NEVER,). A sequence is a list of nodes.
"""

from _prelude import _HOST_MINOR
from _re_sets import (
    ASCII, AT, AT_BOUNDARY, AT_END, AT_LINE_END, AT_LINE_START, AT_NO_BOUNDARY, AT_START,
    AT_VERY_END, ATOMIC, DOTALL, FIRM, FLAG_OF, GREEDY, GROUP, IF, IGNORECASE, ITEM_ALL, ITEM_ANY,
    ITEM_CHAR, ITEM_NOT_CHAR, ITEM_SET, LARGEST, LAZY, LOOK, MULTILINE, NEVER, NO_LIMIT, ONE,
    PLAIN, REFERENCE, REPEAT, TYPE_FLAGS, UNICODE, VERBOSE, branch_of, make_set, one_class,
    one_code, sequence_width,
)

MOST_GROUPS = 1073741823
SPACES = " \t\n\r\v\f"
DIGITS = "0123456789"
OCTAL = "01234567"
HEX = "0123456789abcdefABCDEF"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}


@trap("re.named")
def _code_of_name(name, /): ...


class error(Exception):
    """Exception raised for invalid regular expressions."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


if _HOST_MINOR >= 13:
    error.__name__ = error.__qualname__ = "PatternError"


# ---------------------------------------------------------------- the parser
class Parser:
    """Reads one pattern; `text` is a str, bytes having been decoded as latin-1."""

    def __init__(self, text, flags, original):
        self.text = text
        self.n = len(text)
        self.at = 0
        self.original = original
        self.is_text = isinstance(original, str)
        self.flags = flags
        self.names = {}
        self.open = []  # for each group whether it is still open
        self.widths = []  # of each group: (least, most) characters
        self.tests = {}  # groups asked for by conditions: where
        self.behind = None  # number of groups where the outermost lookbehind began

    def fail(self, message, back=0):
        raise error(message, self.original, self.at - back)

    def take(self, wanted):
        if self.text.startswith(wanted, self.at):
            self.at += 1
            return True
        return False

    def get(self):
        """The next character, an escape with its letter; None at the end."""
        if self.at >= self.n:
            return None
        char = self.text[self.at]
        if char == "\\":
            if self.at + 1 >= self.n:
                raise error("bad escape (end of pattern)", self.original, self.n - 1)
            char = self.text[self.at:self.at + 2]
        self.at += len(char)
        return char

    def while_in(self, most, allowed):
        start = self.at
        end = min(start + most, self.n)
        while self.at < end and self.text[self.at] in allowed:
            self.at += 1
        return self.text[start:self.at]

    def until(self, closing, what):
        start = self.at
        end = self.text.find(closing, start)
        if end < 0:
            self.at = self.n
            if start == self.n:
                self.fail(f"missing {what}")
            self.fail(f"missing {closing}, unterminated name", self.n - start)
        self.at = end + 1
        if end == start:
            self.fail(f"missing {what}", 1)
        return self.text[start:end]

    def shown(self, name):
        """A name as messages show it."""
        return repr(name) if self.is_text or _HOST_MINOR < 12 else ascii(name)

    def check_name(self, name, back):
        if _HOST_MINOR >= 12 and not self.is_text and not name.isascii():
            self.fail(f"bad character in group name {ascii(name)}", len(name) + back)
        if not name.isidentifier():
            self.fail(f"bad character in group name {self.shown(name)}", len(name) + back)

    # ------------------------------------------------------------ sequences
    def parse(self):
        """The whole pattern as a sequence."""
        tree = self.alternatives(self.flags, True)
        if self.at < self.n:
            self.fail("unbalanced parenthesis")
        for group, place in self.tests.items():
            if group > len(self.open):
                raise error(f"invalid group reference {group}", self.original, place)
        return tree

    def alternatives(self, flags, first=False):
        """Sequences separated by bars, as one sequence."""
        before = self.flags
        found = [self.sequence(flags, first)]
        flags = combined(flags, self.flags & ~before, 0)
        while self.take("|"):
            found.append(self.sequence(flags, False))
        if len(found) == 1:
            return found[0]
        return [branch_of(found)]

    def sequence(self, flags, first):
        text = self.text
        nodes = []
        verbose = flags & VERBOSE
        while self.at < self.n:
            char = text[self.at]
            if char in "|)":
                break
            if verbose:
                if char in SPACES:
                    self.at += 1
                    continue
                if char == "#":
                    self.skip_comment()
                    continue
            if char == "\\":
                nodes.append(self.escape(flags))
            elif char not in ".[{()*+?^$|":
                self.at += 1
                nodes.append(one_code(ord(char), flags))
            elif char == "[":
                self.at += 1
                nodes.append(self.set(flags))
            elif char in "*+?{":
                self.at += 1
                self.repeat(char, nodes)
            elif char == ".":
                self.at += 1
                nodes.append((ONE, ITEM_ALL if flags & DOTALL else ITEM_ANY, 0))
            elif char == "(":
                self.at += 1
                before = self.flags
                node = self.group(flags, first and not nodes)
                if node is not None:
                    nodes.append(node)
                elif self.flags != before:
                    flags = combined(flags, self.flags & ~before, 0)
                    verbose = flags & VERBOSE
            elif char == "^":
                self.at += 1
                nodes.append((AT, AT_LINE_START if flags & MULTILINE else AT_START, 0))
            else:
                self.at += 1
                nodes.append((AT, AT_LINE_END if flags & MULTILINE else AT_END, 0))
        return nodes

    def skip_comment(self):
        """The rest of a line; a backslash hides the character behind it."""
        while True:
            char = self.get()
            if char is None or char == "\n":
                return

    def repeat(self, char, nodes):
        here = self.at
        if char == "*":
            least, most = 0, NO_LIMIT
        elif char == "+":
            least, most = 1, NO_LIMIT
        elif char == "?":
            least, most = 0, 1
        else:
            if self.text.startswith("}", here):
                nodes.append((ONE, ITEM_CHAR, 123))
                return
            low = self.while_in(self.n, DIGITS)
            high = self.while_in(self.n, DIGITS) if self.take(",") else low
            if not self.take("}"):
                self.at = here
                nodes.append((ONE, ITEM_CHAR, 123))
                return
            least = int(low) if low else 0
            most = int(high) if high else NO_LIMIT
            if least >= NO_LIMIT or (high and most >= NO_LIMIT):
                raise OverflowError("the repetition number is too large")
            if most < least:
                self.fail("min repeat greater than max repeat", self.at - here)
        if not nodes or nodes[-1][0] == AT:
            self.fail("nothing to repeat", self.at - here + 1)
        item = nodes[-1]
        if item[0] == REPEAT:
            self.fail("multiple repeat", self.at - here + 1)
        how = LAZY if self.take("?") else FIRM if self.take("+") else GREEDY
        nodes[-1] = (REPEAT, how, least, most, item[1] if item[0] == PLAIN else [item])

    # ------------------------------------------------------------ escapes
    def hexadecimal(self, escape, n):
        digits = self.while_in(n, HEX)
        if len(digits) != n:
            self.fail(f"incomplete escape {escape}{digits}", len(digits) + 2)
        return int(digits, 16)

    def coded(self, escape):
        """The code point of an escape that stands for one by number or name, or None."""
        letter = escape[1]
        if letter in ESCAPES:
            return ESCAPES[letter]
        if letter == "x":
            return self.hexadecimal(escape, 2)
        if self.is_text:
            if letter == "u":
                return self.hexadecimal(escape, 4)
            if letter == "U":
                code = self.hexadecimal(escape, 8)
                if code > LARGEST:
                    self.fail(f"bad escape {self.text[self.at - 10:self.at]}", 10)
                return code
            if letter == "N":
                if not self.take("{"):
                    self.fail("missing {")
                name = self.until("}", "character name")
                code = _code_of_name(name)
                if code is None:
                    self.fail(f"undefined character name {self.shown(name)}", len(name) + 4)
                return code
        return None

    def octal(self, digits):
        code = int(digits, 8)
        if code > 0o377:
            self.fail(f"octal escape value \\{digits} outside of range 0-0o377", len(digits) + 1)
        return code

    def escape(self, flags):
        escape = self.get()
        letter = escape[1]
        if letter in "dDsSwW":
            return one_class(letter, flags)
        if letter == "A":
            return (AT, AT_START, 0)
        if letter == "Z":
            return (AT, AT_VERY_END, 0)
        if letter in "bB":
            return (AT, AT_BOUNDARY if letter == "b" else AT_NO_BOUNDARY, flags & UNICODE)
        code = self.coded(escape)
        if code is None:
            if letter == "0":
                code = self.octal("0" + self.while_in(2, OCTAL))
            elif letter in DIGITS:
                return self.numbered(letter, flags)
            elif letter in LETTERS:
                self.fail(f"bad escape {escape}", 2)
            else:
                code = ord(letter)
        return one_code(code, flags)

    def numbered(self, digits, flags):
        """A reference to a group, or three octal digits."""
        digits += self.while_in(1, DIGITS)
        if len(digits) == 2 and digits[0] in OCTAL and digits[1] in OCTAL:
            last = self.while_in(1, OCTAL)
            if last:
                return one_code(self.octal(digits + last), flags)
        group = int(digits)
        if group > len(self.open):
            self.fail(f"invalid group reference {group}", len(digits))
        self.check_closed(group, len(digits) + 1)
        return self.reference(group, flags)

    def check_closed(self, group, back):
        if self.open[group - 1]:
            self.fail("cannot refer to an open group", back)
        self.check_behind(group)

    def check_behind(self, group):
        if self.behind is not None:
            if group > len(self.open) or self.open[group - 1]:
                self.fail("cannot refer to an open group")
            if group > self.behind:
                self.fail("cannot refer to group defined in the same lookbehind subpattern")

    def reference(self, group, flags):
        case = 0
        if flags & IGNORECASE:
            case = 2 if flags & UNICODE else 1
        return (REFERENCE, group, case)

    # ------------------------------------------------------------ sets
    def set(self, flags):
        here = self.at - 1
        negated = self.take("^")
        ranges = []
        classes = ""
        empty = True
        while True:
            this = self.get()
            if this is None:
                self.fail("unterminated character set", self.at - here)
            if this == "]" and not empty:
                break
            empty = False
            low = self.set_code(this)
            if not self.take("-"):
                if isinstance(low, str):
                    classes += low
                else:
                    ranges.append((low, low))
                continue
            that = self.get()
            if that is None:
                self.fail("unterminated character set", self.at - here)
            if that == "]":
                if isinstance(low, str):
                    classes += low
                else:
                    ranges.append((low, low))
                ranges.append((45, 45))
                break
            high = self.set_code(that)
            if isinstance(low, str) or isinstance(high, str) or high < low:
                self.fail(f"bad character range {this}-{that}", len(this) + 1 + len(that))
            ranges.append((low, high))
        if len(ranges) == 1 and not classes and ranges[0][0] == ranges[0][1]:
            if not negated:
                return one_code(ranges[0][0], flags)
            if not flags & IGNORECASE:
                return (ONE, ITEM_NOT_CHAR, ranges[0][0])
        return (ONE, ITEM_SET, make_set(ranges, classes, negated, flags))

    def set_code(self, this):
        """The code point of a member of a set, or the letter of its category."""
        if this[0] != "\\":
            return ord(this)
        letter = this[1]
        if letter in "dDsSwW":
            return letter
        code = self.coded(this)
        if code is not None:
            return code
        if letter in OCTAL:
            return self.octal(letter + self.while_in(2, OCTAL))
        if letter in DIGITS or letter in LETTERS:
            self.fail(f"bad escape {this}", 2)
        return ord(letter)

    # ------------------------------------------------------------ groups
    def group(self, flags, first):
        """What an opening parenthesis begins; None for a comment or flags of the whole."""
        start = self.at - 1
        if not self.take("?"):
            return self.capture(start, None, flags)
        char = self.get()
        if char is None:
            self.fail("unexpected end of pattern")
        if char == ":":
            return (PLAIN, self.inside(start, flags))
        if char == "P":
            return self.python_group(start, flags)
        if char == "#":
            while True:
                if self.at >= self.n:
                    self.fail("missing ), unterminated comment", self.at - start)
                if self.get() == ")":
                    return None
        if char in "=!<":
            return self.look(start, char, flags)
        if char == "(":
            return self.condition(start, flags)
        if char == ">" and _HOST_MINOR >= 11:
            return (ATOMIC, self.inside(start, flags))
        if char in FLAG_OF or char == "-":
            changes = self.inline_flags(char)
            if changes is None:
                if not first:
                    self.fail("global flags not at the start of the expression", self.at - start)
                return None
            changed = combined(flags, *changes)
            node = self.inside(start, changed)
            return (PLAIN, [(PLAIN, node)]) if changes != (0, 0) else (PLAIN, node)
        return self.fail(f"unknown extension ?{char}", len(char) + 1)

    def inside(self, start, flags):
        """The alternatives up to the closing parenthesis."""
        found = self.alternatives(flags)
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.at - start)
        return found

    def capture(self, start, name, flags):
        number = len(self.open) + 1
        if name is not None:
            if name in self.names:
                self.fail(f"redefinition of group name {name!r} as group {number}; "
                          f"was group {self.names[name]}", len(name) + 1)
            self.names[name] = number
        self.open.append(True)
        self.widths.append((0, 0))
        found = self.inside(start, flags)
        self.open[number - 1] = False
        self.widths[number - 1] = sequence_width(found, self.widths)
        return (GROUP, number, found)

    def python_group(self, start, flags):
        if self.take("<"):
            name = self.until(">", "group name")
            self.check_name(name, 1)
            return self.capture(start, name, flags)
        if self.take("="):
            name = self.until(")", "group name")
            self.check_name(name, 1)
            group = self.names.get(name)
            if group is None:
                self.fail(f"unknown group name {self.shown(name)}", len(name) + 1)
            self.check_closed(group, len(name) + 1)
            return self.reference(group, flags)
        char = self.get()
        if char is None:
            self.fail("unexpected end of pattern")
        return self.fail(f"unknown extension ?P{char}", len(char) + 2)

    def look(self, start, char, flags):
        behind = char == "<"
        outermost = False
        if behind:
            char = self.get()
            if char is None:
                self.fail("unexpected end of pattern")
            if char not in "=!":
                self.fail(f"unknown extension ?<{char}", len(char) + 2)
            if self.behind is None:
                outermost = True
                self.behind = len(self.open)
        found = self.alternatives(flags)
        if outermost:
            self.behind = None
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.at - start)
        if char == "!" and not found:
            return (NEVER,)
        return (LOOK, behind, char == "!", found)

    def condition(self, start, flags):
        name = self.until(")", "group name")
        back = len(name) + 1
        if name.isidentifier():
            self.check_name(name, 1)
            group = self.names.get(name)
            if group is None:
                self.fail(f"unknown group name {self.shown(name)}", back)
        else:
            group = number_of(name) if _HOST_MINOR >= 12 else loose_number_of(name)
            if group is None:
                self.fail(f"bad character in group name {self.shown(name)}", back)
            if group == 0:
                self.fail("bad group number", back)
            if group >= MOST_GROUPS:
                self.fail(f"invalid group reference {group}", back)
            self.tests.setdefault(group, self.at - back)
        self.check_behind(group)
        yes = self.sequence(flags, False)
        no = []
        if self.take("|"):
            no = self.sequence(flags, False)
            if self.text.startswith("|", self.at):
                self.fail("conditional backref with more than two branches")
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.at - start)
        return (IF, group, yes, no)

    def inline_flags(self, char):
        """Flags to add and to drop, or None when they are for the whole pattern."""
        add = drop = 0
        if char != "-":
            while True:
                flag = FLAG_OF[char]
                if char == "L" and self.is_text:
                    self.fail("bad inline flags: cannot use 'L' flag with a str pattern")
                if char == "u" and not self.is_text:
                    self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern")
                add |= flag
                if flag & TYPE_FLAGS and add & TYPE_FLAGS != flag:
                    self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                char = self.get()
                if char is None:
                    self.fail("missing -, : or )")
                if char in ")-:":
                    break
                if char not in FLAG_OF:
                    self.fail("unknown flag" if char.isalpha() else "missing -, : or )", len(char))
        if char == ")":
            self.flags |= add
            return None
        if add & 1:
            self.fail("bad inline flags: cannot turn on global flag", 1)
        if char == "-":
            char = self.get()
            if char is None:
                self.fail("missing flag")
            if char not in FLAG_OF:
                self.fail("unknown flag" if char.isalpha() else "missing flag", len(char))
            while True:
                flag = FLAG_OF[char]
                if flag & TYPE_FLAGS:
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                drop |= flag
                char = self.get()
                if char is None:
                    self.fail("missing :")
                if char == ":":
                    break
                if char not in FLAG_OF:
                    self.fail("unknown flag" if char.isalpha() else "missing :", len(char))
        if drop & 1:
            self.fail("bad inline flags: cannot turn off global flag", 1)
        if add & drop:
            self.fail("bad inline flags: flag turned on and off", 1)
        return add, drop


def combined(flags, add, drop):
    """Flags inside a group that adds and drops some."""
    if add & TYPE_FLAGS:
        flags &= ~TYPE_FLAGS
    return (flags | add) & ~drop


def number_of(text):
    """A number in ASCII digits, or None."""
    return int(text) if text.isascii() and text.isdecimal() else None


def loose_number_of(text):
    """Whatever int() takes and is not negative, or None."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if number >= 0 else None
