"""Dates and times as text by directives: strftime as the C library of Linux does it, strptime.

`_formatted` takes the nine fields of a time tuple; `_parsed` tries the readings of each directive
in order, going back where a later one fails, so that formats without separators find their way.
"""

from _dates import _day_of_year, _days_in_month, _from_iso_calendar, _is_leap, _ordinal
from _prelude import _HOST_MINOR

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")
_COMBINED = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p",
             "R": "%H:%M", "T": "%H:%M:%S", "x": "%m/%d/%y", "X": "%H:%M:%S"}


# ---------------------------------------------------------------- writing
def _number_of(letter, t):
    """(value, usual width, usual padding) of a directive that writes a number, or None."""
    match letter:
        case "Y":
            return t[0], 1, "0"
        case "C":
            return t[0] // 100, 1, "0"
        case "y":
            return t[0] % 100, 2, "0"
        case "m":
            return t[1], 2, "0"
        case "d":
            return t[2], 2, "0"
        case "e":
            return t[2], 2, " "
        case "H":
            return t[3], 2, "0"
        case "k":
            return t[3], 2, " "
        case "I":
            return (t[3] + 11) % 12 + 1, 2, "0"
        case "l":
            return (t[3] + 11) % 12 + 1, 2, " "
        case "M":
            return t[4], 2, "0"
        case "S":
            return t[5], 2, "0"
        case "j":
            return t[7], 3, "0"
        case "u":
            return t[6] + 1, 1, "0"
        case "w":
            return (t[6] + 1) % 7, 1, "0"
        case "U":
            return (t[7] + 6 - (t[6] + 1) % 7) // 7, 2, "0"
        case "W":
            return (t[7] + 6 - t[6]) // 7, 2, "0"
        case "G":
            return _iso_week(t)[0], 1, "0"
        case "g":
            return _iso_week(t)[0] % 100, 2, "0"
        case "V":
            return _iso_week(t)[1], 2, "0"
    return None


def _iso_week(t):
    """ISO year and week by day of the year and weekday, as the C library counts."""
    year = t[0]
    day = t[7] - 1
    since = _since_week_one(day, t[6])
    if since < 0:
        year -= 1
        since = _since_week_one(day + 365 + _is_leap(year), t[6])
    else:
        later = _since_week_one(day - 365 - _is_leap(year), t[6])
        if later >= 0:
            year += 1
            since = later
    return year, since // 7 + 1


def _since_week_one(day, weekday):
    """Days since the Monday of the week with the fourth of January."""
    return day - (day - (weekday + 1) % 7 + 382) % 7 + 3


def _text_of(letter, t):
    """Text of a directive that writes words, or None."""
    match letter:
        case "a":
            return _WEEKDAYS[t[6]][:3]
        case "A":
            return _WEEKDAYS[t[6]]
        case "b" | "h":
            return _MONTHS[t[1]][:3]
        case "B":
            return _MONTHS[t[1]]
        case "p":
            return "AM" if t[3] < 12 else "PM"
        case "P":
            return "am" if t[3] < 12 else "pm"
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "%":
            return "%"
    return None


def _formatted(spec, t, zone="", offset=None):
    """A format filled with the fields (year, month, day, hour, minute, second, weekday, yearday).

    ``zone`` is what %Z writes, ``offset`` seconds east of Greenwich for %z and %s, or None.
    """
    if "%" not in spec:
        return spec
    made = []
    at, size = 0, len(spec)
    while at < size:
        mark = spec.find("%", at)
        if mark < 0:
            made.append(spec[at:])
            break
        made.append(spec[at:mark])
        at = mark + 1
        flag = pad = ""
        upper = False
        while at < size and spec[at] in "_-0^#":
            if spec[at] == "^":
                upper = True
            elif spec[at] == "#":
                flag = "#"
            else:
                pad = spec[at]
            at += 1
        begin = at
        while at < size and "0" <= spec[at] <= "9":
            at += 1
        width = int(spec[begin:at]) if at > begin else -1
        if at < size and spec[at] in "EO":
            at += 1
        letter = spec[at:at + 1]
        at += 1
        number = _number_of(letter, t) if letter else None
        if number is not None:
            value, usual, filler = number
            if pad == "-":
                piece = str(value)
            else:
                filler = {"_": " ", "0": "0"}.get(pad, filler)
                piece = str(value).rjust(max(width, usual), filler)
                if value < 0 and filler == "0":
                    piece = "-" + str(-value).rjust(max(width, usual) - 1, "0")
        else:
            if letter in _COMBINED and letter:
                piece = _formatted(_COMBINED[letter], t, zone, offset)
            elif letter == "Z":
                piece = zone.lower() if flag else zone
            elif letter == "z":
                piece = "" if offset is None else _offset_text(offset, "")
            elif letter == "s":
                seconds = ((_ordinal(*t[:3]) - 719163) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])
                piece = str(seconds - (offset or 0))
            else:
                piece = _text_of(letter, t) if letter else None
                if piece is None:
                    made.append(spec[mark:at])
                    continue
                if flag and letter in "aAbBh":
                    upper = True
                elif flag and letter == "p":
                    piece = piece.lower()
            if upper:
                piece = piece.upper()
            piece = piece.rjust(width, "0" if pad == "0" else " ")
        made.append(piece)
    return "".join(made)


def _offset_text(seconds, colon):
    sign = "-" if seconds < 0 else "+"
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    text = f"{sign}{hour:02d}{colon}{minute:02d}"
    return text + f"{colon}{second:02d}" if second else text


# ---------------------------------------------------------------- reading
def _number_readings(text, at, low, high, width):
    """Places behind the numbers of two digits or one (or of three) that a directive takes."""
    ends = []
    for n in range(width, 0, -1):
        part = text[at:at + n]
        if len(part) == n and part.isdecimal() and low <= int(part) <= high:
            if n > 1 or low <= int(part):
                ends.append(at + n)
    return ends


_RANGES = {"d": (1, 31, 2), "H": (0, 23, 2), "I": (1, 12, 2), "m": (1, 12, 2), "M": (0, 59, 2),
           "S": (0, 61, 2), "U": (0, 53, 2), "W": (0, 53, 2), "j": (1, 366, 3), "V": (1, 53, 2),
           "u": (1, 7, 1), "w": (0, 6, 1)}
_WORDS = {"a": tuple([name[:3].lower() for name in _WEEKDAYS]),
          "A": tuple([name.lower() for name in _WEEKDAYS]),
          "b": tuple([name[:3].lower() for name in _MONTHS[1:]]),
          "B": tuple([name.lower() for name in _MONTHS[1:]]),
          "p": ("am", "pm"), "Z": ("utc", "gmt")}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _fixed(text, at, n):
    part = text[at:at + n]
    return [at + n] if len(part) == n and part.isdecimal() else []


def _offset_ends(text, at):
    """Places behind an offset from Greenwich, the longest first."""
    if text[at:at + 1] in ("Z", "z"):
        return [at + 1]
    if text[at:at + 1] not in ("+", "-"):
        return []
    ends = []
    if _fixed(text, at + 1, 2):
        for minute in ([at + 4, at + 3] if text[at + 3:at + 4] == ":" else [at + 3]):
            if not _sixty(text, minute):
                continue
            seconds = minute + 3 if text[minute + 2:minute + 3] == ":" else minute + 2
            if _sixty(text, seconds):
                if text[seconds + 2:seconds + 3] == ".":
                    n = 0
                    while n < 6 and text[seconds + 3 + n:seconds + 4 + n].isdecimal():
                        n += 1
                    ends.extend([seconds + 3 + k for k in range(n, 0, -1)])
                ends.append(seconds + 2)
            ends.append(minute + 2)
    return ends


def _sixty(text, at):
    return text[at:at + 1] in ("0", "1", "2", "3", "4", "5") and _fixed(text, at, 2)


def _readings(letter, text, at, zones):
    """Places where a directive's text may end, best first."""
    known = _RANGES.get(letter)
    if known is not None:
        ends = _number_readings(text, at, *known)
        if letter == "d" and text[at:at + 1] == " " and "1" <= text[at + 1:at + 2] <= "9":
            ends.append(at + 2)
        return ends
    if letter == "Y" or letter == "G":
        return _fixed(text, at, 4)
    if letter == "y":
        return _fixed(text, at, 2)
    if letter == "f":
        return [at + n for n in range(6, 0, -1) if _fixed(text, at, n)]
    if letter == "z":
        return _offset_ends(text, at)
    low = text[at:at + 12].lower()
    words = zones if letter == "Z" else _WORDS[letter]
    return [at + len(word) for word in sorted(words, key=len, reverse=True)
            if word and low.startswith(word)]


def _pieces(spec):
    """A format as parts: (directive, "") or ("", literal text), (" ", "") for white space."""
    parts = []
    at, size = 0, len(spec)
    while at < size:
        char = spec[at]
        at += 1
        if char.isspace():
            if not parts or parts[-1] != (" ", ""):
                parts.append((" ", ""))
        elif char != "%":
            parts.append(("", char))
        else:
            letter = spec[at:at + 1]
            at += 1
            if not letter:
                raise IndexError
            if letter == "%":
                parts.append(("", "%"))
            elif letter in _WHOLE:
                parts.extend(_pieces(_WHOLE[letter]))
            elif letter in _RANGES or letter in _WORDS or letter in "YGyfz":
                parts.append((letter, ""))
            else:
                raise KeyError(letter)
    return parts


def _match(parts, text, zones):
    """(values by directive, place behind the match), or None: depth first, best readings first."""
    n = len(parts)
    ends = [None] * (n + 1)
    starts = [0] * (n + 1)
    k = 0
    while k < n:
        letter, literal = parts[k]
        if ends[k] is None:
            at = starts[k]
            if letter == " ":
                end = at
                while end < len(text) and text[end].isspace():
                    end += 1
                ends[k] = list(range(at + 1, end + 1))
            elif letter:
                found = _readings(letter, text, at, zones)
                found.reverse()
                ends[k] = found
            else:
                char = text[at:at + 1]
                same = char == literal or char.lower() == literal.lower() != ""
                ends[k] = [at + 1] if same and char else []
        if ends[k]:
            starts[k + 1] = ends[k].pop()
            k += 1
            ends[k] = None
        else:
            k -= 1
            if k < 0:
                return None
    values = {}
    for k in range(n):
        if parts[k][0] not in ("", " "):
            values[parts[k][0]] = text[starts[k]:starts[k + 1]]
    return values, starts[n]


def _check_format(spec, parts):
    seen = set()
    for letter, _ in parts:
        if letter and letter != " ":
            if letter in seen:
                raise ValueError(f"redefinition of group name {letter!r}")
            seen.add(letter)


def _parsed(text, spec, zones=("utc", "gmt")):
    """Fields that a text has by a format.

    (year, month, day, hour, minute, second, weekday, yearday, is_dst), microseconds,
    (name of the zone, offset in seconds, microseconds of the offset).
    """
    for number, value in enumerate((text, spec)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(value)}")
    try:
        parts = _pieces(spec)
    except IndexError:
        raise ValueError(f"stray % in format '{spec}'") from None
    except KeyError as error:
        letter = "%" if error.args[0] == "\\" else error.args[0]
        raise ValueError(f"'{letter}' is a bad directive in format '{spec}'") from None
    _check_format(spec, parts)
    found = _match(parts, text, zones)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {spec!r}")
    values, end = found
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _fields_of(values, zones)


def _fields_of(values, zones):
    year = iso_year = iso_week = weekday = yearday = week = None
    month = day = 1
    hour = minute = second = micros = 0
    is_dst = -1
    zone = offset = None
    offset_micros = 0
    week_starts = 0
    for letter, text in values.items():
        low = text.lower()
        if letter == "Y":
            year = int(text)
        elif letter == "y":
            year = int(text)
            year += 2000 if year <= 68 else 1900
        elif letter == "G":
            iso_year = int(text)
        elif letter == "V":
            iso_week = int(text)
        elif letter == "m":
            month = int(text)
        elif letter == "b" or letter == "B":
            month = _WORDS[letter].index(low) + 1
        elif letter == "d":
            day = int(text)
        elif letter == "H":
            hour = int(text)
        elif letter == "I":
            hour = int(text)
            half = values.get("p", "").lower()
            if half in ("", "am"):
                hour = 0 if hour == 12 else hour
            elif hour != 12:
                hour += 12
        elif letter == "M":
            minute = int(text)
        elif letter == "S":
            second = int(text)
        elif letter == "f":
            micros = int(text + "0" * (6 - len(text)))
        elif letter == "a" or letter == "A":
            weekday = _WORDS[letter].index(low)
        elif letter == "w":
            weekday = (int(text) + 6) % 7
        elif letter == "u":
            weekday = int(text) - 1
        elif letter == "j":
            yearday = int(text)
        elif letter == "U" or letter == "W":
            week = int(text)
            week_starts = 6 if letter == "U" else 0
        elif letter == "z":
            offset, offset_micros = _offset_of(text)
        elif letter == "Z":
            zone = text
            if low in ("utc", "gmt"):
                is_dst = 0
            else:
                is_dst = 1 if len(zones) > 2 and low == zones[3:4] else 0
    leap_only = False
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
        if yearday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
    elif iso_week is not None:
        if iso_year is None and year is not None or weekday is None or iso_year is None:
            if weekday is None:
                raise ValueError("ISO week directive '%V' must be used with the ISO year "
                                 "directive '%G' and a weekday directive ('%A', '%a', '%w', or "
                                 "'%u').")
            raise ValueError("ISO week directive '%V' is incompatible with the year directive "
                             "'%Y'. Use the ISO year '%G' instead.")
    if year is None and iso_year is None and month == 2 and day == 29:
        year = 1904
        leap_only = True
    elif year is None and iso_year is None:
        year = 1900
    if yearday is None and weekday is not None:
        if week is not None:
            yearday = _yearday_of_week(year, week, weekday, week_starts)
        elif iso_year is not None and iso_week is not None:
            year, yearday = _yearday_of_iso(iso_year, iso_week, weekday + 1)
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 366 if _is_leap(year) else 365
    if yearday is None:
        if day > _days_in_month(year, month):
            raise ValueError("day is out of range for month")
        yearday = _day_of_year(year, month, day)
    else:
        month, day = 1, yearday
        while month <= 12 and day > _days_in_month(year, month):
            day -= _days_in_month(year, month)
            month += 1
        if month > 12:
            year, month = year + 1, 1
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    if leap_only:
        year = 1900
    return ((year, month, day, hour, minute, second, weekday, yearday, is_dst), micros,
            (zone, offset, offset_micros))


def _yearday_of_week(year, week, weekday, week_starts):
    """Day of the year of a weekday in a week that is counted from a Monday or a Sunday."""
    first = (_ordinal(year, 1, 1) + 6) % 7
    if week_starts == 6:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week_zero = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week_zero + 7 * (week - 1) + weekday


def _yearday_of_iso(year, week, weekday):
    """Year and day of the year of an ISO date; before 3.12 the day may lie beyond the year."""
    if _HOST_MINOR >= 12:
        year, month, day = _from_iso_calendar(year, week, weekday)
        return year, _day_of_year(year, month, day)
    yearday = week * 7 + weekday - (_ordinal(year, 1, 4) + 6) % 7 - 4
    if yearday < 1:
        year -= 1
        yearday += 366 if _is_leap(year) else 365
    return year, yearday


def _offset_of(text):
    """(seconds, microseconds) of an offset from Greenwich."""
    if text in ("Z", "z"):
        return 0, 0
    body = text[1:]
    if body[2] == ":":
        body = body[:2] + body[3:]
        if len(body) > 5:
            if body[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            body = body[:4] + body[5:]
    seconds = int(body[:2]) * 3600 + int(body[2:4]) * 60 + int(body[4:6] or 0)
    fraction = body[7:]
    micros = int(fraction + "0" * (6 - len(fraction))) if fraction else 0
    return (-seconds, -micros) if text[0] == "-" else (seconds, micros)
