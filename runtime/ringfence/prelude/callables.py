"""Attributes of functions, methods, builtins, and of the code and cells that functions hold."""

from _kernel import cell_get, code_field, instance_of

_N_FLAG_VARARGS, _N_FLAG_KEYWORDS = 1, 2


class function:
    """A function that ``def`` or ``lambda`` made."""

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
    def __dict__(self, /): ...

    @member
    def __annotations__(self, /): ...

    @member
    def __code__(self, /): ...

    @member
    def __globals__(self, /): ...

    @member
    def __closure__(self, /): ...

    def __call__(self, /, *args, **kwargs):
        return self(*args, **kwargs)

    def __get__(self, instance, owner=None, /):
        if instance is None and owner is not None:
            return self
        return _bound_method(self, instance)


class method:
    """A function bound to an instance; what it lacks is asked of the function."""

    @member
    def __func__(self, /): ...

    @member
    def __self__(self, /): ...

    @member
    def __doc__(self, /): ...

    def __call__(self, /, *args, **kwargs):
        return self(*args, **kwargs)

    def __get__(self, instance, owner=None, /):
        return self

    def __getattr__(self, name, /):
        return getattr(self.__func__, name)


class builtin_function_or_method:
    """A function of the machine, alone or bound."""

    @member
    def __name__(self, /): ...

    @member
    def __module__(self, /): ...

    @member
    def __doc__(self, /): ...

    @member
    def __self__(self, /): ...

    @property
    def __qualname__(self, /):
        owner = native_field(self, 1)
        name = native_field(self, 0)
        return name if owner is None else f"{owner.__name__}.{name}"

    def __call__(self, /, *args, **kwargs):
        return self(*args, **kwargs)


class method_descriptor:
    """A method of a builtin class, read from the class."""

    @member("builtin_function_or_method.__name__")
    def __name__(self, /): ...

    @member("builtin_function_or_method.__doc__")
    def __doc__(self, /): ...

    @member
    def __objclass__(self, /): ...

    @property
    def __qualname__(self, /):
        return f"{self.__objclass__.__name__}.{self.__name__}"

    def __call__(self, /, *args, **kwargs):
        return self(*args, **kwargs)

    def __get__(self, instance, owner=None, /):
        return self if instance is None else _bind(self, instance, type(instance))


class cell:
    """What a closure shares with the function around it."""

    @property
    def cell_contents(self, /):
        return cell_get(self)


class code:
    """The compiled body of a function."""

    @property
    def co_name(self, /):
        return code_field(self, 0)

    @property
    def co_qualname(self, /):
        return code_field(self, 1)

    @property
    def co_filename(self, /):
        return code_field(self, 2)

    @property
    def co_argcount(self, /):
        return code_field(self, 4)

    @property
    def co_posonlyargcount(self, /):
        return code_field(self, 5)

    @property
    def co_kwonlyargcount(self, /):
        return code_field(self, 6)

    @property
    def co_varnames(self, /):
        return code_field(self, 7)

    @property
    def co_freevars(self, /):
        return code_field(self, 8)

    @property
    def co_cellvars(self, /):
        return code_field(self, 9)

    @property
    def co_firstlineno(self, /):
        return code_field(self, 10)
