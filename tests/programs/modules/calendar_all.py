import calendar as C
from calendar import *
import time, datetime
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

print(isleap(2000), isleap(1900), leapdays(1900, 2001), weekday(2024, 2, 29), monthrange(2024, 2), tried(monthrange, 2024, 13), tried(monthrange, 2024, 0), tried(weekday, 2024, 13, 1), weekday(10000, 1, 1), monthcalendar(2023, 5))
print(list(month_name), list(month_abbr), list(day_name), list(day_abbr), month_name[1:3], day_name[-1], len(month_abbr), day_abbr[2], tried(lambda: month_name[13]))
print(month(2024, 2), month(2024, 2, 4, 2), C.calendar(2023), C.calendar(2023, w=3, l=2, c=4, m=4), sep="|\n")
prmonth(2025, 12)
prcal(1999)
print(weekheader(3), weekheader(10), firstweekday())
setfirstweekday(SUNDAY)
print(firstweekday(), month(2024, 9), monthcalendar(2024, 9), tried(setfirstweekday, 7), tried(setfirstweekday, -1))
setfirstweekday(0)
for first in range(7):
    c = Calendar(first)
    print(first, c.firstweekday, c.getfirstweekday(), list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:8], list(c.itermonthdays3(2024, 12))[-8:], list(c.itermonthdays4(2024, 1))[:3], [str(d) for d in c.itermonthdates(2023, 2)][:3], len(c.monthdatescalendar(2024, 5)), c.monthdays2calendar(2024, 5)[0], c.monthdayscalendar(2024, 5)[-1], len(c.yeardayscalendar(2024)), c.yeardays2calendar(2024, 4)[0][0][0], c.yeardatescalendar(2024, 2)[5][1][4][0])
c = TextCalendar(6)
print(c.formatmonth(2024, 2), c.formatyear(2024, m=2), c.formatweekheader(2), c.formatweekday(3, 12), c.formatmonthname(2024, 5, 30), c.formatday(5, 0, 4), c.formatweek([(1, 0), (2, 1)], 3), sep="|\n")
c.prweek([(0, 0), (9, 1)], 2)
c.prmonth(2024, 3)
h = HTMLCalendar(3)
print(h.formatmonth(2024, 2), h.formatyear(2024, 4)[:700], len(h.formatyear(2024)), h.formatyearpage(2023)[:600], h.formatmonth(2024, 3, withyear=False)[:100], h.formatweekday(2), h.formatday(0, 1), h.formatmonthname(2024, 1))
class Mine(HTMLCalendar):
    cssclasses = [style + " x" for style in HTMLCalendar.cssclasses]
    cssclass_month = "m"
print(Mine().formatmonth(2024, 2)[:400])
print(timegm((2024, 2, 29, 12, 30, 15)), timegm(time.gmtime(10**9)), MONDAY, SUNDAY, IllegalMonthError(5), IllegalWeekdayError(9), issubclass(IllegalMonthError, ValueError))
print(datetime.date(2024, 2, 1) + datetime.timedelta(days=monthrange(2024, 2)[1] - 1), LocaleTextCalendar(locale="C").formatmonth(2024, 2)[:30], C.mdays, C.January, C.formatstring(["a", "b"], 5, 2))
