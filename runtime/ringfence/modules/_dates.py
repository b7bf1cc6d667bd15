"""Days of the proleptic Gregorian calendar, and the texts of ISO 8601 as `datetime` reads them.

A day's ordinal is 1 on the first of January of the year 1.
"""

from _prelude import _HOST_MINOR

_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LAST_ORDINAL = 3652059


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month]


def _day_of_year(year, month, day):
    """1 on the first of January."""
    return _DAYS_BEFORE[month] + day + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400
            + _DAYS_BEFORE[month] + day + (month > 2 and _is_leap(year)))


def _from_ordinal(ordinal):
    """(year, month, day), counting years from March so that a leap day comes last."""
    days = ordinal + 305
    era, day = divmod(days, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    year += era * 400
    if month < 10:
        return year, month + 3, day + 1
    return year + 1, month - 9, day + 1


def _week_one(year):
    """Ordinal of the Monday that begins the first ISO week of a year."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _iso_calendar(year, month, day):
    """(ISO year, week, weekday)."""
    today = _ordinal(year, month, day)
    monday = _week_one(year)
    if today < monday:
        year -= 1
        monday = _week_one(year)
    elif today >= monday + 364 and today >= _week_one(year + 1):
        year += 1
        monday = _week_one(year)
    week, weekday = divmod(today - monday, 7)
    return year, week + 1, weekday + 1


def _from_iso_calendar(year, week, day):
    """(year, month, day), with ValueErrors for what no calendar has."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= 52:
        first = _ordinal(year, 1, 1) % 7
        if week != 53 or not (first == 4 or (first == 3 and _is_leap(year))):
            raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        word = "weekday" if _HOST_MINOR >= 12 else "day"
        raise ValueError(f"Invalid {word}: {day} (range is [1, 7])")
    return _from_ordinal(_week_one(year) + (week - 1) * 7 + day - 1)


# ---------------------------------------------------------------- ISO 8601
def _digits(text, at, n):
    """The number that n ASCII digits at a place write, or -1."""
    part = text[at:at + n]
    if len(part) == n and part.isascii() and part.isdigit():
        return int(part)
    return -1


def _read_iso_date(text):
    """(year, month, day) of a date in one of the ISO forms, or None where the form is wrong."""
    year = _digits(text, 0, 4)
    if year < 0:
        return None
    size = len(text)
    dash = 1 if text[4:5] == "-" else 0
    at = 4 + dash
    if text[at:at + 1] == "W":
        week = _digits(text, at + 1, 2)
        at += 3
        if week < 0:
            return None
        day = 1
        if at < size:
            if (text[at] == "-") != (dash == 1):
                return None
            day = _digits(text, at + dash, 1)
            if day < 0 or at + dash + 1 != size:
                return None
        try:
            return _from_iso_calendar(year, week, day)
        except ValueError:
            return None
    if size != 8 + 2 * dash or (dash and text[7] != "-"):
        return None
    month = _digits(text, at, 2)
    day = _digits(text, at + 2 + dash, 2)
    return None if month < 0 or day < 0 else (year, month, day)


def _date_end(text):
    """Where the date ends in a text of date and time; -1 where it cannot."""
    size = len(text)
    if size == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        if size < 8:
            return -1
        if size > 8 and text[8] == "-":
            if size == 9:
                return -1
            return 8 if size > 10 and "0" <= text[10] <= "9" else 10
        return 8
    if text[4] != "W":
        return 8
    at = 7
    while at < size and "0" <= text[at] <= "9":
        at += 1
    if at < 9:
        return at
    return 7 if at % 2 == 0 else 8


def _read_clock(text):
    """(hour, minute, second, microsecond, whether all was read), or None."""
    values = [0, 0, 0, 0]
    size = len(text)
    at = 0
    colons = True
    for k in range(3):
        values[k] = _digits(text, at, 2)
        if values[k] < 0:
            return None
        at += 2
        if at >= size:
            return (*values, True)
        char = text[at]
        if k == 0:
            colons = char == ":"
        if at + 1 >= size and (colons or char in ":.,"):
            return (*values, False)
        if colons and char == ":":
            at += 1
        elif char in ".,":
            at += 1
            break
        elif colons:
            return None
    n = min(size - at, 6)
    values[3] = _digits(text, at, n)
    if values[3] < 0:
        return None
    values[3] *= 10 ** (6 - n)
    at += n
    while at < size and "0" <= text[at] <= "9":
        at += 1
    return (*values, at == size)


def _read_iso_time(text):
    """(hour, minute, second, microsecond, offset) or None; offset None, or (sign, h, m, s, us)."""
    sign_at = -1
    for k, char in enumerate(text):
        if char in "+-Z":
            sign_at = k
            break
    clock = _read_clock(text if sign_at < 0 else text[:sign_at])
    if clock is None or (sign_at < 0 and not clock[4]):
        return None
    if sign_at < 0:
        return (*clock[:4], None)
    if text[sign_at] == "Z":
        return (*clock[:4], (1, 0, 0, 0, 0)) if sign_at + 1 == len(text) else None
    offset = _read_clock(text[sign_at + 1:])
    if offset is None or not offset[4]:
        return None
    return (*clock[:4], (-1 if text[sign_at] == "-" else 1, *offset[:4]))
