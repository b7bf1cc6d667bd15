"""operator: the operators as functions, and makers of getters."""

from _prelude import _index, abs as _abs


@builtin
def lt(a, b, /):
    """Same as a < b."""
    return a < b


@builtin
def le(a, b, /):
    """Same as a <= b."""
    return a <= b


@builtin
def eq(a, b, /):
    """Same as a == b."""
    return a == b


@builtin
def ne(a, b, /):
    """Same as a != b."""
    return a != b


@builtin
def ge(a, b, /):
    """Same as a >= b."""
    return a >= b


@builtin
def gt(a, b, /):
    """Same as a > b."""
    return a > b


@builtin
def not_(a, /):
    """Same as not a."""
    return not a


@builtin
def truth(a, /):
    """Return True if a is true, False otherwise."""
    return True if a else False


@builtin
def is_(a, b, /):
    """Same as a is b."""
    return a is b


@builtin
def is_not(a, b, /):
    """Same as a is not b."""
    return a is not b


@builtin
def abs(a, /):
    """Same as abs(a)."""
    return _abs(a)


@builtin
def add(a, b, /):
    """Same as a + b."""
    return a + b


@builtin
def and_(a, b, /):
    """Same as a & b."""
    return a & b


@builtin
def floordiv(a, b, /):
    """Same as a // b."""
    return a // b


@builtin
def index(a, /):
    """Same as a.__index__()"""
    return _index(a)


@builtin
def inv(a, /):
    """Same as ~a."""
    return ~a


invert = inv


@builtin
def lshift(a, b, /):
    """Same as a << b."""
    return a << b


@builtin
def mod(a, b, /):
    """Same as a % b."""
    return a % b


@builtin
def mul(a, b, /):
    """Same as a * b."""
    return a * b


@builtin
def matmul(a, b, /):
    """Same as a @ b."""
    return a @ b


@builtin
def neg(a, /):
    """Same as -a."""
    return -a


@builtin
def or_(a, b, /):
    """Same as a | b."""
    return a | b


@builtin
def pos(a, /):
    """Same as +a."""
    return +a


@builtin
def pow(a, b, /):
    """Same as a ** b."""
    return a ** b


@builtin
def rshift(a, b, /):
    """Same as a >> b."""
    return a >> b


@builtin
def sub(a, b, /):
    """Same as a - b."""
    return a - b


@builtin
def truediv(a, b, /):
    """Same as a / b."""
    return a / b


@builtin
def xor(a, b, /):
    """Same as a ^ b."""
    return a ^ b


@builtin
def concat(a, b, /):
    """Same as a + b, for a and b sequences."""
    if not hasattr(type(a), "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


@builtin
def contains(a, b, /):
    """Same as b in a (note reversed operands)."""
    return b in a


@builtin
def countOf(a, b, /):
    """Return the number of items in a which are, or which equal, b."""
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


@builtin
def delitem(a, b, /):
    """Same as del a[b]."""
    del a[b]


@builtin
def getitem(a, b, /):
    """Same as a[b]."""
    return a[b]


@builtin
def indexOf(a, b, /):
    """Return the first index of b in a."""
    for number, item in enumerate(a):
        if item is b or item == b:
            return number
    raise ValueError("sequence.index(x): x not in sequence")


@builtin
def setitem(a, b, c, /):
    """Same as a[b] = c."""
    a[b] = c


@builtin
def length_hint(obj, default=0, /):
    """Return an estimate of the number of items in obj."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(type(obj), "__len__"):
        return len(obj)
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        found = hint(obj)
    except TypeError:
        return default
    if found is NotImplemented:
        return default
    if not isinstance(found, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(found).__name__}")
    if found < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return found


@builtin
def call(obj, /, *args, **kwargs):
    """Same as obj(*args, **kwargs)."""
    return obj(*args, **kwargs)


@builtin
def iadd(a, b, /):
    """Same as a += b."""
    a += b
    return a


@builtin
def iand(a, b, /):
    """Same as a &= b."""
    a &= b
    return a


@builtin
def iconcat(a, b, /):
    """Same as a += b, for a and b sequences."""
    if not hasattr(type(a), "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


@builtin
def ifloordiv(a, b, /):
    """Same as a //= b."""
    a //= b
    return a


@builtin
def ilshift(a, b, /):
    """Same as a <<= b."""
    a <<= b
    return a


@builtin
def imod(a, b, /):
    """Same as a %= b."""
    a %= b
    return a


@builtin
def imul(a, b, /):
    """Same as a *= b."""
    a *= b
    return a


@builtin
def imatmul(a, b, /):
    """Same as a @= b."""
    a @= b
    return a


@builtin
def ior(a, b, /):
    """Same as a |= b."""
    a |= b
    return a


@builtin
def ipow(a, b, /):
    """Same as a **= b."""
    a **= b
    return a


@builtin
def irshift(a, b, /):
    """Same as a >>= b."""
    a >>= b
    return a


@builtin
def isub(a, b, /):
    """Same as a -= b."""
    a -= b
    return a


@builtin
def itruediv(a, b, /):
    """Same as a /= b."""
    a /= b
    return a


@builtin
def ixor(a, b, /):
    """Same as a ^= b."""
    a ^= b
    return a


def _reach(obj, names):
    for name in names:
        obj = getattr(obj, name)
    return obj


class attrgetter:
    """Return a callable object that fetches the given attribute(s) from its operand."""

    __slots__ = ("_attrs", "_paths")

    def __init__(self, attr, /, *attrs):
        self._attrs = (attr, *attrs)
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._paths = [name.split(".") for name in self._attrs]

    def __call__(self, obj, /):
        paths = self._paths
        if len(paths) == 1:
            return _reach(obj, paths[0])
        return tuple([_reach(obj, path) for path in paths])

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(name) for name in self._attrs])})"


class itemgetter:
    """Return a callable object that fetches the given item(s) from its operand."""

    __slots__ = ("_item", "_items")

    def __init__(self, item, /, *items):
        self._item = item
        self._items = (item, *items) if items else None

    def __call__(self, obj, /):
        items = self._items
        if items is None:
            return obj[self._item]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        items = self._items or (self._item,)
        return f"operator.itemgetter({', '.join([repr(item) for item in items])})"


class methodcaller:
    """Return a callable object that calls the given method on its operand."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)] + [repr(value) for value in self._args]
        parts += [f"{name}={value!r}" for name, value in self._kwargs.items()]
        return f"operator.methodcaller({', '.join(parts)})"


__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = inv
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
