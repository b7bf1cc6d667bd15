"""traceback: exceptions and their frames as text."""

from _kernel import code_field, state_get, traceback_part, traceback_position
from _prelude import _HOST_MINOR

__all__ = ["FrameSummary", "StackSummary", "TracebackException", "clear_frames", "extract_stack",
           "extract_tb", "format_exc", "format_exception", "format_exception_only", "format_list",
           "format_stack", "format_tb", "print_exc", "print_exception", "print_last", "print_list",
           "print_stack", "print_tb", "walk_tb"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADING = "Traceback (most recent call last):\n"
_NO_COLUMN = 0xFFFF
_STATE_HANDLED = 129
_SHOWS_INLINED = _HOST_MINOR < 12
_MOST_MEMBERS, _MOST_DEPTH = 15, 10
_absent = object()


@trap("traceback.draw_frames")
def _draw_frames(rows): ...


# ---------------------------------------------------------------- frames
class FrameSummary:
    """One line of a traceback: file, line, function, and the text of the line."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self.locals = None if locals is None else {key: repr(locals[key]) for key in locals}
        self._source = "" if line is None else line
        self._last = self._source

    @property
    def line(self):
        """The line without its indentation."""
        return self._source.strip()

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _row(self):
        return (self.filename, self.lineno, self.colno, self.end_lineno, self.end_colno, self.name,
                self._source, self._last)


class StackSummary(list):
    """The frames of a traceback, the outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Frames of what ``walk_tb`` gives."""
        made = cls()
        for frame, line in frame_gen:
            code = frame.f_code
            made.append(_frame_of(code, (line, _NO_COLUMN, line, _NO_COLUMN), code.co_name))
        return _limited(made, limit)

    @classmethod
    def from_list(cls, a_list):
        """Frames of tuples (file, line, function, text), or of frames."""
        made = cls()
        for row in a_list:
            if not isinstance(row, FrameSummary):
                filename, lineno, name, line = row
                row = FrameSummary(filename, lineno, name, line=line)
            made.append(row)
        return made

    def format_frame_summary(self, frame_summary):
        """The lines of one frame as one text."""
        return _draw_frames([frame_summary._row()])[0]

    def format(self):
        """All frames as text; equal ones that repeat are counted."""
        return _draw_frames([frame._row() for frame in self])


def _lines_of(code):
    source = code_field(code, 11)
    return source.splitlines() if isinstance(source, str) else []


def _frame_of(code, position, name):
    line, column, end_line, end_column = position
    lines = _lines_of(code)
    found = FrameSummary(code.co_filename, line, name,
                         line=lines[line - 1] if 0 < line <= len(lines) else "")
    if column != _NO_COLUMN and end_column != _NO_COLUMN:
        found.colno, found.end_lineno, found.end_colno = column, end_line, end_column
        found._last = lines[end_line - 1] if 0 < end_line <= len(lines) else found._source
    return found


def _frames_at(link):
    """The frames of one link of a traceback: its own, with those of comprehensions inside it."""
    code = traceback_part(link, 1)
    name = code.co_name
    found = []
    inlined = code_field(code, 12)
    if _SHOWS_INLINED and isinstance(inlined, tuple):
        number = traceback_part(link, 2)
        for start, end, inner, where in inlined:
            if start <= number < end:
                line = where & 0xFFFFFF
                place = (line, where >> 24 & 0xFFFF, line + (where >> 40 & 0xFF),
                         where >> 48 & 0xFFFF)
                found.append(_frame_of(code, place, name))
                name = inner
    found.append(_frame_of(code, traceback_position(link), name))
    return found


def _limited(frames, limit):
    if limit is not None:
        if limit >= 0:
            del frames[limit:]
        else:
            del frames[:limit]
    return frames


def walk_tb(tb):
    """Frame and line of each link of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    made = StackSummary()
    while tb is not None:
        made.extend(_frames_at(tb))
        tb = tb.tb_next
    return _limited(made, limit)


def format_list(extracted_list):
    """Frames as text."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """A traceback's frames as text."""
    return extract_tb(tb, limit).format()


def print_list(extracted_list, file=None):
    """Print frames."""
    for text in format_list(extracted_list):
        print(text, file=_stream(file), end="")


def print_tb(tb, limit=None, file=None):
    """Print a traceback's frames."""
    print_list(extract_tb(tb, limit), file)


def clear_frames(tb):
    """Frames keep no variables here: nothing to clear."""


def extract_stack(f=None, limit=None):
    """The frames of the running calls: not known here."""
    return StackSummary()


def format_stack(f=None, limit=None):
    """The same as text."""
    return []


def print_stack(f=None, limit=None, file=None):
    """Print the running calls: none are known here."""


# ---------------------------------------------------------------- exceptions
def _text_of(value, what):
    try:
        return what(value)
    except Exception:
        return f"<exception {what.__name__}() failed>"


def _title(kind):
    name = kind.__qualname__
    module = kind.__module__
    if module in ("__main__", "builtins"):
        return name
    return f"{module if isinstance(module, str) else '<unknown>'}.{name}"


def _stream(file):
    """Where to print: the errors of the program, unless a file is given."""
    if file is None:
        import sys
        return sys.stderr
    return file


class TracebackException:
    """An exception with its frames and what it is chained to, ready to be drawn."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=_MOST_MEMBERS,
                 max_group_depth=_MOST_DEPTH, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit)
        self.exc_type = exc_type
        self.exc_type_str = None if exc_type is None else _title(exc_type)
        self._str = _text_of(exc_value, str)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._syntax = None
        if isinstance(exc_value, SyntaxError):
            self._syntax = exc_value
        self._hint = _hint(exc_value)
        self.__suppress_context__ = False
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return

        def inner(error, always=False):
            if error is None or id(error) in seen and not always:
                return None
            return TracebackException(
                type(error), error, error.__traceback__, limit=limit,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = inner(exc_value.__cause__)
        if not compact or self.__cause__ is None and not exc_value.__suppress_context__:
            self.__context__ = inner(exc_value.__context__)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [inner(part, always=True) for part in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The same of an exception instance."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Class, message and notes, line by line."""
        if self.exc_type is None:
            yield "NoneType: None\n"
            return
        if self._syntax is None:
            yield _last_line(self.exc_type_str, self._str + self._hint)
        else:
            yield from _syntax_lines(self.exc_type_str, self._syntax)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text_of(note, str).split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield f"{_text_of(notes, repr)}\n"

    def format(self, *, chain=True):
        """The whole text in pieces."""
        yield from self._drawn(chain, _Margin())

    def print(self, *, file=None, chain=True):
        """Print the whole text."""
        file = _stream(file)
        for text in self.format(chain=chain):
            print(text, file=file, end="")

    def _drawn(self, chain, margin):
        todo = []
        error = self
        while error is not None:
            if chain and error.__cause__ is not None:
                todo.append((_CAUSE, error))
                error = error.__cause__
            elif chain and error.__context__ is not None and not error.__suppress_context__:
                todo.append((_CONTEXT, error))
                error = error.__context__
            else:
                todo.append((None, error))
                error = None
        for message, error in reversed(todo):
            if message is not None:
                yield margin.put(message)
            yield from error._drawn_alone(chain, margin)

    def _drawn_alone(self, chain, margin):
        if self.exceptions is None:
            if self.stack:
                yield margin.put(_HEADING)
                for text in self.stack.format():
                    yield margin.put(text)
            for text in self.format_exception_only():
                yield margin.put(text)
        elif margin.depth > self.max_group_depth:
            yield margin.put(f"... (max_group_depth is {self.max_group_depth})\n")
        else:
            yield from self._drawn_group(chain, margin)

    def _drawn_group(self, chain, margin):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self.stack:
            yield margin.put("Exception Group " + _HEADING, "+" if outermost else "|")
            for text in self.stack.format():
                yield margin.put(text)
        for text in self.format_exception_only():
            yield margin.put(text)
        n = len(self.exceptions)
        shown = n if n <= self.max_group_width else self.max_group_width + 1
        margin.open = False
        for number in range(shown):
            last = number == shown - 1
            if last:
                margin.open = True
            cut = number >= self.max_group_width
            title = "..." if cut else str(number + 1)
            lead = "+-" if number == 0 else "  "
            yield f"{margin.indent()}{lead}+---------------- {title} ----------------\n"
            margin.depth += 1
            if cut:
                more = n - self.max_group_width
                yield margin.put(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from self.exceptions[number]._drawn(chain, margin)
            if last and margin.open:
                yield margin.indent() + "+------------------------------------\n"
                margin.open = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0


class _Margin:
    """How deep in groups the text being drawn is."""

    def __init__(self):
        self.depth = 0
        self.open = False  # a group was begun whose lower edge is not drawn yet

    def indent(self):
        return "  " * self.depth

    def put(self, text, mark="|"):
        if not self.depth:
            return text
        lead = f"{self.indent()}{mark} "
        return "".join([lead + line for line in text.splitlines(True)])


def _last_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


def _syntax_lines(name, error):
    if error.lineno is not None:
        yield f'  File "{error.filename or "<string>"}", line {error.lineno}\n'
        if error.text is not None:
            line = error.text.rstrip("\n")
            stripped = line.lstrip(" \n\f")
            yield f"    {stripped}\n"
            if error.offset is not None:
                offset = error.offset
                end = error.end_offset if error.end_offset not in (None, 0) else offset
                if offset == end or end == -1:
                    end = offset + 1
                start = offset - 1 - (len(line) - len(stripped))
                if start >= 0:
                    blank = "".join([c if c.isspace() else " " for c in stripped[:start]])
                    yield f"    {blank}{'^' * (end - offset)}\n"
        place = ""
    else:
        place = "" if error.filename is None else f" ({error.filename})"
    yield f"{name}: {error.msg or '<no detail available>'}{place}\n"


def _hint(error):
    """What CPython adds for misspelt names; nothing is known here of names in scope."""
    return ""


def _exception_of(exc, value, tb):
    if value is _absent and tb is _absent:
        if not isinstance(exc, BaseException) and exc is not None:
            raise TypeError(
                "Exception expected for value, " + type(exc).__name__ + " found")
        return exc, getattr(exc, "__traceback__", None)
    if value is _absent or tb is _absent:
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def _made(exc, value, tb, limit=None):
    error, trace = _exception_of(exc, value, tb)
    return TracebackException(None if error is None else type(error), error, trace, limit=limit)


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    """The text of an exception as a list of pieces."""
    return list(_made(exc, value, tb, limit).format(chain=chain))


def format_exception_only(exc, /, value=_absent):
    """Class and message of an exception."""
    error = exc if value is _absent else value
    return list(_made(error, _absent, _absent).format_exception_only())


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    error = state_get(_STATE_HANDLED)
    return "".join(format_exception(error, limit=limit, chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    """Print an exception."""
    _made(exc, value, tb, limit).print(file=file, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    error = state_get(_STATE_HANDLED)
    print_exception(error, limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """There is no last exception of an interactive session here."""
    raise ValueError("no last exception")
