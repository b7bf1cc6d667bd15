class Bad:
    def __len__(self): return -1
    def __bool__(self): return 3
    def __str__(self): return 5
    def __repr__(self): return None
    def __iter__(self): return 4
    def __hash__(self): return "x"
    def __index__(self): return 1.5
    def __contains__(self, x): return [1]
    def __float__(self): return "f"
    def __int__(self): return "i"
    def __eq__(self, other): return "truthy"
    def __add__(self, other): return NotImplemented
    def __getitem__(self, i): raise KeyError(i)
    def __format__(self, spec): return 3


b = Bad()
print(1 in b, b == 5, b != 5)
for bad in (
    lambda: len(b), lambda: bool(b), lambda: str(b), lambda: repr(b), lambda: list(b), lambda: hash(b),
    lambda: [1][b], lambda: float(b), lambda: int(b), lambda: b + 1, lambda: b["k"], lambda: f"{b}",
    lambda: iter(b), lambda: next(b), lambda: b.x, lambda: range(b), lambda: [*b], lambda: 1 in [b] * 0 or b - b,
):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)


class Empty:
    __hash__ = None
    __iter__ = None
    __contains__ = None


e = Empty()
for bad in (lambda: hash(e), lambda: iter(e), lambda: 1 in e, lambda: {e: 1}):
    try:
        bad()
    except TypeError as error:
        print(error)
