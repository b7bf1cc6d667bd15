from datetime import date, datetime, timedelta, MINYEAR, MAXYEAR
import datetime as module

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)

print(MINYEAR, MAXYEAR, date.min, date.max, date.resolution)
for args in [(2020, 2, 29), (2021, 2, 29), (0, 1, 1), (10000, 1, 1), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31), (2020, 1, 0),
             (), (2020,), (2020, 1), ("2020", 1, 1), (2020.0, 1, 1), (2020, 1, None), (10**20, 1, 1), (2**40, 1, 1), (-2**40, 1, 1), (True, True, True)]:
    tried(date, *args)
tried(date, year=2001, month=2, day=3)
tried(date, 2001, month=2, day=3)
d = date(2024, 2, 29)
print(d, repr(d), str(d), d.year, d.month, d.day, d.isoformat(), d.ctime(), d.weekday(), d.isoweekday(), d.toordinal())
print(d.timetuple(), d.isocalendar(), d.isocalendar().week, tuple(d.isocalendar()))
year, week, day = d.isocalendar()
print(year, week, day, d.isocalendar() == (2024, 9, 4))
print(d.replace(year=2023, day=1), d.replace(month=3))
tried(d.replace, year=2023)
tried(d.replace, month=13)
for n in (1, 2, 365, 366, 367, 730, 731, 146096, 146097, 146098, 719163, 738000, 3652059):
    x = date.fromordinal(n)
    print(n, x, x.toordinal() == n, x.isocalendar()[:], x.weekday(), x.timetuple().tm_yday)
tried(date.fromordinal, 0)
tried(date.fromordinal, 3652060)
tried(date.fromordinal, "1")
for args in [(2020, 53, 7), (2021, 53, 1), (2021, 0, 1), (2021, 1, 8), (2021, 1, 0), (1, 1, 1), (0, 1, 1), (10000, 1, 1), (9999, 52, 7), (2009, 53, 5)]:
    tried(date.fromisocalendar, *args)
print(d + timedelta(1), d - timedelta(1), timedelta(days=366) + d, d - date(2023, 2, 28), date(2023, 2, 28) - d)
print(d + timedelta(hours=47), d - timedelta(hours=25))
for f in (lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: d + 1, lambda: d - "x", lambda: 1 - d, lambda: d + d, lambda: d * 2):
    tried(f)
print(d == date(2024, 2, 29), d != date(2024, 2, 29), d < date(2024, 3, 1), d <= d, d > date(2023, 12, 31), d >= date(2025, 1, 1), d == 5, d != "x")
for f in (lambda: d < 5, lambda: d >= "a", lambda: d < datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) > d):
    tried(f)
print(d == datetime(2024, 2, 29), datetime(2024, 2, 29) == d, datetime(2024, 2, 29) != d)
print(hash(d) == hash(date(2024, 2, 29)), len({d, date(2024, 2, 29), date(2024, 3, 1)}), {d: 1}[date(2024, 2, 29)])
print(sorted([date(2024, 1, 3), date(2023, 5, 5), date(2024, 1, 1)]), max(date(2020, 1, 1), d))
print(f"{d}", f"{d:%d.%m.%Y}", f"{d!r:>30}", format(d, ""), "{:%A %j}".format(d), d.strftime("%B %e"))
tried(format, d, 5)
tried(d.strftime, 5)
tried(d.strftime)
try:
    d.year = 5
except AttributeError as error:
    print(error)
try:
    del d.day
except AttributeError as error:
    print(error)
try:
    date.foo = 1
except TypeError as error:
    print(error)
print(isinstance(datetime(2020, 1, 1), date), issubclass(datetime, date), type(d), date.__name__, date.__module__)
for text in ("2020-01-02", "20200102", "2020-W01-2", "2020W012", "2020-W01", "2020W01", "2020-1-2", "2020-01-0", "x", "", "2020-13-01", "2020-02-30", "2020-W54-1",
             "2020-01-02T00", "20200102 ", "2020-W1-1", "2020W1", "2020-0102", "202001-02", "2020-W011", "٢٠٢٠-01-02", "0000-01-01", "2020/01/02"):
    tried(date.fromisoformat, text)
tried(date.fromisoformat, 20200102)

class Day(date):
    def __new__(cls, year, month=1, day=1):
        return super().__new__(cls, year, month, day)
    def next(self):
        return self + timedelta(1)
x = Day(2020)
print(repr(x), x, x.next(), type(x.next()), x.replace(day=7), type(x.replace(day=7)), Day.fromordinal(5), type(Day.today()), x == date(2020, 1, 1))
print(type(Day.fromisoformat("2020-05-06")), type(x + timedelta(3)), x - Day(2019))
x.note = "hello"
print(x.note, x.__dict__)
print(date.today() >= date(2024, 1, 1), type(date.today()))
import copy
print(copy.copy(d) == d, copy.deepcopy(d), type(copy.deepcopy(d)))
