"""itertools: lazy iterators.

Each is a class around a generator that does the work: ``iter(x)`` gives the generator itself, so
that loops run in it without a call in between.
"""

from _prelude import _HOST_MINOR, _generic_alias, _index


class _Lazy:
    """An iterator that hands out what its generator yields."""

    __slots__ = ("_source",)

    def __iter__(self):
        return self._source

    def __next__(self):
        return next(self._source)


class count(_Lazy):
    """Return a count object whose .__next__() method returns consecutive values."""

    __slots__ = ("_at", "_step")

    def __init__(self, start=0, step=1):
        if not (hasattr(start, "__add__") and hasattr(start, "__sub__")
                and not hasattr(start, "__len__")):
            raise TypeError("a number is required")
        self._at = start
        self._step = step
        self._source = self._run(start, step)

    def _run(self, at, step):
        while True:
            following = at + step
            self._at = following
            yield at
            at = following

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f"count({self._at!r})"
        return f"count({self._at!r}, {self._step!r})"


class repeat(_Lazy):
    """repeat(object [,times]) -> create an iterator which returns the object"""

    __slots__ = ("_object", "_left")

    def __init__(self, object, times=None):
        self._object = object
        if times is None:
            self._left = None
            self._source = self._forever(object)
        else:
            self._left = max(_index(times), 0)
            self._source = self._some(object)

    def _forever(self, object):
        while True:
            yield object

    def _some(self, object):
        while self._left > 0:
            self._left -= 1
            yield object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


class cycle(_Lazy):
    """Return elements from the iterable until it is exhausted. Then repeat the sequence."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._source = _cycle(iter(iterable))


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


class accumulate(_Lazy):
    """Return series of accumulated sums (or other binary function results)."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._source = _accumulate(iter(iterable), func, initial)


def _batched(iterator, n, strict):
    while True:
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                break
        if not batch:
            return
        if strict and len(batch) < n:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


if _HOST_MINOR >= 12:
    class batched(_Lazy):
        """Batch data into tuples of length n. The last batch may be shorter than n."""

        __slots__ = ()

        def __init__(self, iterable, n, *, strict=False):
            n = _index(n)
            if n < 1:
                raise ValueError("n must be at least one")
            self._source = _batched(iter(iterable), n, strict)


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


class chain(_Lazy):
    """Return a chain object whose .__next__() method returns elements one iterable after another."""

    __slots__ = ()

    def __init__(self, *iterables):
        self._source = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        """Alternative chain() constructor taking a single iterable argument that evaluates lazily."""
        made = cls()
        made._source = _chain(iter(iterable))
        return made

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _compress(pairs):
    for item, chosen in pairs:
        if chosen:
            yield item


class compress(_Lazy):
    """Return data elements corresponding to true selector elements."""

    __slots__ = ()

    def __init__(self, data, selectors):
        self._source = _compress(zip(data, selectors))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


class dropwhile(_Lazy):
    """Drop items from the iterable while predicate(item) is true."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._source = _dropwhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class takewhile(_Lazy):
    """Return successive entries from an iterable as long as the predicate is true."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._source = _takewhile(predicate, iter(iterable))


def _filterfalse(predicate, iterator):
    if predicate is None or predicate is bool:
        for item in iterator:
            if not item:
                yield item
    else:
        for item in iterator:
            if not predicate(item):
                yield item


class filterfalse(_Lazy):
    """Return those items of iterable for which function(item) is false."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._source = _filterfalse(function, iter(iterable))


class _Groups:
    """What a groupby object and its groups share: the item read last and its key."""

    __slots__ = ("_iterator", "_key", "_item", "_item_key", "_at_end", "_number", "_wanted")

    def advance(self):
        """Read the next item; False at the end."""
        iterator = self._iterator
        for item in iterator:
            self._item = item
            self._item_key = item if self._key is None else self._key(item)
            return True
        self._at_end = True
        return False


def _group(shared, key, number):
    """Items of one group, as long as it is the current one."""
    while shared._number == number and not shared._at_end:
        yield shared._item
        if shared._number != number or not shared.advance():
            return
        if not (shared._item_key is key or shared._item_key == key):
            shared._wanted = True
            return


def _groupby(shared):
    if not shared.advance():
        return
    while True:
        shared._number += 1
        shared._wanted = False
        key = shared._item_key
        yield key, _group(shared, key, shared._number)
        shared._number += 1
        while not shared._wanted:
            if shared._at_end or not shared.advance():
                return
            if not (shared._item_key is key or shared._item_key == key):
                break
        if shared._at_end:
            return


class groupby(_Lazy):
    """make an iterator that returns consecutive keys and groups from the iterable"""

    __slots__ = ()

    def __init__(self, iterable, key=None):
        shared = _Groups()
        shared._iterator = iter(iterable)
        shared._key = key
        shared._at_end = False
        shared._number = 0
        shared._wanted = False
        self._source = _groupby(shared)


def _islice(iterator, start, stop, step):
    at = 0
    while at < start:
        for _ in iterator:
            break
        else:
            return
        at += 1
    if stop is not None and at >= stop:
        return
    if step == 1:
        if stop is None:
            for item in iterator:
                yield item
            return
        for item in iterator:
            yield item
            at += 1
            if at >= stop:
                return
        return
    wait = 0
    for item in iterator:
        if wait == 0:
            yield item
            wait = step
        wait -= 1
        at += 1
        if stop is not None and at >= stop:
            return


def _slice_number(value, name):
    if value is None:
        return None
    try:
        value = _index(value)
    except TypeError:
        value = -1
    if value < 0:
        if name == "step":
            raise ValueError("Step for islice() must be a positive integer or None.")
        if name == "only":
            raise ValueError("Stop argument for islice() must be None or an integer: "
                             "0 <= x <= sys.maxsize.")
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return value


class islice(_Lazy):
    """islice(iterable, stop) --> islice object
    islice(iterable, start, stop[, step]) --> islice object"""

    __slots__ = ()

    def __init__(self, iterable, *bounds):
        if not bounds or len(bounds) > 3:
            few = "at least 2 arguments" if not bounds else "at most 4 arguments"
            raise TypeError(f"islice expected {few}, got {len(bounds) + 1}")
        if len(bounds) == 1:
            start, stop, step = 0, _slice_number(bounds[0], "only"), 1
        else:
            stop = _slice_number(bounds[1], "stop")
            start = _slice_number(bounds[0], "start") or 0
            step = _slice_number(bounds[2], "step") if len(bounds) == 3 else 1
            if step is None:
                step = 1
            if step == 0:
                _slice_number(-1, "step")
        self._source = _islice(iter(iterable), start, stop, step)


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


class pairwise(_Lazy):
    """Return an iterator of overlapping pairs taken from the input iterator."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._source = _pairwise(iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


class starmap(_Lazy):
    """Return an iterator whose values are returned from the function evaluated with an argument tuple."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._source = _starmap(function, iter(iterable))


class _tee_iterator(_Lazy):
    """Iterator wrapped to make it copyable."""

    __slots__ = ("_link",)

    def __init__(self, link):
        self._link = link
        self._source = self._run()

    def _run(self):
        while True:
            link = self._link
            if link[1] is None:
                iterator = link[2]
                if iterator is None:
                    return
                for item in iterator:
                    break
                else:
                    link[2] = None
                    return
                link[0] = item
                link[1] = [None, None, iterator]
                link[2] = None
            self._link = link[1]
            yield link[0]

    def __copy__(self):
        return _tee_iterator(self._link)


@builtin
def tee(iterable, n=2, /):
    """Returns a tuple of n independent iterators."""
    n = _index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    if isinstance(iterable, _tee_iterator):
        first = iterable
    else:
        first = _tee_iterator([None, None, iter(iterable)])
    return (first, *[_tee_iterator(first._link) for _ in range(n - 1)])


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    ended = [False] * active
    if not active:
        return
    while True:
        row = []
        for number in range(len(iterators)):
            if ended[number]:
                row.append(fillvalue)
                continue
            iterator = iterators[number]
            for item in iterator:
                row.append(item)
                break
            else:
                ended[number] = True
                active -= 1
                if not active:
                    return
                row.append(fillvalue)
        yield tuple(row)


class zip_longest(_Lazy):
    """Return a zip_longest object whose .__next__() method returns a tuple."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._source = _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


# ---------------------------------------------------------------- combinatorics
def _product(pools):
    for pool in pools:
        if not pool:
            return
    n = len(pools)
    if n == 0:
        yield ()
        return
    if n == 2:
        second = pools[1]
        for a in pools[0]:
            for b in second:
                yield a, b
        return
    last = pools[-1]
    places = [0] * n
    row = [pool[0] for pool in pools]
    while True:
        head = tuple(row[:-1])
        for item in last:
            yield (*head, item)
        at = n - 2
        while at >= 0:
            places[at] += 1
            if places[at] < len(pools[at]):
                row[at] = pools[at][places[at]]
                break
            places[at] = 0
            row[at] = pools[at][0]
            at -= 1
        if at < 0:
            return


class product(_Lazy):
    """Cartesian product of input iterables. Equivalent to nested for-loops."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._source = _product([tuple(pool) for pool in iterables] * repeat)


def _length(r, what="r"):
    if not isinstance(r, int):
        r = _index(r)
    if r < 0:
        raise ValueError(f"{what} must be non-negative")
    return r


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    if r == 2:
        for i in range(n - 1):
            a = pool[i]
            for j in range(i + 1, n):
                yield a, pool[j]
        return
    places = list(range(r))
    row = [pool[i] for i in places]
    while True:
        yield tuple(row)
        at = r - 1
        while at >= 0 and places[at] == n - r + at:
            at -= 1
        if at < 0:
            return
        place = places[at] + 1
        for k in range(at, r):
            places[k] = place
            row[k] = pool[place]
            place += 1


class combinations(_Lazy):
    """Return successive r-length combinations of elements in the iterable."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        self._source = _combinations(pool, _length(r))


def _with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    places = [0] * r
    row = [pool[0]] * r if r else []
    while True:
        yield tuple(row)
        at = r - 1
        while at >= 0 and places[at] == n - 1:
            at -= 1
        if at < 0:
            return
        place = places[at] + 1
        for k in range(at, r):
            places[k] = place
            row[k] = pool[place]


class combinations_with_replacement(_Lazy):
    """Return successive r-length combinations of elements in the iterable
    allowing individual elements to have successive repeats."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        self._source = _with_replacement(pool, _length(r))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    left = list(range(n, n - r, -1))  # choices not yet made at each place
    row = [pool[i] for i in order[:r]]
    while True:
        yield tuple(row)
        at = r - 1
        while at >= 0:
            left[at] -= 1
            if left[at]:
                other = n - left[at]
                order[at], order[other] = order[other], order[at]
                for k in range(at, r):
                    row[k] = pool[order[k]]
                break
            order.append(order.pop(at))
            left[at] = n - at
            at -= 1
        if at < 0:
            return


class permutations(_Lazy):
    """Return successive r-length permutations of elements in the iterable."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and not isinstance(r, int):
            raise TypeError("Expected int as r")
        self._source = _permutations(pool, len(pool) if r is None else _length(r))
