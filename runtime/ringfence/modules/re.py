"""re: regular expressions. Read and compiled in Python, matched by ``kernels/regex.py``.

Quick matches are one native call. Whatever takes longer is searched by a scanner in steps, so that
limits are seen; functions given to sub() are called between the steps.
"""

import enum as _enum
from _kernel import (
    regex_begin, regex_collect, regex_found, regex_match_of, regex_step, state_get, state_set,
)
from _prelude import _HOST_MINOR, _generic_alias
from _re_compile import build as _build
from _re_parse import Parser as _Parser
from _re_parse import error
from _re_sets import TABLES as _TABLES
from _re_template import read_template as _read_template

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer",
           "compile", "purge", "template", "escape", "error", "Pattern", "Match", "A", "I", "L",
           "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "NOFLAG", "RegexFlag"]
if _HOST_MINOR >= 13:
    __all__.remove("template")
    __all__.append("PatternError")
    PatternError = error

_STATE_REGEX = 170
_MOST_CACHED = 512
_LAST = 0x3FFFFFFFFFFFFFFF
_MATCH, _FULL, _SEARCH = range(3)
_FOUND, _SPLIT, _REPLACED = range(3)


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    if _HOST_MINOR < 13:
        TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__

    @classmethod
    def _missing_(cls, value):
        # unlike enum's own, nothing is kept: the class lies in the boot image
        if value < 0:
            value += max(512, 1 << value.bit_length())
            for flag in cls:
                if flag._value_ == value:
                    return flag
        made = int.__new__(cls, value)
        made._value_ = value
        names = []
        for flag in cls:
            if flag._value_ & value:
                names.append(flag._name_)
                value &= ~flag._value_
        if value and names:
            names.append(repr(value))
        made._name_ = "|".join(names) or None
        return made

    def __repr__(self):
        value = int(self)
        negative = value < 0
        if negative:
            value = ~value
        names = []
        for flag in RegexFlag:
            if flag.value & value:
                value &= ~flag.value
                names.append(f"re.{flag.name}")
        if value:
            names.append(hex(value))
        text = "|".join(names)
        if negative:
            return f"~({text})" if len(names) > 1 else f"~{text}"
        return text or ("re.NOFLAG" if _HOST_MINOR >= 11 else "0")


NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG
if _HOST_MINOR < 13:
    T = TEMPLATE = RegexFlag.TEMPLATE


# ---------------------------------------------------------------- matches
class Match:
    """The result of re.match() and re.search(): Match objects always have a boolean value of True."""

    __slots__ = ("_spans", "endpos", "lastindex", "pos", "re", "string")  # kernels fill them

    def __init_subclass__(cls):
        raise TypeError("type 're.Match' is not an acceptable base type")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        """Number of a group given by number or name."""
        if isinstance(group, int) or hasattr(type(group), "__index__"):
            number = group.__index__()
        else:
            number = self.re._names.get(group, -1) if group.__hash__ is not None else -1
        if not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def _text(self, number, default):
        start = self._spans[2 * number]
        if start < 0:
            return default
        string = self.string
        if not isinstance(string, (str, bytes)):
            string = bytes(string)
        found = string[start:self._spans[2 * number + 1]]
        kind = str if isinstance(found, str) else bytes
        return found if type(found) is kind else kind(found)

    @native
    def group(self, *groups):
        """Return subgroup(s) of the match by indices or names."""
        if len(groups) < 2:
            return self._text(self._number(groups[0]) if groups else 0, None)
        return tuple([self._text(self._number(group), None) for group in groups])

    @native
    def __getitem__(self, group, /):
        return self._text(self._number(group), None)

    def groups(self, default=None):
        """Return a tuple containing all the subgroups of the match, from 1."""
        return tuple([self._text(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        """Return a dictionary containing all the named subgroups of the match."""
        return {name: self._text(number, default) for name, number in self.re._names.items()}

    @native
    def start(self, group=0, /):
        """Return index of the start of the substring matched by group."""
        return self._spans[2 * self._number(group)]

    @native
    def end(self, group=0, /):
        """Return index of the end of the substring matched by group."""
        return self._spans[2 * self._number(group) + 1]

    @native
    def span(self, group=0, /):
        """For match object m, return the 2-tuple (m.start(group), m.end(group))."""
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    def expand(self, template):
        """Return the string obtained by doing backslash substitution on the string template."""
        pattern = self.re
        nothing = "" if isinstance(pattern.pattern, str) else b""
        pieces = _read_template(template, pattern.groups, pattern._names)
        return nothing.join([self._text(piece, nothing) if isinstance(piece, int) else piece
                             for piece in pieces])

    @property
    def lastgroup(self):
        """The name of the last matched capturing group."""
        for name, number in self.re._names.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        spans = self._spans
        return tuple([(spans[k], spans[k + 1]) for k in range(0, len(spans), 2)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"

    __class_getitem__ = classmethod(_generic_alias)


# ---------------------------------------------------------------- patterns
def _text_of(pattern, string):
    """The text to search in a value, or an error."""
    if isinstance(string, str):
        if isinstance(pattern.pattern, bytes):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return string
    if not isinstance(string, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}"
                        if _HOST_MINOR >= 11 else "expected string or bytes-like object")
    if isinstance(pattern.pattern, str):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    return string if isinstance(string, bytes) else bytes(string)


def _place(number):
    """A place given by the program, within what a kernel takes."""
    number = number.__index__() if type(number) is not int else number
    return max(min(number, _LAST), -1)


def _scanner(pattern, string, pos, endpos, mode, most=0):
    return regex_begin(pattern, _text_of(pattern, string), _place(pos), _place(endpos), mode, most)


def _next_match(scanner, string, pos):
    """The next Match of a scanner, or None."""
    while True:
        found = regex_step(scanner)
        if found is not None:
            return regex_match_of(scanner, string, pos) if found else None


def _once(pattern, string, pos, endpos, mode):
    scanner = _scanner(pattern, string, pos, endpos, mode)
    return _next_match(scanner, string, min(max(_place(pos), 0), len(string)))


def _matches(scanner, string, pos):
    while True:
        match = _next_match(scanner, string, pos)
        if match is None:
            return
        yield match


def _whole(scanner, how, template=()):
    """All that a scanner collects, in a list."""
    out = []
    while regex_collect(scanner, out, how, template) is None:
        pass
    return out


def _replaced(pattern, repl, string, count):
    """New text and number of replacements of sub() and subn()."""
    text = _text_of(pattern, string)
    if callable(repl):
        template = None
    elif isinstance(repl, str) and isinstance(text, str) and "\\" not in repl:
        template = (repl,) if repl else ()
    elif isinstance(repl, str) or not hasattr(repl, "__buffer__") and not isinstance(
            repl, (bytes, bytearray, memoryview)):
        template = _template_of(pattern, repl)
    else:
        template = _template_of(pattern, bytes(repl))
    if type(count) is not int:
        count = count.__index__()
    scanner = _scanner(pattern, string, 0, _LAST, _SEARCH, max(count, 0))
    nothing = "" if isinstance(text, str) else b""
    if template is not None:
        pieces = _whole(scanner, _REPLACED, template)
        return nothing.join(pieces), regex_found(scanner)
    pieces = []
    last = made = 0
    while count <= 0 or made < count:
        match = _next_match(scanner, string, 0)
        if match is None:
            break
        start, end = match.span()
        if start > last:
            pieces.append(text[last:start])
        piece = repl(match)
        if piece is not None:
            pieces.append(piece)
        last = end
        made += 1
    if last < len(text):
        pieces.append(text[last:])
    return nothing.join(pieces), made


def _template_of(pattern, repl):
    if not isinstance(repl, (str, bytes)):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found")
    return _read_template(repl, pattern.groups, pattern._names)


class Pattern:
    """Compiled regular expression object."""

    __slots__ = ("_code", "_names", "flags", "groups", "pattern")  # _code first: the kernels read it

    def __init_subclass__(cls):
        raise TypeError("type 're.Pattern' is not an acceptable base type")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        """A dictionary mapping group names to group numbers."""
        return _proxy(self._names)

    @native
    def match(self, string, pos=0, endpos=_LAST):
        """Matches zero or more characters at the beginning of the string."""
        return _once(self, string, pos, endpos, _MATCH)

    @native
    def fullmatch(self, string, pos=0, endpos=_LAST):
        """Matches against all of the string."""
        return _once(self, string, pos, endpos, _FULL)

    @native
    def search(self, string, pos=0, endpos=_LAST):
        """Scan through string looking for a match, and return a corresponding match object."""
        return _once(self, string, pos, endpos, _SEARCH)

    def findall(self, string, pos=0, endpos=_LAST):
        """Return a list of all non-overlapping matches of pattern in string."""
        return _whole(_scanner(self, string, pos, endpos, _SEARCH), _FOUND)

    def finditer(self, string, pos=0, endpos=_LAST):
        """Return an iterator over all non-overlapping matches for the RE pattern in string."""
        scanner = _scanner(self, string, pos, endpos, _SEARCH)
        return _matches(scanner, string, min(max(_place(pos), 0), len(string)))

    def split(self, string, maxsplit=0):
        """Split string by the occurrences of pattern."""
        most = _place(maxsplit)
        if most < 0:
            return [_text_of(self, string)]
        return _whole(_scanner(self, string, 0, _LAST, _SEARCH, most), _SPLIT)

    def sub(self, repl, string, count=0):
        """Return the string obtained by replacing the leftmost matches by the replacement repl."""
        return _replaced(self, repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """Return the tuple (new_string, number_of_subs_made)."""
        return _replaced(self, repl, string, count)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 292 == 32:
            flags &= ~32
        names = []
        for flag in (IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII):
            if flags & flag.value:
                names.append(f"re.{flag.name}")
                flags &= ~flag.value
        if flags:
            names.append(hex(flags))
        shown = repr(self.pattern)[:200]
        return f"re.compile({shown}, {'|'.join(names)})" if names else f"re.compile({shown})"

    __class_getitem__ = classmethod(_generic_alias)


_proxy = type(type.__dict__)
_new = object.__new__


def _checked_flags(pattern, flags):
    """Flags as they are kept: Unicode is on for text unless ASCII is."""
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        return flags if flags & 256 else flags | 32
    if flags & 32:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & 4 and flags & 256:
        raise ValueError("ASCII and LOCALE flags are incompatible")
    return flags


def _make(pattern, flags):
    """Compile a pattern that is not in the cache."""
    text = pattern if isinstance(pattern, str) else str(pattern, "latin-1")
    inner = flags
    if isinstance(pattern, str) and not flags & 256:
        inner |= 32
    parser = _Parser(text, inner, pattern)
    tree = parser.parse()
    flags = parser.flags if parser.flags & 256 == flags & 256 else parser.flags & ~32 | flags & 32
    flags = _checked_flags(pattern, flags)
    if flags & 128:
        raise ValueError("the flag re.DEBUG is not available here")
    made = _new(Pattern)
    program = _build(tree, len(parser.open), parser.widths)
    made._code = (Pattern, Match, program, _TABLES, isinstance(pattern, bytes))
    made.pattern = pattern
    made.flags = flags
    made.groups = len(parser.open)
    made._names = parser.names
    return made


def _compile(pattern, flags):
    if type(flags) is not int:
        flags = flags.value if isinstance(flags, RegexFlag) else flags.__index__()
    cache = state_get(_STATE_REGEX)  # None until a program imports this module
    kind = type(pattern)
    if cache is not None and (kind is str or kind is bytes):
        made = cache.get((kind, pattern, flags))
        if made is not None:
            return made
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _make(pattern, flags)
    if cache is not None and (kind is str or kind is bytes):
        if len(cache) >= _MOST_CACHED:
            del cache[next(iter(cache))]
        cache[kind, pattern, flags] = made
    return made


# ---------------------------------------------------------------- functions
def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Return the string obtained by replacing the leftmost non-overlapping occurrences."""
    return _replaced(_compile(pattern, flags), repl, string, count)[0]


def subn(pattern, repl, string, count=0, flags=0):
    """Return a 2-tuple containing (new_string, number)."""
    return _replaced(_compile(pattern, flags), repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """Split the source string by the occurrences of the pattern."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string."""
    return _compile(pattern, flags).finditer(string)


def purge():
    "Clear the regular expression caches"
    state_set(_STATE_REGEX, {})


def _start(namespace):
    state_set(_STATE_REGEX, {})


_ESCAPED = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_ESCAPED)
    return str(pattern, "latin1").translate(_ESCAPED).encode("latin1")
