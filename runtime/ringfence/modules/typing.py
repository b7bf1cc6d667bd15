"""typing: special forms and type variables that evaluate, show and compare as CPython's do.

Nothing is checked. ``_Special`` is a form like ``Optional`` or ``List``; ``_Alias`` is one with arguments.
"""

from _kernel import class_dict, frame_globals, type_lookup
from _prelude import _HOST_MINOR
import _collections_abc as _abc
import collections as _collections
import contextlib as _contextlib
import re as _re
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod, _is_known_subclass

_builtin_alias = type(list[int])
_union_type = type(int | str)
NoneType = type(None)
TYPE_CHECKING = False


def _shown(item):
    """A type as it is shown inside brackets."""
    if item is Ellipsis:
        return "..."
    if item is NoneType:
        return "NoneType"
    if isinstance(item, list):
        return "[" + ", ".join([_shown(one) for one in item]) + "]"
    if isinstance(item, type) and type(item) is not _builtin_alias:
        if item.__module__ == "builtins":
            return item.__qualname__
        return f"{item.__module__}.{item.__qualname__}"
    return repr(item)


def _checked(item):
    """What a type argument becomes: None is its class, a string a forward reference."""
    if item is None:
        return NoneType
    if isinstance(item, str):
        return ForwardRef(item)
    return item


def _parameters(args):
    found = []
    for item in args:
        if isinstance(item, _Variable):
            inner = (item,)
        elif isinstance(item, list):
            inner = _parameters(item)
        elif isinstance(item, type) and type(item) is not _builtin_alias:
            inner = ()
        else:
            inner = getattr(item, "__parameters__", None) or ()
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


class ForwardRef:
    """Internal wrapper to hold a forward reference."""

    __slots__ = ("__forward_arg__",)

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Operators:
    """What all typing objects can do."""

    __slots__ = ()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Variable(_Operators):
    __slots__ = ("__name__", "__bound__", "__covariant__", "__contravariant__", "__default__",
                 "__infer_variance__", "__constraints__")

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=None):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple([_checked(one) for one in constraints])
        self.__bound__ = None if bound is None else _checked(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default

    def __typing_subst__(self, arg):
        return arg

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        mark = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return mark + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable):
    __slots__ = ()


class _ParamSpecPart(_Operators):
    __slots__ = ("__origin__", "_name")

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"


class ParamSpec(_Variable):
    __slots__ = ()

    @property
    def args(self):
        return _ParamSpecPart(self, "args")

    @property
    def kwargs(self):
        return _ParamSpecPart(self, "kwargs")


class TypeVarTuple(_Variable):
    __slots__ = ()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _Special(_Operators):
    """A special form without arguments."""

    __slots__ = ("_name", "__origin__", "_make")

    def __init__(self, name, make=None, origin=None):
        self._name = name
        self._make = make
        self.__origin__ = origin

    def __getitem__(self, item):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._make(self, item)

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        if self._name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use "
                            f"{self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name == "__name__" or name == "__qualname__":
            return self._name
        raise AttributeError(f"{self!r} has no attribute {name!r}")


class _Alias(_Operators):
    """A special form or class with arguments."""

    __slots__ = ("__origin__", "__args__", "_title", "_form", "__metadata__", "__parameters__")

    def __init__(self, origin, args, title, form=None, metadata=()):
        self.__origin__ = origin
        self.__args__ = args
        self._title = title
        self._form = form
        self.__metadata__ = metadata
        self.__parameters__ = _parameters(args)

    def __repr__(self):
        title = self._title
        args = self.__args__
        if title == "typing.Union":
            if len(args) == 2 and NoneType in args:
                other = args[1] if args[0] is NoneType else args[0]
                return f"typing.Optional[{_shown(other)}]"
        elif title == "typing.Callable":
            if args[0] is not Ellipsis and not (len(args) == 2 and isinstance(args[0], ParamSpec)):
                inner = ", ".join([_shown(one) for one in args[:-1]])
                return f"typing.Callable[[{inner}], {_shown(args[-1])}]"
        elif title == "typing.Annotated":
            extra = ", ".join([repr(one) for one in self.__metadata__])
            return f"typing.Annotated[{_shown(self.__origin__)}, {extra}]"
        elif title == "typing.Literal":
            return f"typing.Literal[{', '.join([repr(one) for one in args])}]"
        elif title == "typing.Unpack" and _HOST_MINOR >= 11:
            return f"*{_shown(args[0])}" if _HOST_MINOR < 12 else f"typing.Unpack[{_shown(args[0])}]"
        if not args:
            return f"{title}[()]"
        return f"{title}[{', '.join([_shown(one) for one in args])}]"

    def __eq__(self, other):
        if isinstance(other, _Alias):
            if self._title != other._title or self.__origin__ != other.__origin__:
                return False
            if self._title in ("typing.Union", "typing.Literal"):
                return (set(self.__args__) == set(other.__args__)
                        and _kinds(self.__args__) == _kinds(other.__args__))
            return self.__args__ == other.__args__ and self.__metadata__ == other.__metadata__
        if self._title == "typing.Union" and type(other) is _union_type:
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        if self._title in ("typing.Union", "typing.Literal"):
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, item):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        values = item if isinstance(item, tuple) else (item,)
        if len(values) != len(parameters):
            few = "few" if len(values) < len(parameters) else "many"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(values)}, "
                            f"expected {len(parameters)}")
        known = {}
        for parameter, value in zip(parameters, values):
            known[parameter] = _checked(value)
        args = tuple([_put(one, known) for one in self.__args__])
        if self._title == "typing.Union":
            return Union[args]
        origin = args[0] if self._title == "typing.Annotated" else self.__origin__
        return _Alias(origin, args, self._title, self._form, self.__metadata__)

    def __call__(self, *args, **kwds):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self!r}")
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if origin is Generic and Protocol in bases:
            return ()
        made = [origin]
        if origin is not Generic and not issubclass(origin, Generic) and self.__parameters__:
            if not any([_origin_of(base) in (Generic, Protocol) for base in bases]):
                made.append(Generic)
        return tuple(made)

    def __instancecheck__(self, obj):
        if self._title == "typing.Union":
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self._title == "typing.Union":
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            if name in ("__name__", "__qualname__") and self._form is not None:
                return self._form
            if name == "__module__":
                return "typing"
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __iter__(self):
        yield Unpack[self]


def _kinds(args):
    return {(type(one), one) for one in args}


def _origin_of(base):
    return getattr(base, "__origin__", base)


def _put(item, known):
    """A type argument with type variables replaced."""
    if isinstance(item, _Variable):
        return known.get(item, item)
    if isinstance(item, list):
        return [_put(one, known) for one in item]
    inner = () if isinstance(item, type) and type(item) is not _builtin_alias else getattr(
        item, "__parameters__", ())
    if inner:
        return item[tuple([known.get(one, one) for one in inner])]
    return item


# ---------------------------------------------------------------- the forms
def _make_union(form, item):
    if item == ():
        raise TypeError("Cannot take a Union of no types.")
    args = []
    for one in item if isinstance(item, tuple) else (item,):
        one = _checked(one)
        is_union = type(one) is _union_type or (type(one) is _Alias and one._title == "typing.Union")
        for part in one.__args__ if is_union else (one,):
            if part not in args:
                args.append(part)
    if len(args) == 1:
        return args[0]
    return _Alias(Union, tuple(args), "typing.Union", "Union" if NoneType not in args or len(args) != 2 else "Optional")


def _make_optional(form, item):
    if isinstance(item, tuple):
        raise TypeError(f"typing.Optional requires a single type. Got {item!r:.100}.")
    return Union[item, None]


def _make_literal(form, item):
    args = []
    seen = []
    for one in item if isinstance(item, tuple) else (item,):
        parts = one.__args__ if type(one) is _Alias and one._title == "typing.Literal" else (one,)
        for part in parts:
            if (type(part), part) not in seen:
                seen.append((type(part), part))
                args.append(part)
    return _Alias(Literal, tuple(args), "typing.Literal", "Literal")


def _make_one(form, item):
    return _Alias(form, (_checked(item),), f"typing.{form._name}", form._name)


def _make_many(form, item):
    items = item if isinstance(item, tuple) else (item,)
    return _Alias(form, tuple([_checked(one) for one in items]), f"typing.{form._name}", form._name)


def _make_annotated(form, item):
    if not isinstance(item, tuple) or len(item) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments "
                        "(a type and an annotation).")
    inner = _checked(item[0])
    metadata = item[1:]
    if type(inner) is _Alias and inner._title == "typing.Annotated":
        metadata = inner.__metadata__ + metadata
        inner = inner.__origin__
    return _Alias(inner, (inner,), "typing.Annotated", "Annotated", metadata)


def _make_callable(form, item):
    if not isinstance(item, tuple) or len(item) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    arguments, result = item
    if isinstance(arguments, list):
        args = tuple([_checked(one) for one in arguments]) + (_checked(result),)
    else:
        args = (arguments, _checked(result))
    return _Alias(_abc.Callable, args, "typing.Callable", "Callable")


def _make_generic_alias(form, item):
    items = item if isinstance(item, tuple) else (item,)
    wanted = _wanted_arguments.get(form._name)
    if wanted is not None and len(items) != wanted:
        few = "few" if len(items) < wanted else "many"
        raise TypeError(f"Too {few} arguments for {form!r}; actual {len(items)}, "
                        f"expected {wanted}")
    return _Alias(form.__origin__, tuple([_checked(one) for one in items]),
                  f"typing.{form._name}", form._name)


Union = _Special("Union", _make_union)
Optional = _Special("Optional", _make_optional)
Literal = _Special("Literal", _make_literal)
ClassVar = _Special("ClassVar", _make_one)
Final = _Special("Final", _make_one)
Required = _Special("Required", _make_one)
NotRequired = _Special("NotRequired", _make_one)
ReadOnly = _Special("ReadOnly", _make_one)
TypeGuard = _Special("TypeGuard", _make_one)
TypeIs = _Special("TypeIs", _make_one)
Unpack = _Special("Unpack", _make_one)
Concatenate = _Special("Concatenate", _make_many)
Annotated = _Special("Annotated", _make_annotated)
Callable = _Special("Callable", _make_callable, _abc.Callable)
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
_wanted_arguments = {}


def _generic(name, origin, wanted):
    if wanted is not None:
        _wanted_arguments[name] = wanted
    return _Special(name, _make_generic_alias, origin)


List = _generic("List", list, 1)
Dict = _generic("Dict", dict, 2)
Set = _generic("Set", set, 1)
FrozenSet = _generic("FrozenSet", frozenset, 1)
Tuple = _generic("Tuple", tuple, None)
Type = _generic("Type", type, 1)
Deque = _generic("Deque", _collections.deque, 1)
DefaultDict = _generic("DefaultDict", _collections.defaultdict, 2)
OrderedDict = _generic("OrderedDict", _collections.OrderedDict, 2)
Counter = _generic("Counter", _collections.Counter, 1)
ChainMap = _generic("ChainMap", _collections.ChainMap, 2)
Hashable = _Special("Hashable", None, _abc.Hashable)
Sized = _Special("Sized", None, _abc.Sized)
ByteString = _Special("ByteString", None, _abc.ByteString)
Awaitable = _generic("Awaitable", _abc.Awaitable, 1)
Coroutine = _generic("Coroutine", _abc.Coroutine, 3)
AsyncIterable = _generic("AsyncIterable", _abc.AsyncIterable, 1)
AsyncIterator = _generic("AsyncIterator", _abc.AsyncIterator, 1)
AsyncGenerator = _generic("AsyncGenerator", _abc.AsyncGenerator, 2)
Iterable = _generic("Iterable", _abc.Iterable, 1)
Iterator = _generic("Iterator", _abc.Iterator, 1)
Generator = _generic("Generator", _abc.Generator, 3)
Reversible = _generic("Reversible", _abc.Reversible, 1)
Container = _generic("Container", _abc.Container, 1)
Collection = _generic("Collection", _abc.Collection, 1)
AbstractSet = _generic("AbstractSet", _abc.Set, 1)
MutableSet = _generic("MutableSet", _abc.MutableSet, 1)
Mapping = _generic("Mapping", _abc.Mapping, 2)
MutableMapping = _generic("MutableMapping", _abc.MutableMapping, 2)
MappingView = _generic("MappingView", _abc.MappingView, 1)
KeysView = _generic("KeysView", _abc.KeysView, 1)
ItemsView = _generic("ItemsView", _abc.ItemsView, 2)
ValuesView = _generic("ValuesView", _abc.ValuesView, 1)
Sequence = _generic("Sequence", _abc.Sequence, 1)
MutableSequence = _generic("MutableSequence", _abc.MutableSequence, 1)
ContextManager = _generic("ContextManager", _contextlib.AbstractContextManager, 1)
AsyncContextManager = _generic("AsyncContextManager", _contextlib.AbstractAsyncContextManager, 1)
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
Pattern = _generic("Pattern", _re.Pattern, 1)
Match = _generic("Match", _re.Match, 1)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


# ---------------------------------------------------------------- generic classes
class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()

    def __class_getitem__(cls, item):
        items = item if isinstance(item, tuple) else (item,)
        items = tuple([_checked(one) for one in items])
        if cls is Generic or cls is Protocol:
            if not items:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for one in items:
                if not isinstance(one, _Variable) and not (
                        type(one) is _Alias and one._title == "typing.Unpack"):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type "
                                    "variables or parameter specification variables.")
            if len(set(items)) != len(items):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, items, f"typing.{cls.__name__}")
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls!r} is not a generic class")
        variadic = any([isinstance(one, (TypeVarTuple, ParamSpec)) for one in parameters])
        if len(items) != len(parameters) and not variadic:
            few = "few" if len(items) < len(parameters) else "many"
            raise TypeError(f"Too {few} arguments for {cls!r}; actual {len(items)}, "
                            f"expected {len(parameters)}")
        return _Alias(cls, items, f"{cls.__module__}.{cls.__qualname__}")

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = class_dict(cls).get("__orig_bases__") or ()
        parameters = None
        for base in bases:
            if type(base) is _Alias and base.__origin__ in (Generic, Protocol):
                parameters = base.__parameters__
        if parameters is None:
            parameters = _parameters([base for base in bases if not isinstance(base, type)])
        cls.__parameters__ = parameters


_PROTOCOL_IGNORED = frozenset((
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ "
    "__subclasshook__ __weakref__ __class_getitem__ __parameters__ __orig_bases__ _is_protocol "
    "_is_runtime_protocol __match_args__ __qualname__ __hash__ __init_subclass__ __static_attributes__ "
    "__firstlineno__ __type_params__ __protocol_attrs__ __annotate__ __annotations_cache__").split())


def _protocol_names(cls):
    names = {}
    for base in cls.__mro__:
        if base in (object, Generic, Protocol):
            continue
        if not getattr(base, "_is_protocol", False):
            continue
        namespace = class_dict(base)
        for name in [*namespace, *namespace.get("__annotations__", {})]:
            if name == "__hash__" and namespace.get(name) is None:
                continue
            if name not in _PROTOCOL_IGNORED and not name.startswith("_abc_"):
                names[name] = None
    return list(names)


_absent = ("no attribute",)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if not class_dict(cls).get("_is_protocol", False):
            return _ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        for name in _protocol_names(cls):
            found = getattr(instance, name, _absent)
            if found is _absent or (found is None and callable(getattr(cls, name, None))):
                return _is_known_subclass(cls, instance.__class__)
        return True

    def __subclasscheck__(cls, other):
        if not class_dict(cls).get("_is_protocol", False):
            return _ABCMeta.__subclasscheck__(cls, other)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        names = _protocol_names(cls)
        for name in names:
            if not callable(getattr(cls, name, None)):
                raise TypeError("Protocols with non-method members don't support issubclass()")
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        for name in names:
            if type_lookup(other, name, None) is None:
                return _is_known_subclass(cls, other)
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in class_dict(cls):
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if cls._is_protocol and "__new__" not in class_dict(cls):
            cls.__new__ = _new_of_protocol
        elif not cls._is_protocol and "__new__" not in class_dict(cls):
            inherited = type_lookup(cls, "__new__", None)
            if getattr(inherited, "__func__", inherited) is _new_of_protocol:
                cls.__new__ = _new_of_implementation


def _new_of_protocol(cls, *args, **kwargs):
    if class_dict(cls).get("_is_protocol", False):
        raise TypeError("Protocols cannot be instantiated")
    return object.__new__(cls)


def _new_of_implementation(cls, *args, **kwargs):
    return object.__new__(cls)


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, "
                        f"got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @_abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @_abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    @_abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    @_abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @_abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    @_abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    @_abstractmethod
    def __round__(self, ndigits: int = 0):
        pass


# ---------------------------------------------------------------- files
class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO: a name for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""

    __slots__ = ()


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""

    __slots__ = ()


# ---------------------------------------------------------------- NamedTuple, TypedDict, NewType
class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} "
                                f"{', '.join([n for n in annotations if n in namespace])}")
        made = _collections._make_namedtuple(name, list(annotations), False, defaults,
                                             namespace.get("__module__", "__main__"))
        made.__annotations__ = {key: _checked(value) for key, value in annotations.items()}
        if Generic in bases:
            made.__class_getitem__ = classmethod(class_dict(Generic)["__class_getitem__"].__func__)
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                       "_field_defaults", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__",
                           "__orig_bases__") and key not in annotations:
                setattr(made, key, value)
        if "__qualname__" in namespace:
            made.__qualname__ = namespace["__qualname__"]
        return made


class _NamedTupleMaker:
    """``NamedTuple``: to be inherited from, or called with a name and fields."""

    __slots__ = ()

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __call__(self, typename, fields=(), /, **kwargs):
        if kwargs:
            fields = kwargs.items()
        fields = [(name, _checked(kind)) for name, kind in fields]
        made = _collections._make_namedtuple(
            typename, [name for name, _ in fields], False, None,
            frame_globals(1).get("__name__", "__main__"))
        made.__annotations__ = dict(fields)
        return made

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleMaker()
_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), namespace)
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
        for key, value in namespace.get("__annotations__", {}).items():
            value = _checked(value)
            annotations[key] = value
            title = getattr(value, "_title", "")
            needed = title == "typing.Required" or (total and title != "typing.NotRequired")
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


class _TypedDictMaker:
    """``TypedDict``: to be inherited from, or called with a name and fields."""

    __slots__ = ()

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __call__(self, typename, fields=(), /, *, total=True, **kwargs):
        namespace = {"__annotations__": dict(fields or kwargs),
                     "__module__": frame_globals(1).get("__name__", "__main__")}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictMaker()
_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


class NewType(_Operators):
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = frame_globals(1).get("__name__", "__main__")

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{self.__name__} = NewType(...)`")


# ---------------------------------------------------------------- functions
def cast(typ, val):
    """Cast a value to a type."""
    return val


def reveal_type(obj, /):
    """Reveal the inferred type of a variable."""
    return obj


def assert_type(val, typ, /):
    """Ask a static type checker to confirm that the value is of the given type."""
    return val


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def _overload_dummy(*args, **kwds):
    """Helper for @overload to raise when called."""
    raise NotImplementedError("You should not call an overloaded function. A series of "
                              "@overload-decorated functions outside a stub module should always "
                              "be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods."""
    return _overload_dummy


def final(f):
    """Decorator to indicate final methods and final classes."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Indicate that a method is intended to override a method in a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(**kwargs):
    """Decorator to mark an object as providing dataclass-like behaviour."""
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn

    return decorate


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if type(tp) is _Alias:
        return Annotated if tp._title == "typing.Annotated" else tp.__origin__
    if type(tp) is _builtin_alias:
        return tp.__origin__
    if type(tp) is _Special:
        return tp.__origin__
    if tp is Generic:
        return Generic
    if type(tp) is _union_type:
        import types
        return types.UnionType
    return None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if type(tp) is _Alias:
        if tp._title == "typing.Annotated":
            return (tp.__origin__, *tp.__metadata__)
        args = tp.__args__
        if tp._title == "typing.Callable" and args[0] is not Ellipsis:
            return (list(args[:-1]), args[-1])
        return args
    if type(tp) is _builtin_alias:
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and args[0] is not Ellipsis:
            return (list(args[:-1]), args[-1])
        return args
    if type(tp) is _union_type:
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class"""
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta


def _stripped(hint):
    if type(hint) is _Alias and hint._title in ("typing.Annotated",):
        return _stripped(hint.__origin__)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    hints = {}
    sources = [class_dict(base) for base in reversed(obj.__mro__)] if isinstance(obj, type) else [
        {"__annotations__": getattr(obj, "__annotations__", None) or {}}]
    if globalns is None:
        globalns = getattr(obj, "__globals__", None) or frame_globals(1)
    for source in sources:
        for name, hint in (source.get("__annotations__") or {}).items():
            if hint is None:
                hint = NoneType
            if isinstance(hint, str):
                hint = eval(hint, globalns, localns)
            elif isinstance(hint, ForwardRef):
                hint = eval(hint.__forward_arg__, globalns, localns)
            hints[name] = hint if include_extras else _stripped(hint)
    return hints


# ---------------------------------------------------------------- type parameters of Python 3.12
class TypeAliasType(_Operators):
    """A type alias made by a ``type`` statement."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self._function = None
        self.__type_params__ = type_params

    @property
    def __value__(self):
        if self._function is not None:
            self._value = self._function()
            self._function = None
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        return _Alias(self, items, self.__name__)

    def __repr__(self):
        return self.__name__


def _type_alias(name, function, parameters):
    made = TypeAliasType(name, None, type_params=parameters)
    made._function = function
    return made


def _type_parameter(name, number, bound, default):
    kind = (TypeVar, ParamSpec, TypeVarTuple)[number]
    made = kind(name, infer_variance=True)
    value = bound() if callable(bound) else bound
    if isinstance(value, tuple):
        made.__constraints__ = value
    else:
        made.__bound__ = value
    made.__default__ = default() if callable(default) else default
    return made
