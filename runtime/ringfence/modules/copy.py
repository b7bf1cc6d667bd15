"""copy: shallow and deep copies, by ``__copy__``, ``__deepcopy__``, or attribute by attribute."""

from _kernel import own_attribute_set

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
_missing = ("no value",)
_atomic = (int, float, bool, complex, str, bytes, type(None), type(...), type(NotImplemented), type,
           range, type(len), type(lambda: 0), property, slice, type([].append), type(list[int]),
           type(int | str), type((lambda: 0).__code__))


def _is_atomic(kind):
    for other in _atomic:
        if kind is other:
            return True
    return issubclass(kind, type)


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            names.append(name)
    return names


def _state_of(value):
    """Attributes of an instance by name, as they are or as ``__getstate__`` gives them."""
    getter = getattr(type(value), "__getstate__", None)
    if getter is not None and getter is not object.__getstate__:
        return getter(value), True
    state = dict(getattr(value, "__dict__", None) or {})
    for name in _slot_names(type(value)):
        found = getattr(value, name, _missing)
        if found is not _missing:
            state[name] = found
    return state, False


def _set_state(made, state, own):
    if not own and not state:
        return
    setter = getattr(made, "__setstate__", None)
    if setter is not None:
        setter(state)
        return
    if isinstance(state, tuple) and len(state) == 2:
        state = {**(state[0] or {}), **(state[1] or {})}
    slots = _slot_names(type(made))
    for name, found in (state or {}).items():
        if name in slots:
            object.__setattr__(made, name, found)
        else:
            own_attribute_set(made, name, found)


_exception_reduce = BaseException.__reduce__


def _reduced(value):
    """What a class's own ``__reduce_ex__`` or ``__reduce__`` says, or None."""
    kind = type(value)
    method = getattr(kind, "__reduce_ex__", None)
    if method is not None and method is not object.__reduce_ex__:
        return method(value, 4)
    method = getattr(kind, "__reduce__", None)
    if method is not None and method is not object.__reduce__:
        parts = method(value)
        if method is _exception_reduce and isinstance(value, OSError):
            args = parts[1]
            if value.filename is not None and len(args) == 2:
                args = (*args, value.filename)
                if value.filename2 is not None:
                    args = (*args, None, value.filename2)
            parts = (parts[0], args, *parts[2:])
        return parts
    return None


def _rebuilt(parts, memo):
    function, args = parts[0], parts[1]
    state = parts[2] if len(parts) > 2 else None
    items = parts[3] if len(parts) > 3 else None
    pairs = parts[4] if len(parts) > 4 else None
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    made = function(*args)
    if state is not None:
        _set_state(made, state if memo is None else deepcopy(state, memo), True)
    for item in items or ():
        made.append(item if memo is None else deepcopy(item, memo))
    for key, item in pairs or ():
        if memo is not None:
            key = deepcopy(key, memo)
            item = deepcopy(item, memo)
        made[key] = item
    return made


def _payload(value):
    """Which builtin container an instance of a subclass wraps."""
    for kind in (list, dict, set, frozenset, tuple, int, str, float, bytes, bytearray):
        if isinstance(value, kind):
            return kind
    return None


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    kind = type(x)
    if _is_atomic(kind) or kind is tuple or kind is frozenset:
        return x
    if kind is list or kind is dict or kind is set or kind is bytearray:
        return x.copy()
    method = getattr(kind, "__copy__", None)
    if method is not None:
        return method(x)
    parts = _reduced(x)
    if parts is not None:
        return x if isinstance(parts, str) else _rebuilt(parts, None)
    _refuse(x)
    payload = _payload(x)
    if payload is None:
        made = object.__new__(kind)
    elif payload in (list, dict, set, bytearray):
        made = payload.__new__(kind)
        if payload is list or payload is bytearray:
            payload.extend(made, payload.__iter__(x))
        else:
            for key in payload.__iter__(x):
                if payload is dict:
                    dict.__setitem__(made, key, dict.__getitem__(x, key))
                else:
                    set.add(made, key)
    else:
        made = payload.__new__(kind, payload(x) if payload not in (tuple, frozenset)
                               else list(payload.__iter__(x)))
    state, own = _state_of(x)
    _set_state(made, state, own)
    return made


def _refuse(x):
    kind = type(x)
    if kind.__name__ in ("generator", "coroutine", "async_generator", "module", "frame",
                         "traceback", "dict_keys", "dict_values", "dict_items", "memoryview"):
        raise TypeError(f"cannot pickle '{kind.__name__}' object")
    for base in kind.__mro__:
        # their place is in a generator or in the machine: a copy would share it, or have none
        if (base.__module__ in ("builtins", "itertools") and "__next__" in base.__dict__
                and base.__name__ not in ("map", "filter", "longrange_iterator")):
            raise TypeError(f"cannot pickle '{kind.__qualname__}' object")


def deepcopy(x, memo=None, _nil=()):
    """Deep copy operation on arbitrary Python objects."""
    kind = type(x)
    if kind is int or kind is str or kind is float or x is None or kind is bool:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    if kind is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
    elif kind is dict:
        made = {}
        memo[id(x)] = made
        for key, item in x.items():
            made[deepcopy(key, memo)] = deepcopy(item, memo)
    elif kind is tuple:
        items = [deepcopy(item, memo) for item in x]
        known = memo.get(id(x), _missing)
        if known is not _missing:
            return known
        made = x
        for before, after in zip(x, items):
            if before is not after:
                made = tuple(items)
                break
    elif kind is set:
        made = {deepcopy(item, memo) for item in x}
    elif kind is frozenset:
        made = frozenset([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        made = x.copy()
    elif _is_atomic(kind):
        return x
    else:
        made = _deep_instance(x, kind, memo)
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_instance(x, kind, memo):
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        return method(memo)
    parts = _reduced(x)
    if parts is not None:
        return x if isinstance(parts, str) else _rebuilt(parts, memo)
    _refuse(x)
    if kind.__name__ in ("method",):
        return kind(x.__func__, deepcopy(x.__self__, memo))
    payload = _payload(x)
    if payload is None:
        made = object.__new__(kind)
        memo[id(x)] = made
    elif payload in (list, dict, set, bytearray):
        made = payload.__new__(kind)
        memo[id(x)] = made
    elif payload in (tuple, frozenset):
        made = payload.__new__(kind, [deepcopy(item, memo) for item in payload.__iter__(x)])
    else:
        made = payload.__new__(kind, payload(x))
    state, own = _state_of(x)
    _set_state(made, deepcopy(state, memo), own)
    if payload is list:
        for item in list.__iter__(x):
            list.append(made, deepcopy(item, memo))
    elif payload is set:
        for item in set.__iter__(x):
            set.add(made, deepcopy(item, memo))
    elif payload is dict:
        for key, item in dict.items(x):
            dict.__setitem__(made, deepcopy(key, memo), deepcopy(item, memo))
    elif payload is bytearray:
        made.extend(x)
    return made


if hasattr(slice, "__replace__"):
    def replace(obj, /, **changes):
        """Return a new object replacing specified fields with new values."""
        method = getattr(type(obj), "__replace__", None)
        if method is None:
            raise TypeError(f"replace() does not support {type(obj).__name__} objects")
        return method(obj, **changes)
