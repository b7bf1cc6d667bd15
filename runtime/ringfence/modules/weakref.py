"""weakref: references that, here, keep what they refer to alive: the collector tells nobody.

A program that clears its own references and then asks whether an object is gone gets a different
answer than under CPython; one that only avoids rings of references does the same.
"""

from _collections_abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet
from _prelude import _generic_alias

__all__ = ["ReferenceType", "WeakKeyDictionary", "WeakMethod", "WeakSet", "WeakValueDictionary",
           "finalize", "getweakrefcount", "getweakrefs", "proxy", "ref", "ProxyType",
           "CallableProxyType"]

_REFUSED = (int, str, bytes, tuple, list, dict, float, complex, bool, type(None), range, slice,
            bytearray)


def _check(referent):
    if type(referent) in _REFUSED:
        raise TypeError(
            f"cannot create weak reference to '{type(referent).__name__}' object")
    for kind in type(referent).__mro__[:-1]:
        slots = kind.__dict__.get("__slots__")
        if slots is None and kind.__module__ != "builtins":
            return
        if slots is not None and "__weakref__" in slots:
            return
    if type(referent).__dict__.get("__slots__") is not None:
        raise TypeError(
            f"cannot create weak reference to '{type(referent).__name__}' object")


class ref:
    """A reference; calling it gives the object."""

    __slots__ = ("_referent", "__callback__")

    def __new__(cls, object, callback=None, /):
        _check(object)
        self = super().__new__(cls)
        self._referent = object
        self.__callback__ = callback
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._referent

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        return self._referent == other._referent

    def __hash__(self):
        return hash(self._referent)

    def __repr__(self):
        return (f"<weakref at {id(self):#x}; to '{type(self._referent).__name__}' "
                f"at {id(self._referent):#x}>")

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


ReferenceType = ref


class WeakMethod(ref):
    """A reference to a bound method."""

    __slots__ = ("_method",)

    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self = super().__new__(cls, meth.__self__, callback)
        self._method = meth
        return self

    def __call__(self):
        return self._method

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return self._method == other._method

    def __hash__(self):
        return hash(self._method)


class ProxyType:
    """Stands for another object."""

    def __init__(self, referent):
        object.__setattr__(self, "_referent", referent)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, "_referent"), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, "_referent"), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, "_referent"), name)

    def __bool__(self):
        return bool(object.__getattribute__(self, "_referent"))

    def __repr__(self):
        target = object.__getattribute__(self, "_referent")
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"


def _passed_on(name):
    def method(self, /, *args):
        target = object.__getattribute__(self, "_referent")
        found = getattr(type(target), name, None)
        if found is None:
            raise TypeError(f"'{type(target).__name__}' object has no {name}")
        return found(target, *args)

    method.__name__ = name
    return method


for _name in ("str", "len", "iter", "next", "contains", "getitem", "setitem", "delitem",
              "eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul", "truediv", "floordiv",
              "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift", "radd", "rsub",
              "rmul", "rtruediv", "rfloordiv", "rmod", "rpow", "rmatmul", "rand", "ror", "rxor",
              "neg", "pos", "abs", "invert", "int", "float", "index", "bytes", "reversed"):
    setattr(ProxyType, f"__{_name}__", _passed_on(f"__{_name}__"))
ProxyType.__hash__ = None


class CallableProxyType(ProxyType):
    """Stands for a callable object."""

    def __call__(self, /, *args, **kwargs):
        return object.__getattribute__(self, "_referent")(*args, **kwargs)


@builtin
def proxy(object, callback=None, /):
    """What behaves as the object."""
    _check(object)
    return CallableProxyType(object) if callable(object) else ProxyType(object)


@builtin
def getweakrefcount(object, /):
    """References are not counted here."""
    return 0


@builtin
def getweakrefs(object, /):
    """References are not listed here."""
    return []


class WeakValueDictionary(_MutableMapping):
    """A mapping to objects."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        _check(value)
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def copy(self):
        """Another mapping of the same entries."""
        return type(self)(self.data)

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def valuerefs(self):
        """References to the values."""
        return [ref(value) for value in self.data.values()]

    def itervaluerefs(self):
        """The same as an iterator."""
        return iter(self.valuerefs())

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakKeyDictionary(_MutableMapping):
    """A mapping from objects."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        _check(key)
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def copy(self):
        """Another mapping of the same entries."""
        return type(self)(self.data)

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def keyrefs(self):
        """References to the keys."""
        return [ref(key) for key in self.data]

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakSet(_MutableSet):
    """A set of objects."""

    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            for item in data:
                self.add(item)

    def add(self, item):
        """Add an object."""
        _check(item)
        self.data.add(item)

    def discard(self, item):
        """Remove an object if it is there."""
        self.data.discard(item)

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def copy(self):
        """Another set of the same objects."""
        return type(self)(self.data)

    def update(self, other):
        """Add all of another set."""
        for item in other:
            self.add(item)

    def union(self, other):
        """The objects of both."""
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def intersection(self, other):
        """The objects that both have."""
        return type(self)([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        """Keep what the other has too."""
        self.data.intersection_update(other)

    def difference(self, other):
        """The objects that the other has not."""
        made = self.copy()
        made.difference_update(other)
        return made

    __sub__ = difference

    def difference_update(self, other):
        """Remove what the other has."""
        self.data.difference_update(other)

    def symmetric_difference(self, other):
        """The objects that one of both has."""
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Keep what one of both has."""
        self.data.symmetric_difference_update(other)

    def issubset(self, other):
        """Whether the other has all of these objects."""
        return self.data.issubset(other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(other)

    def issuperset(self, other):
        """Whether these are all of the other's objects."""
        return self.data.issuperset(other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(other)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return self.data == other.data

    def isdisjoint(self, other):
        """Whether both have nothing in common."""
        return self.data.isdisjoint(other)

    def __repr__(self):
        return repr(self.data)


class finalize:
    """A function for the end of an object: called by hand only, objects end in silence here."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._parts = (obj, func, args, kwargs)
        self.atexit = True

    @property
    def alive(self):
        """Whether it can still be called."""
        return self._parts is not None

    def __call__(self, _=None):
        if self._parts is None:
            return None
        _, function, args, kwargs = self._parts
        self._parts = None
        return function(*args, **kwargs)

    def detach(self):
        """Give up the function; answer (object, function, arguments, keywords)."""
        parts, self._parts = self._parts, None
        return parts

    def peek(self):
        """The same without giving it up."""
        return self._parts
