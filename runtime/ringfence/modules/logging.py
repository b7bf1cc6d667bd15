"""logging: loggers, handlers and formatters. Streams are those of ``sys``; there are no files."""

import time as _time
from _kernel import state_get
from _prelude import _library_state
from string import Formatter as _Formatter, Template as _Template

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
raiseExceptions = True
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_LEVELS = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20,
           "DEBUG": 10, "NOTSET": 0}


class _State:
    """What is set up in one run."""

    def __init__(self):
        self.names = dict(_NAMES)
        self.levels = dict(_LEVELS)
        self.handlers = {}
        self.record_factory = self.logger_class = self.start = None
        self.disabled = 0
        self.root = RootLogger(WARNING)
        self.manager = Manager(self.root)


def _stderr():
    import sys
    return sys.stderr


def _handled():
    error = state_get(129)  # STATE_HANDLED
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def _state():
    return _library_state("logging", _State)


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = _state().names.get(level)
    if found is None:
        found = _state().levels.get(level)
    return f"Level {level}" if found is None else found


def getLevelNamesMapping():
    """Levels by name."""
    return dict(_state().levels)


def addLevelName(level, levelName):
    """Give a level a name."""
    _state().names[level] = levelName
    _state().levels[levelName] = level


def _check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        known = _LEVELS if level in _LEVELS else _state().levels
        if level not in known:
            raise ValueError(f"Unknown level: {level!r}")
        return known[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


# ---------------------------------------------------------------- records
class LogRecord:
    """One event."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        now = _time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        if _state().start is None:
            _state().start = now
        self.relativeCreated = (now - _state().start) * 1000
        self.thread = 1
        self.threadName = "MainThread"
        self.processName = "MainProcess"
        self.process = 1
        self.taskName = None

    def getMessage(self):
        """The message with its arguments put in."""
        text = str(self.msg)
        return text % self.args if self.args else text

    def __repr__(self):
        return (f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, '
                f'"{self.msg}">')


def setLogRecordFactory(factory):
    """What makes records."""
    _state().record_factory = factory


def getLogRecordFactory():
    """What makes records."""
    return _state().record_factory or LogRecord


def makeLogRecord(dict):
    """A record with these attributes."""
    made = LogRecord(None, None, "", 0, "", (), None, None)
    made.__dict__.update(dict)
    return made


# ---------------------------------------------------------------- formatters
class Formatter:
    """Makes the text of a record."""

    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"
    converter = None

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        if fmt is None:
            fmt = {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self._fmt = fmt
        self._style = style
        self._defaults = defaults or {}
        self.datefmt = datefmt
        if validate:
            _check_format(fmt, style)

    def usesTime(self):
        """Whether the format names the time."""
        return {"%": "%(asctime)", "{": "{asctime", "$": "${asctime}"}[self._style] in self._fmt

    def formatTime(self, record, datefmt=None):
        """The time of a record."""
        moment = (self.converter or _time.localtime)(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        text = _time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The text of an exception."""
        import traceback
        return "".join(traceback.format_exception(ei[0], ei[1], ei[2])).rstrip("\n")

    def formatStack(self, stack_info):
        """The text of a stack."""
        return stack_info

    def formatMessage(self, record):
        """The line of a record."""
        values = {**self._defaults, **record.__dict__}
        if self._style == "%":
            return self._fmt % values
        if self._style == "{":
            return self._fmt.format(**values)
        return _Template(self._fmt).substitute(values)

    def format(self, record):
        """The whole text of a record."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info):
            if more:
                text += ("" if text.endswith("\n") else "\n") + more
        return text


def _check_format(fmt, style):
    if style == "{":
        names = []
        try:
            names = [name for _, name, _, _ in _Formatter().parse(fmt) if name]
        except ValueError as error:
            raise ValueError(f"invalid format: {error}") from None
        if not names:
            raise ValueError("invalid format: no fields")
    elif style == "%" and "%(" not in fmt:
        raise ValueError(f"Invalid format {fmt!r} for '%' style")
    elif style == "$" and "$" not in fmt:
        raise ValueError("invalid format: no fields")


class BufferingFormatter:
    """Makes the text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        """The text of all."""
        if not records:
            return ""
        return (self.formatHeader(records) + "".join([self.linefmt.format(r) for r in records])
                + self.formatFooter(records))


# ---------------------------------------------------------------- filters and handlers
class Filter:
    """Lets pass the records of a logger and those below it."""

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        """Whether a record passes."""
        return (not self.name or record.name == self.name
                or record.name.startswith(self.name + "."))


class Filterer:
    """Has filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Add a filter: an object with ``filter``, or a function."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Remove a filter."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Whether a record passes all filters."""
        for each in self.filters:
            asked = each.filter if hasattr(each, "filter") else each
            if not asked(record):
                return False
        return True


class Handler(Filterer):
    """Takes records somewhere."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _check_level(level)
        self.formatter = None
        self.lock = None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = name
        if name:
            _state().handlers[name] = self

    def get_name(self):
        return self._name

    def set_name(self, name):
        self.name = name

    def createLock(self):
        pass

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        """Take records of this level and above."""
        self.level = _check_level(level)

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emit a record that passes the filters."""
        passed = self.filter(record)
        if passed:
            self.emit(record)
        return passed

    def setFormatter(self, fmt):
        """Use a formatter."""
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        pass

    def handleError(self, record):
        """Called when emit fails."""
        if raiseExceptions:
            import traceback
            _stderr().write("--- Logging error ---\n")
            traceback.print_exc(file=_stderr())

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes records to a stream; to standard error if none is given."""

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = _stderr() if stream is None else stream

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        """Write a record."""
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Use another stream; answer the old one."""
        if stream is self.stream:
            return None
        old, self.stream = self.stream, stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class _LastResort(StreamHandler):
    def __init__(self):
        Handler.__init__(self, WARNING)
        self.filters = ()

    @property
    def stream(self):
        return _stderr()


class FileHandler(StreamHandler):
    """Not available: there are no files."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        raise NotImplementedError("logging.FileHandler is not supported; use StreamHandler")


class NullHandler(Handler):
    """Drops records."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass


# ---------------------------------------------------------------- loggers
class PlaceHolder:
    """Stands in the tree for a logger that nobody has asked for yet."""

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    """The tree of loggers."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.loggerDict = {}
        self.loggerClass = None

    @property
    def disable(self):
        return _state().disabled

    @disable.setter
    def disable(self, value):
        _state().disabled = _check_level(value)

    def getLogger(self, name):
        """The logger of a name, made on need."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        found = self.loggerDict.get(name)
        if found is not None:
            return found
        made = (self.loggerClass or _state().logger_class or Logger)(name)
        self.loggerDict[name] = made
        made.parent = self._parent(name)
        for other in self.loggerDict.values():
            if other.name.startswith(name + ".") and len(other.parent.name) < len(name) or (
                    other.name.startswith(name + ".") and other.parent is self.root):
                other.parent = made
        return made

    def _parent(self, name):
        while "." in name:
            name = name.rpartition(".")[0]
            if name in self.loggerDict:
                return self.loggerDict[name]
        return self.root

    def setLoggerClass(self, klass):
        self.loggerClass = klass


class Logger(Filterer):
    """A channel for records."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    @property
    def manager(self):
        """The tree of all loggers."""
        return _state().manager

    @property
    def root(self):
        """The logger above all others."""
        return _state().root

    def setLevel(self, level):
        """Log this level and above."""
        self.level = _check_level(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """An error with the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        """A record of any level."""
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """Callers are not known here."""
        return "(unknown file)", 0, "(unknown function)", None

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None,
                   sinfo=None):
        """A record."""
        made = getLogRecordFactory()(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in made.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            made.__dict__[key] = value
        return made

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = _handled()
        self.handle(self.makeRecord(self.name, level, "main.py", 0, msg, args, exc_info,
                                    "<module>", extra))

    def handle(self, record):
        """Give a record that passes the filters to the handlers."""
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Whether this logger or one above has a handler."""
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        """The handlers of this logger and of those above."""
        found = 0
        logger = self
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and record.levelno >= WARNING:
            lastResort.handle(record)

    def getEffectiveLevel(self):
        """The level of this logger, or of the next above that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether a record of this level would be logged."""
        if self.disabled or _state().disabled >= level:
            return False
        return level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        """The logger below this one."""
        if self is not self.manager.root:
            suffix = f"{self.name}.{suffix}"
        return self.manager.getLogger(suffix)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)


class LoggerAdapter:
    """A logger that adds something to each record."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        """Change message and keywords of a call."""
        kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    @property
    def name(self):
        return self.logger.name


# ---------------------------------------------------------------- the root, and functions for it
def getLogger(name=None):
    """A logger by name; the root without one."""
    root = _state().root
    if not name or isinstance(name, str) and name == root.name:
        return root
    return _state().manager.getLogger(name)


def getLoggerClass():
    return _state().logger_class or Logger


def setLoggerClass(klass):
    if not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")
    _state().logger_class = klass


def getHandlerByName(name):
    """A handler by its name, or None."""
    return _state().handlers.get(name)


def disable(level=CRITICAL):
    """Log nothing of this level and below."""
    _state().disabled = _check_level(level)


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None,
                stream=None, handlers=None, force=False, encoding=None, errors=None):
    """Give the root a handler, if it has none."""
    root = _state().root
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
    if root.handlers:
        return
    if filename is not None:
        raise NotImplementedError("logging to files is not supported; use stream=")
    if handlers is None:
        handlers = [StreamHandler(stream)]
    elif stream is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if style not in ("%", "{", "$"):
        raise ValueError("Style must be one of: %,{,$")
    if format is None:
        format = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}",
                  "$": "${levelname}:${name}:${message}"}[style]
    formatter = Formatter(format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def _root_call(name):
    def call(msg, *args, **kwargs):
        root = _state().root
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)

    call.__name__ = name
    return call


debug, info, warning, error, exception, critical, log = (
    _root_call("debug"), _root_call("info"), _root_call("warning"), _root_call("error"),
    _root_call("exception"), _root_call("critical"), _root_call("log"))
warn, fatal = warning, critical


def captureWarnings(capture):
    """Not available: warnings have a stream of their own."""
    raise NotImplementedError("logging.captureWarnings is not supported")


def shutdown(handlerList=None):
    """Flush all handlers: they never wait."""


_default_formatter = Formatter()
lastResort = _LastResort()


def _start(namespace):
    namespace["root"] = _state().root
