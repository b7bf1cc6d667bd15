"""Iterators: the classes that kernels step, and those that call user code.

``enumerate``, ``zip`` and ``reversed`` over builtin values are kernel iterators; over anything else
they are instances of the same class with an iterator inside, stepped here. ``map``, ``filter`` and
``iter(callable, sentinel)`` always call user code.
"""

from _kernel import generator_resume, instance_of, iterator_bound, type_lookup


@native
def iter(object, sentinel=_missing, /):
    if sentinel is not _missing:
        if not callable(object):
            raise TypeError("iter(v, w): v must be callable")
        made = instance_of(callable_iterator)
        made._callable = object
        made._sentinel = sentinel
        return made
    return _op_iter(object)


@native
def next(iterator, default=_missing, /):
    if default is _missing:
        if type(iterator) is generator:
            return generator_resume(iterator)
        method = type_lookup(type(iterator), "__next__", None)
        if method is None:
            raise TypeError(f"'{type(iterator).__name__}' object is not an iterator")
        return _call_alone(method, iterator, type(iterator))
    try:
        return next(iterator)
    except StopIteration:
        return default


@native
def aiter(async_iterable, /):
    method = type_lookup(type(async_iterable), "__aiter__", None)
    if method is None:
        raise TypeError(f"'{type(async_iterable).__name__}' object is not an async iterable")
    made = _call_alone(method, async_iterable, type(async_iterable))
    if type_lookup(type(made), "__anext__", None) is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(made).__name__}'")
    return made


@native
def anext(async_iterator, default=_missing, /):
    method = type_lookup(type(async_iterator), "__anext__", None)
    if method is None:
        raise TypeError(f"'{type(async_iterator).__name__}' object is not an async iterator")
    awaitable = _call_alone(method, async_iterator, type(async_iterator))
    if default is _missing:
        return awaitable
    return _anext_or(awaitable, default)


async def _anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


# ---------------------------------------------------------------- stepped by kernels
class list_iterator:
    """Iterator over a list."""

    @native("iter")
    def __iter__(self, /): ...

    @native("next")
    def __next__(self, /): ...

    @native("iterator_bound")
    def __length_hint__(self, /): ...


class tuple_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class range_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class str_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class bytes_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class bytearray_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_keyiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_valueiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_itemiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_reversekeyiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_reversevalueiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class dict_reverseitemiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class set_iterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class list_reverseiterator:
    __iter__ = list_iterator.__iter__
    __next__ = list_iterator.__next__
    __length_hint__ = list_iterator.__length_hint__


class iterator:
    """Iterator over anything with ``__getitem__``, from index 0 to its IndexError."""

    __slots__ = ("_sequence", "_index")

    def __iter__(self, /):
        return self

    def __next__(self, /):
        sequence = self._sequence
        if sequence is None:
            raise StopIteration
        try:
            item = sequence[self._index]
        except (IndexError, StopIteration):
            self._sequence = None
            raise StopIteration from None
        self._index += 1
        return item


def _sequence_iterator(sequence):
    made = instance_of(iterator)
    made._sequence = sequence
    made._index = 0
    return made


# ---------------------------------------------------------------- over anything
class enumerate:
    """Pairs of a count and each item of an iterable."""

    __slots__ = ("_iterator", "_count")

    @native
    def __new__(cls, iterable, start=0):
        made = instance_of(cls)
        made._iterator = iter(iterable)
        made._count = _index(start)
        return made

    @native("iter")
    def __iter__(self, /):
        return self

    @native("next")
    def __next__(self, /):
        item = next(self._iterator)
        count = self._count
        self._count = count + 1
        return count, item

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


class zip:
    """Tuples of the items of several iterables."""

    __slots__ = ("_iterators", "_strict")

    @native
    def __new__(cls, /, *iterables, strict=False):
        made = instance_of(cls)
        made._iterators = [iter(iterable) for iterable in iterables]
        made._strict = bool(strict)
        return made

    @native("iter")
    def __iter__(self, /):
        return self

    @native("next")
    def __next__(self, /):
        iterators = self._iterators
        if not iterators:
            raise StopIteration
        items = []
        for iterator in iterators:
            try:
                items.append(next(iterator))
            except StopIteration:
                if self._strict:
                    _zip_check(iterators, len(items))
                raise
        return tuple(items)


def _zip_check(iterators, ended):
    """The ValueError of a strict zip, if its iterables are not of one length."""
    if ended:
        plural = " " if ended == 1 else "s 1-"
        raise ValueError(f"zip() argument {ended + 1} is shorter than argument{plural}{ended}")
    for number in range(1, len(iterators)):
        try:
            next(iterators[number])
        except StopIteration:
            continue
        plural = " " if number == 1 else "s 1-"
        raise ValueError(f"zip() argument {number + 1} is longer than argument{plural}{number}")


class reversed:
    """The items of a sequence from its end."""

    __slots__ = ("_sequence", "_index")

    @native
    def __new__(cls, sequence, /):
        method = type_lookup(type(sequence), "__reversed__", _missing)
        if method is None:
            raise TypeError(f"'{type(sequence).__name__}' object is not reversible")
        if method is not _missing:
            return _call_alone(method, sequence, type(sequence))
        if type_lookup(type(sequence), "__getitem__", None) is None or isinstance(sequence, dict):
            raise TypeError(f"'{type(sequence).__name__}' object is not reversible")
        made = instance_of(cls)
        made._sequence = sequence
        made._index = len(sequence) - 1
        return made

    @native("iter")
    def __iter__(self, /):
        return self

    @native("next")
    def __next__(self, /):
        index = self._index
        if index < 0:
            raise StopIteration
        try:
            item = self._sequence[index]
        except (IndexError, StopIteration):
            self._index = -1
            raise StopIteration from None
        self._index = index - 1
        return item

    @native("iterator_bound")
    def __length_hint__(self, /):
        return self._index + 1


class map:
    """The results of a function for the items of iterables."""

    __slots__ = ("_function", "_iterator", "_iterators")

    def __new__(cls, /, *args):
        if len(args) < 2:
            raise TypeError("map() must have at least two arguments.")
        made = instance_of(cls)
        made._function = args[0]
        if len(args) == 2:
            made._iterator = iter(args[1])
            made._iterators = None
        else:
            made._iterators = [iter(iterable) for iterable in args[1:]]
        return made

    def __iter__(self, /):
        return self

    def __next__(self, /):
        iterators = self._iterators
        if iterators is None:
            return self._function(next(self._iterator))
        return self._function(*[next(iterator) for iterator in iterators])


class filter:
    """The items of an iterable for which a function is true."""

    __slots__ = ("_function", "_iterator")

    def __new__(cls, function, iterable, /):
        made = instance_of(cls)
        made._function = function
        made._iterator = iter(iterable)
        return made

    def __iter__(self, /):
        return self

    def __next__(self, /):
        function = self._function
        iterator = self._iterator
        if function is None or function is bool:
            while True:
                item = next(iterator)
                if item:
                    return item
        while True:
            item = next(iterator)
            if function(item):
                return item


class callable_iterator:
    """Results of a callable until it gives the sentinel."""

    __slots__ = ("_callable", "_sentinel")

    def __iter__(self, /):
        return self

    def __next__(self, /):
        function = self._callable
        if function is None:
            raise StopIteration
        try:
            value = function()
        except StopIteration:
            self._callable = None
            raise
        if value == self._sentinel:
            self._callable = None
            raise StopIteration
        return value


# ---------------------------------------------------------------- functions over iterables
@native
def len(obj, /):
    return _op_length(obj)


@native
def all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True


@native
def any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False


@native
def sum(iterable, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    total = start
    if _HOST_MINOR >= 12:
        return _sum_compensated(iter(iterable), total)
    for item in iterable:
        total = total + item
    return total


def _sum_compensated(iterator, total):
    """sum() as of 3.12: once the total is a float, Neumaier's compensated summation."""
    for item in iterator:
        if type(total) is float and type(item) in (float, int):
            break
        total = total + item
    else:
        return total
    error = 0.0
    while True:
        if type(item) is float:
            new = total + item
            if abs(total) >= abs(item):
                error += (total - new) + item
            else:
                error += (item - new) + total
            total = new
        elif type(item) is int:
            total = total + float(item)
        else:
            if error and _is_finite(error):
                total = total + error
            total = total + item
            return _sum_compensated(iterator, total)
        try:
            item = next(iterator)
        except StopIteration:
            break
    if error and _is_finite(error):
        total = total + error
    return total


def _is_finite(x):
    return x - x == 0.0


@native
def min(*args, key=None, default=_missing):
    return _extreme("min", args, key, default)


@native
def max(*args, key=None, default=_missing):
    return _extreme("max", args, key, default)


def _extreme(name, args, key, default):
    if not args:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    if len(args) > 1:
        if default is not _missing:
            raise TypeError(
                f"Cannot specify a default for {name}() with multiple positional arguments")
        iterator = iter(args)
    else:
        iterator = iter(args[0])
    try:
        best = next(iterator)
    except StopIteration:
        best = _missing
    if best is _missing:  # here: an error raised while the other is handled would have it as context
        if default is not _missing:
            return default
        raise ValueError(
            f"{name}() arg is an empty sequence" if _HOST_MINOR < 12
            else f"{name}() iterable argument is empty")
    if key is None:
        if name == "min":
            for item in iterator:
                if item < best:
                    best = item
        else:
            for item in iterator:
                if item > best:
                    best = item
        return best
    best_key = key(best)
    if name == "min":
        for item in iterator:
            item_key = key(item)
            if item_key < best_key:
                best, best_key = item, item_key
    else:
        for item in iterator:
            item_key = key(item)
            if item_key > best_key:
                best, best_key = item, item_key
    return best


@native
def sorted(*args, key=None, reverse=False):
    if len(args) != 1:
        raise TypeError(f"sorted expected 1 argument, got {len(args)}")
    made = list(args[0])
    made.sort(key=key, reverse=reverse)
    return made
