from datetime import datetime, date, time, timedelta, timezone, tzinfo, UTC
import datetime as module

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)

for args, named in [((2020, 1, 2), {}), ((2020, 1, 2, 3, 4, 5, 6), {}), ((2020, 1, 2, 3), dict(fold=1)), ((2020, 1, 2, 3, 4, 5, 6, timezone.utc), {}), ((2020, 1, 2, 24), {}), ((2020, 1, 2, 0, 60), {}),
                    ((2020, 1, 2, 0, 0, 60), {}), ((2020, 1, 2, 0, 0, 0, 10**6), {}), ((2020, 1, 2), dict(fold=2)), ((2020, 1, 2), dict(tzinfo=5)), ((), {}), ((2020, 1), {}), ((2020, 1, 2, -1), {}),
                    ((2020, 1, 2, "3"), {}), ((2020, 2, 30), {}), ((2020, 1, 2, 3.0), {}), ((), dict(year=1, month=2, day=3, hour=4, tzinfo=UTC)), ((2020, 1, 2), dict(microsecond=7)), ((2020, 1, 2), dict(second=7))]:
    tried(datetime, *args, **named)
d = datetime(2024, 2, 29, 13, 14, 15, 123456)
print(d, repr(d), d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, d.tzinfo, d.fold)
print(d.date(), d.time(), d.timetz(), d.ctime(), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple(), d.utctimetuple())
for sep in ("T", " ", "_", "é"):
    print(d.isoformat(sep), d.replace(microsecond=0).isoformat(sep))
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"):
    print(d.isoformat(timespec=spec), d.replace(microsecond=0).isoformat(timespec=spec), d.isoformat(" ", spec))
tried(d.isoformat, "ab")
tried(d.isoformat, "")
tried(d.isoformat, 5)
tried(d.isoformat, timespec="days")
tried(d.isoformat, timespec=5)
print(datetime.min, datetime.max, datetime.resolution)
print(d + timedelta(1), d - timedelta(days=1, seconds=1), timedelta(hours=36) + d, d - datetime(2024, 1, 1), datetime(2023, 1, 1) - d)
for f in (lambda: datetime.max + timedelta(microseconds=1), lambda: datetime.min - timedelta(microseconds=1), lambda: d + 1, lambda: d - 1, lambda: d + d, lambda: d - date(2024, 1, 1), lambda: date(2024, 1, 1) - d,
          lambda: d < date(2024, 1, 1), lambda: d > 5, lambda: d - d.replace(tzinfo=UTC), lambda: d < d.replace(tzinfo=UTC), lambda: d == d.replace(tzinfo=UTC)):
    tried(f)
print(d == d.replace(), d != d, d < d + timedelta(microseconds=1), d >= d, d == date(2024, 2, 29), d == 5)
print(d.replace(year=2020), d.replace(hour=0, minute=0, second=0, microsecond=0), d.replace(tzinfo=UTC), d.replace(fold=1), repr(d.replace(fold=1)))
tried(d.replace, month=2, year=2023)
tried(d.replace, tzinfo=5)
tried(d.replace, hour="a")
print(datetime.combine(date(2020, 1, 1), time(5, 6, 7, tzinfo=UTC)), datetime.combine(date(2020, 1, 1), time(5), tzinfo=UTC), datetime.combine(d, time(1)))
tried(datetime.combine, 1, 2)
tried(datetime.combine, date(2020, 1, 1), 2)
tried(datetime.combine, date(2020, 1, 1))
for stamp in (0, 1, -1, 1.5, 1e9, 1e9 + 0.123456, 0.0000005, 0.0000015, 0.9999999, -0.0000005, -1.5, 253402300799, 1700000000.999999):
    print(stamp, datetime.fromtimestamp(stamp, UTC), datetime.utcfromtimestamp(stamp), datetime.fromtimestamp(stamp, UTC).timestamp())
for stamp in (float("nan"), float("inf"), 1e20, 10**30, "5", None, 253402300800, -62135596801):
    tried(datetime.fromtimestamp, stamp, UTC)
tried(datetime.utcfromtimestamp, 1e18)
print(datetime(1970, 1, 2, tzinfo=UTC).timestamp(), datetime(2020, 5, 5, 5, 5, 5, 5, tzinfo=timezone(timedelta(hours=-5))).timestamp())
x = datetime(2020, 6, 7, 8, 9, 10)
print(datetime.fromtimestamp(x.timestamp()) == x, datetime.fromordinal(737000), datetime.fromisocalendar(2020, 10, 3))
print(hash(d) == hash(d.replace()), len({d, d.replace(), d.replace(fold=1)}), {d: "x"}[d.replace()])
u = datetime(2020, 1, 1, 12, tzinfo=UTC)
v = datetime(2020, 1, 1, 14, tzinfo=timezone(timedelta(hours=2)))
print(u == v, hash(u) == hash(v), u - v, u < v, u.astimezone(v.tzinfo), v.astimezone(UTC), v.astimezone(UTC) == u, u.utcoffset(), v.tzname(), u.dst(), v.utctimetuple())
tried(u.astimezone, 5)
print(datetime.now().tzinfo, datetime.now(UTC).tzinfo, abs(datetime.now(UTC) - datetime.now().astimezone()) < timedelta(seconds=5), datetime.utcnow().tzinfo)
tried(datetime.now, 5)
class Stamp(datetime):
    def hello(self):
        return "hello " + self.isoformat()
s = Stamp(2020, 1, 2, 3, 4)
print(repr(s), s, s.hello(), type(s + timedelta(1)), type(s.replace(hour=1)), type(Stamp.now()), type(Stamp.fromisoformat("2020-01-01")), type(s.date()), type(s - s))
print(type(Stamp.strptime("2020", "%Y")), type(Stamp.combine(date(2020, 1, 1), time())), s == datetime(2020, 1, 2, 3, 4))
try:
    d.hour = 5
except AttributeError as error:
    print(error)
try:
    d.year = 5
except AttributeError as error:
    print(error)
print(f"{d:%H:%M}", f"{d}", f"{d:%Y-%m-%d %H:%M:%S.%f}", "{0:%d}-{0:%b}".format(d), f"{d!s:.10}", f"{d:%%}")
print(sorted([d, s, datetime(2000, 1, 1)]), max(d, s), module.datetime is datetime, module.datetime_CAPI if False else "")
import copy
print(copy.copy(d) == d, copy.deepcopy(u) == u, repr(copy.deepcopy(u)), type(copy.copy(s)))
