"""``list[int]`` and ``int | str``: generic aliases and unions."""

from _kernel import alias_new, type_lookup, union_args

_ALIAS_OWN = ("__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce__",
              "__copy__", "__deepcopy__", "__unpacked__", "__typing_unpacked_tuple_args__",
              "__class__")


def _generic_alias(origin, item):
    """``origin[item]`` for a class that takes type arguments."""
    return alias_new(origin, item if type(item) is tuple else (item,))


def _type_text(item):
    """A type argument as shown in the repr of an alias."""
    if item is Ellipsis:
        return "..."
    if item is None or item is type(None):
        return "None"
    if type(item) is GenericAlias or type(item) is UnionType:
        return repr(item)
    if type(item) is list:
        return "[" + ", ".join([_type_text(inner) for inner in item]) + "]"
    name = getattr(item, "__qualname__", None)
    module = getattr(item, "__module__", None)
    if isinstance(name, str) and isinstance(module, str) and not hasattr(item, "__origin__"):
        return name if module == "builtins" else f"{module}.{name}"
    return repr(item)


def _parameters_of(args):
    """Type variables among type arguments, each once."""
    found = []
    for item in args:
        if type(item) is type:
            continue
        if type_lookup(type(item), "__typing_subst__", None) is not None:
            inner = (item,)
        elif type(item) is list:
            inner = _parameters_of(item)
        else:
            inner = getattr(item, "__parameters__", ()) if not isinstance(item, type) else ()
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return (*found,)


def _substituted(args, parameters, values):
    """Type arguments with type variables replaced."""
    made = []
    for item in args:
        if item in parameters:
            made.append(values[parameters.index(item)])
            continue
        inner = () if isinstance(item, type) else getattr(item, "__parameters__", ())
        if inner:
            item = item[(*[values[parameters.index(p)] for p in inner],)]
        made.append(item)
    return (*made,)


class GenericAlias:
    """A class with type arguments."""

    def __new__(cls, origin, args, /):
        return alias_new(origin, args if isinstance(args, tuple) else (args,))

    @member
    def __origin__(self): ...

    @member
    def __args__(self): ...

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    @property
    def __unpacked__(self):
        return False

    def __getattr__(self, name, /):
        if name in _ALIAS_OWN or name.startswith("__") and name.endswith("__") and name not in (
                "__name__", "__qualname__", "__module__", "__doc__", "__mro__", "__bases__",
                "__init__", "__dict__"):
            _fail_no_attribute(self, name)
        return getattr(self.__origin__, name)

    def __call__(self, /, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases, /):
        return (self.__origin__,)

    def __getitem__(self, item, /):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        values = item if isinstance(item, tuple) else (item,)
        if len(values) != len(parameters):
            few = "few" if len(values) < len(parameters) else "many"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(values)}, "
                            f"expected {len(parameters)}")
        return alias_new(self.__origin__, _substituted(self.__args__, parameters, values))

    def __instancecheck__(self, instance, /):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls, /):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __eq__(self, value, /):
        if type(value) is not GenericAlias:
            return NotImplemented
        return self.__origin__ == value.__origin__ and self.__args__ == value.__args__

    def __hash__(self, /):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, value, /):
        return _union_of(self, value)

    def __ror__(self, value, /):
        return _union_of(value, self)

    def __iter__(self, /):
        yield self

    def __repr__(self, /):
        items = ", ".join([_type_text(item) for item in self.__args__])
        if not self.__args__:
            items = "()"
        return f"{_type_text(self.__origin__)}[{items}]"


class UnionType:
    """Types of which one is meant."""

    @property
    def __args__(self):
        return union_args(self)

    @property
    def __parameters__(self):
        return _parameters_of(union_args(self))

    def __or__(self, value, /):
        return _union_of(self, value)

    def __ror__(self, value, /):
        return _union_of(value, self)

    def __getitem__(self, item, /):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        values = item if isinstance(item, tuple) else (item,)
        members = _substituted(union_args(self), parameters, values)
        made = members[0]
        for other in members[1:]:
            made = made | other
        return made

    def __instancecheck__(self, instance, /):
        return isinstance(instance, union_args(self))

    def __subclasscheck__(self, cls, /):
        return issubclass(cls, union_args(self))

    def __eq__(self, value, /):
        if type(value) is not UnionType:
            return NotImplemented
        return set(union_args(self)) == set(union_args(value))

    def __hash__(self, /):
        return hash(frozenset(union_args(self)))

    def __repr__(self, /):
        return " | ".join([_type_text(item) for item in union_args(self)])
