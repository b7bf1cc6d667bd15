"""contextvars: variables that belong to a context. One context is the current one of a run."""

from _prelude import _generic_alias, _library_state, _missing

__all__ = ["Context", "ContextVar", "Token", "copy_context"]


class Token:
    """What ``ContextVar.set`` gives, for ``reset``."""

    __module__ = "_contextvars"

    MISSING = _missing

    def __init__(self, context, var, old):
        self._context = context
        self._var = var
        self._old = old
        self._used = False

    @property
    def var(self):
        """The variable that was set."""
        return self._var

    @property
    def old_value(self):
        """What it held before, or ``Token.MISSING``."""
        return self._old

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


class ContextVar:
    """A variable whose value is that of the current context."""

    __module__ = "_contextvars"

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        """The name it was made with."""
        return self._name

    def get(self, default=_missing, /):
        """The value in the current context, or the default given here or when it was made."""
        found = _current().get(self, _missing)
        if found is not _missing:
            return found
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Set the value in the current context; the token undoes it."""
        context = _current()
        token = Token(context, self, context._values.get(self, _missing))
        context._values[self] = value
        return token

    def reset(self, token, /):
        """Undo a ``set``."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current():
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _missing:
            del token._context._values[self]
        else:
            token._context._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


class Context:
    """A mapping of variables to values."""

    __module__ = "_contextvars"

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        """Call a function with this context as the current one."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        stack = _library_state("contextvars", _first_stack)
        stack.append(self)
        self._entered = True
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            stack.pop()

    def copy(self):
        """Another context of the same values."""
        made = Context()
        made._values.update(self._values)
        return made

    def get(self, key, default=None, /):
        """The value of a variable in this context."""
        return self._values.get(key, default)

    def keys(self):
        """The variables that are set."""
        return self._values.keys()

    def values(self):
        """Their values."""
        return self._values.values()

    def items(self):
        """Both."""
        return self._values.items()

    def __getitem__(self, key):
        if not isinstance(key, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {key!r}")
        return self._values[key]

    def __contains__(self, key):
        if not isinstance(key, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {key!r}")
        return key in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


def _first_stack():
    context = Context()
    context._entered = True
    return [context]


def _current():
    return _library_state("contextvars", _first_stack)[-1]


def copy_context():
    """A copy of the current context."""
    return _current().copy()
