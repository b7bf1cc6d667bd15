"""Subclasses of builtin containers and numbers whose constructors take keywords of their own."""


class Row(list):
    def __new__(cls, cells, title=None):
        made = super().__new__(cls, cells)
        made.title = title
        return made


class Record(tuple):
    def __init__(self, cells, source=None):
        self.source = source


class Metres(float):
    def __init__(self, value, exact=False):
        self.exact = exact


class Labels(frozenset):
    def __init__(self, items, origin=None):
        self.origin = origin


row = Row([1, 2], title="first")
print(row, row.title, type(row).__name__)
record = Record("ab", source="file")
print(record, record.source, record + ("c",))
length = Metres("2.5", exact=True)
print(length * 2, length.exact)
labels = Labels(["x", "y", "x"], origin="form")
print(sorted(labels), labels.origin)


class Plain(list):
    pass


class PlainTuple(tuple):
    pass


for attempt in (
    lambda: list(x=1),
    lambda: tuple(x=1),
    lambda: float(x=1),
    lambda: frozenset(x=1),
    lambda: Plain(x=1),
    lambda: PlainTuple(x=1),
    lambda: tuple(1, 2),
    lambda: float(1, 2),
    lambda: frozenset([1], 2),
):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError", error)


class Digits(bytes):
    pass


class Buffer(bytearray):
    pass


class Text(str):
    pass


print(int(Digits(b"120")), int(Buffer(b" 7 ")), int(Text("-3")), int(memoryview(b"42")))
print(float(Digits(b"1.5")), float(Buffer(b"2e3")), float(memoryview(b"0.25")), int(Text("ff"), 16))
print(int.from_bytes([1, 0], "big"), int.from_bytes((n for n in (2, 1)), "little"))
print(int.from_bytes(memoryview(b"\x01\x02"), "big"), int.from_bytes(range(3), "big"))
for wrong in ([256], ["a"], "ab", 3):
    try:
        print(int.from_bytes(wrong, "big"))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
