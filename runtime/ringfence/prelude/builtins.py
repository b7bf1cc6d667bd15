"""Builtin functions that belong to no type: print, hash, namespaces, dir."""

from _kernel import (
    program_globals,
    program_locals,
    state_get,
    type_lookup,
    unwrapped,
    write_output,
)

_STATE_SYS = 181



def _redirected_output():
    """What the program put in the place of ``sys.stdout``, or None."""
    known = state_get(_STATE_SYS)
    if not isinstance(known, tuple):
        return None
    stream = known[0].get(known[1])
    if stream is known[2]:
        return None
    return _nowhere if stream is None else stream


class _Nowhere:
    """Takes what is printed while ``sys.stdout`` is None."""

    def write(self, text):
        pass

    def flush(self):
        pass


_nowhere = _Nowhere()


@native("print_fast")
def print(*args, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    elif not isinstance(sep, str):
        raise TypeError(f"sep must be None or a string, not {type(sep).__name__}")
    if end is None:
        end = "\n"
    elif not isinstance(end, str):
        raise TypeError(f"end must be None or a string, not {type(end).__name__}")
    if file is None:
        file = _redirected_output()
    if file is None:
        pieces = [str(value) for value in args]
        write_output(_join(unwrapped(sep), pieces) + end)
        return
    first = True
    for value in args:
        if first:
            first = False
        else:
            file.write(sep)
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


@native
def hash(obj, /):
    return _hash_of(obj)


@native
def callable(obj, /): ...


@native
def id(obj, /): ...


@native
def isinstance(obj, class_or_tuple, /):
    return _isinstance(obj, class_or_tuple)


@native
def issubclass(cls, class_or_tuple, /):
    return _issubclass(cls, class_or_tuple)


@native
def globals():
    return program_globals()


@native
def vars(object=_missing, /):
    if object is _missing:
        return program_locals()
    found = getattr(object, "__dict__", _missing)
    if found is _missing:
        raise TypeError("vars() argument must have __dict__ attribute")
    return found


@native
def dir(object=_missing, /):
    if object is _missing:
        return sorted(program_locals())
    method = type_lookup(type(object), "__dir__", None)
    if method is None:
        raise TypeError("object does not provide __dir__")
    return sorted(_call_alone(method, object, type(object)))


