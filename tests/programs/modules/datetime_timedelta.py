from datetime import timedelta, date, datetime
import math

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)

for args, named in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((-1,), {}), ((0, -1), {}), ((0, 0, -1), {}), ((), dict(weeks=2, days=-3)),
                    ((), dict(hours=1.5)), ((), dict(minutes=90)), ((), dict(milliseconds=1500)), ((), dict(microseconds=0.5)), ((), dict(microseconds=1.5)),
                    ((), dict(microseconds=2.5)), ((), dict(days=0.1)), ((1e-7,), {}), ((1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7), {}), ((True,), {}),
                    ((0.5, 0.5, 0.5), {}), ((-0.5, 0.1, -0.7), {}), ((0, 1e-6 / 2), {}), ((), dict(seconds=1 / 3)), ((), dict(weeks=1 / 7)), (("1",), {}),
                    ((None,), {}), ((), dict(days=1j)), ((float("nan"),), {}), ((float("inf"),), {}), ((10**9,), {}), ((-10**9,), {}), ((10**30,), {}),
                    ((), dict(weeks="x")), ((999999999, 86399, 999999), {}), ((999999999, 86400), {}), ((-999999999,), {}), ((-999999999, -1), {})]:
    tried(timedelta, *args, **named)
print(timedelta.min, timedelta.max, timedelta.resolution, repr(timedelta.max))
for t in (timedelta(0), timedelta(1), timedelta(2), timedelta(-1), timedelta(-2, 5), timedelta(0, 3661), timedelta(0, 0, 1), timedelta(5, 3, 1000), timedelta(hours=-1), timedelta(days=1000, microseconds=-1)):
    print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), bool(t), -t, +t, abs(t), hash(t) == hash(timedelta(t.days, t.seconds, t.microseconds)))
print(hash(timedelta(3, 4, 5)) == hash((3, 4, 5)))
a, b = timedelta(hours=5, seconds=7), timedelta(minutes=-33)
print(a + b, a - b, a * 3, 3 * a, a * -1, a * 1.5, 0.1 * a, a / 2, a / 0.3, a // 2, a // b, a / b, a % b, b % a, divmod(a, b), a // timedelta(seconds=1))
print(a / 7, a / -7, timedelta(microseconds=3) / 2, timedelta(microseconds=5) / 2, timedelta(microseconds=-3) / 2, timedelta(microseconds=7) * 0.5, timedelta(microseconds=-5) * 0.5, timedelta(microseconds=10) // 3, timedelta(microseconds=-10) // 3)
for f in (lambda: a / 0, lambda: a // 0, lambda: a / 0.0, lambda: a / timedelta(0), lambda: a // timedelta(0), lambda: a % timedelta(0), lambda: divmod(a, timedelta(0)),
          lambda: a * "x", lambda: a * 1j, lambda: a + 1, lambda: 1 + a, lambda: 1 / a, lambda: a % 2, lambda: a // 1.5, lambda: 3 // a, lambda: a - None, lambda: a * a, lambda: a ** 2,
          lambda: a * 1e300, lambda: a * float("nan"), lambda: a * float("inf"), lambda: timedelta.max + timedelta.resolution, lambda: -timedelta.max, lambda: -timedelta.min, lambda: timedelta.max * 2,
          lambda: a < 1, lambda: a >= None, lambda: timedelta(1) > date(2020, 1, 1)):
    tried(f)
print(a == b, a != b, a < b, a <= b, a > b, a >= b, a == 5, a != 5, timedelta(1) == timedelta(hours=24), timedelta(1) <= timedelta(hours=24))
print(sum([timedelta(1), timedelta(2)], timedelta()), max(a, b), sorted([a, b, timedelta(0)]), {timedelta(1): 1}[timedelta(hours=24)])
try:
    a.days = 1
except AttributeError as error:
    print(error)
class Span(timedelta):
    pass
s = Span(1, 2, 3)
print(repr(s), s, type(s + s), type(-s), s == timedelta(1, 2, 3), type(s * 2), type(timedelta() + s), Span.max)
s.x = 1
print(f"{a}", f"{a!s:>12}|", str(timedelta(days=1)), "%s" % b)
tried(format, a, ">12")
print(math.floor(a / timedelta(hours=1)), round(a.total_seconds()))
import copy
print(copy.copy(a), copy.deepcopy(a) == a, copy.deepcopy([a, a]))
