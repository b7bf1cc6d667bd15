"""pprint: representations broken into lines."""

import collections as _collections
import dataclasses as _dataclasses
from io import StringIO as _StringIO
import re as _re
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_WORDS = _re.compile(r"\S*\s*")
_ATOMIC = (str, bytes, bytearray, float, complex, bool, type(None), int)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Pretty-print a Python object to a stream [default is sys.stdout]."""
    PrettyPrinter(indent=indent, width=width, depth=depth, stream=stream, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """Format a Python object into a pretty-printed representation."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print a Python object"""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Version of repr() which can handle recursive data structures."""
    return PrettyPrinter()._repr_of(object, {}, None, 0)[0]


def isreadable(object):
    """Determine if saferepr(object) is readable by eval()."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Determine if object requires a recursive representation."""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders what can be ordered by value, all else by type and identity."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return ((str(type(self.value)), id(self.value))
                    < (str(type(other.value)), id(other.value)))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        if self._stream is None:
            print(text)
        else:
            self._stream.write(text)
            self._stream.write("\n")

    def pformat(self, object):
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Format object for a specific context: its text, and whether readable and recursive."""
        return self._repr_of(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    # ------------------------------------------------------------ on one line
    def _repr_of(self, value, context, most, level):
        kind = type(value)
        if kind in _ATOMIC:
            if kind is int and self._underscore_numbers:
                return f"{value:_d}", True, False
            return repr(value), True, False
        method = getattr(kind, "__repr__", None)
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        is_list = issubclass(kind, list) and method is list.__repr__
        if not is_dict and not is_list and not (
                issubclass(kind, tuple) and method is tuple.__repr__):
            text = repr(value)
            return text, bool(text) and not text.startswith("<"), False
        if not value:
            return "{}" if is_dict else "[]" if is_list else "()", True, False
        if most and level >= most:
            return "{...}" if is_dict else "[...]" if is_list else "(...)", False, id(value) in context
        key = id(value)
        if key in context:
            return _recursion(value), False, True
        context[key] = 1
        readable = True
        recursive = False
        pieces = []
        level += 1
        if is_dict:
            items = value.items()
            if self._sort_dicts:
                items = sorted(items, key=_pair_key)
            for name, item in items:
                name_text, name_readable, name_recursive = self.format(name, context, most, level)
                text, item_readable, item_recursive = self.format(item, context, most, level)
                pieces.append(f"{name_text}: {text}")
                readable = readable and name_readable and item_readable
                recursive = recursive or name_recursive or item_recursive
        else:
            for item in value:
                text, item_readable, item_recursive = self.format(item, context, most, level)
                pieces.append(text)
                readable = readable and item_readable
                recursive = recursive or item_recursive
        del context[key]
        inner = ", ".join(pieces)
        if is_dict:
            text = "{" + inner + "}"
        elif is_list:
            text = "[" + inner + "]"
        else:
            text = f"({inner},)" if len(value) == 1 else f"({inner})"
        return text, readable, recursive

    # ------------------------------------------------------------ on several lines
    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            kind = type(object)
            shown = kind.__repr__
            for base, method in _METHODS:
                if shown is base.__repr__:
                    context[key] = 1
                    method(self, object, stream, indent, allowance, context, level + 1)
                    del context[key]
                    return
            if _shows_fields(object):
                context[key] = 1
                self._format_dataclass(object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _format_dataclass(self, object, stream, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        items = [(field.name, getattr(object, field.name)) for field in _dataclasses.fields(object)
                 if field.repr]
        stream.write(name + "(")
        self._named_items(items, stream, indent, allowance, context, level)
        stream.write(")")

    def _format_dict(self, object, stream, indent, allowance, context, level):
        stream.write("{")
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        if object:
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_pair_key)
            self._dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _format_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context,
                     level)
        stream.write(")")

    def _format_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _format_tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _format_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        kind = object.__class__
        if kind is set:
            stream.write("{")
            end = "}"
        else:
            stream.write(kind.__name__ + "({")
            end = "})"
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _format_str(self, object, stream, indent, allowance, context, level):
        write = stream.write
        if not object:
            write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = room = self._width - indent
        text = ""
        for number, line in enumerate(lines):
            text = repr(line)
            last = number == len(lines) - 1
            if last:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            # too long: cut between words
            words = _WORDS.findall(line)
            words.pop()  # the empty match at the end
            room_here = most
            current = ""
            for k, word in enumerate(words):
                candidate = current + word
                if last and k == len(words) - 1:
                    room_here -= allowance
                if len(repr(candidate)) > room_here:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(chunks[0])
            return
        if level == 1:
            write("(")
        write(("\n" + " " * indent).join(chunks))
        if level == 1:
            write(")")

    def _format_bytes(self, object, stream, indent, allowance, context, level):
        write = stream.write
        if len(object) <= 4:
            write(repr(object))
            return
        braces = level == 1
        if braces:
            indent += 1
            allowance += 1
            write("(")
        between = ""
        for text in _byte_pieces(object, self._width - indent, allowance):
            write(between)
            write(text)
            if not between:
                between = "\n" + " " * indent
        if braces:
            write(")")

    def _format_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._format_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _format_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _format_namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is _types.SimpleNamespace else object.__class__.__name__
        indent += len(name) + 1
        stream.write(name + "(")
        self._named_items(object.__dict__.items(), stream, indent, allowance, context, level)
        stream.write(")")

    def _format_defaultdict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._format_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _format_counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "({")
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        self._dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2,
                         context, level)
        stream.write("})")

    def _format_chainmap(self, object, stream, indent, allowance, context, level):
        if not len(object.maps) or (len(object.maps) == 1 and not object.maps[0]):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for number, inner in enumerate(object.maps):
            if number == len(object.maps) - 1:
                self._format(inner, stream, indent, allowance + 1, context, level)
                stream.write(")")
            else:
                self._format(inner, stream, indent, 1, context, level)
                stream.write(",\n" + " " * indent)

    def _format_deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            length = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={length})")

    def _format_wrapper(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    # ------------------------------------------------------------ items
    def _dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ",\n" + " " * indent
        items = list(items)
        for number, (key, item) in enumerate(items):
            last = number == len(items) - 1
            text = self._repr(key, context, level)
            stream.write(text)
            stream.write(": ")
            self._format(item, stream, indent + len(text) + 2, allowance if last else 1, context,
                         level)
            if not last:
                stream.write(between)

    def _named_items(self, items, stream, indent, allowance, context, level):
        between = ",\n" + " " * indent
        items = list(items)
        for number, (name, item) in enumerate(items):
            last = number == len(items) - 1
            stream.write(name + "=")
            if id(item) in context:
                stream.write("...")
            else:
                self._format(item, stream, indent + len(name) + 1, allowance if last else 1,
                             context, level)
            if not last:
                stream.write(between)

    def _items(self, items, stream, indent, allowance, context, level):
        write = stream.write
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        between_lines = ",\n" + " " * indent
        between = ""
        width = most = self._width - indent + 1
        items = list(items)
        for number, item in enumerate(items):
            last = number == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if width < size:
                    width = most
                    if between:
                        between = between_lines
                if width >= size:
                    width -= size
                    write(between)
                    between = ", "
                    write(text)
                    continue
            write(between)
            between = between_lines
            self._format(item, stream, indent, allowance if last else 1, context, level)


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


_MADE_REPR = _dataclasses._make_repr([]).__code__


def _shows_fields(value):
    """Whether a value is an instance of a dataclass whose representation dataclass made."""
    return (_dataclasses.is_dataclass(value) and not isinstance(value, type)
            and getattr(type(value).__repr__, "__code__", None) is _MADE_REPR)


def _byte_pieces(data, width, allowance):
    current = b""
    last = len(data) // 4 * 4
    for k in range(0, len(data), 4):
        piece = data[k:k + 4]
        candidate = current + piece
        if k == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = piece
        else:
            current = candidate
    if current:
        yield repr(current)


_METHODS = (
    (dict, PrettyPrinter._format_dict),
    (list, PrettyPrinter._format_list),
    (tuple, PrettyPrinter._format_tuple),
    (set, PrettyPrinter._format_set),
    (frozenset, PrettyPrinter._format_set),
    (str, PrettyPrinter._format_str),
    (bytes, PrettyPrinter._format_bytes),
    (bytearray, PrettyPrinter._format_bytearray),
    (type(type.__dict__), PrettyPrinter._format_proxy),
    (_types.SimpleNamespace, PrettyPrinter._format_namespace),
    (_collections.OrderedDict, PrettyPrinter._format_ordered_dict),
    (_collections.defaultdict, PrettyPrinter._format_defaultdict),
    (_collections.Counter, PrettyPrinter._format_counter),
    (_collections.ChainMap, PrettyPrinter._format_chainmap),
    (_collections.deque, PrettyPrinter._format_deque),
    (_collections.UserDict, PrettyPrinter._format_wrapper),
    (_collections.UserList, PrettyPrinter._format_wrapper),
    (_collections.UserString, PrettyPrinter._format_wrapper),
)
