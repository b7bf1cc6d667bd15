"""string: constants, Template, Formatter."""

from collections import ChainMap as _ChainMap

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


_name_start = frozenset(ascii_letters + "_")
_name_rest = frozenset(ascii_letters + "_" + digits)


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text, name, kind, place) of literal texts and placeholders in turn."""
        text = self.template
        mark = self.delimiter
        at = 0
        while True:
            place = text.find(mark, at)
            if place < 0:
                yield text[at:], None, "end", at
                return
            yield text[at:place], None, "text", at
            at = place + len(mark)
            if text.startswith(mark, at):
                at += len(mark)
                yield mark, None, "escaped", place
                continue
            braced = text.startswith("{", at)
            start = at + 1 if braced else at
            end = start
            if end < len(text) and text[end] in _name_start:
                end += 1
                while end < len(text) and text[end] in _name_rest:
                    end += 1
            if end == start or (braced and not text.startswith("}", end)):
                yield mark, None, "invalid", place
                continue
            at = end + 1 if braced else end
            yield text[place:at], text[start:end], "named", place

    def _fail_invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        if not lines:
            column = 1
            line = 1
        else:
            column = place - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        if mapping and kws:
            mapping = _ChainMap(kws, mapping)
        elif kws:
            mapping = kws
        made = []
        for text, name, kind, place in self._pieces():
            if kind == "named":
                text = str(mapping[name])
            elif kind == "invalid":
                self._fail_invalid(place)
            made.append(text)
        return "".join(made)

    def safe_substitute(self, mapping={}, /, **kws):
        if mapping and kws:
            mapping = _ChainMap(kws, mapping)
        elif kws:
            mapping = kws
        made = []
        for text, name, kind, _ in self._pieces():
            if kind == "named" and name in mapping:
                text = str(mapping[name])
            made.append(text)
        return "".join(made)

    def is_valid(self):
        for piece in self._pieces():
            if piece[2] == "invalid":
                return False
        return True

    def get_identifiers(self):
        names = {}
        for _, name, kind, _ in self._pieces():
            if kind == "named":
                names[name] = None
        return list(names)


def _split_field(text):
    """A replacement field without braces -> name, conversion, format."""
    depth = 0
    at = 0
    while at < len(text):
        char = text[at]
        if char == "[":
            depth += 1
        elif char == "]" and depth:
            depth -= 1
        elif not depth and char in "!:":
            break
        at += 1
    name = text[:at]
    if at == len(text):
        return name, None, ""
    if text[at] == ":":
        return name, None, text[at + 1:]
    if at + 1 == len(text):
        raise ValueError("end of string while looking for conversion specifier")
    conversion = text[at + 1]
    rest = text[at + 2:]
    if rest and rest[0] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, conversion, rest[1:]


def _parse(text):
    literal = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "{" or char == "}":
            if text.startswith(char, at + 1):
                literal.append(char)
                yield "".join(literal), None, None, None
                literal = []
                at += 2
                continue
            if char == "}":
                raise ValueError("Single '}' encountered in format string")
            depth = 1
            end = at + 1
            while end < len(text) and depth:
                if text[end] == "{":
                    depth += 1
                elif text[end] == "}":
                    depth -= 1
                end += 1
            if depth:
                if at + 1 == len(text):
                    raise ValueError("Single '{' encountered in format string")
                raise ValueError("expected '}' before end of string")
            name, conversion, spec = _split_field(text[at + 1:end - 1])
            yield "".join(literal), name, spec, conversion
            literal = []
            at = end
            continue
        literal.append(char)
        at += 1
    if literal:
        yield "".join(literal), None, None, None


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
