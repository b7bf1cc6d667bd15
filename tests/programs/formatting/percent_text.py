"""The % operator on text, mappings and bytes."""


class Shown:
    def __repr__(self):
        return "<répr>"

    def __str__(self):
        return "<str>"


print("%s|%r|%a|%10s|%-10s|%.2s|%5.1s|%r" % (Shown(), Shown(), Shown(), Shown(), Shown(), Shown(), "xyz", "it's"))
print("%s" % (1,), "%s" % [1, 2], "%s %s" % (None, ()), "%s" % ({},), "%r" % {"a": 1}, "%s" % "%s", "%s%%" % 5)
record = {"name": "Ann", "age": 41, "ratio": 0.256, "tags": ["a", "b"]}
print("%(name)s is %(age)d (%(age)#x), %(ratio).1f%% %(ratio)08.3f %(tags)s %(name)-6s| %(name).1s" % record)
print("%(a)s%(a)s %(b (nested))s" % {"a": 1, "b (nested)": 2}, "no fields" % record)
print(b"%s %d %x %r %5.1f %c %a %b" % (b"bytes", 5, 255, "r", 2.5, 65, "é", b"!"), b"%-5s|%05d" % (b"ab", 42))
print(b"%(k)s=%(v)d" % {b"k": b"key", b"v": 1}, bytearray(b"%s") % b"x", b"%c" % b"z")


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: b"%s" % "text"), attempt(lambda: b"%b" % 5), attempt(lambda: b"%c" % 256), attempt(lambda: b"%d" % b"1"))
print(attempt(lambda: "%s %s" % "one"), attempt(lambda: "%s" % ("a", "b")), attempt(lambda: "%(x)s" % ["list"]), attempt(lambda: b"%z" % 1))
print(attempt(lambda: "%s" % Broken()))


class Broken:
    def __str__(self):
        raise LookupError("no text")


print(attempt(lambda: "%s" % Broken()), attempt(lambda: "%10d" % Broken()))
table = [("apple", 3, 0.5), ("fig", 12, 12.25), ("banana", 100, 1234.5)]
for line in table:
    print("%-10s|%5d|%10.2f" % line)
print("\n".join("%2d. %s" % pair for pair in enumerate(["x", "y"], 1)))
