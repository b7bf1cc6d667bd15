"""Dates: calendars, working days, ages, easter, recurrence, parsing."""
import calendar
from datetime import date, datetime, timedelta, timezone


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(y, month, day + 1)


def workdays(start, end, holidays=()):
    return sum(1 for k in range((end - start).days + 1)
               if (start + timedelta(k)).weekday() < 5 and start + timedelta(k) not in holidays)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def month_add(d, k):
    y, m = divmod(d.year * 12 + d.month - 1 + k, 12)
    return d.replace(year=y, month=m + 1, day=min(d.day, calendar.monthrange(y, m + 1)[1]))


print([easter(y).isoformat() for y in (2000, 2024, 2025, 2100)])
print(workdays(date(2024, 3, 1), date(2024, 3, 31), {date(2024, 3, 29)}), age(date(2000, 2, 29), date(2024, 2, 28)))
print([str(month_add(date(2023, 10, 31), k)) for k in range(6)], [y for y in range(1896, 1912) if calendar.isleap(y)])
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 10))
t = datetime(2024, 2, 28, 23, 59, 58, 250000, tzinfo=timezone.utc)
print(t, t + timedelta(days=1, seconds=2), t.isoformat(timespec="milliseconds"), t.strftime("%a %d %b %Y %I:%M:%S %p %j %U %%"))
print(t.astimezone(timezone(timedelta(hours=5, minutes=30), "IST")).strftime("%Y-%m-%dT%H:%M:%S%z %Z"), t.timestamp())
for text, form in [("2024-02-29", "%Y-%m-%d"), ("31/12/99 07:05", "%d/%m/%y %H:%M"), ("Mar 5, 2021", "%b %d, %Y"), ("2023-02-29", "%Y-%m-%d"), ("5 pm", "%I %p"), ("nope", "%Y")]:
    try:
        print(datetime.strptime(text, form))
    except ValueError as e:
        print("ValueError:", e)
d = timedelta(days=-1, hours=3, microseconds=5)
print(d, repr(d), abs(d), d.total_seconds(), timedelta(hours=36) // timedelta(hours=7), timedelta(hours=36) % timedelta(hours=7), timedelta(1) / 3)
print(date.fromisoformat("2024-12-30").isocalendar(), date.fromordinal(738000), date(2024, 1, 1).toordinal(), max(date(2024, 1, 2), date(2023, 12, 31)))
print(sorted([date(2024, 5, 1), date(2023, 5, 1)]), date(2024, 5, 1) - date(2023, 5, 1), calendar.day_name[date(1969, 7, 20).weekday()])
try:
    datetime(2024, 1, 1) < t
except TypeError as e:
    print(e)
print([d for d in calendar.Calendar().itermonthdays(2024, 9)][:12], calendar.monthcalendar(2024, 2)[0], f"{t:%H:%M}")
