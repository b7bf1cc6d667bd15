from datetime import datetime, date, time, timedelta, timezone, tzinfo, UTC

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)

for args, named in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4), {}), ((1, 2, 3, 4, UTC), {}), ((23, 59, 59, 999999), dict(fold=1)), ((24,), {}), ((0, 60), {}), ((0, 0, 60), {}), ((0, 0, 0, -1), {}),
                    ((), dict(tzinfo=1)), (("1",), {}), ((1.5,), {}), ((), dict(fold=3)), ((), dict(hour=5, microsecond=9))]:
    tried(time, *args, **named)
t = time(13, 4, 5, 678)
print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, t.isoformat(), t.utcoffset(), t.dst(), t.tzname(), bool(time(0)))
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"):
    print(t.isoformat(spec), t.isoformat(timespec=spec))
tried(t.isoformat, "x")
print(t.replace(hour=1), t.replace(tzinfo=UTC), t.replace(fold=1, minute=0), time.min, time.max, time.resolution)
tried(t.replace, hour=24)
print(t == time(13, 4, 5, 678), t < time(14), t >= time(14), t == 5, t != 5, time(1, tzinfo=UTC) == time(1), time(3, tzinfo=timezone(timedelta(hours=2))) == time(1, tzinfo=UTC))
for f in (lambda: t < 5, lambda: t < time(1, tzinfo=UTC), lambda: t + timedelta(1), lambda: t - t):
    tried(f)
print(hash(t) == hash(time(13, 4, 5, 678)), hash(time(3, tzinfo=timezone(timedelta(hours=2)))) == hash(time(1, tzinfo=UTC)), f"{t:%H-%M}", f"{t}", t.strftime("%I %p %f %Y %j %A"), time(5, tzinfo=UTC).strftime("%z %Z"), f"[{t:%z%Z}]")
for text in ("04:05", "04:05:06", "04:05:06.7", "04:05:06.789", "04:05:06.789012", "04:05:06.7890123", "T04:05", "0405", "040506", "040506.5", "04", "04:05:06,5", "04:05Z", "04:05+01:30", "04:05:06-05:30:15.25", "04:05:06+0530",
             "04:5", "4:05", "04:05:", "04:05:06.", "04.5", "x", "", "24:00", "04:60", "04:05+25:00", "04:05+", "04:05:0605", "0405:06", "04:05 ", "04:05ZZ", "04:05+01:30:", "T", "TT04"):
    tried(time.fromisoformat, text)
tried(time.fromisoformat, 5)
print(timezone.utc, repr(timezone.utc), timezone.min, timezone.max, UTC is timezone.utc, timezone(timedelta(0)) is UTC, repr(timezone(timedelta(0), "X")), timezone(timedelta(0)) == timezone(timedelta(0), "X"))
for args in [(timedelta(hours=5, minutes=30),), (timedelta(hours=-5), "EST"), (timedelta(seconds=1),), (timedelta(microseconds=-1),), (timedelta(hours=24),), (timedelta(hours=-24),), (5,), (timedelta(1),), (timedelta(hours=1), 5), (), (timedelta(0), ""), (timedelta(0), None)]:
    tried(timezone, *args)
z = timezone(timedelta(hours=5, minutes=30, seconds=15))
print(z, z.utcoffset(None), z.dst(None), z.tzname(None), z.utcoffset(datetime(2020, 1, 1)), hash(z) == hash(timezone(timedelta(hours=5, minutes=30, seconds=15))), z == UTC, z == 5, {z: 1})
tried(z.utcoffset, 5)
tried(z.tzname, "x")
tried(z.dst)
tried(z.fromutc, datetime(2020, 1, 1))
tried(z.fromutc, 5)
print(z.fromutc(datetime(2020, 1, 1, tzinfo=z)), timezone(timedelta(microseconds=-1)), timezone(-timedelta(hours=1, minutes=1)))
try:
    class Mine(timezone):
        pass
except TypeError as error:
    print(error)

class Zone(tzinfo):
    def __init__(self, hours, name="Z"):
        self.hours = hours
        self.name = name
    def utcoffset(self, when):
        return timedelta(hours=self.hours) + self.dst(when)
    def dst(self, when):
        return timedelta(hours=1) if when is not None and 4 <= when.month < 10 else timedelta(0)
    def tzname(self, when):
        return f"{self.name}{'S' if self.dst(when) else ''}"
    def __repr__(self):
        return f"Zone({self.hours})"
zone = Zone(2)
w, s = datetime(2020, 1, 1, 12, tzinfo=zone), datetime(2020, 7, 1, 12, tzinfo=zone)
print(w, s, repr(w), w.utcoffset(), s.utcoffset(), w.dst(), s.dst(), w.tzname(), s.tzname(), s.timetuple(), w.timetuple().tm_isdst, s.utctimetuple())
print(s - w, s.astimezone(UTC), w.astimezone(UTC), datetime(2020, 7, 1, tzinfo=UTC).astimezone(zone), datetime(2020, 3, 31, 23, 30, tzinfo=UTC).astimezone(zone), s.astimezone(Zone(5)), w.strftime("%z %Z %%"), s.isoformat())
print(w == w.astimezone(UTC), w < s, w.astimezone(UTC) < s, time(1, tzinfo=zone), time(1, tzinfo=zone).tzname(), zone.fromutc(datetime(2020, 7, 1, tzinfo=zone)))
class Bad(tzinfo):
    def utcoffset(self, when):
        return 5
    def dst(self, when):
        return timedelta(2)
    def tzname(self, when):
        return 7
b = datetime(2020, 1, 1, tzinfo=Bad())
for f in (b.utcoffset, b.dst, b.tzname, b.isoformat, lambda: b - w, lambda: b < w, lambda: b == w, b.timetuple, lambda: b.astimezone(UTC), lambda: b.strftime("%Z"), lambda: str(b)):
    tried(f)
class Empty(tzinfo):
    pass
e = datetime(2020, 1, 1, tzinfo=Empty())
for f in (e.utcoffset, e.dst, e.tzname, e.isoformat, lambda: repr(e)[:40], lambda: e == w, lambda: Empty().fromutc(e), lambda: Empty().fromutc(1), lambda: Empty().fromutc(w)):
    tried(f)
class Nothing(tzinfo):
    def utcoffset(self, when):
        return None
    def dst(self, when):
        return None
    def tzname(self, when):
        return None
n = datetime(2020, 1, 1, tzinfo=Nothing())
print(n, n.utcoffset(), n == datetime(2020, 1, 1), n - datetime(2019, 1, 1), n.strftime("[%z%Z]"), hash(n) == hash(datetime(2020, 1, 1)))
tried(Nothing().fromutc, n.replace(tzinfo=None))
tried(n.tzinfo.fromutc, n)
tried(tzinfo().utcoffset, None)
tried(lambda: n < w)
print(isinstance(UTC, tzinfo), issubclass(timezone, tzinfo), UTC.__class__)
import copy
print(copy.copy(UTC) is UTC, copy.deepcopy(z) == z, copy.copy(t) == t)
