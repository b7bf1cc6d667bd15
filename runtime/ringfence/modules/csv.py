"""csv: rows of delimited text. Rows are read a character at a time, or by splitting if plain."""

from io import StringIO as _StringIO
import re as _re

from _csv_dialects import (
    LONGEST_FIELD as _LONGEST_FIELD, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC,
    Dialect, Error, Settings as _Settings, excel, excel_tab, field_size_limit, get_dialect,
    list_dialects, register_dialect, registered as _dialects, unix_dialect, unregister_dialect,
)
from _prelude import _HOST_MINOR, _generic_alias

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect",
           "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect",
           "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader",
           "DictWriter", "unix_dialect"]

if _HOST_MINOR >= 12:
    from _csv_dialects import QUOTE_NOTNULL, QUOTE_STRINGS

    __all__ += ["QUOTE_STRINGS", "QUOTE_NOTNULL"]


# ---------------------------------------------------------------- reading
(_START, _BEGIN, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPED_QUOTED, _AFTER_QUOTE, _EAT_LINE,
 _ESCAPED_LINE) = range(9)


class _Reader:
    """CSV reader: rows as lists of strings."""

    def __init__(self, lines, settings):
        self.dialect = settings
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        settings = self.dialect
        line = next(self._lines)
        self.line_num += 1
        if (type(line) is str and settings.quoting != QUOTE_NONNUMERIC
                and settings.escapechar is None and not settings.skipinitialspace
                and settings.quoting < 4):
            quote = settings.quotechar
            if ((quote is None or quote not in line or settings.quoting == QUOTE_NONE)
                    and len(line) < _LONGEST_FIELD):
                plain = line[:-2] if line.endswith("\r\n") else (
                    line[:-1] if line.endswith("\n") or line.endswith("\r") else line)
                if "\r" not in plain and "\n" not in plain and _dialects()[None] >= len(plain):
                    return plain.split(settings.delimiter) if plain else []
        return self._slowly(line)

    def _slowly(self, line):
        """Read a row character by character, over several lines if need be."""
        settings = self.dialect
        delimiter = settings.delimiter
        quote = settings.quotechar if settings.quoting != QUOTE_NONE else None
        escape = settings.escapechar
        numeric = settings.quoting == QUOTE_NONNUMERIC
        most = _dialects()[None]
        row = []
        field = []
        state = _START
        is_number = False

        def save():
            text = "".join(field)
            field.clear()
            row.append(float(text) if is_number else text)

        while True:
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            for char in line:
                if state == _EAT_LINE:
                    if char != "\n" and char != "\r":
                        raise Error("new-line character seen in unquoted field - do you need to "
                                    "open the file with newline=''?"
                                    if _HOST_MINOR >= 13 else
                                    "new-line character seen in unquoted field - do you need to "
                                    "open the file in universal-newline mode?")
                    continue
                if state == _START:
                    if char == "\n" or char == "\r":
                        state = _EAT_LINE
                        continue
                    state = _BEGIN
                if state == _BEGIN:
                    if char == "\n" or char == "\r":
                        save()
                        is_number = False
                        state = _EAT_LINE
                    elif char == quote:
                        state = _IN_QUOTED
                    elif char == escape and escape is not None:
                        state = _ESCAPED
                    elif char == " " and settings.skipinitialspace:
                        pass
                    elif char == delimiter:
                        save()
                    else:
                        if numeric:
                            is_number = True
                        field.append(char)
                        state = _IN_FIELD
                elif state == _ESCAPED:
                    if char == "\n" or char == "\r":
                        field.append(char)
                        state = _ESCAPED_LINE
                    else:
                        field.append(char)
                        state = _IN_FIELD
                elif state == _IN_FIELD or state == _ESCAPED_LINE:
                    if char == "\n" or char == "\r":
                        save()
                        is_number = False
                        state = _EAT_LINE
                    elif char == escape and escape is not None:
                        state = _ESCAPED
                    elif char == delimiter:
                        save()
                        is_number = False
                        state = _BEGIN
                    else:
                        field.append(char)
                        state = _IN_FIELD
                elif state == _IN_QUOTED:
                    if char == escape and escape is not None:
                        state = _ESCAPED_QUOTED
                    elif char == quote:
                        state = _AFTER_QUOTE if settings.doublequote else _IN_FIELD
                    else:
                        field.append(char)
                elif state == _ESCAPED_QUOTED:
                    field.append(char)
                    state = _IN_QUOTED
                elif char == quote:  # behind a quote: two of them are one
                    field.append(char)
                    state = _IN_QUOTED
                elif char == delimiter:
                    save()
                    is_number = False
                    state = _BEGIN
                elif char == "\n" or char == "\r":
                    save()
                    is_number = False
                    state = _EAT_LINE
                elif not settings.strict:
                    field.append(char)
                    state = _IN_FIELD
                else:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                if len(field) > most:
                    raise Error(f"field larger than field limit ({most})")
            # the end of the line that was given
            if state in (_BEGIN, _IN_FIELD, _AFTER_QUOTE):
                save()
                return row
            if state in (_START, _EAT_LINE):
                return row
            if state == _ESCAPED:
                field.append("\n")
                state = _IN_FIELD
            elif state == _ESCAPED_QUOTED:
                field.append("\n")
                state = _IN_QUOTED
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state == _IN_QUOTED:
                    if settings.strict:
                        raise Error("unexpected end of data") from None
                    save()
                    return row
                raise
            self.line_num += 1


@builtin
def reader(iterable, /, dialect="excel", **fmtparams):
    """Return a reader object that will process lines from the given iterable."""
    return _Reader(iterable, _Settings(dialect, fmtparams))


# ---------------------------------------------------------------- writing
class _Writer:
    """CSV writer."""

    def __init__(self, write, settings):
        self.dialect = settings
        self._write = write

    def _field(self, text, quoted, alone):
        """The text of a field as it is written."""
        settings = self.dialect
        quote = settings.quotechar
        escape = settings.escapechar
        special = f"{settings.delimiter}\r\n{settings.lineterminator}{quote or ''}{escape or ''}"
        if not any([char in text for char in special]):
            if not text and alone:
                if settings.quoting == QUOTE_NONE:
                    raise Error("single empty field record must be quoted")
                quoted = True
            return f"{quote}{text}{quote}" if quoted else text
        made = []
        for char in text:
            if char in special:
                if settings.quoting == QUOTE_NONE:
                    escaped = True
                elif char == quote:
                    escaped = not settings.doublequote
                    if settings.doublequote:
                        made.append(char)
                    quoted = quoted or settings.doublequote
                elif char == escape:
                    escaped = True
                else:
                    escaped = False
                    quoted = True
                if escaped:
                    if escape is None:
                        raise Error("need to escape, but no escapechar set")
                    made.append(escape)
            made.append(char)
        text = "".join(made)
        return f"{quote}{text}{quote}" if quoted else text

    def writerow(self, row, /):
        """Construct and write a CSV record from an iterable of fields."""
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        quoting = self.dialect.quoting
        alone = len(fields) == 1
        made = []
        for field in fields:
            is_text = isinstance(field, str)
            quoted = quoting == QUOTE_ALL or (
                quoting == QUOTE_NONNUMERIC
                and (is_text or not isinstance(field, (int, float)) and not _is_number(field)))
            if quoting == 4:
                quoted = is_text
            elif quoting == 5:
                quoted = field is not None
            if field is None:
                if alone and quoting in (4, 5):
                    raise Error("single empty field record must be quoted")
                made.append(self._field("", quoted, alone))
            else:
                text = field if is_text else str(field)
                made.append(self._field(text, quoted, alone))
        return self._write(self.dialect.delimiter.join(made) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        """Construct and write a series of iterables to a csv file."""
        for row in rows:
            self.writerow(row)


def _is_number(value):
    return hasattr(type(value), "__float__") or hasattr(type(value), "__index__")


@builtin
def writer(fileobj, /, dialect="excel", **fmtparams):
    """Return a writer object responsible for converting the user's data into delimited strings."""
    settings = _Settings(dialect, fmtparams)
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(write, settings)


# ---------------------------------------------------------------- rows by name
class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for name in names[len(row):]:
                made[name] = self.restval
        return made

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: "
                                 + ", ".join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


# ---------------------------------------------------------------- guessing
class Sniffer:
    '''"Sniffs" the format of a CSV file (i.e. delimiter, quotechar). Returns a Dialect object.'''

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """Returns a dialect (or None) corresponding to the sample"""
        quote, doubled, delimiter, spaced = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, spaced = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doubled
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = spaced
        return dialect

    def _by_quotes(self, data, delimiters):
        """Quote and delimiter found by texts between two quotes."""
        for before, behind in ((r"(?P<delim>[^\w\n\"\'])(?P<space> ?)", r"(?P=delim)"),
                               (r"(?:^|\n)", r"(?P<delim>[^\w\n\"\'])(?P<space> ?)"),
                               (r"(?P<delim>[^\w\n\"\'])(?P<space> ?)", r"(?:$|\n)"),
                               (r"(?:^|\n)", r"(?:$|\n)")):
            pattern = _re.compile(before + r"(?P<quote>[\"\']).*?(?P=quote)" + behind,
                                  _re.DOTALL | _re.MULTILINE)
            found = list(pattern.finditer(data))
            if found:
                break
        else:
            return "", False, None, 0
        quotes = {}
        delims = {}
        spaces = 0
        for match in found:
            quotes[match["quote"]] = quotes.get(match["quote"], 0) + 1
            if "delim" not in pattern.groupindex:
                continue
            key = match["delim"]
            if key and (delimiters is None or key in delimiters):
                delims[key] = delims.get(key, 0) + 1
            if match["space"]:
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delim = ""
        spaced = 0
        if delims:
            delim = max(delims, key=delims.get)
            spaced = delims[delim] == spaces
            if delim == "\n":
                delim = ""
        text = _re.escape(delim)
        doubled = _re.search(rf"(({text})|^)\W*{quote}[^{text}\n]*{quote}[^{text}\n]*{quote}"
                             rf"\W*(({text})|$)", data, _re.MULTILINE)
        return quote, doubled is not None, delim, spaced

    def _by_counts(self, data, delimiters):
        """The character that is there equally often on most lines."""
        lines = [line for line in data.split("\n") if line]
        characters = [chr(code) for code in range(127)]
        chunk = min(10, len(lines))
        tables = {}
        modes = {}
        delims = {}
        start = 0
        end = chunk
        iteration = 0
        while start < len(lines):
            iteration += 1
            for line in lines[start:end]:
                for char in characters:
                    counts = tables.setdefault(char, {})
                    n = line.count(char)
                    counts[n] = counts.get(n, 0) + 1
            for char, counts in tables.items():
                items = list(counts.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda item: item[1])
                    items.remove(best)
                    modes[char] = best[0], best[1] - sum([item[1] for item in items])
                else:
                    modes[char] = items[0]
            total = float(min(chunk * iteration, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for char, (n, lines_with) in modes.items():
                    if n > 0 and lines_with > 0:
                        if lines_with / total >= consistency and (
                                delimiters is None or char in delimiters):
                            delims[char] = n, lines_with
                consistency -= 0.01
            if len(delims) == 1:
                delim = list(delims)[0]
                spaced = lines[0].count(delim) == lines[0].count(f"{delim} ")
                return delim, spaced
            start = end
            end += chunk
        if not delims:
            return "", 0
        if len(delims) > 1:
            for delim in self.preferred:
                if delim in delims:
                    spaced = lines[0].count(delim) == lines[0].count(f"{delim} ")
                    return delim, spaced
        delim = sorted([(value, key) for key, value in delims.items()])[-1][1]
        spaced = lines[0].count(delim) == lines[0].count(f"{delim} ")
        return delim, spaced

    def has_header(self, sample):
        rows = reader(_StringIO(sample), self.sniff(sample))
        header = next(rows)
        columns = len(header)
        kinds = dict.fromkeys(range(columns))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != columns:
                continue
            for column in list(kinds):
                kind = complex
                try:
                    complex(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
