"""time: the host's clocks, calendar time, and its texts. Sleeping is the host's.

Clock values are those of the host's policy (traps). Arithmetic of UTC is done here; only local
time asks the host for its offset.
"""

from _date_text import _MONTHS, _WEEKDAYS, _formatted, _parsed
from _dates import _day_of_year, _from_ordinal, _is_leap, _ordinal
from _kernel import os_call
from _prelude import _index


def _asked():
    """The time where the host wants to be asked for it."""
    return os_call("time", (), None)


@trap
def time():
    """time() -> floating point number"""
    return _asked()


@trap
def time_ns():
    """time_ns() -> int"""
    return int(_asked() * 1_000_000_000)


@trap
def monotonic():
    """monotonic() -> float"""
    return _asked()


@trap
def monotonic_ns():
    """monotonic_ns() -> int"""
    return int(_asked() * 1_000_000_000)


@trap
def perf_counter():
    """perf_counter() -> float"""
    return _asked()


@trap
def perf_counter_ns():
    """perf_counter_ns() -> int"""
    return int(_asked() * 1_000_000_000)


@trap
def process_time():
    """process_time() -> float"""
    return _asked()


@trap
def process_time_ns():
    """process_time_ns() -> int"""
    return int(_asked() * 1_000_000_000)


@trap
def thread_time():
    """thread_time() -> float"""
    return _asked()


@trap
def thread_time_ns():
    """thread_time_ns() -> int"""
    return int(_asked() * 1_000_000_000)


@trap("time.zone")
def _zone(): ...


@trap("time.local_offset")
def _local_offset(seconds, /): ...


@trap("time.of_local")
def _of_local(fields, /): ...


@trap("time.clock_info")
def _clock_info(name, /): ...


class _namespace:
    """What `get_clock_info` answers."""

    def __init__(self, pairs):
        for name, value in pairs:
            setattr(self, name, value)

    def __repr__(self):
        return "namespace(" + ", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()]) + ")"


@builtin
def get_clock_info(name, /):
    """Get information of the specified clock."""
    return _namespace(_clock_info(name))


@builtin
def sleep(seconds, /):
    """Delay execution for a given number of seconds, as the host's policy allows."""
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    os_call("sleep", (seconds,), None)


# ---------------------------------------------------------------- struct_time
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")


def _field(place):
    return property(lambda self: tuple.__getitem__(self, place))


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime()."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict=None, /):
        try:
            values = (*sequence,)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        n = len(values)
        if n < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({n}-sequence given)")
        if n > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({n}-sequence given)")
        self = tuple.__new__(cls, values[:9])
        rest = values[9:]
        dict = dict or {}
        self._more = (rest[0] if rest else dict.get("tm_zone"),
                      rest[1] if len(rest) > 1 else dict.get("tm_gmtoff"))
        return self

    tm_year = _field(0)
    tm_mon = _field(1)
    tm_mday = _field(2)
    tm_hour = _field(3)
    tm_min = _field(4)
    tm_sec = _field(5)
    tm_wday = _field(6)
    tm_yday = _field(7)
    tm_isdst = _field(8)

    @property
    def tm_zone(self):
        return self._more[0]

    @property
    def tm_gmtoff(self):
        return self._more[1]

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(_FIELDS, self)]
        return f"time.struct_time({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})


def _seconds(value):
    """Whole seconds of a timestamp, down; the clock's if it is None."""
    if value is None:
        return time_ns() // 1000000000
    if isinstance(value, float):
        if value != value:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9.3e18 < value < 9.3e18:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(value // 1)
    value = _index(value)
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return value


def _utc_fields(seconds):
    days, rest = divmod(seconds, 86400)
    year, month, day = _from_ordinal(days + 719163)
    if not -2147481748 <= year <= 2147485547:
        raise OSError(75, "Value too large for defined data type")
    return (year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
            _day_of_year(year, month, day))


@builtin
def gmtime(seconds=None, /):
    """Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT)."""
    return struct_time((*_utc_fields(_seconds(seconds)), 0, "GMT", 0))


@builtin
def localtime(seconds=None, /):
    """Convert seconds since the Epoch to a time tuple expressing local time."""
    seconds = _seconds(seconds)
    offset, is_dst, zone = _local_offset(seconds)
    return struct_time((*_utc_fields(seconds + offset), is_dst, zone, offset))


@builtin
def mktime(tuple, /):
    """Convert a time tuple in local time to seconds since the Epoch."""
    return _of_local([_index(field) for field in _nine(tuple)])


def _nine(fields):
    if not isinstance(fields, tuple_type):
        raise TypeError("Tuple or struct_time argument required")
    if len(fields) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    return fields


tuple_type = tuple


def _checked(fields, name):
    """The fields of a time tuple, in the ranges that texts can be made of."""
    if not isinstance(fields, tuple_type):
        raise TypeError("Tuple or struct_time argument required")
    if len(fields) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, yearday, is_dst = [
        _index(field) for field in fields]
    month = 1 if month == 0 else month
    day = 1 if day == 0 else day
    yearday = 1 if yearday == 0 else yearday
    if not 1 <= month <= 12:
        raise ValueError("month out of range")
    if not 1 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= minute <= 59:
        raise ValueError("minute out of range")
    if not 0 <= second <= 61:
        raise ValueError("seconds out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    if not 1 <= yearday <= 366:
        raise ValueError("day of year out of range")
    return year, month, day, hour, minute, second, weekday % 7, yearday, is_dst


@builtin
def asctime(tuple=None, /):
    """Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'."""
    t = _checked(localtime() if tuple is None else tuple, "asctime")
    return (f"{_WEEKDAYS[t[6]][:3]} {_MONTHS[t[1]][:3]}{t[2]:3d} "
            f"{t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}")


@builtin
def ctime(seconds=None, /):
    """Convert a time in seconds since the Epoch to a string in local time."""
    return asctime(localtime(seconds))


@builtin
def strftime(format, tuple=None, /):
    """Convert a time tuple to a string according to a format specification."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    fields = localtime() if tuple is None else tuple
    t = _checked(fields, "strftime")
    zone, offset = "", None
    if isinstance(fields, struct_time):
        zone, offset = fields.tm_zone, fields.tm_gmtoff
    if zone is None or offset is None or not zone:
        standard, summer, seconds, other = _zone()[:4]
        zone, offset = (summer, -other) if t[8] > 0 else (standard, -seconds)
        if t[8] < 0:
            zone = ""
    return _formatted(format, t, zone, offset)


@builtin
def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    """Parse a string to a time tuple according to a format specification."""
    fields, _, (zone, offset, _) = _parsed(data_string, format, _zone_words())
    return struct_time((*fields, zone, offset))


def _zone_words():
    """Names of zones that %Z reads: UTC, GMT, and those of the host."""
    names = _zone()
    return ("utc", "gmt", names[0].lower(), names[1].lower())


@builtin
def tzset():
    """Initialize, or reinitialize, the local timezone: it is the host's, nothing is done."""


def _start(namespace):
    standard, summer, seconds, other, has_summer = _zone()
    namespace["tzname"] = (standard, summer)
    namespace["timezone"] = seconds
    namespace["altzone"] = other
    namespace["daylight"] = has_summer
    namespace["CLOCK_REALTIME"] = 0
    namespace["CLOCK_MONOTONIC"] = 1
