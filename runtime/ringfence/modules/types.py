"""types: names of the builtin types, and help for making classes."""

from _kernel import class_dict
from _prelude import _HOST_MINOR, _repr_enter, _repr_leave, _traceback_frame
from _prelude import traceback as TracebackType


def _function():
    pass


async def _async():
    pass


def _generator():
    yield


async def _async_generator():
    yield


def _cell(value):
    return lambda: value


def _coroutine_type():
    made = _async()
    kind = type(made)
    made.close()
    return kind


FunctionType = type(_function)
LambdaType = FunctionType
MappingProxyType = type(type.__dict__)
CodeType = type(_function.__code__)
CellType = type(_cell(1).__closure__[0])
GeneratorType = type(_generator())
CoroutineType = _coroutine_type()
AsyncGeneratorType = type(_async_generator())
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = type(class_dict(dict)["fromkeys"])


class _Method:
    def method(self):
        pass


MethodType = type(_Method().method)
import abc as _abc

ModuleType = type(_abc)
_memberless = type(property.fget)
MemberDescriptorType = _memberless
GetSetDescriptorType = _memberless
FrameType = _traceback_frame


class SimpleNamespace:
    """A simple attribute-based namespace."""

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        title = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if not _repr_enter(self):
            return f"{title}(...)"
        try:
            parts = [f"{name}={value!r}" for name, value in self.__dict__.items()]
        finally:
            _repr_leave()
        return f"{title}({', '.join(parts)})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    if _HOST_MINOR >= 13:
        def __replace__(self, /, **kwargs):
            return type(self)(**{**self.__dict__, **kwargs})


def resolve_bases(bases):
    """Resolve MRO entries dynamically as specified by PEP 560."""
    made = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            made.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        made.extend(entries)
    return tuple(made)


def _winner(meta, bases):
    for base in bases:
        other = type(base)
        if issubclass(meta, other):
            continue
        if issubclass(other, meta):
            meta = other
            continue
        raise TypeError("metaclass conflict: the metaclass of a derived class must be a "
                        "(non-strict) subclass of the metaclasses of all its bases")
    return meta


def prepare_class(name, bases=(), kwds=None):
    """Call the __prepare__ method of the appropriate metaclass."""
    kwds = dict(kwds) if kwds else {}
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        meta = _winner(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Create a class object dynamically using the appropriate metaclass."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases and list(resolved) != list(bases):
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls, /):
    """Return the class's "original" bases prior to modification by __mro_entries__."""
    return class_dict(cls).get("__orig_bases__", cls.__bases__)


class _Awaitable:
    """A generator that a coroutine function made of plain ``yield``s gives."""

    __slots__ = ("_made", "__name__", "__qualname__")

    def __init__(self, made):
        self._made = made
        self.__name__ = made.__name__
        self.__qualname__ = made.__qualname__

    def send(self, value):
        return self._made.send(value)

    def throw(self, *args):
        return self._made.throw(*args)

    def close(self):
        return self._made.close()

    def __iter__(self):
        return self._made

    __await__ = __iter__

    def __next__(self):
        return next(self._made)


def coroutine(func):
    """Convert regular generator function to a coroutine."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return _Awaitable(made) if type(made) is GeneratorType else made

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapped, name, getattr(func, name, None))
    wrapped.__wrapped__ = func
    return wrapped


class DynamicClassAttribute(property):
    """Route attribute access on a class to __getattr__."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return property.__get__(self, instance, ownerclass)
