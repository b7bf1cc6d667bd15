"""json.decoder: reading JSON; see ``json``."""

from json import JSONDecodeError, JSONDecoder, _read_string

__all__ = ["JSONDecoder", "JSONDecodeError"]


@builtin
def scanstring(string, end, strict=True, /):
    """The value of a string literal whose opening quote lies before `end`, and the place behind it."""
    return _read_string(string, end, strict)
