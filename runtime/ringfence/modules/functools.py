"""functools: functions that act on functions."""

from _kernel import own_attribute, own_attribute_set
from _prelude import _HOST_MINOR, _generic_alias

_missing = ("no value",)

if _HOST_MINOR < 12:
    WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
else:
    WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__",
                           "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Update a wrapper function to look like the wrapped function"""
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            if name == "__dict__":
                setattr(wrapper, key, value)
            else:
                getattr(wrapper, name)[key] = value
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function"""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


# ---------------------------------------------------------------- total_ordering
def _opposite(name, with_equal):
    """`a OP b` as `not a NAME b`, and not equal if asked for."""
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        if with_equal:
            return not answer and self != other
        return not answer

    return compare


def _extended(name, wanted_equal):
    """`a OP b` from the strict or the inclusive comparison of the same direction."""
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        if wanted_equal:
            return answer or self == other
        return answer and self != other

    return compare


def _opposite_or_equal(name):
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        return not answer or self == other

    return compare


_derived = {
    "__lt__": (("__gt__", _opposite("__lt__", True)), ("__le__", _extended("__lt__", True)),
               ("__ge__", _opposite("__lt__", False))),
    "__le__": (("__ge__", _opposite_or_equal("__le__")), ("__lt__", _extended("__le__", False)),
               ("__gt__", _opposite("__le__", False))),
    "__gt__": (("__lt__", _opposite("__gt__", True)), ("__ge__", _extended("__gt__", True)),
               ("__le__", _opposite("__gt__", False))),
    "__ge__": (("__le__", _opposite_or_equal("__ge__")), ("__gt__", _extended("__ge__", False)),
               ("__lt__", _opposite("__ge__", False))),
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    defined = [name for name in _derived if getattr(cls, name) is not getattr(object, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in defined:
            break
    for name, function in _derived[root]:
        if name not in defined:
            setattr(cls, name, function)
    return cls


class _KeyWrapper:
    """An object ordered by a comparison function."""

    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0


@builtin
def cmp_to_key(mycmp):
    """Convert a cmp= function into a key= function"""
    def key(obj):
        return _KeyWrapper(obj, mycmp)

    return key


@builtin
def reduce(function, iterable, initial=_missing, /):
    """Apply a function of two arguments cumulatively to the items of an iterable."""
    if not hasattr(type(iterable), "__iter__") and not hasattr(type(iterable), "__getitem__"):
        raise TypeError("reduce() arg 2 must support iteration")
    iterator = iter(iterable)
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


# ---------------------------------------------------------------- partial
class partial:
    """New function with partial application of the given arguments and keywords."""

    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func = args[0]
        args = args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial) and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords or self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(value) for value in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        title = "functools.partial" if type(self) is partial else type(self).__qualname__
        return f"{title}({', '.join(parts)})"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    __slots__ = ("func", "args", "keywords")

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        getter = getattr(type(self.func), "__get__", None)
        if getter is not None:
            bound = getter(self.func, obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                receiver = getattr(bound, "__self__", _missing)
                if receiver is not _missing:
                    made.__self__ = receiver
                return made
        function = self.func
        given = self.args
        named = self.keywords

        def method(receiver, /, *args, **keywords):
            return function(receiver, *given, *args, **{**named, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        return method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(value) for value in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"


# ---------------------------------------------------------------- caches
class _CacheInfo(tuple):
    __slots__ = ()
    __match_args__ = ("hits", "misses", "maxsize", "currsize")
    _fields = __match_args__

    @property
    def hits(self):
        return self[0]

    @property
    def misses(self):
        return self[1]

    @property
    def maxsize(self):
        return self[2]

    @property
    def currsize(self):
        return self[3]

    def __repr__(self):
        return (f"CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, "
                f"currsize={self[3]!r})")


_keyword_mark = ("keywords follow",)


def _make_key(args, keywords, typed):
    """What a call is remembered by."""
    if not typed and not keywords and len(args) == 1:
        kind = type(args[0])
        if kind is int or kind is str:
            return args[0]
    key = args
    if keywords:
        key = (*args, _keyword_mark)
        for pair in keywords.items():
            key = key + pair
    if typed:
        key = (*key, *[type(value) for value in args])
        if keywords:
            key = (*key, *[type(value) for value in keywords.values()])
    return key


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        wrapper = _cached(maxsize, 128, typed)
        wrapper.cache_parameters = lambda: {"maxsize": 128, "typed": typed}
        return update_wrapper(wrapper, maxsize)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        if not callable(function):
            raise TypeError("the first argument must be callable")
        wrapper = _cached(function, maxsize, typed)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    return decorate


def _cached(function, maxsize, typed):
    kept = {}
    hits = 0
    misses = 0
    missing = _missing

    if maxsize is None:
        def wrapper(*args, **keywords):
            nonlocal hits, misses
            key = _make_key(args, keywords, typed)
            if not kept:
                hash(key)  # an empty dict does not ask for it
            value = kept.get(key, missing)
            if value is not missing:
                hits += 1
                return value
            misses += 1
            value = function(*args, **keywords)
            kept[key] = value
            return value
    elif maxsize == 0:
        def wrapper(*args, **keywords):
            nonlocal misses
            misses += 1
            return function(*args, **keywords)
    else:
        def wrapper(*args, **keywords):
            nonlocal hits, misses
            key = _make_key(args, keywords, typed)
            if not kept:
                hash(key)  # an empty dict does not ask for it
            value = kept.pop(key, missing)
            if value is not missing:
                kept[key] = value
                hits += 1
                return value
            misses += 1
            value = function(*args, **keywords)
            if key in kept:
                return value
            if len(kept) >= maxsize:
                for oldest in kept:
                    break
                del kept[oldest]
            kept[key] = value
            return value

    def cache_info():
        """Report cache statistics"""
        return _CacheInfo((hits, misses, maxsize, len(kept)))

    def cache_clear():
        """Clear the cache and cache statistics"""
        nonlocal hits, misses
        hits = 0
        misses = 0
        kept.clear()

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper


def cache(user_function, /):
    """Simple lightweight unbounded cache.  Sometimes called "memoize"."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    # a property computed once and kept in the attributes of the instance

    __slots__ = ("func", "attrname", "__doc__", "lock")

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        value = own_attribute(instance, self.attrname, _missing)
        if value is not _missing:
            return value
        if not hasattr(instance, "__dict__"):
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.")
        value = self.func(instance)
        own_attribute_set(instance, self.attrname, value)
        return value

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


# ---------------------------------------------------------------- singledispatch
def _find_implementation(cls, registry):
    """The function registered for the class that is nearest in the MRO; then by ABC."""
    for base in cls.__mro__[:-1]:
        if base in registry:
            return registry[base]
    found = None
    for candidate in registry:
        if candidate is object or not issubclass(cls, candidate):
            continue
        if found is None or issubclass(candidate, found):
            found = candidate
        elif not issubclass(found, candidate):
            raise RuntimeError(f"Ambiguous dispatch: {found} or {candidate}")
    return registry[object if found is None else found]


def _is_dispatch_class(cls):
    if isinstance(cls, type):
        return True
    args = getattr(cls, "__args__", None)
    return (type(cls).__name__ in ("UnionType", "_UnionGenericAlias", "Union")
            and args is not None and all([isinstance(arg, type) for arg in args]))


def singledispatch(func):
    """Single-dispatch generic function decorator."""
    registry = {object: func}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The implementation for a class."""
        return _find_implementation(cls, registry)

    def register(cls, func=None):
        """Register a new implementation for the given class."""
        if _is_dispatch_class(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class "
                                "or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated "
                                "function.")
            func = cls
            for argument, cls in annotations.items():
                break
            if not _is_dispatch_class(cls):
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        for one in (cls,) if isinstance(cls, type) else cls.__args__:
            registry[one] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return _find_implementation(args[0].__class__, registry)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register a new implementation for the given class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **keywords):
            found = dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **keywords)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
