"""Functions, methods, builtins, code, cells, modules, tracebacks, None: their attributes.

The machine makes these objects; here stands what a program can ask of them.
"""

from _kernel import (
    cell_get,
    cell_set,
    class_of,
    code_field,
    instance_of,
    make_property,
    mapping_proxy_new,
    module_new,
    native_field,
    proxy_dict,
    traceback_line,
    traceback_part,
    type_lookup,
)

_AT = "0x{:012x}"


class function:
    """Create a function object."""

    @member
    def __name__(self, /): ...

    @member
    def __qualname__(self, /): ...

    @member
    def __doc__(self, /): ...

    @member
    def __module__(self, /): ...

    @member
    def __defaults__(self, /): ...

    @member
    def __kwdefaults__(self, /): ...

    @member
    def __annotations__(self, /): ...

    @member
    def __dict__(self, /): ...

    @member
    def __code__(self, /): ...

    @member
    def __globals__(self, /): ...

    @member
    def __closure__(self, /): ...

    @native
    def __get__(self, instance, owner=None, /): ...

    def __call__(self, /, *args, **kwargs):
        """Call self as a function."""
        return self(*args, **kwargs)

    def __repr__(self, /):
        return f"<function {self.__qualname__} at {_AT.format(id(self))}>"


class method:
    """Create a bound instance method object."""

    @native("method_create")
    def __new__(cls, function, instance, /):
        if not callable(function):
            raise TypeError("first argument must be callable")
        if instance is None:
            raise TypeError("instance must not be None" if _host_minor >= 13 else
                            "self must not be None")
        return _bound_method(function, instance)

    @member
    def __func__(self, /): ...

    @member
    def __self__(self, /): ...

    @member
    def __doc__(self, /): ...

    def __get__(self, instance, owner=None, /):
        return self

    def __call__(self, /, *args, **kwargs):
        """Call self as a function."""
        return self.__func__(self.__self__, *args, **kwargs)

    def __repr__(self, /):
        function = self.__func__
        name = getattr(function, "__qualname__", None)
        if name is None:
            name = getattr(function, "__name__", "?")
        return f"<bound method {name} of {self.__self__!r}>"

    @native
    def __eq__(self, value, /):
        if class_of(value) is not class_of(self):
            return NotImplemented
        return self.__self__ is value.__self__ and self.__func__ == value.__func__

    def __hash__(self, /):
        return hash((id(self.__self__), self.__func__))


def _native_qualname(builtin):
    owner = native_field(builtin, 1)
    name = native_field(builtin, 0)
    return name if owner is None else f"{owner.__qualname__}.{name}"


class builtin_function_or_method:
    """A function of the machine, or a method of a builtin value bound to one."""

    @member
    def __name__(self, /): ...

    @make_property
    def __qualname__(self, /):
        return _native_qualname(self)

    @member
    def __module__(self, /): ...

    @member
    def __doc__(self, /): ...

    @make_property
    def __self__(self, /):
        return _native_self(self)

    @make_property
    def __text_signature__(self, /):
        return None

    def __call__(self, /, *args, **kwargs):
        """Call self as a function."""
        return self(*args, **kwargs)

    def __repr__(self, /):
        name = native_field(self, 0)
        if native_field(self, 1) is None or class_of(self.__self__) is module:
            return f"<built-in function {name}>"
        owner = self.__self__
        return (f"<built-in method {name} of {class_of(owner).__name__} object at "
                f"{_AT.format(id(owner))}>")

    @native
    def __eq__(self, value, /):
        if self is value:
            return True
        if class_of(value) is not class_of(self) or native_field(self, 1) is None:
            return NotImplemented
        if native_field(value, 1) is None or _native_same(self, value) is False:
            return False
        return self.__self__ is value.__self__

    def __hash__(self, /):
        return hash((_native_qualname(self), id(self) if native_field(self, 1) is None else
                     id(self.__self__)))


@native("builtin_function_or_method.__self__")
def _bound_self(builtin, /): ...


def _native_self(builtin):
    """What a builtin method is bound to; functions of a module are bound to the module."""
    if native_field(builtin, 6):
        return _bound_self(builtin)
    return _find_module(builtin.__module__ or "builtins")


def _native_same(left, right):
    return native_field(left, 7) is native_field(right, 7)


class method_descriptor:
    """A method of a builtin class, read from the class."""

    @member("builtin_function_or_method.__name__")
    def __name__(self, /): ...

    @make_property
    def __qualname__(self, /):
        return _native_qualname(self)

    @member("builtin_function_or_method.__doc__")
    def __doc__(self, /): ...

    @member
    def __objclass__(self, /): ...

    @make_property
    def __text_signature__(self, /):
        return None

    @native
    def __get__(self, instance, owner=None, /): ...

    def __call__(self, /, *args, **kwargs):
        """Call self as a function."""
        return self(*args, **kwargs)

    def __repr__(self, /):
        return f"<method '{native_field(self, 0)}' of '{native_field(self, 1).__name__}' objects>"


class host_function:
    """A function that the host lent."""

    @member
    def __name__(self, /): ...

    @make_property
    def __qualname__(self, /):
        return self.__name__

    def __call__(self, /, *args, **kwargs):
        return self(*args, **kwargs)

    def __repr__(self, /):
        return f"<function {self.__name__} of the host>"


# ---------------------------------------------------------------- code, cells, tracebacks
class code:
    """The compiled body of a function."""

    @make_property
    def co_name(self, /):
        return code_field(self, 0)

    @make_property
    def co_qualname(self, /):
        return code_field(self, 1)

    @make_property
    def co_filename(self, /):
        return code_field(self, 2)

    @make_property
    def co_flags(self, /):
        flags = code_field(self, 3)
        shown = 3 | (flags & 1) << 2 | (flags & 2) << 2
        if flags & 8:
            return shown | (512 if flags & 4 else 128)
        return shown | (32 if flags & 4 else 0)

    @make_property
    def co_argcount(self, /):
        return code_field(self, 4)

    @make_property
    def co_posonlyargcount(self, /):
        return code_field(self, 5)

    @make_property
    def co_kwonlyargcount(self, /):
        return code_field(self, 6)

    @make_property
    def co_varnames(self, /):
        return code_field(self, 7)

    @make_property
    def co_nlocals(self, /):
        return len(code_field(self, 7))

    @make_property
    def co_freevars(self, /):
        return code_field(self, 8)

    @make_property
    def co_cellvars(self, /):
        return code_field(self, 9)

    @make_property
    def co_firstlineno(self, /):
        return code_field(self, 10)

    def __repr__(self, /):
        return (f"<code object {self.co_name} at {_AT.format(id(self))}, "
                f'file "{self.co_filename}", line {self.co_firstlineno}>')


def _cell_contents(self):
    value = cell_get(self, _missing_value)
    if value is _missing_value:
        raise ValueError("cell is empty" if _host_minor >= 14 else "Cell is empty")
    return value


def _cell_fill(self, value):
    cell_set(self, value)


class cell:
    """Create a new cell object."""

    cell_contents = _plain_property(property, _cell_contents, _cell_fill, None, None)

    def __repr__(self, /):
        at = _AT.format(id(self))
        value = cell_get(self, _missing_value)
        if value is _missing_value:
            return f"<cell at {at}: empty>"
        return f"<cell at {at}: {class_of(value).__name__} object at {_AT.format(id(value))}>"


class traceback:
    """Create a new traceback object."""

    @make_property
    def tb_next(self, /):
        return traceback_part(self, 0)

    @make_property
    def tb_lineno(self, /):
        return traceback_line(self)

    @make_property
    def tb_lasti(self, /):
        return traceback_part(self, 2) * 2

    @make_property
    def tb_frame(self, /):
        return _frame_at(traceback_part(self, 1), traceback_line(self))


def _frame_at(code, line):
    """What a program may see of a frame: its code and its line, none of its variables."""
    made = instance_of(_traceback_frame)
    made.f_code = code
    made.f_lineno = line
    made.f_back = None
    return made


class _traceback_frame:
    """What is known of the frame of a call."""

    __slots__ = ("f_code", "f_lineno", "f_back")


# ---------------------------------------------------------------- modules, mappings
class module:
    """Create a module object.

    The name must be a string; the optional docstring argument can have any type.
    """

    @native("module_create")
    def __new__(cls, name, doc=None):
        if not isinstance(name, str):
            raise TypeError(
                f"module.__init__() argument 'name' must be str, not {class_of(name).__name__}")
        return module_new(name, {
            "__name__": name, "__doc__": doc, "__package__": None, "__loader__": None,
            "__spec__": None,
        })

    @member("instance.__dict__")
    def __dict__(self, /): ...

    def __dir__(self, /):
        return list(self.__dict__)

    def __repr__(self, /):
        name = self.__dict__.get("__name__", "?")
        return f"<module {name!r} (built-in)>" if name in _frozen_modules else f"<module {name!r}>"


class mappingproxy:
    """Read-only proxy of a mapping."""

    @native("mappingproxy_create")
    def __new__(cls, mapping, /):
        if type_lookup(class_of(mapping), "__getitem__", None) is None or isinstance(
                mapping, (list, tuple)):
            raise TypeError("mappingproxy() argument must be a mapping, "
                            f"not {class_of(mapping).__name__}")
        return mapping_proxy_new(mapping)

    def __getitem__(self, key, /):
        return proxy_dict(self)[key]

    def __contains__(self, key, /):
        return key in proxy_dict(self)

    def __iter__(self, /):
        return iter(proxy_dict(self))

    def __reversed__(self, /):
        return reversed(proxy_dict(self))

    def __len__(self, /):
        return len(proxy_dict(self))

    def get(self, key, default=None, /):
        """Return the value for key if key is in the mapping, else default."""
        return proxy_dict(self).get(key, default)

    def keys(self, /):
        """D.keys() -> a set-like object providing a view on D's keys"""
        return proxy_dict(self).keys()

    def values(self, /):
        """D.values() -> an object providing a view on D's values"""
        return proxy_dict(self).values()

    def items(self, /):
        """D.items() -> a set-like object providing a view on D's items"""
        return proxy_dict(self).items()

    def copy(self, /):
        """D.copy() -> a shallow copy of D"""
        return proxy_dict(self).copy()

    def __eq__(self, value, /):
        if class_of(value) is class_of(self):
            value = proxy_dict(value)
        return proxy_dict(self) == value

    def __hash__(self, /):
        return hash(proxy_dict(self))

    def __or__(self, value, /):
        left = proxy_dict(self) if class_of(self) is mappingproxy else self
        right = proxy_dict(value) if class_of(value) is mappingproxy else value
        return left | right

    def __ror__(self, value, /):
        return value | proxy_dict(self)

    def __ior__(self, value, /):
        raise TypeError(f"'|=' is not supported by {class_of(self).__name__}; use '|' instead")

    def __repr__(self, /):
        return f"mappingproxy({proxy_dict(self)!r})"

    def __str__(self, /):
        return str(proxy_dict(self))

    @native
    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


# ---------------------------------------------------------------- constants
class NoneType:
    """The type of None."""

    @native("none_create")
    def __new__(cls, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError("NoneType takes no arguments")
        return None

    def __bool__(self, /):
        return False

    def __repr__(self, /):
        return "None"


class ellipsis:
    """The type of Ellipsis."""

    @native("ellipsis_create")
    def __new__(cls, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError("EllipsisType takes no arguments")
        return ...

    def __repr__(self, /):
        return "Ellipsis"

    def __reduce__(self, /):
        return "Ellipsis"


class NotImplementedType:
    """The type of NotImplemented."""

    @native("not_implemented_create")
    def __new__(cls, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError("NotImplementedType takes no arguments")
        return NotImplemented

    def __bool__(self, /):
        if _host_minor >= 14:
            raise TypeError("NotImplemented should not be used in a boolean context")
        return True

    def __repr__(self, /):
        return "NotImplemented"

    def __reduce__(self, /):
        return "NotImplemented"
