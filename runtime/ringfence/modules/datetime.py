"""datetime: dates, times, spans and zones, in whole microseconds.

Instances keep plain fields in slots and never change. Values are made by `_date`, `_time`,
`_datetime` and `_span` from fields that are known to be right; programs come through `__new__`.
"""

from _date_text import _MONTHS, _WEEKDAYS, _formatted, _parsed
from _dates import (_LAST_ORDINAL, _date_end, _day_of_year, _days_in_month, _from_iso_calendar,
                    _from_ordinal, _iso_calendar, _ordinal, _read_iso_date, _read_iso_time)
from _prelude import _HOST_MINOR, _index, _name_of as _type_name
from time import _local_offset, _utc_fields, struct_time as _struct_time, time_ns as _time_ns

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR",
           "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_DAY = 86400000000  # microseconds
_absent = ("no argument given",)
_new = object.__new__


def _own_name(value):
    """A class's name as the repr of its instances shows it."""
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


def _argument_name(value):
    """The same for an argument of the wrong kind."""
    return "None" if value is None else _type_name(value)


def _read_only(slot):
    """An attribute that shows a slot and cannot be written."""
    name = slot[1:]

    def refuse(self, *value):
        if isinstance(self, timedelta):
            raise AttributeError("readonly attribute")
        owner = next(c for c in type(self).__mro__ if name in c.__dict__)
        raise AttributeError(f"attribute '{name}' of 'datetime.{owner.__name__}' objects is not "
                             "writable")

    return refuse


def _int(value):
    """An int for a C int."""
    value = _index(value)
    if not -2147483648 <= value <= 2147483647:
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError("Python int too large to convert to C long")
        raise OverflowError("signed integer is greater than maximum" if value > 0 else
                            "signed integer is less than minimum")
    return value


def _needs(name, place):
    raise TypeError(f"function missing required argument '{name}' (pos {place})")


def _check_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= 28 and not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type "
                        f"'{_type_name(zone)}'")


def _half_even(numerator, denominator):
    """The integer nearest to a quotient; of two, the even one."""
    quotient, rest = divmod(numerator, denominator)
    twice = 2 * rest
    if (twice > denominator) if denominator > 0 else (twice < denominator):
        return quotient + 1
    if twice == denominator and quotient % 2:
        return quotient + 1
    return quotient


# ---------------------------------------------------------------- spans
def _span(micros):
    """A timedelta of so many microseconds."""
    days, rest = divmod(micros, _DAY)
    if not -999999999 <= days <= 999999999:
        if not -2147483648 <= days <= 2147483647:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = _new(timedelta)
    self._days = days
    self._seconds = rest // 1000000
    self._microseconds = rest % 1000000
    return self


def _micros(span):
    return (span._days * 86400 + span._seconds) * 1000000 + span._microseconds


_UNITS = (("microseconds", 1), ("milliseconds", 1000), ("seconds", 1000000),
          ("minutes", 60000000), ("hours", 3600000000), ("days", _DAY), ("weeks", 7 * _DAY))


def _sum_of(parts):
    """Microseconds of the parts of a span, each an int or a float; halves go to the even one."""
    total = 0
    left = 0.0
    for (name, unit), value in zip(_UNITS, parts):
        if isinstance(value, int):
            total += int(value) * unit
        elif isinstance(value, float):
            whole = int(value)
            total += whole * unit
            fraction = value - whole
            if fraction:
                fraction *= unit
                whole = int(fraction)
                total += whole
                left += fraction - whole
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: "
                            f"{_type_name(value)}")
    if left:
        whole = _away(left)
        if abs(whole - left) == 0.5:
            odd = total & 1
            whole = 2 * _away((left + odd) * 0.5) - odd
        total += whole
    return total


def _away(value):
    """A float rounded to an int, halves away from zero."""
    return int(value + 0.5) if value >= 0 else -int(0.5 - value)


class timedelta:
    """Difference between two datetime values."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        made = _span(_sum_of((microseconds, milliseconds, seconds, minutes, hours, days, weeks)))
        if cls is timedelta:
            return made
        self = _new(cls)
        self._days = made._days
        self._seconds = made._seconds
        self._microseconds = made._microseconds
        return self

    days = property(lambda self: self._days, _read_only("_days"), _read_only("_days"),
                    "Number of days.")
    seconds = property(lambda self: self._seconds, _read_only("_seconds"), _read_only("_seconds"),
                       "Number of seconds (>= 0 and less than 1 day).")
    microseconds = property(lambda self: self._microseconds, _read_only("_microseconds"),
                            _read_only("_microseconds"),
                            "Number of microseconds (>= 0 and less than 1 second).")

    def total_seconds(self):
        """Total seconds in the duration."""
        return _micros(self) / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (
            ("days", self._days), ("seconds", self._seconds),
            ("microseconds", self._microseconds)) if value]
        return f"{_own_name(self)}({', '.join(parts) or 0})"

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{second:02d}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            return f"{self._days} day{plural}, {text}"
        return text

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __add__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(_micros(self) + _micros(other))

    def __radd__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(_micros(other) + _micros(self))

    def __sub__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(_micros(self) - _micros(other))

    def __rsub__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(_micros(other) - _micros(self))

    def __neg__(self):
        return _span(-_micros(self))

    def __pos__(self):
        return _span(_micros(self))

    def __abs__(self):
        return _span(abs(_micros(self)))

    def __mul__(self, other, /):
        if isinstance(other, int):
            return _span(_micros(self) * int(other))
        if isinstance(other, float):
            top, bottom = float.as_integer_ratio(other)
            return _span(_half_even(_micros(self) * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other, /):
        if isinstance(other, timedelta):
            return _micros(self) / _micros(other)
        if isinstance(other, float):
            top, bottom = float.as_integer_ratio(other)
            if top == 0:
                raise ZeroDivisionError(_BY_ZERO)
            return _span(_half_even(_micros(self) * bottom, top))
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError(_BY_ZERO)
            return _span(_half_even(_micros(self), int(other)))
        return NotImplemented

    def __rtruediv__(self, other, /):
        return NotImplemented

    def __floordiv__(self, other, /):
        if isinstance(other, timedelta):
            return _micros(self) // _micros(other)
        if isinstance(other, int):
            return _span(_micros(self) // int(other))
        return NotImplemented

    def __rfloordiv__(self, other, /):
        return NotImplemented

    def __mod__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(_micros(self) % _micros(other))

    def __rmod__(self, other, /):
        return NotImplemented

    def __divmod__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(_micros(self), _micros(other))
        return quotient, _span(rest)

    def __rdivmod__(self, other, /):
        return NotImplemented

    def __eq__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return (self._seconds == other._seconds and self._days == other._days
                and self._microseconds == other._microseconds)

    def __ne__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return not self == other

    def __lt__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _micros(self) < _micros(other)

    def __le__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _micros(self) <= _micros(other)

    def __gt__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _micros(self) > _micros(other)

    def __ge__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _micros(self) >= _micros(other)

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


_BY_ZERO = "integer division or modulo by zero"


# ---------------------------------------------------------------- zones
class tzinfo:
    """Abstract base class for time zone info objects."""

    __slots__ = ("__dict__",)

    def __new__(cls, *args, **kwargs):
        return _new(cls)

    def __init__(self, *args, **kwargs):
        pass

    def tzname(self, dt, /):
        """datetime -> string name of time zone."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = _asked(self, "utcoffset", dt)
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        summer = _asked(self, "dst", dt)
        if summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        moved = dt + (offset - summer)
        summer = _asked(moved._tzinfo, "dst", moved)
        if summer is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return moved + summer

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", None)
        state = self.__dict__ or None
        made = (type(self), arguments() if arguments else ())
        return made if state is None else (*made, state)


def _asked(zone, method, when):
    """A zone's answer to utcoffset or dst: None, or a timedelta of less than a day."""
    if zone is None:
        return None
    offset = getattr(zone, method)(when)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, "
                        f"not '{_type_name(offset)}'")
    if offset._days < -1 or offset._days > 0 or (offset._days == -1 and not offset._seconds
                                                 and not offset._microseconds):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         "timedelta(hours=24).")
    return offset


def _zone_name(zone, when):
    if zone is None:
        return None
    name = zone.tzname(when)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


def _offset_text(offset, colon=":"):
    """+HH:MM of an offset, with seconds and microseconds where it has them."""
    micros = _micros(offset)
    sign = "-" if micros < 0 else "+"
    seconds, micros = divmod(abs(micros), 1000000)
    text = f"{sign}{seconds // 3600:02d}{colon}{seconds // 60 % 60:02d}"
    if seconds % 60 or micros:
        text += f"{colon}{seconds % 60:02d}"
        if micros:
            text += f".{micros:06d}"
    return text


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_absent):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, "
                            f"not {_argument_name(offset)}")
        if name is _absent:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_argument_name(name)}")
        if not -_DAY < _micros(offset) < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        self = _new(cls)
        self._offset = offset
        self._name = name
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, "
                            f"not {_argument_name(dt)}")

    def utcoffset(self, dt, /):
        """Return fixed offset."""
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt, /):
        """Return None."""
        self._check(dt, "dst")
        return None

    def tzname(self, dt, /):
        """If name is specified when timezone is created, returns the name."""
        self._check(dt, "tzname")
        return str(self)

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other, /):
        if not isinstance(other, timezone):
            return NotImplemented
        return self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def __reduce__(self):
        if self is timezone.utc:
            return getattr, (timezone, "utc")
        return timezone, self.__getinitargs__()

    def __getinitargs__(self):
        """Arguments that make an equal timezone."""
        if self._name is None:
            return (self._offset,)
        return self._offset, self._name

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self


# ---------------------------------------------------------------- dates
def _date(year, month, day):
    self = _new(date)
    self._year = year
    self._month = month
    self._day = day
    return self


def _as_class(cls, ordinal):
    """A date of a class, from an ordinal that may be out of range."""
    if not 1 <= ordinal <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    fields = _from_ordinal(ordinal)
    return _date(*fields) if cls is date else cls(*fields)


class IsoCalendarDate(tuple):
    """The year, week and weekday of a date in the ISO calendar."""

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def _local_fields(seconds):
    """(year, month, day, hour, minute, second, ...) of local time."""
    return _utc_fields(seconds + _local_offset(seconds)[0])


def _split_timestamp(value):
    """(seconds, microseconds) of a timestamp, to the nearest microsecond, halves to the even."""
    if isinstance(value, float):
        if value != value:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9.3e18 < value < 9.3e18:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(value)
        micros = round((value - whole) * 1e6)
        if micros >= 1000000:
            return whole + 1, micros - 1000000
        if micros < 0:
            return whole - 1, micros + 1000000
        return whole, micros
    value = _index(value)
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return value, 0


class date:
    """date(year, month, day) --> date object"""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        if day is _absent:
            if year is _absent:
                _needs("year", 1)
            if month is _absent:
                _needs("month", 2)
            _needs("day", 3)
        if type(year) is not int or type(month) is not int or type(day) is not int:
            year, month, day = _int(year), _int(month), _int(day)
        elif not 0 <= year <= 9999:
            _int(year)
        _check_date(year, month, day)
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year, _read_only("_year"), _read_only("_year"))
    month = property(lambda self: self._month, _read_only("_month"), _read_only("_month"))
    day = property(lambda self: self._day, _read_only("_day"), _read_only("_day"))

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time_ns() / 1e9)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp."""
        seconds = _split_timestamp(timestamp)[0]
        return cls(*_local_fields(seconds)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(ordinal)
        if year > 9999:
            raise ValueError(f"year {year} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """str -> Construct a date from a string in ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = _read_iso_date(date_string) if len(date_string) in (7, 8, 10) else None
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday."""
        return cls(*_from_iso_calendar(_int(year), _int(week), _int(day)))

    def __repr__(self):
        return f"{_own_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        """Return ctime() style string."""
        return (f"{_WEEKDAYS[self.weekday()][:3]} {_MONTHS[self._month][:3]} {self._day:2d} "
                f"00:00:00 {self._year:04d}")

    def strftime(self, format):
        """format -> strftime() style string."""
        return _strftime(self, format)

    def __format__(self, format_spec, /):
        if not isinstance(format_spec, str):
            raise TypeError("__format__() argument 1 must be str, "
                            f"not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return _struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                             _day_of_year(self._year, self._month, self._day), -1))

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date: Monday == 0 ... Sunday == 6"""
        return (_ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date: Monday == 1 ... Sunday == 7"""
        return (_ordinal(self._year, self._month, self._day) + 6) % 7 + 1

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        return IsoCalendarDate(*_iso_calendar(self._year, self._month, self._day))

    def replace(self, year=None, month=None, day=None):
        """Return date with new specified fields."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def __add__(self, other, /):
        if isinstance(other, timedelta):
            return _as_class(type(self), self.toordinal() + other._days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other, /):
        if isinstance(other, datetime):
            return NotImplemented
        if isinstance(other, timedelta):
            return _as_class(type(self), self.toordinal() - other._days)
        if isinstance(other, date):
            return _span((_ordinal(self._year, self._month, self._day)
                          - _ordinal(other._year, other._month, other._day)) * _DAY)
        return NotImplemented

    def __rsub__(self, other, /):
        return NotImplemented

    def _order(self, other):
        """-1, 0 or 1 as this day is before, the same as or after another; None: no date."""
        if not isinstance(other, date) or (_HOST_MINOR >= 13 and isinstance(other, datetime)):
            return None
        mine = (self._year * 12 + self._month) * 31 + self._day
        others = (other._year * 12 + other._month) * 31 + other._day
        return 0 if mine == others else -1 if mine < others else 1

    def __eq__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order == 0

    def __ne__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order != 0

    def __lt__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other, /):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


def _strftime(value, spec):
    """A date, time or datetime as text; its zone is asked only where the format wants it."""
    if not isinstance(spec, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_argument_name(spec)}")
    fields = value.timetuple() if isinstance(value, date) else (
        1900, 1, 1, value._hour, value._minute, value._second, 0, 1, -1)
    if "%" not in spec:
        return spec
    made = []
    at = 0
    while True:
        mark = spec.find("%", at)
        if mark < 0 or mark + 1 >= len(spec):
            made.append(spec[at:])
            break
        letter = spec[mark + 1]
        made.append(spec[at:mark])
        at = mark + 2
        if letter == "f":
            made.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif letter == "z":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            if offset is not None:
                made.append(_offset_text(offset, ""))
        elif letter == ":" and spec[at:at + 1] == "z" and _HOST_MINOR >= 12:
            at += 1
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            if offset is not None:
                made.append(_offset_text(offset))
        elif letter == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            if name is not None:
                made.append(name.replace("%", "%%"))
        else:
            made.append("%" + letter)
    return _formatted("".join(made), fields)


# ---------------------------------------------------------------- times
_SPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def _clock_text(value, timespec):
    """The time of day as `isoformat` writes it."""
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 2 must be str, not {_argument_name(timespec)}")
    if timespec == "auto":
        timespec = "microseconds" if value._microsecond else "seconds"
    text = f"{value._hour:02d}"
    if timespec == "hours":
        return text
    text += f":{value._minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{value._second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{value._microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{value._microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _iso_zone(parts, text):
    """The tzinfo that an ISO text's offset means."""
    if parts is None:
        return None
    sign, hour, minute, second, micros = parts
    return timezone(_span(sign * ((hour * 3600 + minute * 60 + second) * 1000000 + micros)))


class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object"""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second = _int(hour), _int(minute), _int(second)
        microsecond, fold = _int(microsecond), _int(fold)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = _new(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour, _read_only("_hour"), _read_only("_hour"))
    minute = property(lambda self: self._minute, _read_only("_minute"), _read_only("_minute"))
    second = property(lambda self: self._second, _read_only("_second"), _read_only("_second"))
    microsecond = property(lambda self: self._microsecond, _read_only("_microsecond"),
                           _read_only("_microsecond"))
    tzinfo = property(lambda self: self._tzinfo, _read_only("_tzinfo"), _read_only("_tzinfo"))
    fold = property(lambda self: self._fold, _read_only("_fold"), _read_only("_fold"))

    @classmethod
    def fromisoformat(cls, string, /):
        """string -> time from a string in ISO 8601 format"""
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = _read_iso_time(string[1:] if string.startswith("T") else string)
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {string!r}")
        return cls(*fields[:4], _iso_zone(fields[4], string))

    def isoformat(self, timespec="auto"):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        offset = self.utcoffset()
        return _clock_text(self, timespec) + ("" if offset is None else _offset_text(offset))

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._microsecond:
            text += f", {self._second}, {self._microsecond}"
        elif self._second:
            text += f", {self._second}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_own_name(self)}({text})"

    def strftime(self, format):
        """format -> strftime() style string."""
        return _strftime(self, format)

    __format__ = date.__format__

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _asked(self._tzinfo, "utcoffset", None)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _asked(self._tzinfo, "dst", None)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _zone_name(self._tzinfo, None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        """Return time with new specified fields."""
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _since_midnight(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _order(self, other, equality):
        """-1, 0 or 1; None where they cannot be told; 2: they differ, in no order."""
        if not isinstance(other, time):
            return None
        mine, others = self._since_midnight(), other._since_midnight()
        if self._tzinfo is not other._tzinfo:
            offset, its = self.utcoffset(), other.utcoffset()
            if (offset is None) != (its is None):
                if equality:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware times")
            if offset is not None:
                mine -= _micros(offset)
                others -= _micros(its)
        return 0 if mine == others else -1 if mine < others else 1

    def __eq__(self, other, /):
        order = self._order(other, True)
        return NotImplemented if order is None else order == 0

    def __ne__(self, other, /):
        order = self._order(other, True)
        return NotImplemented if order is None else order != 0

    def __lt__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order < 0

    def __le__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._since_midnight() - (0 if offset is None else _micros(offset)))

    def __reduce__(self):
        return _rebuild, (type(self), (self._hour, self._minute, self._second, self._microsecond,
                                       self._tzinfo), self._fold)


def _rebuild(cls, fields, fold):
    return cls(*fields, fold=fold)


# ---------------------------------------------------------------- dates with times
def _datetime(cls, ordinal, micros, zone, fold=0):
    """A datetime of a class, from ordinal and microseconds of the day, both perhaps out of range."""
    if not 0 <= micros < _DAY:
        ordinal += micros // _DAY
        micros %= _DAY
    if not 1 <= ordinal <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    year, month, day = _from_ordinal(ordinal)
    seconds = micros // 1000000
    fields = (year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60,
              micros % 1000000, zone)
    if cls is not datetime:
        return cls(*fields, fold=fold) if fold else cls(*fields)
    self = _new(datetime)
    (self._year, self._month, self._day, self._hour, self._minute, self._second,
     self._microsecond, self._tzinfo) = fields
    self._fold = fold
    return self


def _local_seconds(when):
    """Local time, as if it were UTC, at a number of seconds since the year 1."""
    offset = _local_offset(when - _EPOCH)[0]
    return when + offset


_EPOCH = 719163 * 86400


class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])"""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0,
                microsecond=0, tzinfo=None, *, fold=0):
        if day is _absent:
            if year is _absent:
                _needs("year", 1)
            if month is _absent:
                _needs("month", 2)
            _needs("day", 3)
        year, month, day, hour = _int(year), _int(month), _int(day), _int(hour)
        minute, second, microsecond = _int(minute), _int(second), _int(microsecond)
        fold = _int(fold)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour, _read_only("_hour"), _read_only("_hour"))
    minute = property(lambda self: self._minute, _read_only("_minute"), _read_only("_minute"))
    second = property(lambda self: self._second, _read_only("_second"), _read_only("_second"))
    microsecond = property(lambda self: self._microsecond, _read_only("_microsecond"),
                           _read_only("_microsecond"))
    tzinfo = property(lambda self: self._tzinfo, _read_only("_tzinfo"), _read_only("_tzinfo"))
    fold = property(lambda self: self._fold, _read_only("_fold"), _read_only("_fold"))

    # ------------------------------------------------------------ making
    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        _check_zone(tz)
        nanos = _time_ns()
        return _at(cls, nanos // 1000000000, nanos // 1000 % 1000000, tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        nanos = _time_ns()
        fields = _utc_fields(nanos // 1000000000)
        return cls(*fields[:6], nanos // 1000 % 1000000)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        _check_zone(tz)
        seconds, micros = _split_timestamp(timestamp)
        return _at(cls, seconds, micros, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        seconds, micros = _split_timestamp(timestamp)
        return cls(*_utc_fields(seconds)[:6], micros)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """date, time -> datetime with same date and time fields"""
        if not isinstance(date, _date_type):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_argument_name(date)}")
        if not isinstance(time, _time_type):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_argument_name(time)}")
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second,
                   time._microsecond, time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, string, /):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        end = _date_end(string) if len(string) >= 7 else -1
        fields = _read_iso_date(string[:end]) if end > 0 else None
        clock = (0, 0, 0, 0, None)
        if fields is not None and len(string) > end:
            clock = _read_iso_time(string[end + 1:])
        if fields is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {string!r}")
        return cls(*fields, *clock[:4], _iso_zone(clock[4], string))

    @classmethod
    def strptime(cls, date_string, format, /):
        """string, format -> new datetime parsed from a string (like time.strptime())."""
        for number, value in enumerate((date_string, format)):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {number + 1} must be str, "
                                f"not {_argument_name(value)}")
        fields, micros, (name, seconds, offset_micros) = _parsed(date_string, format,
                                                                 _zone_words())
        zone = None
        if seconds is not None:
            offset = _span(seconds * 1000000 + offset_micros)
            zone = timezone(offset, name) if name else timezone(offset)
        return cls(*fields[:6], micros, zone)

    # ------------------------------------------------------------ parts
    def date(self):
        """Return date object with same year, month and day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return _time_type(self._hour, self._minute, self._second, self._microsecond,
                          fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return _time_type(self._hour, self._minute, self._second, self._microsecond,
                          self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        """Return datetime with new specified fields."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _asked(self._tzinfo, "utcoffset", self)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _asked(self._tzinfo, "dst", self)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _zone_name(self._tzinfo, self)

    def _of_day(self):
        """Microseconds since midnight."""
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _since(self):
        """Microseconds since the day before the first one."""
        return _ordinal(self._year, self._month, self._day) * _DAY + self._of_day()

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        summer = self.dst()
        return _struct_time((self._year, self._month, self._day, self._hour, self._minute,
                             self._second, self.weekday(),
                             _day_of_year(self._year, self._month, self._day),
                             -1 if summer is None else 1 if summer else 0))

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        moved = self
        if offset:
            moved = _datetime(datetime, self.toordinal(), self._of_day() - _micros(offset), None)
        return _struct_time((moved._year, moved._month, moved._day, moved._hour, moved._minute,
                             moved._second, moved.weekday(),
                             _day_of_year(moved._year, moved._month, moved._day), 0))

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is not None:
            offset = self.utcoffset()
            if offset is not None:
                return (self._since() - 719163 * _DAY - _micros(offset)) / 1000000
        return self._local_timestamp() + self._microsecond / 1e6

    def _local_timestamp(self):
        """Seconds since 1970 of these fields as local time; of two answers `fold` chooses."""
        wanted = self._since() // 1000000
        shift = _local_seconds(wanted) - wanted
        first = wanted - shift
        if _local_seconds(first) == wanted:
            second = first + (86400 if self._fold else -86400)
            other = _local_seconds(second) - second
            if other == shift:
                return first - _EPOCH
        else:
            other = _local_seconds(first) - first
        second = wanted - other
        if _local_seconds(second) == wanted:
            return second - _EPOCH
        if _local_seconds(first) == wanted:
            return first - _EPOCH
        return (min(first, second) if self._fold else max(first, second)) - _EPOCH

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is not None and not isinstance(tz, tzinfo_type):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type "
                            f"'{_type_name(tz)}'")
        mine = self._tzinfo
        if mine is not None and mine is tz:
            return self
        offset = None if mine is None else self.utcoffset()
        if offset is None:
            seconds = self._local_timestamp()
            offset = _span(_local_offset(seconds)[0] * 1000000)
            if mine is None and tz is not None:
                mine = _local_zone(seconds)
                if mine is tz:
                    return self
        utc = _datetime(type(self), self.toordinal(), self._of_day() - _micros(offset),
                        timezone.utc)
        if tz is None:
            tz = _local_zone((utc._since() - 719163 * _DAY) // 1000000)
        elif tz is timezone.utc:
            return utc
        return tz.fromutc(utc.replace(tzinfo=tz))

    # ------------------------------------------------------------ text
    def isoformat(self, sep="T", timespec="auto"):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, "
                            f"not {_argument_name(sep)}")
        text = (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                f"{_clock_text(self, timespec)}")
        if self._tzinfo is None:
            return text
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        text = f"{self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._microsecond:
            text += f", {self._second}, {self._microsecond}"
        elif self._second:
            text += f", {self._second}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_own_name(self)}({text})"

    def ctime(self):
        """Return ctime() style string."""
        return (f"{_WEEKDAYS[self.weekday()][:3]} {_MONTHS[self._month][:3]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    # ------------------------------------------------------------ arithmetic
    def __add__(self, other, /):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _datetime(type(self), self.toordinal() + other._days,
                         self._of_day() + other._seconds * 1000000 + other._microseconds,
                         self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other, /):
        if isinstance(other, timedelta):
            return _datetime(type(self), self.toordinal() - other._days,
                             self._of_day() - other._seconds * 1000000 - other._microseconds,
                             self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        micros = self._since() - other._since()
        if self._tzinfo is not other._tzinfo:
            offset, its = self.utcoffset(), other.utcoffset()
            if (offset is None) != (its is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if offset is not None:
                micros += _micros(its) - _micros(offset)
        return _span(micros)

    # ------------------------------------------------------------ comparison
    def _order(self, other, equality):
        """-1, 0 or 1; None where they cannot be told; 2: they differ, in no order."""
        if not isinstance(other, datetime):
            if isinstance(other, _date_type) and _HOST_MINOR < 13:
                if equality:
                    return 2
                raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
            return None
        mine, others = self._since(), other._since()
        if self._tzinfo is not other._tzinfo:
            offset, its = self.utcoffset(), other.utcoffset()
            if equality and offset is not None is not its and (self._is_odd(offset)
                                                               or other._is_odd(its)):
                return 2
            if (offset is None) != (its is None):
                if equality:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if offset is not None:
                mine -= _micros(offset)
                others -= _micros(its)
        return 0 if mine == others else -1 if mine < others else 1

    def _is_odd(self, offset):
        """Whether the other fold has another offset: such a time equals none of another zone."""
        return self.replace(fold=not self._fold).utcoffset() != offset

    def __eq__(self, other, /):
        order = self._order(other, True)
        return NotImplemented if order is None else order == 0

    def __ne__(self, other, /):
        order = self._order(other, True)
        return NotImplemented if order is None else order != 0

    def __lt__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order < 0

    def __le__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other, /):
        order = self._order(other, False)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._since() - (0 if offset is None else _micros(offset)))

    def __reduce__(self):
        return _rebuild, (type(self), (self._year, self._month, self._day, self._hour,
                                       self._minute, self._second, self._microsecond,
                                       self._tzinfo), self._fold)


_date_type, _time_type, tzinfo_type = date, time, tzinfo


def _zone_words():
    from time import _zone_words as words

    return words()


def _local_zone(seconds):
    """The host's zone at a time, as a fixed offset."""
    offset, _, name = _local_offset(seconds)
    return timezone(_span(offset * 1000000), name)


def _at(cls, seconds, micros, zone):
    """A datetime at a POSIX time: local without a zone, else in that zone."""
    if zone is not None:
        return zone.fromutc(cls(*_utc_fields(seconds)[:6], micros, zone))
    made = cls(*_local_fields(seconds)[:6], micros)
    local = made._since() // 1000000
    before = _local_seconds(seconds + _EPOCH - 86400)
    change = local - before - 86400
    if change < 0 and _local_seconds(seconds + _EPOCH + change) == local:
        return made.replace(fold=1)
    return made


# ---------------------------------------------------------------- constants
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
timezone.utc = UTC = timezone(timedelta(0), "UTC")
UTC._name = None
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta.resolution
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
