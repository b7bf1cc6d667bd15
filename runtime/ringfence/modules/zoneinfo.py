"""zoneinfo: time zones by name (RFC 8536), their data from the host.

A zone is a list of moments with the kind of time that begins at each, and a rule for later ones.
A kind is (offset from UTC, share of summer time, name), in whole seconds.
"""

from _dates import _is_leap, _ordinal
from _kernel import state_get, state_set
from bisect import bisect_right as _bisect
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError",
           "InvalidTZPathWarning"]

TZPATH = ()
_STATE = 166
_EPOCH = 719163


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


@trap("zoneinfo.load")
def _host_load(key, /): ...


@trap("zoneinfo.available")
def _host_available(): ...


def available_timezones():
    """Returns a set containing all available time zones."""
    return set(_host_available())


def reset_tzpath(to=None):
    """The places of the host's data are not known here: nothing can be set."""
    if to is not None:
        raise NotImplementedError("zoneinfo.reset_tzpath is not supported; zones are the host's")


# ---------------------------------------------------------------- the file
def _number(data, at, size):
    return int.from_bytes(data[at:at + size], "big", signed=True)


def _read(data):
    """(moments, places of kinds, kinds as (offset, is summer, name), text of the rule)."""
    if data[:4] != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    version = data[4:5]
    begin = 0
    size = 4
    while True:
        n_utc, n_standard, n_leaps, n_times, n_kinds, n_chars = [
            _number(data, begin + 20 + 4 * k, 4) for k in range(6)]
        at = begin + 44
        body = (n_times * (size + 1) + n_kinds * 6 + n_chars + n_leaps * (size + 4) + n_standard
                + n_utc)
        if size == 8 or version == b"\0":
            break
        begin = at + body
        size = 8
    times = [_number(data, at + size * k, size) for k in range(n_times)]
    places_at = at + size * n_times
    places = list(data[places_at:places_at + n_times])
    kinds_at = places_at + n_times
    names = data[kinds_at + 6 * n_kinds:kinds_at + 6 * n_kinds + n_chars]
    kinds = []
    for k in range(n_kinds):
        start = kinds_at + 6 * k
        name_at = data[start + 5]
        name = names[name_at:names.find(b"\0", name_at)].decode()
        kinds.append((_number(data, start, 4), data[start + 4], name))
    rule = ""
    if size == 8:
        rule = data[at + body:].strip(b"\n").partition(b"\n")[0].decode()
    return times, places, kinds, rule


def _summer_shares(places, kinds):
    """How much of each kind's offset is summer time: told by the kinds before and behind it."""
    shares = [0] * len(kinds)
    left = len([1 for kind in kinds if kind[1]])
    for i in range(1, len(places)):
        if not left:
            break
        place = places[i]
        if not kinds[place][1] or shares[place]:
            continue
        before = kinds[places[i - 1]]
        share = 0 if before[1] else kinds[place][0] - before[0]
        if not share and place < len(kinds) - 1 and i + 1 < len(places):
            behind = kinds[places[i + 1]]
            if behind[1]:
                continue
            share = kinds[place][0] - behind[0]
        if share:
            left -= 1
            shares[place] = share
    else:
        for place, kind in enumerate(kinds):
            if kind[1] and not shares[place]:
                shares[place] = 3600
    return shares


# ---------------------------------------------------------------- the rule
class _Rule:
    """What happens each year: standard and summer time, and the days on which they begin."""

    __slots__ = ("standard", "summer", "start", "end", "difference")

    def __init__(self, text):
        name, at = _rule_name(text, 0)
        offset, at = _rule_time(text, at)
        self.standard = (-offset, 0, name)
        name, at = _rule_name(text, at)
        later = -offset + 3600
        if at < len(text) and text[at] != ",":
            given, at = _rule_time(text, at)
            later = -given
        self.difference = later + offset
        self.summer = (later, self.difference, name)
        _, start, end = text[at:].split(",")
        self.start = _rule_day(start)
        self.end = _rule_day(end)

    def _moments(self, year):
        """Seconds of local time at which summer time begins and ends."""
        return _moment(self.start, year), _moment(self.end, year)

    def at_local(self, seconds, year, fold):
        """The kind of time at a moment of local time."""
        start, end = self._moments(year)
        if fold == (self.difference >= 0):
            end -= self.difference
        else:
            start += self.difference
        return self.summer if _between(start, seconds, end) else self.standard

    def at_utc(self, seconds, year):
        """The kind of time at a moment of UTC, and whether its local time comes a second time."""
        start, end = self._moments(year)
        start -= self.standard[0]
        end -= self.summer[0]
        kind = self.summer if _between(start, seconds, end) else self.standard
        if self.difference > 0:
            return kind, end <= seconds < end + self.difference
        return kind, start <= seconds < start - self.difference


def _between(start, seconds, end):
    if start < end:
        return start <= seconds < end
    return not end <= seconds < start


def _rule_name(text, at):
    end = at
    if text[at:at + 1] == "<":
        end = text.index(">", at)
        return text[at + 1:end], end + 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end], end


def _rule_time(text, at):
    """Seconds of [+-]h[:mm[:ss]]."""
    end = at
    while end < len(text) and text[end] in "+-:0123456789":
        end += 1
    part = text[at:end]
    sign = -1 if part[:1] == "-" else 1
    seconds = 0
    for unit, digits in zip((3600, 60, 1), part.lstrip("+-").split(":")):
        seconds += unit * int(digits)
    return sign * seconds, end


def _rule_day(text):
    """(kind of day, numbers, seconds after midnight)."""
    day, _, time = text.partition("/")
    seconds = _rule_time(time, 0)[0] if time else 7200
    if day[0] == "M":
        return "M", [int(part) for part in day[1:].split(".")], seconds
    if day[0] == "J":
        return "J", [int(day[1:])], seconds
    return "", [int(day)], seconds


def _moment(rule, year):
    form, numbers, seconds = rule
    first = _ordinal(year, 1, 1)
    if form == "J":
        day = first + numbers[0] - 1 + (_is_leap(year) and numbers[0] >= 60)
    elif form == "":
        day = first + numbers[0]
    else:
        month, week, weekday = numbers
        begin = _ordinal(year, month, 1)
        day = begin + (weekday - begin) % 7 + 7 * (week - 1)
        if week == 5:
            after = _ordinal(year + month // 12, month % 12 + 1, 1)
            while day >= after:
                day -= 7
    return (day - _EPOCH) * 86400 + seconds


# ---------------------------------------------------------------- zones
def _known():
    zones = state_get(_STATE)
    if zones is None:
        zones = {}
        state_set(_STATE, zones)
    return zones


class ZoneInfo(_tzinfo):
    """A time zone of the IANA data base."""

    __slots__ = ("_key", "_utc", "_walls", "_kinds", "_before", "_after", "_fixed", "_loaded")

    def __new__(cls, key):
        if not isinstance(key, str):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
        zones = _known()
        found = zones.get((id(cls), key))
        if found is None:
            found = zones[id(cls), key] = cls.no_cache(key)
        return found

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        data = _host_load(str(key))
        if data is None:
            if key.startswith("/"):
                raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
            if not key or ".." in key.split("/") or "//" in key or key.startswith("./"):
                raise ValueError("ZoneInfo keys must be normalized relative paths, got: " + key)
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        self = cls._of_data(data, key)
        self._loaded = True
        return self

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """Create a ZoneInfo from a file in TZif format."""
        self = cls._of_data(fobj.read(), key)
        self._loaded = False
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        zones = _known()
        for owner, key in list(zones):
            if owner == id(cls) and (only_keys is None or key in only_keys):
                del zones[owner, key]

    @classmethod
    def _of_data(cls, data, key):
        self = object.__new__(cls)
        times, places, kinds, rule = _read(data)
        shares = _summer_shares(places, kinds)
        offsets = [kind[0] for kind in kinds]
        made = [(kind[0], share, kind[2]) for kind, share in zip(kinds, shares)]
        self._key = key
        self._utc = times
        self._kinds = [made[place] for place in places]
        self._walls = ([], [])
        before = offsets[0]
        for time, place in zip(times, places):
            offset = offsets[place]
            self._walls[0].append(time + max(before, offset))
            self._walls[1].append(time + min(before, offset))
            before = offset
        self._before = self._kinds[0] if self._kinds else made[0]
        for kind, one in zip(kinds, made):
            if not kind[1]:
                self._before = one
                break
        if "," in rule:
            self._after = _Rule(rule)
        elif rule:
            name, at = _rule_name(rule, 0)
            self._after = (-_rule_time(rule, at)[0], 0, name)
        else:
            self._after = self._kinds[-1] if self._kinds else made[-1]
        self._fixed = (len(kinds) == 1 and type(self._after) is tuple
                       and (not self._kinds or self._kinds[-1] == self._after))
        return self

    def _kind_at(self, when):
        """The kind of time at a local time; None where there is no time to tell it."""
        if when is None:
            return self._after if self._fixed else None
        seconds = ((when.toordinal() - _EPOCH) * 86400 + when._hour * 3600 + when._minute * 60
                   + when._second)
        walls = self._walls[when._fold]
        if walls and seconds < walls[0]:
            return self._before
        if not walls or seconds > walls[-1]:
            if type(self._after) is tuple:
                return self._after
            return self._after.at_local(seconds, when._year, when._fold)
        return self._kinds[_bisect(walls, seconds) - 1]

    def utcoffset(self, dt, /):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        kind = self._kind_at(dt)
        return None if kind is None else _timedelta(seconds=kind[0])

    def dst(self, dt, /):
        """Retrieve a timedelta representing the amount of DST applied in a zone."""
        kind = self._kind_at(dt)
        return None if kind is None else _timedelta(seconds=kind[1])

    def tzname(self, dt, /):
        """Retrieve a string containing the abbreviation for the time zone."""
        kind = self._kind_at(dt)
        return None if kind is None else kind[2]

    def fromutc(self, dt, /):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, _datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        seconds = ((dt.toordinal() - _EPOCH) * 86400 + dt._hour * 3600 + dt._minute * 60
                   + dt._second)
        times = self._utc
        fold = False
        if times and seconds < times[0]:
            kind = self._before
        elif (not times or seconds > times[-1]) and type(self._after) is not tuple:
            kind, fold = self._after.at_utc(seconds, dt._year)
        elif not times:
            kind = self._after
        else:
            place = _bisect(times, seconds)
            if place >= 2:
                previous, kind = self._kinds[place - 2], self._kinds[place - 1]
            else:
                previous, kind = self._before, self._kinds[0]
            fold = previous[0] - kind[0] > seconds - times[place - 1]
        moved = dt + _timedelta(seconds=kind[0])
        return moved.replace(fold=1) if fold else moved

    @property
    def key(self):
        return self._key

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._key is not None:
            return f"{name}(key={self._key!r})"
        return f"{name}.from_file(<unknown file>)"

    def __reduce__(self):
        if not self._loaded:
            raise TypeError("Cannot pickle a ZoneInfo file created from a file stream.")
        return type(self), (self._key,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
