print("%s is %d years" % ("Ann", 30), "%r" % "x", "%5d|%-5d|%05d" % (42, 42, 42))
print("%.2f %8.3f %e %g" % (3.14159, 2.71828, 12345.678, 0.0001))
print("%x %X %o %#x %c %c" % (255, 255, 8, 255, "A", 66))
print("%(name)s=%(value)d" % {"name": "x", "value": 5})
print("100%% of %s" % "it", "%s" % None, "%s %s" % (1, [2]))
print("%+d % d %+.1f" % (5, 5, 2.55), "%*d" % (6, 42), "%.3s|" % "abcdef")
print("%s" % (1,), "%s" % ((1, 2),), "%10s|%-10s|" % ("r", "l"))
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%z" % 1):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
