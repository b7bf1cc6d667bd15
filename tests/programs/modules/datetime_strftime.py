from datetime import datetime, date, time, timezone, timedelta
import time as clock

d = datetime(2024, 2, 5, 15, 6, 7, 89)
for letter in "aAbBcdDeFfGgHhIjklmMnpPrRsStTuUVwWxXyYzZC%":
    if letter != "s":
        print(letter, repr(d.strftime(f"%{letter}")), repr(date(1999, 12, 31).strftime("%" + letter)), repr(time(0, 1, 2).strftime("%" + letter)))
for spec in ("%-d", "%-m/%-d", "%_d", "%_H|%-I|%-M", "%^a %^B", "%#p %#Z %#a", "%5Y|%3d|%_5d|%-j", "%05d", "%10A|%-10A", "%Ey %Od", "%q", "%", "a%", "%%Y", "%E", "%-", "%Q%d", "", "plain", "%d%d%d", "é%dñ", "%010A", "%+4Y"):
    print(spec, repr(d.strftime(spec)))
for year in (1, 99, 999, 1000, 9999):
    print(date(year, 1, 1).strftime("%Y %y %C %G %V %U %W %j %F"))
for month in range(1, 13):
    x = date(2023, month, month)
    print(x.strftime("%a %b %d %j %U %W %V %G %u %w"), x.ctime())
for year in range(2000, 2030):
    print(date(year, 1, 1).strftime("%G-%V-%u %U %W"), date(year, 12, 31).strftime("%G-%V-%u %U %W %j"), *date(year, 12, 31).isocalendar())
z = timezone(timedelta(hours=-3, minutes=-30), "N%T")
a = d.replace(tzinfo=z)
print(a.strftime("%z %Z"), a.strftime("%Z%z%%Z"), d.replace(tzinfo=timezone(timedelta(seconds=3661))).strftime("%z"), d.replace(tzinfo=timezone(timedelta(microseconds=-1))).strftime("%z"), f"{a:%c|%x|%X|%p}")
for hour in (0, 1, 11, 12, 13, 23):
    print(time(hour).strftime("%I %l %k %H %p %P %r"))
print(clock.strftime("%Y-%m-%d %H:%M:%S %j %a", (2020, 3, 4, 5, 6, 7, 2, 64, 0)), clock.strftime("%Z|%z", clock.gmtime(0)), clock.strftime("%d", (2020, 0, 0, 0, 0, 0, 0, 0, 0)))
