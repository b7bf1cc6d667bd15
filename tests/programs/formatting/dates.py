"""Dates and times in format specs, f-strings and strftime."""
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 29, 7, 5, 9, 1234, tzinfo=timezone(timedelta(hours=5, minutes=30)))
for spec in ("%Y-%m-%d", "%d.%m.%y", "%H:%M:%S.%f", "%I:%M %p", "%A, %d %B %Y", "%a %b %j", "%U %W %V %G %u %w", "%z", "%Z", "%%", "%c", "%x", "%X", "%D %T", "%F %R", "%C %y", "%S", "%h", "%n%t|", "text only"):
    print(spec.ljust(22), f"{moment:{spec}}", moment.strftime(spec) == format(moment, spec))
print(f"{moment}", f"{moment!r}", f"{moment:}", f"{moment.date():%d/%m/%Y}", f"{moment.time():%H-%M}", f"{moment.timetz():%z}")
print(f"{date(1, 1, 1)} {date(999, 12, 31):%Y-%m-%d} {date(2024, 1, 1):>5}", f"{time(1, 2)} {time(13, 0):%I %p}", f"{timedelta(days=1, seconds=5)}")
for day in (date(2020, 12, 31), date(2021, 1, 1), date(2024, 12, 30), date(2000, 2, 29)):
    print(f"{day:%G-W%V-%u} {day:%Y week %U/%W day %j}", day.isocalendar(), day.strftime("%a") + day.strftime("%b"))
print("{:%H:%M}".format(time(23, 59)), "{0:%Y}-{0:%m}".format(date(2024, 5, 6)), "%s" % date(2024, 5, 6))
try:
    f"{timedelta(1):>20}"
except TypeError as error:
    print(error)
print(format(timedelta(hours=25), ""), str(timedelta(microseconds=-1)), f"{timedelta(days=-1, hours=3)!r}")
print(datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat(), datetime.min, datetime.max)
print([datetime(2024, 1, 1, hour).strftime("%I%p") for hour in (0, 1, 11, 12, 13, 23)])
