"""json.encoder: writing JSON; see ``json``."""

from json import JSONEncoder, _quoted

__all__ = ["JSONEncoder"]
INFINITY = float("inf")


@builtin
def encode_basestring(string, /):
    """A JSON literal of a string, its characters as they are."""
    if not isinstance(string, str):
        raise TypeError(f"first argument must be a string, not {type(string).__name__}")
    return _quoted(string, False)


@builtin
def encode_basestring_ascii(string, /):
    """A JSON literal of a string in ASCII."""
    if not isinstance(string, str):
        raise TypeError(f"first argument must be a string, not {type(string).__name__}")
    return _quoted(string, True)
