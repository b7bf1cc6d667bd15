"""timeit and time: what can be said without a clock's value."""
import time
import timeit

calls = []
seconds = timeit.timeit("calls.append(1)", globals={"calls": calls}, number=7)
print(len(calls), seconds >= 0, isinstance(seconds, float))
timer = timeit.Timer("x += 1", setup="x = 0")
print(len(timer.repeat(3, 5)), all(t >= 0 for t in timer.repeat(2, 3)), timer.timeit(1) >= 0)
counts = []
print(timeit.timeit(lambda: counts.append(1), lambda: counts.append("setup"), number=4) >= 0, counts)
try:
    timeit.timeit("1 / 0", number=1)
except ZeroDivisionError as error:
    print(error)
try:
    timeit.timeit("x ===", number=1)
except SyntaxError as error:
    print(type(error).__name__)
print(timeit.default_timer is time.perf_counter, timeit.default_number if hasattr(timeit, "default_number") else 1000000)
a, b = time.monotonic(), time.monotonic()
print(b >= a, time.time_ns() > 10**18, time.perf_counter_ns() >= 0, time.process_time() >= 0)
moment = time.gmtime(86400 * 365)
print(moment, moment.tm_year, moment[7], moment.tm_isdst, tuple(moment)[:3])
for form in ("%Y-%m-%d %H:%M:%S", "%a %b %d", "%j %U %w", "%I %p", "%y %%", "%A %B"):
    print(time.strftime(form, moment))
parsed = time.strptime("30 Nov 2021 13:45", "%d %b %Y %H:%M")
print(parsed, time.asctime(parsed), parsed.tm_wday, parsed.tm_yday)
print(time.struct_time(range(9)), time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0)).tm_min)
for wrong in (lambda: time.strptime("x", "%d"), lambda: time.strptime("1 2", "%d"), lambda: time.sleep(-1), lambda: time.strftime(5), lambda: time.struct_time((1, 2)), lambda: time.gmtime("x"), lambda: time.asctime(5)):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
start = time.perf_counter()
time.sleep(0.001)
print(time.perf_counter() - start >= 0.001, time.timezone in range(-90000, 90000), len(time.tzname))
