"""tomllib: TOML 1.0 read into dicts."""

import re as _re

__all__ = ["loads", "load", "TOMLDecodeError"]

_BARE = _re.compile(r"[A-Za-z0-9_-]+")
_SPACES = _re.compile(r"[ \t]*")
_BLANK = _re.compile(r"[ \t\n]*")
_DATETIME = _re.compile(
    r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"(?:[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
    r"(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?", _re.ASCII)
_TIME = _re.compile(r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?", _re.ASCII)
_NUMBER = _re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)")
_CONTROLS = "".join(map(chr, range(9))) + "".join(map(chr, range(10, 32))) + "\x7f"
_LINE_STOP = _re.compile(r'["\\\x00-\x08\x0a-\x1f\x7f]')
_LINES_STOP = _re.compile(r'["\\\x00-\x08\x0b-\x1f\x7f]')
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_FROZEN, _EXPLICIT = 1, 2


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"
                        ) from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    try:
        text = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is not float:
        given = parse_float

        def parse_float(text):
            value = given(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
    return _Reader(text, parse_float).document()


class _Marks:
    """What is known of one table: whether it is closed, or was named; and of the tables in it."""

    __slots__ = ("flags", "deep", "inner")

    def __init__(self):
        self.flags = 0  # of this table
        self.deep = 0  # of it and all in it
        self.inner = {}


class _Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.n = len(text)
        self.at = 0
        self.parse_float = parse_float
        self.root = {}
        self.marks = _Marks()
        self.header = ()

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= self.n:
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex("\n", 0, at)
            place = f"line {line}, column {column}"
        raise TOMLDecodeError(f"{message} (at {place})")

    # ------------------------------------------------------------ marks of tables
    def _is(self, key, flag):
        if not key:
            return False
        at = self.marks
        for part in key[:-1]:
            at = at.inner.get(part)
            if at is None:
                return False
            if at.deep & flag:
                return True
        at = at.inner.get(key[-1])
        return at is not None and bool((at.flags | at.deep) & flag)

    def _mark(self, key, flag, deep):
        at = self.marks
        for part in key:
            at = at.inner.setdefault(part, _Marks())
        if deep:
            at.deep |= flag
        else:
            at.flags |= flag

    def _unmark(self, key):
        at = self.marks
        for part in key[:-1]:
            at = at.inner.get(part)
            if at is None:
                return
        at.inner.pop(key[-1], None)

    def _table(self, key, lists=True):
        """The dict at a key, made on need; KeyError if something else is there."""
        table = self.root
        for part in key:
            table = table.setdefault(part, {})
            if lists and isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                raise KeyError("There is no nest behind this key")
        return table

    # ------------------------------------------------------------ documents
    def document(self):
        while True:
            self.spaces()
            char = self.text[self.at:self.at + 1]
            if not char:
                return self.root
            if char == "\n":
                self.at += 1
                continue
            if char == "[":
                if self.text.startswith("[[", self.at):
                    self.list_header()
                else:
                    self.table_header()
                self.spaces()
            elif char == "#":
                pass
            elif char in "\"'" or _BARE.match(char):
                self.pair()
                self.spaces()
            else:
                self.fail("Invalid statement")
            self.comment()
            char = self.text[self.at:self.at + 1]
            if not char:
                return self.root
            if char != "\n":
                self.fail("Expected newline or end of document after a statement")
            self.at += 1

    def spaces(self):
        self.at = _SPACES.match(self.text, self.at).end()

    def comment(self):
        if self.text.startswith("#", self.at):
            end = self.text.find("\n", self.at)
            end = self.n if end < 0 else end
            for place in range(self.at + 1, end):
                if self.text[place] in _CONTROLS:
                    self.fail(f"Found invalid character {self.text[place]!r}", place)
            self.at = end

    def blank(self):
        """White space, newlines and comments."""
        while True:
            start = self.at
            self.at = _BLANK.match(self.text, start).end()
            self.comment()
            if self.at == start:
                return

    def table_header(self):
        self.at += 1
        self.spaces()
        key = self.key()
        if self._is(key, _EXPLICIT) or self._is(key, _FROZEN):
            self.fail(f"Cannot declare {key} twice")
        self._mark(key, _EXPLICIT, False)
        try:
            self._table(key)
        except KeyError:
            self.fail("Cannot overwrite a value")
        if not self.text.startswith("]", self.at):
            self.fail("Expected ']' at the end of a table declaration")
        self.at += 1
        self.header = key

    def list_header(self):
        self.at += 2
        self.spaces()
        key = self.key()
        if self._is(key, _FROZEN):
            self.fail(f"Cannot mutate immutable namespace {key}")
        self._unmark(key)
        self._mark(key, _EXPLICIT, False)
        try:
            table = self._table(key[:-1])
            if key[-1] not in table:
                table[key[-1]] = [{}]
            else:
                known = table[key[-1]]
                if not isinstance(known, list):
                    raise KeyError("An object other than list found behind this key")
                known.append({})
        except KeyError:
            self.fail("Cannot overwrite a value")
        if not self.text.startswith("]]", self.at):
            self.fail("Expected ']]' at the end of an array declaration")
        self.at += 2
        self.header = key

    def pair(self):
        header = self.header
        key, value = self.key_and_value()
        parents = header + key[:-1]
        for k in range(1, len(key)):
            part = header + key[:k]
            if self._is(part, _EXPLICIT):
                self.fail(f"Cannot redefine namespace {part}")
            self._mark(part, _EXPLICIT, False)
        if self._is(parents, _FROZEN):
            self.fail(f"Cannot mutate immutable namespace {parents}")
        try:
            table = self._table(parents)
        except KeyError:
            self.fail("Cannot overwrite a value")
        if key[-1] in table:
            self.fail("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self._mark(header + key, _FROZEN, True)
        table[key[-1]] = value

    def key_and_value(self):
        key = self.key()
        if not self.text.startswith("=", self.at):
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.spaces()
        return key, self.value()

    def key(self):
        parts = [self.key_part()]
        self.spaces()
        while self.text.startswith(".", self.at):
            self.at += 1
            self.spaces()
            parts.append(self.key_part())
            self.spaces()
        return tuple(parts)

    def key_part(self):
        found = _BARE.match(self.text, self.at)
        if found:
            self.at = found.end()
            return found[0]
        if self.text.startswith("'", self.at):
            return self.literal()
        if self.text.startswith('"', self.at):
            self.at += 1
            return self.basic(False)
        return self.fail("Invalid initial character for a key part")

    # ------------------------------------------------------------ values
    def value(self):
        text = self.text
        at = self.at
        char = text[at:at + 1]
        if char == '"':
            if text.startswith('"""', at):
                return self.lines('"')
            self.at += 1
            return self.basic(False)
        if char == "'":
            return self.lines("'") if text.startswith("'''", at) else self.literal()
        if char == "t" and text.startswith("true", at):
            self.at += 4
            return True
        if char == "f" and text.startswith("false", at):
            self.at += 5
            return False
        if char == "[":
            return self.array()
        if char == "{":
            return self.inline_table()
        found = _DATETIME.match(text, at)
        if found:
            try:
                value = _date_of(found)
            except ValueError:
                self.fail("Invalid date or datetime")
            self.at = found.end()
            return value
        found = _TIME.match(text, at)
        if found:
            from datetime import time
            self.at = found.end()
            return time(int(found[1]), int(found[2]), int(found[3]),
                        int((found[4] or "").ljust(6, "0")))
        found = _NUMBER.match(text, at)
        if found:
            self.at = found.end()
            if found[1]:
                return self.parse_float(found[0])
            return int(found[0], 0)
        for word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if text.startswith(word, at):
                self.at += len(word)
                return self.parse_float(word)
        return self.fail("Invalid value")

    def array(self):
        self.at += 1
        made = []
        self.blank()
        if self.text.startswith("]", self.at):
            self.at += 1
            return made
        while True:
            made.append(self.value())
            self.blank()
            char = self.text[self.at:self.at + 1]
            if char == "]":
                self.at += 1
                return made
            if char != ",":
                self.fail("Unclosed array")
            self.at += 1
            self.blank()
            if self.text.startswith("]", self.at):
                self.at += 1
                return made

    def inline_table(self):
        self.at += 1
        made = {}
        closed = _Marks()
        outer = self.root, self.marks
        self.spaces()
        if self.text.startswith("}", self.at):
            self.at += 1
            return made
        while True:
            self.root, self.marks = outer
            key, value = self.key_and_value()
            self.root, self.marks = made, closed
            if self._is(key, _FROZEN):
                self.fail(f"Cannot mutate immutable namespace {key}")
            try:
                table = self._table(key[:-1], False)
            except KeyError:
                self.fail("Cannot overwrite a value")
            if key[-1] in table:
                self.fail(f"Duplicate inline table key {key[-1]!r}")
            table[key[-1]] = value
            if isinstance(value, (dict, list)):
                self._mark(key, _FROZEN, True)
            self.root, self.marks = outer
            self.spaces()
            char = self.text[self.at:self.at + 1]
            if char == "}":
                self.at += 1
                return made
            if char != ",":
                self.fail("Unclosed inline table")
            self.at += 1
            self.spaces()

    # ------------------------------------------------------------ strings
    def literal(self):
        start = self.at + 1
        end = self.until("'", _CONTROLS)
        self.at = end + 1
        return self.text[start:end]

    def until(self, closing, forbidden):
        start = self.at + 1
        end = self.text.find(closing, start)
        if end < 0:
            end = self.n
        for place in range(start, end):
            if self.text[place] in forbidden:
                self.fail(f"Found invalid character {self.text[place]!r}", place)
        if end == self.n:
            self.fail(f"Expected {closing!r}", self.n)
        return end

    def lines(self, quote):
        self.at += 3
        if self.text.startswith("\n", self.at):
            self.at += 1
        if quote == "'":
            end = self.text.find("'''", self.at)
            stop = self.n if end < 0 else end
            for place in range(self.at, stop):
                char = self.text[place]
                if char in _CONTROLS and char != "\n":
                    self.fail(f"Found invalid character {char!r}", place)
            if end < 0:
                self.fail('Expected "\'\'\'"', self.n)
            made = self.text[self.at:end]
            self.at = end + 3
        else:
            made = self.basic(True)
        for _ in range(2):  # two quotes more may stand before the closing ones
            if not self.text.startswith(quote, self.at):
                break
            self.at += 1
            made += quote
        return made

    def basic(self, several):
        text = self.text
        stop = _LINES_STOP if several else _LINE_STOP
        made = []
        while True:
            found = stop.search(text, self.at)
            if found is None:
                self.fail("Unterminated string", self.n)
            made.append(text[self.at:found.start()])
            self.at = found.start()
            char = found[0]
            if char == '"':
                if not several:
                    self.at += 1
                    return "".join(made)
                if text.startswith('"""', self.at):
                    self.at += 3
                    return "".join(made)
                made.append(char)
                self.at += 1
            elif char == "\\":
                made.append(self.escape(several))
            else:
                self.fail(f"Illegal character {char!r}")

    def escape(self, several):
        text = self.text
        letter = text[self.at + 1:self.at + 2]
        self.at += 2
        if several and letter and letter in " \t\n":
            # a backslash at the end of a line takes the white space behind it away
            if letter != "\n":
                self.spaces()
                char = text[self.at:self.at + 1]
                if not char:
                    return ""
                if char != "\n":
                    self.fail("Unescaped '\\' in a string")
                self.at += 1
            self.at = _BLANK.match(text, self.at).end()
            return ""
        if letter == "u" or letter == "U":
            n = 4 if letter == "u" else 8
            digits = text[self.at:self.at + n]
            if len(digits) != n or digits.strip("0123456789abcdefABCDEF"):
                self.fail("Invalid hex value")
            code = int(digits, 16)
            self.at += n
            if not (code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF):
                self.fail("Escaped character is not a Unicode scalar value")
            return chr(code)
        known = _ESCAPES.get(letter)
        if known is None:
            self.fail("Unescaped '\\' in a string", self.at if letter else self.n)
        return known


def _date_of(found):
    """A date, or a datetime with a zone or without."""
    from datetime import date, datetime, timedelta, timezone

    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if found[4] is None:
        return date(year, month, day)
    zone = None
    if found[8]:
        zone = timezone.utc
    elif found[9]:
        sign = 1 if found[9] == "+" else -1
        zone = timezone(timedelta(hours=sign * int(found[10]), minutes=sign * int(found[11])))
    return datetime(year, month, day, int(found[4]), int(found[5]), int(found[6]),
                    int((found[7] or "").ljust(6, "0")), tzinfo=zone)
