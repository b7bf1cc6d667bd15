"""collections: containers beside the builtin ones."""

from _prelude import _HOST_MINOR, _find_module, _generic_alias, _index
from _collections_abc import (
    Mapping as _Mapping,
    MutableMapping as _MutableMapping,
    MutableSequence as _MutableSequence,
    Sequence as _Sequence,
    _register_at_boot,
)
from _kernel import frame_globals

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]

_FRONT_LEAST = 16


def _is_mapping(value):
    return isinstance(value, dict) or isinstance(value, _Mapping)


# ---------------------------------------------------------------- deque
class deque:
    """A list-like sequence optimized for data accesses near its endpoints.

    The items lie in a list behind ``_head`` free places, which grow by half of the list when
    something is put in front, so that both ends are cheap.
    """

    __slots__ = ("_items", "_head", "_maxlen", "_showing", "__weakref__")
    __abc_tpflags__ = 32  # a sequence for patterns
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._showing = False
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._head = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        """maximum size of a deque or None if unbounded"""
        return self._maxlen

    def _plain(self):
        """The items as a new list."""
        return self._items[self._head:]

    def _shorten(self):
        """Drop items at the left beyond the maximal length."""
        extra = len(self._items) - self._head - self._maxlen
        if extra > 0:
            del self._items[self._head:self._head + extra]

    def append(self, item, /):
        """Add an element to the right side of the deque."""
        items = self._items
        items.append(item)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, item, /):
        """Add an element to the left side of the deque."""
        head = self._head
        if head == 0:
            items = self._items
            head = max(len(items) >> 1, _FRONT_LEAST)
            items[0:0] = [None] * head
        head -= 1
        self._items[head] = item
        self._head = head
        if self._maxlen is not None and len(self._items) - head > self._maxlen:
            self.pop()

    def pop(self):
        """Remove and return the rightmost element."""
        items = self._items
        if len(items) == self._head:
            raise IndexError("pop from an empty deque")
        return items.pop()

    def popleft(self):
        """Remove and return the leftmost element."""
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        item = items[head]
        items[head] = None
        head += 1
        if head > _FRONT_LEAST and head + head > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def extend(self, iterable, /):
        """Extend the right side of the deque with elements from the iterable."""
        if iterable is self:
            iterable = self._plain()
        if self._maxlen is None:
            if isinstance(iterable, deque):
                iterable = iterable._plain()
            self._items.extend(iterable)
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        """Extend the left side of the deque with elements from the iterable."""
        if iterable is self:
            iterable = self._plain()
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        """Remove all elements from the deque."""
        self._items = []
        self._head = 0

    def copy(self):
        """Return a shallow copy of a deque."""
        if type(self) is deque:
            return deque(self._plain(), self._maxlen)
        if self._maxlen is None:
            return type(self)(self)
        return type(self)(self, maxlen=self._maxlen)

    __copy__ = copy

    def count(self, value, /):
        """Return number of occurrences of value."""
        found = 0
        for item in self:
            if item is value or item == value:
                found += 1
        return found

    def index(self, value, start=0, stop=None, /):
        """Return first index of value."""
        first, last, _step = slice(start, stop).indices(len(self))
        if first < last:
            at = 0
            for item in self:
                if at >= last:
                    break
                if at >= first and (item is value or item == value):
                    return at
                at += 1
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, value, /):
        """Insert value before index."""
        n = len(self._items) - self._head
        if self._maxlen is not None and n >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        index = _index(index)
        if index < 0:
            index = max(index + n, 0)
        self._items.insert(self._head + index, value)

    def remove(self, value, /):
        """Remove first occurrence of value."""
        items = self._items
        for number in range(self._head, len(items)):
            item = items[number]
            if item is value or item == value:
                if self._items is not items or number >= len(items):
                    raise IndexError("deque mutated during remove().")
                del items[number]
                return
        raise ValueError("deque.remove(x): x not in deque")

    def reverse(self):
        """Reverse *IN PLACE*."""
        items = self._plain()
        items.reverse()
        self._items = items
        self._head = 0

    def rotate(self, n=1, /):
        """Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."""
        n = _index(n)
        length = len(self._items) - self._head
        if length < 2:
            return
        n = n % length
        if n == 0:
            return
        if n <= 4:
            for _ in range(n):
                self._rotate_right()
        elif length - n <= 4:
            for _ in range(length - n):
                self._items.append(self.popleft())
        else:
            items = self._plain()
            self._items = items[length - n:] + items[:length - n]
            self._head = 0

    def _rotate_right(self):
        item = self._items.pop()
        head = self._head
        if head == 0:
            head = max(len(self._items) >> 1, _FRONT_LEAST)
            self._items[0:0] = [None] * head
        self._items[head - 1] = item
        self._head = head - 1

    def __len__(self):
        return len(self._items) - self._head

    def __iter__(self):
        return _steps(self, self._items, self._head, len(self._items))

    def __reversed__(self):
        return _steps_back(self, self._items, self._head, len(self._items))

    def __contains__(self, value):
        items = self._items
        head = self._head
        found = value in items if head == 0 else value in items[head:]
        if self._items is not items or self._head != head:
            raise RuntimeError("deque mutated during iteration")
        return found

    def _place(self, index):
        if type(index) is not int:
            if not hasattr(type(index), "__index__"):
                raise TypeError(
                    f"sequence index must be integer, not '{type(index).__name__}'")
            index = _index(index)
        if index < 0:
            index += len(self._items)
            if index >= self._head:
                return index
        else:
            index += self._head
            if index < len(self._items):
                return index
        raise IndexError("deque index out of range")

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(
                f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        made = self.copy()
        made *= n
        return made

    __rmul__ = __mul__

    def __imul__(self, n):
        if not hasattr(type(n), "__index__"):
            raise TypeError(
                f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        self._items = self._plain() * n
        self._head = 0
        if self._maxlen is not None:
            self._shorten()
        return self

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._plain() == other._plain()

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._plain() < other._plain()

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._plain() <= other._plain()

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._plain() > other._plain()

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._plain() >= other._plain()

    def __repr__(self):
        if self._showing:
            return "[...]"
        self._showing = True
        try:
            shown = repr(self._plain())
        finally:
            self._showing = False
        if self._maxlen is None:
            return f"{type(self).__name__}({shown})"
        return f"{type(self).__name__}({shown}, maxlen={self._maxlen})"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _steps(queue, items, head, end):
    """The items from the left; `items`, `head` and `end` are as they were when asked for."""
    at = head
    while True:
        if queue._items is not items or queue._head != head or len(items) != end:
            raise RuntimeError("deque mutated during iteration")
        if at >= end:
            return
        yield items[at]
        at += 1


def _steps_back(queue, items, head, end):
    """The items from the right."""
    at = end
    while True:
        if queue._items is not items or queue._head != head or len(items) != end:
            raise RuntimeError("deque mutated during iteration")
        if at <= head:
            return
        at -= 1
        yield items[at]


_register_at_boot(_MutableSequence, deque)


# ---------------------------------------------------------------- dicts
class defaultdict(dict):
    """defaultdict(default_factory=None, /, [...]) --> dict with default factory"""

    __slots__ = ("default_factory", "_showing")

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        self._showing = False
        if args or kwargs:
            dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def copy(self):
        """D.copy() -> a shallow copy of D."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __repr__(self):
        if getattr(self, "_showing", False):
            factory = "..."
        else:
            self._showing = True
            try:
                factory = repr(self.default_factory)
            finally:
                self._showing = False
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"


_absent = ("no value",)


class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    __slots__ = ("_showing", "__dict__")

    def move_to_end(self, key, last=True):
        """Move an existing element to the end (or beginning if last is false)."""
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        pairs = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, pairs)

    def popitem(self, last=True):
        """Remove and return a (key, value) pair from the dictionary."""
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            for key in dict.__reversed__(self):
                break
        else:
            for key in dict.__iter__(self):
                break
        return key, dict.pop(self, key)

    def pop(self, key, default=_absent):
        """Remove a key and return its value; the default, if given, where it is absent."""
        if default is _absent:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value of a key, which is put in with the default where it is absent."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        """od.copy() -> a shallow copy of od"""
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Create a new ordered dictionary with keys from iterable and values set to value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if getattr(self, "_showing", False):
            return "..."
        self._showing = True
        try:
            if _HOST_MINOR < 12:
                shown = repr(list(self.items()))
            else:
                shown = dict.__repr__(self)
        finally:
            self._showing = False
        return f"{type(self).__name__}({shown})"


@builtin
def _count_elements(mapping, iterable):
    """Add the number of times each element occurs."""
    kind = type(mapping)
    if not (isinstance(mapping, dict) and kind.get is dict.get
            and kind.__setitem__ is dict.__setitem__):
        get = mapping.get
        for element in iterable:
            mapping[element] = get(element, 0) + 1
        return
    counts = {}
    get = counts.get
    for element in iterable:
        counts[element] = get(element, 0) + 1
    if not mapping:
        dict.update(mapping, counts)
        return
    get = mapping.get
    for element, n in counts.items():
        mapping[element] = get(element, 0) + n


class Counter(dict):
    """Dict subclass for counting hashable items."""

    def __init__(self, iterable=None, /, **kwds):
        self.update(iterable, **kwds)

    def __missing__(self, key):
        "The count of elements not in the Counter is zero."
        return 0

    def total(self):
        "Sum of the counts"
        return sum(self.values())

    def most_common(self, n=None):
        """List the n most common elements and their counts from the most common to the least."""
        ordered = sorted(self.items(), key=_second, reverse=True)
        if n is None:
            return ordered
        return ordered[:max(n, 0)]

    def elements(self):
        """Iterator over elements repeating each as many times as its count."""
        for element, n in self.items():
            for _ in range(n):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Like dict.update() but add counts instead of replacing them."""
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    dict.update(self, iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Like dict.update() but subtracts counts instead of replacing them."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        "Return a shallow copy."
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, element):
        "Like dict.__delitem__() but does not raise KeyError for missing values."
        if element in self:
            dict.__delitem__(self, element)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def __eq__(self, other):
        "True if all counts agree. Missing counts are treated as zero."
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] <= other[e] for c in (self, other) for e in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] >= other[e] for c in (self, other) for e in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for element, count in self.items():
            n = count + other[element]
            if n > 0:
                made[element] = n
        for element, count in other.items():
            if element not in self and count > 0:
                made[element] = count
        return made

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for element, count in self.items():
            n = count - other[element]
            if n > 0:
                made[element] = n
        for element, count in other.items():
            if element not in self and count < 0:
                made[element] = 0 - count
        return made

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for element, count in self.items():
            n = max(count, other[element])
            if n > 0:
                made[element] = n
        for element, count in other.items():
            if element not in self and count > 0:
                made[element] = count
        return made

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for element, count in self.items():
            n = min(count, other[element])
            if n > 0:
                made[element] = n
        return made

    def __pos__(self):
        made = Counter()
        for element, count in self.items():
            if count > 0:
                made[element] = count
        return made

    def __neg__(self):
        made = Counter()
        for element, count in self.items():
            if count < 0:
                made[element] = 0 - count
        return made

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, other_count in other.items():
            count = self[element]
            if other_count > count:
                self[element] = other_count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            other_count = other[element]
            if other_count < count:
                self[element] = other_count
        return self._keep_positive()


def _second(pair):
    return pair[1]


# ---------------------------------------------------------------- namedtuple
_KEYWORDS = frozenset((
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try while "
    "with yield").split())


def _field_property(number):
    def read(self):
        return self[number]

    return property(read, None, None, f"Alias for field number {number}")


def _bind_fields(title, fields, defaults, args, kwargs):
    """Values of all fields from the arguments of a call."""
    n = len(fields)
    if len(args) > n:
        least = n - len(defaults) + 1
        takes = f"from {least} to {n + 1}" if defaults else f"{n + 1}"
        plural = "s" if n else ""
        raise TypeError(f"{title}.__new__() takes {takes} positional argument{plural} but "
                        f"{len(args) + 1} were given")
    values = dict(zip(fields, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f"{title}.__new__() got multiple values for argument '{name}'")
        if name not in fields:
            raise TypeError(f"{title}.__new__() got an unexpected keyword argument '{name}'")
        values[name] = value
    missing = [repr(name) for name in fields if name not in values and name not in defaults]
    if missing:
        plural = "s" if len(missing) > 1 else ""
        if len(missing) == 1:
            text = missing[0]
        elif len(missing) == 2:
            text = " and ".join(missing)
        else:
            text = ", ".join(missing[:-1]) + ", and " + missing[-1]
        raise TypeError(f"{title}.__new__() missing {len(missing)} required positional "
                        f"argument{plural}: {text}")
    return [values[name] if name in values else defaults[name] for name in fields]


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Returns a new subclass of tuple with named fields."""
    if module is None:
        module = frame_globals(1).get("__name__", "__main__")
    return _make_namedtuple(typename, field_names, rename, defaults, module)


def _check_fields(typename, fields, rename):
    if rename:
        seen = set()
        for number, name in enumerate(fields):
            if (not name.isidentifier() or name in _KEYWORDS or name.startswith("_")
                    or name in seen):
                fields[number] = f"_{number}"
            seen.add(name)
    for name in [typename] + fields:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _make_namedtuple(typename, field_names, rename, defaults, module):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    _check_fields(typename, fields, rename)
    by_default = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        by_default = dict(zip(fields[len(fields) - len(defaults):], defaults))
    fields = tuple(fields)
    n = len(fields)
    make = tuple.__new__

    def __new__(_cls, /, *args, **kwargs):
        if not kwargs and len(args) == n:
            return make(_cls, args)
        return make(_cls, _bind_fields(typename, fields, by_default, args, kwargs))

    def _make(cls, iterable):
        made = make(cls, iterable)
        if len(made) != n:
            raise TypeError(f"Expected {n} arguments, got {len(made)}")
        return made

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            if _HOST_MINOR < 13:
                raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return self._make(values)

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in zip(fields, self)])
        return f"{type(self).__name__}({shown})"

    def __getnewargs__(self):
        return tuple(self)

    __new__.__doc__ = f"Create new instance of {typename}({', '.join(fields)})"
    _make.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    _asdict.__doc__ = "Return a new dict which maps field names to their values."
    for function in (__new__, _make, _replace, _asdict, __repr__, __getnewargs__):
        function.__qualname__ = f"{typename}.{function.__name__}"
    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": by_default,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
        "__module__": module,
    }
    if _HOST_MINOR >= 13:
        namespace["__replace__"] = _replace
    for number, name in enumerate(fields):
        namespace[name] = _field_property(number)
    return type(typename, (tuple,), namespace)


# ---------------------------------------------------------------- ChainMap
class ChainMap(_MutableMapping):
    """A ChainMap groups multiple dicts (or other mappings) together."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return iter(merged)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        for mapping in self.maps:
            if mapping:
                return True
        return False

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    @classmethod
    def fromkeys(cls, iterable, *args):
        "Create a ChainMap with a single dict created from the iterable."
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        "New ChainMap with a new copy of maps[0] and refs to maps[1:]"
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """New ChainMap with a new map followed by all previous maps."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        "New ChainMap from maps[1:]."
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self):
        "Remove and return an item pair from maps[0]. Raise KeyError is maps[0] is empty."
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def pop(self, key, *args):
        "Remove *key* from maps[0] and return its value. Raise KeyError if *key* not in maps[0]."
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def clear(self):
        "Clear maps[0], leaving maps[1:] intact."
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = dict(other)
        for child in reversed(self.maps):
            made.update(child)
        return type(self)(made)

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


# ---------------------------------------------------------------- classes to inherit from
class UserDict(_MutableMapping):
    """A dict in Python, kept in ``data``, for classes to inherit from."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return type(self)(self.data | other.data)
        if isinstance(other, dict):
            return type(self)(self.data | other)
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            return type(self)(other.data | self.data)
        if isinstance(other, dict):
            return type(self)(other | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        made = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            setattr(made, name, value)
        made.data = self.data.copy()
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class UserList(_MutableSequence):
    """A list in Python, kept in ``data``, for classes to inherit from."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = initlist.data if isinstance(initlist, UserList) else initlist

    def _other(self, other):
        return other.data if isinstance(other, UserList) else other

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < self._other(other)

    def __le__(self, other):
        return self.data <= self._other(other)

    def __eq__(self, other):
        return self.data == self._other(other)

    def __gt__(self, other):
        return self.data > self._other(other)

    def __ge__(self, other):
        return self.data >= self._other(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(self._other(other)))

    def __radd__(self, other):
        return self.__class__(list(self._other(other)) + self.data)

    def __iadd__(self, other):
        self.data += self._other(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        made = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            setattr(made, name, value)
        made.data = self.data[:]
        return made

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(self._other(other))


def _plain_text(value):
    return value.data if isinstance(value, UserString) else value


class UserString(_Sequence):
    """A str in Python, kept in ``data``, for classes to inherit from."""

    def __init__(self, seq):
        if isinstance(seq, str):
            self.data = seq
        elif isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == _plain_text(other)

    def __lt__(self, other):
        return self.data < _plain_text(other)

    def __le__(self, other):
        return self.data <= _plain_text(other)

    def __gt__(self, other):
        return self.data > _plain_text(other)

    def __ge__(self, other):
        return self.data >= _plain_text(other)

    def __contains__(self, char):
        return _plain_text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __complex__(self):
        return complex(self.data)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode("utf-8" if encoding is None else encoding,
                                "strict" if errors is None else errors)

    maketrans = str.maketrans


def _user_string_method(name, wraps):
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        answer = method(self.data, *[_plain_text(arg) for arg in args], **kwargs)
        return self.__class__(answer) if wraps else answer

    call.__name__ = name
    call.__qualname__ = f"UserString.{name}"
    return call


for _name in ("capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix "
              "replace rjust rstrip strip swapcase title translate upper zfill").split():
    setattr(UserString, _name, _user_string_method(_name, True))
for _name in ("count endswith find format format_map index isalpha isalnum isascii "
              "isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle "
              "isupper join partition rfind rindex rpartition rsplit split splitlines "
              "startswith").split():
    setattr(UserString, _name, _user_string_method(_name, False))


def _start(namespace):
    _find_module("collections.abc")  # `import collections` brings it along
