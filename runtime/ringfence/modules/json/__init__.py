"""json: plain data by kernels, or traps where those decline; all else, and the errors, here."""

from _prelude import _HOST_MINOR, _find_module

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_SPACES = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_REPLACED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f",
             "\b": "\\b"}
_CONSTANTS = (("null", None), ("true", True), ("false", False))
_FLOATS = (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf"))


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the place of the error."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


# ---------------------------------------------------------------- reading
def _skip(text, at):
    n = len(text)
    while at < n and text[at] in _SPACES:
        at += 1
    return at


def _read_string(text, at, strict):
    """A string literal whose opening quote lies before `at` -> value, place behind it."""
    begin = at - 1
    pieces = []
    while True:
        quote = text.find('"', at)
        if quote < 0:
            quote = len(text)
        slash = text.find("\\", at, quote)
        end = quote if slash < 0 else slash
        piece = text[at:end]
        if strict and piece and not piece.isprintable():
            for number, char in enumerate(piece):
                if char < " ":
                    raise JSONDecodeError("Invalid control character at", text, at + number)
        pieces.append(piece)
        if slash < 0:
            if quote == len(text):
                raise JSONDecodeError("Unterminated string starting at", text, begin)
            return "".join(pieces), quote + 1
        at = slash + 1
        if at >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        char = text[at]
        if char != "u":
            known = _ESCAPES.get(char)
            if known is None:
                raise JSONDecodeError("Invalid \\escape", text, slash)
            pieces.append(known)
            at += 1
            continue
        code = _read_hex(text, at)
        at += 5
        if (0xD800 <= code <= 0xDBFF and at + 6 < len(text)
                and text.startswith("\\u", at)):
            low = _read_hex(text, at + 1)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                at += 6
        pieces.append(chr(code))


def _read_hex(text, at):
    """Four hexadecimal digits behind the `u` at that place."""
    digits = text[at + 1:at + 5]
    if at + 5 < len(text) and digits.isascii() and digits.isalnum():
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", text, at)


class JSONDecoder:
    """Simple JSON decoder"""

    __module__ = "json.decoder"

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constant_value
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the Python representation of a text."""
        if (self.parse_float is float and self.parse_int is int and self.strict
                and self.parse_constant is _constant_value and type(s) is str):
            if self.object_hook is None and self.object_pairs_hook is None:
                value = _read_plain(s, False)
                if value is not _missing:
                    return value
            else:
                value = _read_plain(s, True)
                if value is not _missing:
                    return _hooked(value, self.object_hook, self.object_pairs_hook)
        value, end = self._read(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Decode a document from a text that begins with one; the place behind it too."""
        return self._read(s, idx)

    def _read(self, text, at):
        char = text[at:at + 1]
        if char == '"':
            return _read_string(text, at + 1, self.strict)
        if char == "{":
            return self._read_object(text, at + 1)
        if char == "[":
            return self._read_array(text, at + 1)
        for word, value in _CONSTANTS:
            if text.startswith(word, at):
                return value, at + len(word)
        for word, _ in _FLOATS:
            if text.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._read_number(text, at)

    def _read_number(self, text, at):
        n = len(text)
        end = at
        if text.startswith("-", end):
            end += 1
        if end >= n or not "0" <= text[end] <= "9":
            raise JSONDecodeError("Expecting value", text, at)
        if text[end] == "0":
            end += 1
        else:
            while end < n and "0" <= text[end] <= "9":
                end += 1
        is_float = False
        if end + 1 < n and text[end] == "." and "0" <= text[end + 1] <= "9":
            is_float = True
            end += 1
            while end < n and "0" <= text[end] <= "9":
                end += 1
        if end < n and text[end] in "eE":
            behind = end + 1
            if behind < n and text[behind] in "+-":
                behind += 1
            if behind < n and "0" <= text[behind] <= "9":
                is_float = True
                end = behind
                while end < n and "0" <= text[end] <= "9":
                    end += 1
        if is_float:
            return self.parse_float(text[at:end]), end
        return self.parse_int(text[at:end]), end

    def _read_array(self, text, at):
        items = []
        at = _skip(text, at)
        if text.startswith("]", at):
            return items, at + 1
        while True:
            value, at = self._read(text, at)
            items.append(value)
            at = _skip(text, at)
            char = text[at:at + 1]
            if char == "]":
                return items, at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            comma = at
            at = _skip(text, at + 1)
            if _HOST_MINOR >= 13 and text.startswith("]", at):
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)

    def _read_object(self, text, at):
        pairs = []
        at = _skip(text, at)
        if not text.startswith("}", at):
            if not text.startswith('"', at):
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
            while True:
                key, at = _read_string(text, at + 1, self.strict)
                at = _skip(text, at)
                if not text.startswith(":", at):
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                value, at = self._read(text, _skip(text, at + 1))
                pairs.append((key, value))
                at = _skip(text, at)
                char = text[at:at + 1]
                if char == "}":
                    break
                if char != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at)
                comma = at
                at = _skip(text, at + 1)
                if not text.startswith('"', at):
                    if _HOST_MINOR >= 13 and text.startswith("}", at):
                        raise JSONDecodeError("Illegal trailing comma before end of object", text,
                                              comma)
                    raise JSONDecodeError("Expecting property name enclosed in double quotes",
                                          text, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        made = dict(pairs)
        if self.object_hook is not None:
            made = self.object_hook(made)
        return made, at + 1


def _constant_value(word):
    for name, text in _FLOATS:
        if name == word:
            return float(text)


_missing = ("no value",)


@native("json.loads")
def _read_plain(text, unique, /):
    return _missing


@native("json.loads")
@trap("json.loads")
def _loads_plain(text, unique, /):
    return JSONDecoder().decode(text)


def _hooked(value, hook, pairs_hook):
    """Give the hook every dict, inner ones first, as reading would."""
    kind = type(value)
    if kind is list:
        for k, item in enumerate(value):
            if type(item) is list or type(item) is dict:
                value[k] = _hooked(item, hook, pairs_hook)
        return value
    if kind is not dict:
        return value
    for key, item in value.items():
        if type(item) is list or type(item) is dict:
            value[key] = _hooked(item, hook, pairs_hook)
    return hook(value) if pairs_hook is None else pairs_hook(list(value.items()))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """Deserialize a text or bytes that hold a JSON document to a Python object."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(_encoding(s), "surrogatepass")
    else:
        raise TypeError("the JSON object must be str, bytes or bytearray, "
                        f"not {s.__class__.__name__}")
    if (cls is None and object_hook is None and parse_float is None and parse_int is None
            and parse_constant is None and object_pairs_hook is None and not kw):
        return _loads_plain(s, False)
    for name, value in (("object_hook", object_hook), ("parse_float", parse_float),
                        ("parse_int", parse_int), ("parse_constant", parse_constant),
                        ("object_pairs_hook", object_pairs_hook)):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def _encoding(data):
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(data) >= 4:
        if not data[0]:
            return "utf-16-be" if data[1] else "utf-32-be"
        if not data[1]:
            return "utf-16-le" if data[2] or data[3] else "utf-32-le"
    return "utf-8"


def load(fp, **kw):
    """Deserialize a file-like object that holds a JSON document to a Python object."""
    return loads(fp.read(), **kw)


# ---------------------------------------------------------------- writing
def _quoted(text, ensure_ascii):
    text = str(text) if type(text) is not str else text
    if text.isprintable() and text.isascii() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    made = ['"']
    for char in text:
        known = _REPLACED.get(char)
        if known is not None:
            made.append(known)
            continue
        code = ord(char)
        if code < 32 or (ensure_ascii and 126 < code < 0x10000):
            made.append(f"\\u{code:04x}")
        elif ensure_ascii and code >= 0x10000:
            code -= 0x10000
            made.append(f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}")
        else:
            made.append(char)
    made.append('"')
    return "".join(made)


class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""

    __module__ = "json.encoder"

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Give a serializable object for `o`, or raise TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        pieces = []
        self._write(o, pieces, 0, {} if self.check_circular else None)
        return iter(pieces)

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == float("inf"):
            text = "Infinity"
        elif value == float("-inf"):
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            if _HOST_MINOR >= 12:
                raise ValueError(
                    f"Out of range float values are not JSON compliant: {value!r}")
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _plain_text(self, value):
        """Text of what is not a container, or None."""
        if isinstance(value, str):
            return _quoted(value, self.ensure_ascii)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._float(value)
        return None

    def _key_text(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, "
                        f"not {key.__class__.__name__}")

    def _breaks(self, depth):
        """What stands before the first item, between items, and behind the last."""
        if self.indent is None:
            return "", self.item_separator, ""
        step = self.indent if isinstance(self.indent, str) else " " * self.indent
        line = "\n" + step * (depth + 1)
        return line, self.item_separator + line, "\n" + step * depth

    def _plain_container(self, value):
        """The text of a container that holds plain values only, if a kernel writes it."""
        if self.indent is not None or type(value) not in (list, tuple, dict):
            return _missing
        return _write_plain(value, True if self.ensure_ascii else False,
                            True if self.allow_nan else False, None, self.item_separator,
                            self.key_separator, True if self.sort_keys else False)

    def _write(self, value, pieces, depth, open_ones):
        text = self._plain_text(value)
        if text is not None:
            pieces.append(text)
            return
        if open_ones is not None:
            if id(value) in open_ones:
                raise ValueError("Circular reference detected")
            open_ones[id(value)] = value
        text = self._plain_container(value)
        if text is not _missing:
            pieces.append(text)
        elif isinstance(value, (list, tuple)):
            if not value:
                pieces.append("[]")
            else:
                before, between, behind = self._breaks(depth)
                pieces.append("[" + before)
                first = True
                for item in value:
                    if not first:
                        pieces.append(between)
                    first = False
                    self._write(item, pieces, depth + 1, open_ones)
                pieces.append(behind + "]")
        elif isinstance(value, dict):
            self._write_dict(value, pieces, depth, open_ones)
        else:
            self._write(self.default(value), pieces, depth, open_ones)
        if open_ones is not None:
            del open_ones[id(value)]

    def _write_dict(self, value, pieces, depth, open_ones):
        if not value:
            pieces.append("{}")
            return
        before, between, behind = self._breaks(depth)
        pieces.append("{" + before)
        first = True
        for key, item in sorted(value.items()) if self.sort_keys else value.items():
            text = self._key_text(key)
            if text is None:
                continue
            if not first:
                pieces.append(between)
            first = False
            pieces.append(_quoted(text, self.ensure_ascii) + self.key_separator)
            self._write(item, pieces, depth + 1, open_ones)
        pieces.append(behind + "}")


@native("json.dumps")
def _write_plain(value, ensure_ascii, allow_nan, indent, item_separator, key_separator, sort_keys,
                 /):
    return _missing


@native("json.dumps")
@trap("json.dumps")
def _dumps_plain(value, ensure_ascii, allow_nan, indent, item_separator, key_separator, sort_keys,
                 /):
    return JSONEncoder(ensure_ascii=ensure_ascii, allow_nan=allow_nan, indent=indent,
                       separators=(item_separator, key_separator), sort_keys=sort_keys).encode(value)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    """Serialize ``obj`` to a JSON formatted ``str``."""
    if cls is None and default is None and check_circular and not skipkeys and not kw:
        if separators is None:
            separators = (", " if indent is None else ",", ": ")
        item_separator, key_separator = separators
        if type(indent) is int:
            indent = " " * indent
        return _dumps_plain(obj, True if ensure_ascii else False, True if allow_nan else False,
                            indent, item_separator, key_separator, True if sort_keys else False)
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    """Serialize ``obj`` as a JSON formatted stream to ``fp``."""
    fp.write(dumps(obj, **kw))


def _start(namespace):
    for part in ("decoder", "encoder"):
        _find_module("json." + part)  # `import json` brings them along
