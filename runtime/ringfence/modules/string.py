"""string: constants, Template, Formatter."""

from collections import ChainMap as _ChainMap
import re as _re

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
           "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words, capitalize each, and join them."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = _re.escape(cls.delimiter)
            inner = cls.braceidpattern or cls.idpattern
            pattern = (f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})"
                       f"|{{(?P<braced>{inner})}}|(?P<invalid>))")
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        lines = self.template[:match.start("invalid")].splitlines(keepends=True)
        if not lines:
            column = line = 1
        else:
            column = match.start("invalid") - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _strange(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping={}, /, **kws):
        if mapping and kws:
            mapping = _ChainMap(kws, mapping)
        elif kws:
            mapping = kws

        def convert(match):
            name = match["named"] or match["braced"]
            if name is not None:
                return str(mapping[name])
            if match["escaped"] is not None:
                return self.delimiter
            if match["invalid"] is not None:
                self._invalid(match)
            self._strange()

        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping={}, /, **kws):
        if mapping and kws:
            mapping = _ChainMap(kws, mapping)
        elif kws:
            mapping = kws

        def convert(match):
            name = match["named"] or match["braced"]
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match["escaped"] is not None:
                return self.delimiter
            if match["invalid"] is not None:
                return match.group()
            self._strange()

        return self.pattern.sub(convert, self.template)

    def is_valid(self):
        for match in self.pattern.finditer(self.template):
            if match["invalid"] is not None:
                return False
            if (match["named"] is None and match["braced"] is None
                    and match["escaped"] is None):
                self._strange()
        return True

    def get_identifiers(self):
        names = {}
        for match in self.pattern.finditer(self.template):
            name = match["named"] or match["braced"]
            if name is not None:
                names[name] = None
            elif match["invalid"] is None and match["escaped"] is None:
                self._strange()
        return list(names)


Template.__init_subclass__()


def _field_end(text, at):
    """A replacement field from behind its brace -> name, format, conversion, place behind it."""
    n = len(text)
    char = ""
    start = at
    while at < n:
        char = text[at]
        at += 1
        if char == "{":
            raise ValueError("unexpected '{' in field name")
        if char == "[":
            while at < n and text[at] != "]":
                at += 1
        elif char in "}:!":
            break
    if char == "}":
        return text[start:at - 1], "", None, at
    if char != "!" and char != ":":
        raise ValueError("expected '}' before end of string")
    name = text[start:at - 1]
    conversion = None
    if char == "!":
        if at >= n:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at]
        at += 1
        if at < n:
            char = text[at]
            at += 1
            if char == "}":
                return name, "", conversion, at
            if char != ":":
                raise ValueError("expected ':' after conversion specifier")
    start = at
    depth = 1
    while at < n:
        char = text[at]
        at += 1
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if not depth:
                return name, text[start:at - 1], conversion, at
    raise ValueError("unmatched '{' in format spec")


def _parse(text):
    """(literal text, name, format, conversion) of a format string, the last three or None."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    at = 0
    n = len(text)
    while at < n:
        start = at
        while at < n and text[at] not in "{}":
            at += 1
        if at >= n:
            yield text[start:], None, None, None
            return
        char = text[at]
        if text.startswith(char, at + 1):
            yield text[start:at + 1], None, None, None
            at += 2
        elif char == "}" or at + 1 >= n:
            raise ValueError(f"Single {char!r} encountered in format string")
        else:
            literal = text[start:at]
            name, spec, conversion, at = _field_end(text, at + 1)
            yield literal, name, spec, conversion


def _field_steps(name):
    """A field name -> the first part, and (is attribute, key) of each step behind it."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    if first.isdecimal():
        first = int(first)
    steps = []
    while end < len(name):
        if name[end] == ".":
            stop = end + 1
            while stop < len(name) and name[stop] not in ".[":
                stop += 1
            key = name[end + 1:stop]
            if not key:
                raise ValueError("Empty attribute in format string")
            steps.append((True, key))
        elif name[end] == "[":
            stop = name.find("]", end)
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:stop]
            if not key:
                raise ValueError("Empty attribute in format string")
            steps.append((False, int(key) if key.isdecimal() else key))
            stop += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        end = stop
    return first, steps


class Formatter:
    """Formats as ``str.format`` does, with methods that subclasses can replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        made, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return made

    def _vformat(self, format_string, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        made = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                made.append(literal)
            if name is None:
                continue
            if name == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                name = str(number)
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            made.append(self.format_field(value, spec))
        return "".join(made), number

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _field_steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
