"""list, tuple, range, slice: construction from any iterable, and what calls user code."""

from _kernel import instance_of, range_make, range_size, state_get, state_set, type_lookup, unwrapped


def _list_of(iterable):
    """A plain list of the items of any iterable."""
    made = []
    made.extend(iterable)
    return made


_FARTHEST = 1 << 61  # beyond any sequence, and a tagged integer


def _place(index):
    """An index as kernels take it; what lies beyond any sequence stays beyond."""
    number = _index(index)
    if not -(1 << 63) <= number < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return max(-_FARTHEST, min(number, _FARTHEST))


def _repeat_count(value, length):
    """How often a sequence is repeated; what no memory could hold is refused."""
    n = _index(value)
    if not -9223372036854775808 <= n <= 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    if n < 0:
        return 0
    if n >= 1 << 60:
        if length:
            raise MemoryError
        return 1
    return n


class list:
    """A mutable sequence."""

    @native
    def __new__(cls, /, *args, **kwargs):
        # a plain list is made here as a whole: calling the class does not call __init__
        if cls is not list:
            return instance_of(cls, [])
        if kwargs:
            raise TypeError("list() takes no keyword arguments")
        if len(args) > 1:
            raise TypeError(f"list expected at most 1 argument, got {len(args)}")
        made = []
        if args:
            made.extend(args[0])
        return made

    @native
    def __init__(self, /, *args, **keywords):
        if keywords and not _replaces(type(self), list, "__new__"):
            raise TypeError("list() takes no keyword arguments")
        if len(args) > 1:
            raise TypeError(f"list expected at most 1 argument, got {len(args)}")
        plain = unwrapped(self)
        plain.clear()
        if args:
            plain.extend(args[0])

    @native
    def append(self, object, /): ...

    @native
    def clear(self, /): ...

    @native
    def copy(self, /): ...

    @native
    def count(self, value, /):
        found = 0
        for item in unwrapped(self):
            if item is value or item == value:
                found += 1
        return found

    @native
    def extend(self, iterable, /):
        plain = unwrapped(self)
        append = plain.append
        for item in iterable:
            append(item)

    @native
    def index(self, value, start=0, stop=9223372036854775807, /):
        plain = unwrapped(self)
        return _find_item(plain, value, start, stop, "list")

    @native
    def insert(self, index, object, /):
        unwrapped(self).insert(_place(index), object)

    @native
    def pop(self, index=-1, /):
        return unwrapped(self).pop(_place(index))

    @native
    def remove(self, value, /):
        plain = unwrapped(self)
        for number, item in enumerate(plain):
            if item is value or item == value:
                del plain[number]
                return
        raise ValueError("list.remove(x): x not in list")

    @native
    def reverse(self, /): ...

    @native
    def sort(self, /, *, key=None, reverse=False):
        _sort(unwrapped(self), key, reverse)

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __reversed__(self, /):
        return reversed(unwrapped(self))

    @native
    def __getitem__(self, key, /):
        return unwrapped(self)[_sequence_key(key, "list")]

    @native
    def __setitem__(self, key, value, /):
        plain = unwrapped(self)
        if isinstance(key, slice) and not isinstance(value, (list, tuple)):
            if type_lookup(type(value), "__iter__", None) is None and type_lookup(
                    type(value), "__getitem__", None) is None:
                if key.step is None or key.step == 1:
                    raise TypeError("can only assign an iterable")
                raise TypeError(
                    "must assign iterable to extended slice")
            value = _list_of(value)
        plain[_sequence_key(key, "list")] = value

    @native
    def __delitem__(self, key, /):
        del unwrapped(self)[_sequence_key(key, "list")]

    @native
    def __contains__(self, key, /):
        for item in unwrapped(self):
            if item is key or item == key:
                return True
        return False

    @native
    def __add__(self, value, /):
        if not isinstance(value, list):
            raise TypeError(f'can only concatenate list (not "{_name_of(value)}") to list')
        return unwrapped(self) + unwrapped(value)

    @native
    def __iadd__(self, value, /):
        unwrapped(self).extend(value)
        return self

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
    def __imul__(self, value, /):
        if type_lookup(type(value), "__index__", None) is None:
            return NotImplemented
        plain = unwrapped(self)
        plain[:] = plain * _repeat_count(value, len(plain))
        return self

    @native
    def __eq__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return _sequences_equal(unwrapped(self), unwrapped(value))

    @native
    def __ne__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return not _sequences_equal(unwrapped(self), unwrapped(value))

    @native
    def __lt__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 0)

    @native
    def __le__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 1)

    @native
    def __gt__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 2)

    @native
    def __ge__(self, value, /):
        if not isinstance(value, list):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 3)

    __hash__ = None

    @native
    def __repr__(self, /):
        return _repr_items(self, unwrapped(self), "[", "]")

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _sequence_key(key, name):
    """An index or slice that kernels take."""
    if isinstance(key, slice):
        return _plain_slice(key)
    if type_lookup(type(key), "__index__", None) is None:
        raise TypeError(f"{name} indices must be integers or slices, not {type(key).__name__}")
    return _index(key)


def _plain_slice(key):
    """A slice whose parts are plain ints or None."""
    return slice(_slice_part(key.start), _slice_part(key.stop), _slice_part(key.step))


def _slice_part(value):
    if value is None:
        return None
    if type_lookup(type(value), "__index__", None) is None:
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return _index(value)


def _find_item(items, value, start, stop, name):
    n = len(items)
    start, stop = _slice_bound(start, n), _slice_bound(stop, n)
    number = start
    while number < stop and number < len(items):
        item = items[number]
        if item is value or item == value:
            return number
        number += 1
    if name == "list":
        raise ValueError(f"{value!r} is not in list" if _HOST_MINOR < 14
                         else "list.index(x): x not in list")
    raise ValueError("tuple.index(x): x not in tuple")


def _slice_bound(value, n):
    if type_lookup(type(value), "__index__", None) is None:
        raise TypeError("slice indices must be integers or have an __index__ method")
    value = _index(value)
    if value < 0:
        value += n
        return 0 if value < 0 else value
    return value


def _sequences_equal(left, right):
    """Equality of two plain lists or two plain tuples, item by item."""
    if len(left) != len(right):
        return False
    number = 0
    while number < len(left) and number < len(right):
        x, y = left[number], right[number]
        if x is not y and not x == y:
            return False
        number += 1
    return len(left) == len(right)


def _sequences_less(left, right, how):
    """``< <= > >=`` (how 0 to 3) of two plain sequences: by the first items that differ."""
    number = 0
    while number < len(left) and number < len(right):
        x, y = left[number], right[number]
        if x is not y and not x == y:
            if how == 0:
                return x < y
            if how == 1:
                return x <= y
            if how == 2:
                return x > y
            return x >= y
        number += 1
    if how == 0:
        return len(left) < len(right)
    if how == 1:
        return len(left) <= len(right)
    if how == 2:
        return len(left) > len(right)
    return len(left) >= len(right)


class tuple:
    """An immutable sequence."""

    @native
    def __new__(cls, iterable=(), /, **keywords):
        if keywords and not _replaces(cls, tuple, "__init__"):
            raise TypeError("tuple() takes no keyword arguments")
        if type(iterable) is tuple:
            value = iterable
        else:
            value = _tuple_from_list(_list_of(iterable))
        return value if cls is tuple else instance_of(cls, value)

    @native
    def count(self, value, /):
        found = 0
        for item in unwrapped(self):
            if item is value or item == value:
                found += 1
        return found

    @native
    def index(self, value, start=0, stop=9223372036854775807, /):
        return _find_item(unwrapped(self), value, start, stop, "tuple")

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __getitem__(self, key, /):
        return unwrapped(self)[_sequence_key(key, "tuple")]

    @native
    def __contains__(self, key, /):
        for item in unwrapped(self):
            if item is key or item == key:
                return True
        return False

    @native
    def __add__(self, value, /):
        if not isinstance(value, tuple):
            raise TypeError(f'can only concatenate tuple (not "{_name_of(value)}") to tuple')
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
    def __eq__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return _sequences_equal(unwrapped(self), unwrapped(value))

    @native
    def __ne__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return not _sequences_equal(unwrapped(self), unwrapped(value))

    @native
    def __lt__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 0)

    @native
    def __le__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 1)

    @native
    def __gt__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 2)

    @native
    def __ge__(self, value, /):
        if not isinstance(value, tuple):
            return NotImplemented
        return _sequences_less(unwrapped(self), unwrapped(value), 3)

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    def __repr__(self, /):
        return _repr_items(self, unwrapped(self), "(", ")")

    @native
    def __getnewargs__(self, /):
        return (unwrapped(self),)

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _tuple_from_list(items):
    return (*items,)


class longrange_iterator:
    """The items of a range whose bounds are no tagged integers."""

    __slots__ = ("_next", "_step", "_left")

    def __iter__(self, /):
        return self

    def __next__(self, /):
        if self._left <= 0:
            raise StopIteration
        value = self._next
        self._next = value + self._step
        self._left -= 1
        return value

    def __length_hint__(self, /):
        return self._left


def _large_range_items(value, step, size):
    made = instance_of(longrange_iterator)
    made._next, made._step, made._left = value, step, size
    return made


class range:
    """An arithmetic progression of ints."""

    @native
    def __new__(cls, start, stop=_missing, step=_missing, /):
        if stop is _missing:
            start, stop = 0, start
        start, stop = _index(start), _index(stop)
        step = 1 if step is _missing else _index(step)
        if step == 0:
            raise ValueError("range() arg 3 must not be zero")
        if step > 0:
            length = (stop - start + step - 1) // step
        else:
            length = (start - stop - step - 1) // -step
        return range_make(start, stop, step, length if length > 0 else 0)

    @member
    def start(self): ...

    @member
    def stop(self): ...

    @member
    def step(self): ...

    @native
    def count(self, value, /):
        found = 0
        for item in self:
            if item == value:
                found += 1
        return found

    @native
    def index(self, value, /):
        for number, item in enumerate(self):
            if item == value:
                return number
        if isinstance(value, int):
            raise ValueError(f"{value!r} is not in range")
        raise ValueError("sequence.index(x): x not in sequence")

    @native
    def __len__(self, /):
        size = range_size(self)
        if size >= 1 << 63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return size

    @native
    def __iter__(self, /):
        return _large_range_items(self.start, self.step, range_size(self))

    @native
    def __reversed__(self, /):
        return iter(self[::-1])

    @native
    def __getitem__(self, key, /):
        key = _sequence_key(key, "range")
        size = range_size(self)
        first, step = self.start, self.step
        if isinstance(key, slice):
            start, stop, stride = key.indices(size)
            return range(first + start * step, first + stop * step, stride * step)
        if key < 0:
            key += size
        if not 0 <= key < size:
            raise IndexError("range object index out of range")
        return first + key * step

    @native
    def __contains__(self, key, /):
        if type(key) is int:
            number = (key - self.start) // self.step
            return 0 <= number < range_size(self) and self.start + number * self.step == key
        for item in self:
            if item == key:
                return True
        return False

    @native
    def __bool__(self, /):
        return range_size(self) != 0

    @native
    def __eq__(self, value, /):
        return NotImplemented

    @native
    def __hash__(self, /): ...

    @native
    def __repr__(self, /):
        if self.step == 1:
            return f"range({self.start}, {self.stop})"
        return f"range({self.start}, {self.stop}, {self.step})"


class slice:
    """Bounds and step of a slicing."""

    @native
    def __new__(cls, start, stop=_missing, step=None, /):
        if stop is _missing:
            return slice(None, start, step)
        return slice(start, stop, step)

    @member
    def start(self): ...

    @member
    def stop(self): ...

    @member
    def step(self): ...

    @native
    def indices(self, length, /):
        length = _index(length)
        if length < 0:
            raise ValueError("length should not be negative")
        plain = _plain_slice(self)
        step = 1 if plain.step is None else plain.step
        if step == 0:
            raise ValueError("slice step cannot be zero")
        lowest, highest = (-1, length - 1) if step < 0 else (0, length)
        ends = []
        for end, default in (
                (plain.start, highest if step < 0 else lowest),
                (plain.stop, lowest if step < 0 else highest)):
            if end is None:
                ends.append(default)
                continue
            if end < 0:
                end += length
            ends.append(lowest if end < lowest else highest if end > highest else end)
        return ends[0], ends[1], step

    @native
    def __eq__(self, value, /):
        if not isinstance(value, slice):
            return NotImplemented
        return (self.start, self.stop, self.step) == (value.start, value.stop, value.step)

    @native
    def __lt__(self, value, /):
        if not isinstance(value, slice):
            return NotImplemented
        return (self.start, self.stop, self.step) < (value.start, value.stop, value.step)

    @native
    def __hash__(self, /):
        if _HOST_MINOR < 12:
            raise TypeError("unhashable type: 'slice'")
        return hash((self.start, self.stop, self.step))

    @native
    def __repr__(self, /):
        return f"slice({self.start!r}, {self.stop!r}, {self.step!r})"


# ---------------------------------------------------------------- repr of containers
def _repr_enter(obj):
    """Note that the repr of an object runs; False if it does already."""
    running = state_get(151)
    if running is None:
        running = []
        state_set(151, running)
    for other in running:
        if other is obj:
            return False
    running.append(obj)
    return True


def _repr_leave():
    state_get(151).pop()


def _repr_items(obj, items, opening, closing):
    """The repr of a list or tuple."""
    if not _repr_enter(obj):
        return opening + "..." + closing
    try:
        pieces = [repr(item) for item in items]
    finally:
        _repr_leave()
    if opening == "(" and len(pieces) == 1:
        return f"({pieces[0]},)"
    return opening + ", ".join(pieces) + closing
