"""dict, set, frozenset and the views of dicts. Kernels do the plain cases, hashtables.py the rest."""

from _kernel import dict_view_dict, frozenset_of, instance_of, set_of, type_lookup, unwrapped


class dict:
    """A mapping that keeps the order of insertion."""

    @native
    def __new__(cls, /, *args, **kwargs):
        # a plain dict is made here as a whole: calling the class does not call __init__
        if cls is not dict:
            return instance_of(cls, {})
        made = {}
        if args or kwargs:
            dict.__init__(made, *args, **kwargs)
        return made

    @native
    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"dict expected at most 1 argument, got {len(args)}")
        plain = unwrapped(self)
        if args:
            _dict_update(plain, args[0])
        if kwargs:
            plain.update(kwargs)

    @classmethod
    @native
    def fromkeys(cls, iterable, value=None, /):
        if cls is dict:
            made = {}
            for key in iterable:
                made[key] = value
            return made
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    @native
    def clear(self, /): ...

    @native
    def copy(self, /):
        return unwrapped(self).copy()

    @native
    def get(self, key, default=None, /):
        return _dict_get(unwrapped(self), key, default)

    @native
    def items(self, /): ...

    @native
    def keys(self, /): ...

    @native
    def pop(self, key, default=_missing, /):
        if default is _missing:
            return _dict_pop(unwrapped(self), key)
        return _dict_pop(unwrapped(self), key, default)

    @native
    def popitem(self, /): ...

    @native
    def setdefault(self, key, default=None, /):
        return _dict_setdefault(unwrapped(self), key, default)

    @native
    def update(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"update expected at most 1 argument, got {len(args)}")
        plain = unwrapped(self)
        if args:
            _dict_update(plain, args[0])
        if kwargs:
            plain.update(kwargs)

    @native
    def values(self, /): ...

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __reversed__(self, /): ...

    @native
    def __getitem__(self, key, /):
        plain = unwrapped(self)
        if plain is not self:
            try:
                return _dict_get_item(plain, key)
            except KeyError:
                method = type_lookup(type(self), "__missing__", None)
                if method is None:
                    raise
            return method(self, key)
        return _dict_get_item(plain, key)

    @native
    def __setitem__(self, key, value, /):
        _dict_set_item(unwrapped(self), key, value)

    @native
    def __delitem__(self, key, /):
        _dict_delete_item(unwrapped(self), key)

    @native
    def __contains__(self, key, /):
        return _dict_contains(unwrapped(self), key)

    @native
    def __eq__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        return _dict_equal(unwrapped(self), unwrapped(value))

    @native
    def __ne__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        return not unwrapped(self) == unwrapped(value)

    @native
    def __or__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        made = unwrapped(self).copy()
        _dict_update(made, value)
        return made

    @native
    def __ror__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        made = unwrapped(value).copy()
        _dict_update(made, self)
        return made

    @native
    def __ior__(self, value, /):
        _dict_update(unwrapped(self), value)
        return self

    __hash__ = None

    @native
    def __repr__(self, /):
        if not _repr_enter(self):
            return "{...}"
        try:
            pieces = [f"{key!r}: {value!r}" for key, value in unwrapped(self).items()]
        finally:
            _repr_leave()
        return "{" + ", ".join(pieces) + "}"

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _view_repr(view, name):
    if not _repr_enter(view):
        return "..."
    try:
        return f"{name}({list(view)!r})"
    finally:
        _repr_leave()


class dict_keys:
    """A view of the keys of a dict."""

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __reversed__(self, /): ...

    @native
    def __contains__(self, key, /):
        return key in dict_view_dict(self)

    @member("dict_view_mapping")
    def mapping(self): ...

    @native
    def isdisjoint(self, other, /):
        return _view_isdisjoint(self, other)

    @native
    def __and__(self, other, /):
        return _view_and(self, other)

    @native
    def __rand__(self, other, /):
        return _view_and(self, other)

    @native
    def __or__(self, other, /):
        return _view_or(self, other)

    @native
    def __ror__(self, other, /):
        return _view_or(self, other)

    @native
    def __sub__(self, other, /):
        return _view_sub(self, other)

    @native
    def __rsub__(self, other, /):
        return _view_sub(other, self)

    @native
    def __xor__(self, other, /):
        return _view_xor(self, other)

    @native
    def __rxor__(self, other, /):
        return _view_xor(self, other)

    @native
    def __eq__(self, other, /):
        return _view_eq(self, other)

    @native
    def __ne__(self, other, /):
        result = _view_eq(self, other)
        return result if result is NotImplemented else not result

    @native
    def __lt__(self, other, /):
        return _view_lt(self, other)

    @native
    def __le__(self, other, /):
        return _view_le(self, other)

    @native
    def __gt__(self, other, /):
        return _view_gt(self, other)

    @native
    def __ge__(self, other, /):
        return _view_ge(self, other)

    __hash__ = None

    @native
    def __repr__(self, /):
        return _view_repr(self, "dict_keys")


class dict_values:
    """A view of the values of a dict."""

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __reversed__(self, /): ...

    @member("dict_view_mapping")
    def mapping(self): ...

    @native
    def __repr__(self, /):
        return _view_repr(self, "dict_values")


class dict_items:
    """A view of the pairs of a dict."""

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __reversed__(self, /): ...

    @native
    def __contains__(self, item, /):
        return _items_contains(self, item)

    @member("dict_view_mapping")
    def mapping(self): ...

    @native
    def isdisjoint(self, other, /):
        return _view_isdisjoint(self, other)

    @native
    def __and__(self, other, /):
        return _view_and(self, other)

    @native
    def __rand__(self, other, /):
        return _view_and(self, other)

    @native
    def __or__(self, other, /):
        return _view_or(self, other)

    @native
    def __ror__(self, other, /):
        return _view_or(self, other)

    @native
    def __sub__(self, other, /):
        return _view_sub(self, other)

    @native
    def __rsub__(self, other, /):
        return _view_sub(other, self)

    @native
    def __xor__(self, other, /):
        return _view_xor(self, other)

    @native
    def __rxor__(self, other, /):
        return _view_xor(self, other)

    @native
    def __eq__(self, other, /):
        return _view_eq(self, other)

    @native
    def __ne__(self, other, /):
        result = _view_eq(self, other)
        return result if result is NotImplemented else not result

    @native
    def __lt__(self, other, /):
        return _view_lt(self, other)

    @native
    def __le__(self, other, /):
        return _view_le(self, other)

    @native
    def __gt__(self, other, /):
        return _view_gt(self, other)

    @native
    def __ge__(self, other, /):
        return _view_ge(self, other)

    __hash__ = None

    @native
    def __repr__(self, /):
        return _view_repr(self, "dict_items")


def _set_operand(value):
    """Whether a value is what operators on sets take."""
    return isinstance(value, (set, frozenset))


def _set_repr(value):
    plain = unwrapped(value)
    name = type(value).__name__
    if not _repr_enter(value):
        return f"{name}(...)"
    try:
        if not plain:
            return f"{name}()"
        pieces = ", ".join([repr(item) for item in plain])
    finally:
        _repr_leave()
    return "{" + pieces + "}" if type(value) is set else f"{name}({{{pieces}}})"


class set:
    """An unordered collection of unique elements."""

    @native
    def __new__(cls, /, *args, **kwargs):
        # a plain set is made here as a whole: calling the class does not call __init__
        if cls is not set:
            return instance_of(cls, set_of(()))
        if kwargs:
            raise TypeError("set() takes no keyword arguments")
        if len(args) > 1:
            raise TypeError(f"set expected at most 1 argument, got {len(args)}")
        made = set_of(())
        if args:
            _set_update(made, args[0])
        return made

    @native
    def __init__(self, /, *args, **kwargs):
        if kwargs and not _replaces(type(self), set, "__new__"):
            raise TypeError("set() takes no keyword arguments")
        if len(args) > 1:
            raise TypeError(f"{type(self).__name__} expected at most 1 argument, got {len(args)}")
        plain = unwrapped(self)
        plain.clear()
        if args:
            _set_update(plain, args[0])

    @native
    def add(self, elem, /):
        _set_add(unwrapped(self), elem)

    @native
    def clear(self, /): ...

    @native
    def discard(self, elem, /):
        _set_discard(unwrapped(self), elem)

    @native
    def pop(self, /): ...

    @native
    def remove(self, elem, /):
        _set_remove(unwrapped(self), elem)

    @native
    def update(self, *others):
        plain = unwrapped(self)
        for other in others:
            _set_update(plain, other)

    @native
    def intersection_update(self, *others):
        _set_intersection_update(unwrapped(self), *others)

    @native
    def difference_update(self, *others):
        _set_difference_update(unwrapped(self), *others)

    @native
    def symmetric_difference_update(self, other, /):
        _set_symmetric_difference_update(unwrapped(self), other)

    @native
    def union(self, *others):
        return _set_union(unwrapped(self), *others)

    @native
    def intersection(self, *others):
        return _set_intersection(unwrapped(self), *others)

    @native
    def difference(self, *others):
        return _set_difference(unwrapped(self), *others)

    @native
    def symmetric_difference(self, other, /):
        return _set_symmetric_difference(unwrapped(self), other)

    @native
    def issubset(self, other, /):
        return _set_issubset(unwrapped(self), other)

    @native
    def issuperset(self, other, /):
        return _set_issuperset(unwrapped(self), other)

    @native
    def isdisjoint(self, other, /):
        return _set_isdisjoint(unwrapped(self), other)

    @native
    def copy(self, /):
        return unwrapped(self).copy()

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __contains__(self, key, /):
        return _set_contains(unwrapped(self), key)

    @native
    def __and__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_intersection(unwrapped(self), unwrapped(value))

    @native
    def __rand__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_intersection(unwrapped(value), unwrapped(self))

    @native
    def __or__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_union(unwrapped(self), unwrapped(value))

    @native
    def __ror__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_union(unwrapped(value), unwrapped(self))

    @native
    def __sub__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_difference(unwrapped(self), unwrapped(value))

    @native
    def __rsub__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_difference(unwrapped(value), unwrapped(self))

    @native
    def __xor__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_symmetric_difference(unwrapped(self), unwrapped(value))

    @native
    def __rxor__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_symmetric_difference(unwrapped(value), unwrapped(self))

    @native
    def __eq__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_equal(unwrapped(self), unwrapped(value))

    @native
    def __ne__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return not unwrapped(self) == unwrapped(value)

    @native
    def __le__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_issubset(unwrapped(self), unwrapped(value))

    @native
    def __lt__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return len(self) < len(value) and _set_issubset(unwrapped(self), unwrapped(value))

    @native
    def __ge__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_issubset(unwrapped(value), unwrapped(self))

    @native
    def __gt__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return len(self) > len(value) and _set_issubset(unwrapped(value), unwrapped(self))

    @native
    def __repr__(self, /):
        return _set_repr(self)

    def __reduce__(self, /):
        return type(self), (list(unwrapped(self)),), None

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)

    @native
    def __iand__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        _set_intersection_update(unwrapped(self), unwrapped(value))
        return self

    @native
    def __ior__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        _set_update(unwrapped(self), unwrapped(value))
        return self

    @native
    def __isub__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        _set_difference_update(unwrapped(self), unwrapped(value))
        return self

    @native
    def __ixor__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        _set_symmetric_difference_update(unwrapped(self), unwrapped(value))
        return self

    __hash__ = None


class frozenset:
    """An immutable set."""

    @native
    def __new__(cls, iterable=(), /, **keywords):
        if keywords and not _replaces(cls, frozenset, "__init__"):
            raise TypeError("frozenset() takes no keyword arguments")
        if cls is frozenset:
            if type(iterable) is frozenset:
                return iterable
            return frozenset_of(_as_set(iterable))
        return instance_of(cls, frozenset_of(_as_set(iterable)))

    @native
    def union(self, *others):
        return _set_union(unwrapped(self), *others)

    @native
    def intersection(self, *others):
        return _set_intersection(unwrapped(self), *others)

    @native
    def difference(self, *others):
        return _set_difference(unwrapped(self), *others)

    @native
    def symmetric_difference(self, other, /):
        return _set_symmetric_difference(unwrapped(self), other)

    @native
    def issubset(self, other, /):
        return _set_issubset(unwrapped(self), other)

    @native
    def issuperset(self, other, /):
        return _set_issuperset(unwrapped(self), other)

    @native
    def isdisjoint(self, other, /):
        return _set_isdisjoint(unwrapped(self), other)

    @native
    def copy(self, /):
        return unwrapped(self).copy()

    @native
    def __len__(self, /): ...

    @native
    def __iter__(self, /): ...

    @native
    def __contains__(self, key, /):
        return _set_contains(unwrapped(self), key)

    @native
    def __and__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_intersection(unwrapped(self), unwrapped(value))

    @native
    def __rand__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_intersection(unwrapped(value), unwrapped(self))

    @native
    def __or__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_union(unwrapped(self), unwrapped(value))

    @native
    def __ror__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_union(unwrapped(value), unwrapped(self))

    @native
    def __sub__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_difference(unwrapped(self), unwrapped(value))

    @native
    def __rsub__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_difference(unwrapped(value), unwrapped(self))

    @native
    def __xor__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_symmetric_difference(unwrapped(self), unwrapped(value))

    @native
    def __rxor__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_symmetric_difference(unwrapped(value), unwrapped(self))

    @native
    def __eq__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_equal(unwrapped(self), unwrapped(value))

    @native
    def __ne__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return not unwrapped(self) == unwrapped(value)

    @native
    def __le__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_issubset(unwrapped(self), unwrapped(value))

    @native
    def __lt__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return len(self) < len(value) and _set_issubset(unwrapped(self), unwrapped(value))

    @native
    def __ge__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return _set_issubset(unwrapped(value), unwrapped(self))

    @native
    def __gt__(self, value, /):
        if not _set_operand(value):
            return NotImplemented
        return len(self) > len(value) and _set_issubset(unwrapped(value), unwrapped(self))

    @native
    def __repr__(self, /):
        return _set_repr(self)

    def __reduce__(self, /):
        return type(self), (list(unwrapped(self)),), None

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)

    @native
    def __hash__(self, /): ...
