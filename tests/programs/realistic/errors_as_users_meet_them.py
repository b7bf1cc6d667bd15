"""Errors a program handles: messages, chaining, cleanup, custom hierarchies."""
import json


def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def need(a, b, *, c): return a, b, c


attempt(int, "12a")
attempt(int, "")
attempt(float, "1,5")
attempt(lambda: [1, 2][5])
attempt(lambda: {}["k"])
attempt(lambda: (1, 2)["a"])
attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: len(5))
attempt(lambda: None.x)
attempt(lambda: [].push(1))
attempt(lambda: undefined_name)
attempt(lambda: 5())
attempt(lambda: 5[0])
attempt(lambda: {}.pop("a"))
attempt(lambda: [].pop())
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: "abc".index("z"))
attempt(lambda: set().pop())
attempt(lambda: {[]: 1})
attempt(lambda: {1: 2, **{"a": 1}}[3])
attempt(lambda: dict([1]))
attempt(lambda: sorted([1, None]))
attempt(lambda: max([]))
attempt(lambda: next(iter([])))
attempt(lambda: chr(-1))
attempt(lambda: ord("ab"))
attempt(lambda: "x" * -1)
attempt(lambda: "{} {}".format(1))
attempt(lambda: "%d" % "x")
attempt(lambda: f"{'x':d}")
attempt(lambda: range(1, 5, 0))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: b"\xff".decode())
attempt(lambda: "é".encode("ascii"))
attempt(lambda: bytes([256]))
attempt(lambda: need(1))
attempt(lambda: need(1, 2))
attempt(lambda: need(1, 2, 3))
attempt(lambda: need(1, 2, c=3, d=4))
attempt(lambda: need(1, 2, b=2, c=3))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: (lambda x: x)())
attempt(lambda: [a for a, b in [(1, 2, 3)]])
attempt(lambda: 2 ** "a")
attempt(lambda: -"a")
attempt(lambda: 1 << -1)
attempt(lambda: 1 % 0)
attempt(lambda: 0 ** -1)
attempt(lambda: "a".join([1]))
attempt(lambda: object() < object())
attempt(lambda: json.loads("{'a': 1}"))
attempt(lambda: json.dumps({(1, 2): 3}))


class AppError(Exception):
    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        return f"[{self.code}] {super().__str__()} {self.details or ''}".rstrip()


class NotFound(AppError):
    code = 404


def load(key):
    try:
        return {"a": "1", "b": "x"}[key]
    except KeyError as e:
        raise NotFound("no such key", key=key) from e


def convert(key):
    try:
        return int(load(key))
    except AppError:
        raise
    except ValueError as e:
        e.add_note(f"while reading {key}")
        raise AppError("bad value") from e
    else:
        return None
    finally:
        print("tried", key)


for key in "abc":
    try:
        print(convert(key))
    except AppError as e:
        print(e, type(e).__name__, repr(e.__cause__), getattr(e.__cause__, "__notes__", None), isinstance(e, NotFound))
try:
    raise ExceptionGroup("several", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k")])])
except* ValueError as g:
    print("values", g.exceptions)
except* (TypeError, KeyError) as g:
    print("others", g, g.exceptions)


def f():
    for i in range(3):
        try:
            if i == 1:
                continue
            return i
        finally:
            print("leaving", i)


print(f())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as e:
    print(e, "| during:", repr(e.__context__))
