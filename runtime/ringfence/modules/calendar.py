"""calendar: months as numbers, text and HTML. The first weekday is state of the run's own module."""

from _dates import _days_in_month, _is_leap
from _date_text import _MONTHS, _WEEKDAYS
from datetime import date as _date
from itertools import repeat as _repeat

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap",
           "leapdays", "weekday", "monthrange", "monthcalendar", "prmonth", "month", "prcal",
           "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar",
           "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar", "weekheader",
           "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January = 1
February = 2
error = ValueError
mdays = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


class _Names:
    """A sequence of names that cannot be changed."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, i):
        return list(self._names)[i]

    def __len__(self):
        return len(self._names)


month_name = _Names(_MONTHS)
month_abbr = _Names(tuple([name[:3] for name in _MONTHS]))
day_name = _Names(_WEEKDAYS)
day_abbr = _Names(tuple([name[:3] for name in _WEEKDAYS]))


def isleap(year):
    """Return True for leap years, False for non-leap years."""
    return _is_leap(year)


def leapdays(y1, y2):
    """Return number of leap years in range [y1, y2)."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """Return weekday (0-6 ~ Mon-Sun) for year, month (1-12), day (1-31)."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return _date(year, month, day).weekday()


def _first_and_length(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _days_in_month(year, month)


def monthrange(year, month):
    """Return weekday of first day of month (0-6 ~ Mon-Sun) and number of days (28-31)."""
    return _first_and_length(year, month)


def _before(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """Base calendar class. This class doesn't do any formatting."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._first % 7

    def setfirstweekday(self, firstweekday):
        self._first = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """Return an iterator for one week of weekday numbers."""
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def itermonthdays(self, year, month):
        """Like itermonthdates(), but will yield day numbers, 0 outside the month."""
        first, days = _first_and_length(year, month)
        before = (first - self.firstweekday) % 7
        yield from _repeat(0, before)
        yield from range(1, days + 1)
        yield from _repeat(0, (self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        """Like itermonthdates(), but will yield (day number, weekday number) tuples."""
        for i, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, i % 7

    def itermonthdays3(self, year, month):
        """Like itermonthdates(), but will yield (year, month, day) tuples."""
        first, days = _first_and_length(year, month)
        before = (first - self.firstweekday) % 7
        behind = (self.firstweekday - first - days) % 7
        y, m = _before(year, month)
        end = _days_in_month(y, m) + 1
        for day in range(end - before, end):
            yield y, m, day
        for day in range(1, days + 1):
            yield year, month, day
        y, m = _after(year, month)
        for day in range(1, behind + 1):
            yield y, m, day

    def itermonthdays4(self, year, month):
        """Like itermonthdates(), but will yield (year, month, day, day_of_week) tuples."""
        for i, (y, m, day) in enumerate(self.itermonthdays3(year, month)):
            yield y, m, day, (self.firstweekday + i) % 7

    def itermonthdates(self, year, month):
        """Return an iterator for one month of dates, whole weeks."""
        for y, m, day in self.itermonthdays3(year, month):
            yield _date(y, m, day)

    def monthdatescalendar(self, year, month):
        """Return a matrix (list of lists) of dates representing a month's calendar."""
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """Return a matrix of (day number, weekday number) tuples."""
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """Return a matrix of day numbers; days outside this month are zero."""
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        """Return the data for the specified year ready for formatting."""
        return _rows([self.monthdatescalendar(year, m) for m in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        """The same with (day number, weekday number) tuples."""
        return _rows([self.monthdays2calendar(year, m) for m in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        """The same with day numbers."""
        return _rows([self.monthdayscalendar(year, m) for m in range(1, 13)], width)


def _weeks(days):
    days = list(days)
    return [days[i:i + 7] for i in range(0, len(days), 7)]


def _rows(months, width):
    return [months[i:i + width] for i in range(0, len(months), width)]


class TextCalendar(Calendar):
    """Subclass of Calendar that outputs a calendar as a simple plain text."""

    def prweek(self, theweek, width):
        """Print a single week (no newline)."""
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """Returns a formatted day."""
        return ("" if day == 0 else f"{day:2d}").center(width)

    def formatweek(self, theweek, width):
        """Returns a single week in a string (no newline)."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        """Returns a formatted week day name."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        """Return a header for a week."""
        return " ".join([self.formatweekday(i, width) for i in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """Return a formatted month name."""
        text = month_name[themonth]
        return (f"{text} {theyear!r}" if withyear else text).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Print a month's calendar."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """Return a month's calendar string (multi-line)."""
        w = max(2, w)
        l = max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip(),
                 self.formatweekheader(w).rstrip()]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week, w).rstrip())
        return ("\n" * l).join(lines) + "\n" * l

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """Returns a year's calendar as a multi-line string."""
        w = max(2, w)
        l = max(1, l)
        c = max(2, c)
        column = (w + 1) * 7 - 1
        made = [repr(theyear).center(column * m + c * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for i, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            made.append("\n" * l)
            names = [self.formatmonthname(theyear, k, column, False) for k in months]
            made.append(formatstring(names, column, c).rstrip() + "\n" * l)
            made.append(formatstring([header for _ in months], column, c).rstrip() + "\n" * l)
            for j in range(max([len(month) for month in row])):
                weeks = ["" if j >= len(month) else self.formatweek(month[j], w) for month in row]
                made.append(formatstring(weeks, column, c).rstrip() + "\n" * l)
        return "".join(made)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Print a year's calendar."""
        print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
    """This calendar returns complete HTML pages."""

    cssclasses = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        """Return a day as a table cell."""
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """Return a complete week as a table row."""
        return "<tr>" + "".join([self.formatday(d, w) for d, w in theweek]) + "</tr>"

    def formatweekday(self, day):
        """Return a weekday name as a table header."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """Return a header for a week as a table row."""
        return "<tr>" + "".join([self.formatweekday(i) for i in self.iterweekdays()]) + "</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """Return a month name as a table row."""
        text = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{text}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """Return a formatted month as a table."""
        parts = ['<table border="0" cellpadding="0" cellspacing="0" '
                 f'class="{self.cssclass_month}">',
                 self.formatmonthname(theyear, themonth, withyear=withyear),
                 self.formatweekheader()]
        for week in self.monthdays2calendar(theyear, themonth):
            parts.append(self.formatweek(week))
        return "\n".join([*parts, "</table>", ""])

    def formatyear(self, theyear, width=3):
        """Return a formatted year as a table of tables."""
        width = max(width, 1)
        parts = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">',
                 f'\n<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th>'
                 "</tr>"]
        for first in range(1, 13, width):
            parts.append("<tr>")
            for m in range(first, min(first + width, 13)):
                parts.append(f"<td>{self.formatmonth(theyear, m, withyear=False)}</td>")
            parts.append("</tr>")
        return "".join([*parts, "</table>"])

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """Return a formatted year as a complete HTML page."""
        encoding = encoding or "utf-8"
        link = "" if css is None else f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        text = (f'<?xml version="1.0" encoding="{encoding}"?>\n'
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
                '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html>\n<head>\n'
                f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n'
                f"{link}<title>Calendar for {theyear}</title>\n</head>\n<body>\n"
                f"{self.formatyear(theyear, width)}</body>\n</html>\n")
        return text.encode(encoding, "xmlcharrefreplace")


class _OneLocale:
    """The sandbox has one locale, C: any other name is refused."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        if locale not in (None, "C", "POSIX", ("C", None), (None, None)):
            raise NotImplementedError(f"the locale {locale!r} is not supported; there is only 'C'")
        self.locale = locale


class LocaleTextCalendar(_OneLocale, TextCalendar):
    """A text calendar in the locale C."""


class LocaleHTMLCalendar(_OneLocale, HTMLCalendar):
    """An HTML calendar in the locale C."""


def formatstring(cols, colwidth=20, spacing=6):
    """Returns a string formatted from n strings, centered within n columns."""
    return (" " * spacing).join([column.center(colwidth) for column in cols])


def format(cols, colwidth=20, spacing=6):
    """Prints multi-column formatting for year calendars."""
    print(formatstring(cols, colwidth, spacing))


def timegm(tuple):
    """Unrelated but handy function to calculate Unix timestamp from GMT."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def _start(namespace):
    common = TextCalendar(0)

    def setfirstweekday(firstweekday):
        if not 0 <= firstweekday <= 6:
            raise IllegalWeekdayError(firstweekday)
        common.firstweekday = firstweekday

    namespace["c"] = common
    namespace["firstweekday"] = common.getfirstweekday
    namespace["setfirstweekday"] = setfirstweekday
    namespace["monthcalendar"] = common.monthdayscalendar
    namespace["prweek"] = common.prweek
    namespace["week"] = common.formatweek
    namespace["weekheader"] = common.formatweekheader
    namespace["prmonth"] = common.prmonth
    namespace["month"] = common.formatmonth
    namespace["calendar"] = common.formatyear
    namespace["prcal"] = common.pryear
    namespace["mdays"] = list(mdays)
