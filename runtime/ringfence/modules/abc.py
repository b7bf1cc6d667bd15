"""abc: abstract base classes.

What this package's modules register is kept in the class as ``_abc_known``; what a program
registers is kept in the copy of ``_run_registered`` that its import made.
"""

from _kernel import class_dict, is_subclass_plain
from _prelude import _import_module, _is_builtin_class

_run_registered = {}


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A decorator indicating abstract classmethods."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """A decorator indicating abstract staticmethods."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


class abstractproperty(property):
    """A decorator indicating abstract properties."""

    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    """Names of the abstract methods of a class."""
    names = [name for name, value in namespace.items()
             if getattr(value, "__isabstractmethod__", False)]
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()) or ():
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.append(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, class_dict(cls))
    return cls


def get_cache_token():
    """Returns the current ABC cache token."""
    return sum([len(classes) for classes in _import_module("abc")._run_registered.values()])


def _has_subclass(cls, subclass):
    """Whether a class counts as a subclass of an ABC: its hook, its bases, what is registered."""
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return True if answer else False
    if _is_known_subclass(cls, subclass):
        return True
    for derived in type.__subclasses__(cls):
        if getattr(derived, "_is_protocol", False):
            if _is_known_subclass(derived, subclass):
                return True
        elif issubclass(subclass, derived):
            return True
    return False


def _is_known_subclass(cls, subclass):
    """Whether a class has the ABC among its bases, or is registered; no hook is asked."""
    if is_subclass_plain(subclass, cls):
        return True
    for registered in class_dict(cls).get("_abc_known", ()):
        if issubclass(subclass, registered):
            return True
    for registered in _import_module("abc")._run_registered.get(cls, ()):
        if issubclass(subclass, registered):
            return True
    return False


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if (_is_known_subclass(cls, subclass) if getattr(cls, "_is_protocol", False)
                else issubclass(subclass, cls)):
            return subclass
        if not getattr(subclass, "_is_protocol", False) and issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        registered = _import_module("abc")._run_registered
        for base in cls.__mro__:
            if isinstance(base, ABCMeta):
                registered[base] = (*registered.get(base, ()), subclass)
        flags = getattr(cls, "__abc_tpflags__", None)
        if flags is not None and not _is_builtin_class(subclass):
            type.__setattr__(subclass, "__abc_tpflags__", flags)  # what patterns look at
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if is_subclass_plain(subclass, cls):
            return True
        return cls.__subclasscheck__(subclass)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        return _has_subclass(cls, subclass)


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""

    __slots__ = ()


def _register_at_boot(cls, *classes):
    """What ``register`` does for the modules of this package."""
    for base in cls.__mro__:
        if isinstance(base, ABCMeta):
            base._abc_known = (*class_dict(base).get("_abc_known", ()), *classes)
