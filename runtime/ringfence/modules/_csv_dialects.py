"""Dialects of csv: classes, checked settings, and those registered in a run."""

from _kernel import state_get, state_set
from _prelude import _HOST_MINOR

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_MOST_QUOTING = QUOTE_NONE
if _HOST_MINOR >= 12:
    QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5
    _MOST_QUOTING = QUOTE_NOTNULL

_STATE_CSV = 171
_missing = ("no value",)
LONGEST_FIELD = 131072


class Error(Exception):
    __module__ = "_csv"


# ---------------------------------------------------------------- dialects
_DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n",
             "quotechar": '"', "quoting": QUOTE_MINIMAL, "skipinitialspace": False,
             "strict": False}


class Dialect:
    """Describe a CSV dialect; to be subclassed."""

    __module__ = "csv"
    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            Settings(self, {})
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """Describe the usual properties of Excel-generated CSV files."""

    __module__ = "csv"
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """Describe the usual properties of Excel-generated TAB-delimited files."""

    __module__ = "csv"
    delimiter = "\t"


class unix_dialect(Dialect):
    """Describe the usual properties of Unix-generated CSV files."""

    __module__ = "csv"
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


def _one_character(name, value, none_allowed):
    if value is None and none_allowed:
        return None
    if not isinstance(value, str):
        if none_allowed:
            raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
        raise TypeError(f'"{name}" must be string, not {type(value).__name__}')
    if len(value) == 0 and none_allowed and _HOST_MINOR < 11:
        return None
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class Settings:
    """A dialect whose parameters are checked: what readers and writers work with."""

    __slots__ = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar",
                 "quoting", "skipinitialspace", "strict")

    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in given:
            if name not in _DEFAULTS:
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        found = {}
        for name, default in _DEFAULTS.items():
            if name in given:
                found[name] = given[name]
            else:
                value = default if dialect is None else getattr(dialect, name, default)
                found[name] = value
        self.delimiter = _one_character("delimiter", found["delimiter"], False)
        self.doublequote = bool(found["doublequote"])
        self.escapechar = _one_character("escapechar", found["escapechar"], True)
        end = found["lineterminator"]
        if end is not None and not isinstance(end, str):
            more = f", not {type(end).__name__}" if _HOST_MINOR >= 12 else ""
            raise TypeError(f'"lineterminator" must be a string{more}')
        self.lineterminator = end
        self.quotechar = _one_character("quotechar", found["quotechar"], True)
        quoting = found["quoting"]
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= _MOST_QUOTING:
            raise TypeError('bad "quoting" value')
        if "quotechar" in given and given["quotechar"] is None and "quoting" not in given:
            quoting = QUOTE_NONE
        if quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if end is None:
            raise TypeError("lineterminator must be set")
        self.quoting = quoting
        self.skipinitialspace = bool(found["skipinitialspace"])
        self.strict = bool(found["strict"])


def registered():
    """Registered dialects of this run, and the size limit under None."""
    found = state_get(_STATE_CSV)
    if found is None:
        found = {"excel": Settings(excel, {}), "excel-tab": Settings(excel_tab, {}),
                 "unix": Settings(unix_dialect, {}), None: LONGEST_FIELD}
        state_set(_STATE_CSV, found)
    return found


def register_dialect(name, dialect=None, **fmtparams):
    """Create a mapping from a string name to a dialect class."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    registered()[name] = Settings(dialect, fmtparams)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    if name is None or registered().pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    """Return the dialect instance associated with name."""
    found = registered().get(name) if name is not None else None
    if found is None:
        raise Error("unknown dialect")
    return found


def list_dialects():
    """Return a list of all known dialect names."""
    return [name for name in registered() if name is not None]


def field_size_limit(limit=_missing):
    """Sets an upper limit on parsed fields; returns old limit."""
    known = registered()
    old = known[None]
    if limit is not _missing:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        known[None] = limit
    return old
