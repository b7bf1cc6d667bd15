"""str: its methods that meet iterables, mappings, format specs of user classes, or codecs."""

from _kernel import instance_of, type_lookup, unwrapped


@trap("bytes.decode")
def _decode(data, encoding, errors): ...


def _str_of(value):
    """``str(value)`` of any object."""
    cls = type(value)
    if cls is str:
        return value
    result = _call_alone(type_lookup(cls, "__str__", None), value, cls)
    if not isinstance(result, str):
        raise TypeError(f"__str__ returned non-string (type {type(result).__name__})")
    return result


class str:
    """Text: an immutable sequence of code points."""

    @native
    def __new__(cls, object=_missing, encoding=_missing, errors=_missing):
        if encoding is _missing and errors is _missing:
            value = "" if object is _missing else _str_of(object)
            if cls is str:
                return value
            return instance_of(cls, unwrapped(value))
        for name, given in (("encoding", encoding), ("errors", errors)):
            if given is not _missing and not isinstance(given, str):
                found = "None" if given is None else type(given).__name__
                raise TypeError(f"str() argument '{name}' must be str, not {found}")
        if object is _missing:
            value = ""
        elif isinstance(object, str):
            raise TypeError("decoding str is not supported")
        elif not isinstance(object, (bytes, bytearray, memoryview)):
            raise TypeError(
                "decoding to str: need a bytes-like object, "
                f"{type(object).__name__} found")
        else:
            value = _decode(
                _bytes_of(object), "utf-8" if encoding is _missing else encoding,
                "strict" if errors is _missing else errors)
        return value if cls is str else instance_of(cls, value)

    @native
    @trap
    def capitalize(self, /): ...

    @native
    @trap
    def casefold(self, /): ...

    @native
    @trap
    def center(self, width, fillchar=" ", /): ...

    @native
    @trap
    def count(self, *args): ...

    @native
    @trap
    def encode(self, /, encoding="utf-8", errors="strict"): ...

    @native
    @trap
    def endswith(self, *args): ...

    @native
    @trap
    def expandtabs(self, /, tabsize=8): ...

    @native
    @trap
    def find(self, *args): ...

    @native
    def format(self, /, *args, **kwargs):
        return _format_text(unwrapped(self), args, kwargs)

    @native
    def format_map(self, mapping, /):
        return _format_text(unwrapped(self), None, mapping)

    @native
    @trap
    def index(self, *args): ...

    @native
    @trap
    def isalnum(self, /): ...

    @native
    @trap
    def isalpha(self, /): ...

    @native
    @trap
    def isascii(self, /): ...

    @native
    @trap
    def isdecimal(self, /): ...

    @native
    @trap
    def isdigit(self, /): ...

    @native
    @trap
    def isidentifier(self, /): ...

    @native
    @trap
    def islower(self, /): ...

    @native
    @trap
    def isnumeric(self, /): ...

    @native
    @trap
    def isprintable(self, /): ...

    @native
    @trap
    def isspace(self, /): ...

    @native
    @trap
    def istitle(self, /): ...

    @native
    @trap
    def isupper(self, /): ...

    @native
    def join(self, iterable, /):
        if not isinstance(iterable, (list, tuple)):
            if type_lookup(type(iterable), "__iter__", None) is None and type_lookup(
                    type(iterable), "__getitem__", None) is None:
                raise TypeError("can only join an iterable")
            iterable = list(iterable)
        items = []
        for number, item in enumerate(iterable):
            if not isinstance(item, str):
                raise TypeError(
                    f"sequence item {number}: expected str instance, {type(item).__name__} found")
            items.append(unwrapped(item))
        return _join(unwrapped(self), items)

    @native
    @trap
    def ljust(self, width, fillchar=" ", /): ...

    @native
    @trap
    def lower(self, /): ...

    @native
    @trap
    def lstrip(self, chars=None, /): ...

    @staticmethod
    @native
    def maketrans(x, y=_missing, z=_missing, /):
        if y is _missing:
            if not isinstance(x, dict):
                raise TypeError("if you give only one argument to maketrans it must be a dict")
            table = {}
            for key, value in x.items():
                if isinstance(key, str):
                    if len(key) != 1:
                        raise ValueError("string keys in translate table must be of length 1")
                    table[ord(key)] = value
                elif isinstance(key, int):
                    table[key] = value
                else:
                    raise TypeError("keys in translate table must be strings or integers")
            return table
        if not isinstance(x, str):
            raise TypeError(
                "first maketrans argument must be a string if there is a second argument")
        if not isinstance(y, str):
            raise TypeError(f"maketrans() argument 2 must be str, not {type(y).__name__}")
        if len(x) != len(y):
            raise ValueError("the first two maketrans arguments must have equal length")
        table = {}
        for number in range(len(x)):
            table[ord(x[number])] = ord(y[number])
        if z is not _missing:
            if not isinstance(z, str):
                raise TypeError(f"maketrans() argument 3 must be str, not {type(z).__name__}")
            for character in z:
                table[ord(character)] = None
        return table

    @native
    @trap
    def partition(self, sep, /): ...

    @native
    @trap
    def removeprefix(self, prefix, /): ...

    @native
    @trap
    def removesuffix(self, suffix, /): ...

    @native
    @trap
    def replace(self, old, new, count=-1, /): ...

    @native
    @trap
    def rfind(self, *args): ...

    @native
    @trap
    def rindex(self, *args): ...

    @native
    @trap
    def rjust(self, width, fillchar=" ", /): ...

    @native
    @trap
    def rpartition(self, sep, /): ...

    @native
    @trap
    def rsplit(self, /, sep=None, maxsplit=-1): ...

    @native
    @trap
    def rstrip(self, chars=None, /): ...

    @native
    @trap
    def split(self, /, sep=None, maxsplit=-1): ...

    @native
    @trap
    def splitlines(self, /, keepends=False): ...

    @native
    @trap
    def startswith(self, *args): ...

    @native
    @trap
    def strip(self, chars=None, /): ...

    @native
    @trap
    def swapcase(self, /): ...

    @native
    @trap
    def title(self, /): ...

    @native
    def translate(self, table, /):
        pieces = []
        for character in unwrapped(self):
            try:
                found = table[ord(character)]
            except LookupError:
                pieces.append(character)
                continue
            if found is None:
                continue
            if isinstance(found, int):
                if not 0 <= found <= 0x10FFFF:
                    raise ValueError("character mapping must be in range(0x110000)")
                pieces.append(chr(found))
            elif isinstance(found, str):
                pieces.append(unwrapped(found))
            else:
                raise TypeError("character mapping must return integer, None or str")
        return _join("", pieces)

    @native
    @trap
    def upper(self, /): ...

    @native
    @trap
    def zfill(self, width, /): ...

    @native
    def __len__(self, /): ...

    @native
    def __getitem__(self, key, /):
        if isinstance(key, slice):
            return unwrapped(self)[_plain_slice(key)]
        if type_lookup(type(key), "__index__", None) is None:
            raise TypeError(f"string indices must be integers, not '{type(key).__name__}'")
        return unwrapped(self)[_index(key)]

    @native
    def __contains__(self, key, /):
        if not isinstance(key, str):
            raise TypeError(
                f"'in <string>' requires string as left operand, not {type(key).__name__}")
        return unwrapped(key) in unwrapped(self)

    @native
    def __iter__(self, /): ...

    @native
    def __add__(self, value, /):
        if not isinstance(value, str):
            raise TypeError(f'can only concatenate str (not "{_name_of(value)}") to str')
        return unwrapped(self) + unwrapped(value)

    @native
    def __mul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return unwrapped(self) * _repeat_count(value, len(self))

    @native
    def __rmul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        return unwrapped(self) * _repeat_count(value, len(self))

    @native
    def __mod__(self, value, /):
        return _percent(unwrapped(self), value)

    @native
    def __rmod__(self, value, /):
        if not isinstance(value, str):
            return NotImplemented
        return _percent(unwrapped(value), self)

    @native
    def __eq__(self, value, /):
        return unwrapped(self) == unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __ne__(self, value, /):
        return unwrapped(self) != unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __lt__(self, value, /):
        return unwrapped(self) < unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __le__(self, value, /):
        return unwrapped(self) <= unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __gt__(self, value, /):
        return unwrapped(self) > unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __ge__(self, value, /):
        return unwrapped(self) >= unwrapped(value) if isinstance(value, str) else NotImplemented

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    def __str__(self, /):
        return unwrapped(self)

    @native
    @trap("repr")
    def __repr__(self, /): ...

    @native
    @trap("format")
    def __format__(self, format_spec, /): ...

    @native
    def __getnewargs__(self, /):
        return (unwrapped(self),)


@native("str.join")
def _join(separator, items): ...


# ---------------------------------------------------------------- str.format
def _format_text(text, args, kwargs):
    """``text.format(*args, **kwargs)``; args is None for format_map."""
    return _format_fields(text, args, kwargs, [0], 2)


def _format_fields(text, args, kwargs, counter, depth):
    """Replace the fields of a template; `counter` holds the next automatic number, -1: none."""
    if depth < 0:
        raise ValueError("Max string recursion exceeded")
    pieces = []
    at, n = 0, len(text)
    while at < n:
        opened = text.find("{", at)
        closed = text.find("}", at)
        if opened < 0 and closed < 0:
            pieces.append(text[at:])
            break
        if opened < 0 or (0 <= closed < opened):
            if closed + 1 < n and text[closed + 1] == "}":
                pieces.append(text[at:closed + 1])
                at = closed + 2
                continue
            raise ValueError("Single '}' encountered in format string")
        pieces.append(text[at:opened])
        at = opened + 1
        if at == n:
            raise ValueError("Single '{' encountered in format string")
        if text[at] == "{":
            pieces.append("{")
            at += 1
            continue
        end, nested = at, 1
        while end < n:
            character = text[end]
            if character == "{":
                nested += 1
            elif character == "}":
                nested -= 1
                if nested == 0:
                    break
            elif character == "[":
                close = text.find("]", end)
                if close < 0 and nested == 1 and ":" not in text[at:end]:
                    raise ValueError("expected '}' before end of string")
                if close > 0 and nested == 1 and ":" not in text[at:end] and "!" not in text[at:end]:
                    end = close
            end += 1
        if nested:
            _fail_field_end(text[at:])
        pieces.append(_format_field(text[at:end], args, kwargs, counter, depth))
        at = end + 1
    return _join("", pieces)


def _fail_field_end(field):
    """A replacement field is not closed: the message says in which part of it the text ends."""
    for at in range(len(field)):
        if field[at] == "[":
            break
        if field[at] == ":":
            raise ValueError("unmatched '{' in format spec")
        if field[at] == "!":
            if at + 1 == len(field):
                raise ValueError("end of string while looking for conversion specifier")
            if at + 2 < len(field) and field[at + 2] != ":":
                raise ValueError("expected ':' after conversion specifier")
            raise ValueError("unmatched '{' in format spec")
    raise ValueError("expected '}' before end of string")


def _format_field(field, args, kwargs, counter, depth):
    name, conversion, spec = _split_field(field)
    value = _field_value(name, args, kwargs, counter)
    if conversion is not None:
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        else:
            raise ValueError(
                f"Unknown conversion specifier {conversion}" if " " < conversion < "\x7f"
                else f"Unknown conversion specifier \\x{ord(conversion):x}")
    if "{" in spec or "}" in spec:
        spec = _format_fields(spec, args, kwargs, counter, depth - 1)
    return format(value, spec)


def _split_field(field):
    """(name, conversion or None, spec) of what stands between braces."""
    at, n = 0, len(field)
    while at < n:
        character = field[at]
        if character == "[":
            close = field.find("]", at)
            at = close if close > 0 else n
        elif character == "{":
            raise ValueError("unexpected '{' in field name")
        elif character in ":!":
            break
        at += 1
    name = field[:at]
    if at >= n:
        return name, None, ""
    if field[at] == ":":
        return name, None, field[at + 1:]
    if at + 1 >= n:
        raise ValueError("unmatched '{' in format spec")
    conversion = field[at + 1]
    if at + 2 < n:
        if field[at + 2] != ":":
            raise ValueError("expected ':' after conversion specifier")
        return name, conversion, field[at + 3:]
    return name, conversion, ""


def _is_number(text):
    return text.isascii() and text.isdigit()


def _field_value(name, args, kwargs, counter):
    at, n = 0, len(name)
    while at < n and name[at] not in ".[":
        at += 1
    first, rest = name[:at], name[at:]
    if first == "" or _is_number(first):
        if first == "":
            if counter[0] < 0:
                raise ValueError(
                    "cannot switch from manual field specification to automatic field numbering")
            number = counter[0]
            counter[0] += 1
        else:
            if counter[0] > 0:
                raise ValueError(
                    "cannot switch from automatic field numbering to manual field specification")
            counter[0] = -1
            number = int(first)
        if args is None:
            raise ValueError("Format string contains positional fields")
        if number >= len(args):
            raise IndexError(
                f"Replacement index {number} out of range for positional args tuple")
        value = args[number]
    else:
        value = kwargs[first]
    at, n = 0, len(rest)
    while at < n:
        if rest[at] == ".":
            end = at + 1
            while end < n and rest[end] not in ".[":
                end += 1
            if end == at + 1:
                raise ValueError("Empty attribute in format string")
            value = getattr(value, rest[at + 1:end])
        elif rest[at] == "[":
            end = rest.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[at + 1:end]
            if key == "":
                raise ValueError("Empty attribute in format string")
            value = value[int(key) if _is_number(key) else key]
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        at = end
    return value


# ---------------------------------------------------------------- the % operator
@native("str_percent")
@trap("str.percent")
def _percent_plain(text, values): ...


def _percent(text, values):
    """``text % values`` where a value may be of a user's class."""
    is_tuple = isinstance(values, tuple)
    items = unwrapped(values) if is_tuple else (values,)
    mapping = None
    if not is_tuple and not isinstance(values, str) and type_lookup(
            type(values), "__getitem__", None) is not None:
        mapping = values
    pieces = []
    used = 0
    at, n = 0, len(text)
    while True:
        mark = text.find("%", at)
        if mark < 0:
            pieces.append(text[at:])
            break
        pieces.append(text[at:mark])
        start = mark
        at = mark + 1
        if at < n and text[at] == "(":
            if mapping is None:
                raise TypeError("format requires a mapping")
            depth, at = 1, at + 1
            begin = at
            while at < n and depth:
                if text[at] == "(":
                    depth += 1
                elif text[at] == ")":
                    depth -= 1
                at += 1
            if depth:
                raise ValueError("incomplete format key")
            items, used = (mapping[text[begin:at - 1]],), 0
            spec_at = at
        else:
            spec_at = at
        while at < n and text[at] in "-+ #0":
            at += 1
        width = precision = ""
        flags = text[spec_at:at]
        if at < n and text[at] == "*":
            width, used = _percent_star(items, used)
            at += 1
        else:
            begin = at
            while at < n and "0" <= text[at] <= "9":
                at += 1
            width = text[begin:at]
        if at < n and text[at] == ".":
            at += 1
            if at < n and text[at] == "*":
                number, used = _percent_star(items, used)
                precision = "." + (number if number[0] != "-" else "0")
                at += 1
            else:
                begin = at
                while at < n and "0" <= text[at] <= "9":
                    at += 1
                precision = "." + text[begin:at]
        if at < n and text[at] in "hlL":
            at += 1
        if at >= n:
            raise ValueError("incomplete format")
        code = text[at]
        at += 1
        if code == "%" and at == mark + 2:
            pieces.append("%")
            continue
        if used >= len(items):
            raise TypeError("not enough arguments for format string")
        if code not in "diouxXeEfFgGcrsa":
            raise ValueError(
                f"unsupported format character '{code}' (0x{ord(code):x}) at index {at - 1}")
        value = items[used]
        used += 1
        pieces.append(_percent_one(flags, width, precision, code, value))
    if used < len(items) and mapping is None:
        raise TypeError("not all arguments converted during string formatting")
    return _join("", pieces)


def _percent_star(items, used):
    if used >= len(items):
        raise TypeError("not enough arguments for format string")
    value = items[used]
    if not isinstance(value, int):
        raise TypeError("* wants int")
    return str(unwrapped(value)), used + 1


def _percent_one(flags, width, precision, code, value):
    if code == "s":
        value = str(value)
    elif code == "r":
        value, code = repr(value), "s"
    elif code == "a":
        value, code = ascii(value), "s"
    elif code in "diu":
        if not isinstance(value, (int, float)):
            cls = type(value)
            if type_lookup(cls, "__int__", None) is None and type_lookup(
                    cls, "__index__", None) is None:
                raise TypeError(f"%{code} format: a real number is required, not {cls.__name__}")
        value = int(value)
    elif code in "oxX":
        cls = type(value)
        if isinstance(value, float) or type_lookup(cls, "__index__", None) is None:
            raise TypeError(f"%{code} format: an integer is required, not {cls.__name__}")
        value = _index(value)
    elif code == "c":
        if not isinstance(value, str):
            if type_lookup(type(value), "__index__", None) is None:
                raise TypeError("%c requires int or char")
            value = _index(value)
        else:
            value = unwrapped(value)
    else:
        cls = type(value)
        if type_lookup(cls, "__float__", None) is None and type_lookup(
                cls, "__index__", None) is None:
            raise TypeError(f"must be real number, not {cls.__name__}")
        value = float(value)
    return _percent_plain("%" + flags + width + precision + code, (value,))


# ---------------------------------------------------------------- repr, ascii, format
@native
def repr(obj, /):
    result = _call_alone(type_lookup(type(obj), "__repr__", None), obj, type(obj))
    if not isinstance(result, str):
        raise TypeError(f"__repr__ returned non-string (type {type(result).__name__})")
    return result


@native("str_ascii")
@trap("ascii")
def _ascii_text(text): ...


@native
def ascii(obj, /):
    return _ascii_text(unwrapped(repr(obj)))


@native
def format(value, format_spec="", /):
    if not isinstance(format_spec, str):
        raise TypeError(f"format() argument 2 must be str, not {type(format_spec).__name__}")
    return _op_format(value, format_spec)
