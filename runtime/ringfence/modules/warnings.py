"""warnings: shown on the print stream, by filters as in CPython."""

from _prelude import _library_state

__all__ = ["catch_warnings", "filterwarnings", "formatwarning", "resetwarnings", "showwarning",
           "simplefilter", "warn", "warn_explicit"]

_FILTERS = (
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
)
defaultaction = "default"
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class _State:
    """Filters, warnings seen, and the lists of ``catch_warnings(record=True)``, of one run."""

    def __init__(self):
        self.filters = list(_FILTERS)
        self.seen = set()
        self.logs = []


def _state():
    return _library_state("warnings", _State)


class WarningMessage:
    """A warning with where it came from."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + f"  {line.strip()}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning."""
    import sys
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What to do with the warnings of a class."""
    _check(action, category, lineno)
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """What to do with warnings whose text begins with `message` (without regard to case)."""
    _check(action, category, lineno)
    _insert((action, message.lower() or None, category, module or None, lineno), append)


def _check(action, category, lineno):
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise AssertionError("category must be a Warning subclass")
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError("lineno must be an int >= 0")


def _insert(item, append):
    filters = _state().filters
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)


def resetwarnings():
    """Forget all filters."""
    _state().filters.clear()


@builtin
def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, "
                        f"not '{type(category).__name__}'")
    warn_explicit(message, category, "main.py", 1, "__main__")


@builtin
def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issue a warning as of a given place."""
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    state = _state()
    action = defaultaction
    for each, beginning, kind, place, line in state.filters:
        if (issubclass(category, kind)
                and (beginning is None or text.lower().startswith(beginning))
                and (place is None or place == (module or filename))
                and (line == 0 or line == lineno)):
            action = each
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (text, category, None if action in ("once", "module") else lineno)
        if key in state.seen:
            return
        state.seen.add(key)
    if state.logs:
        state.logs[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


class catch_warnings:
    """Filters set inside are forgotten at the end; ``record=True`` gives a list of warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        state = _state()
        self._saved = state.filters[:]
        self._seen = state.seen
        state.seen = set()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            state.logs.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        state = _state()
        state.filters[:] = self._saved
        state.seen = self._seen
        if self._record:
            state.logs.pop()

    def __repr__(self):
        args = ["record=True"] if self._record else []
        return f"catch_warnings({', '.join(args)})"


def _start(namespace):
    namespace["filters"] = _state().filters
