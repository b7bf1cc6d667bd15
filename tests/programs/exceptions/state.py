"""Attributes of exceptions: args assigned, notes, traceback, cause, context, pickles of state."""
error = ValueError("first", 2)
error.args = ("changed",)
print(error, repr(error), error.args)
error.args = [1, 2]
print(error.args, str(error))
try:
    error.args = 5
except TypeError as problem:
    print(problem)
error.extra = "kept"
error.add_note("note one")
error.add_note("note two")
print(error.__notes__, vars(error), error.__dict__)
for bad in (lambda: error.add_note(5), lambda: setattr(error, "__cause__", 5), lambda: setattr(error, "__context__", "x"), lambda: setattr(error, "__traceback__", 1), lambda: delattr(error, "args")):
    try:
        bad()
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)
print(error.__cause__, error.__context__, error.__suppress_context__, error.__traceback__)
error.__cause__ = KeyError("k")
print(error.__suppress_context__, repr(error.__cause__))
error.__suppress_context__ = False
again = error.with_traceback(None)
print(again is error, error.__traceback__)
try:
    raise error
except ValueError as caught:
    print(caught is error, caught.__traceback__.tb_lineno, caught.__traceback__.tb_next, caught.__traceback__.tb_frame.f_code.co_name)


class Problem(Exception):
    default = 3

    def __init__(self, code=None, *, detail=""):
        super().__init__(code, detail)
        self.code = self.default if code is None else code

    def __str__(self):
        return f"problem {self.code}"


class Worse(Problem):
    default = 9

    def __repr__(self):
        return f"Worse!{self.args}"


for made in (Problem(), Problem(5, detail="d"), Worse(), Worse(1)):
    print(str(made), repr(made), made.args, made.code, isinstance(made, Problem))


class Bare(Exception):
    def __init__(self, *parts):
        self.parts = parts


print(Bare(1, 2).args, str(Bare(1, 2)), repr(Bare("x")), Bare("x").parts)
try:
    try:
        raise Worse(2)
    except Problem as inner:
        raise RuntimeError("outer") from inner
except RuntimeError as outer:
    print(repr(outer.__cause__), outer.__context__ is outer.__cause__, outer.__suppress_context__)
try:
    try:
        raise KeyError("a")
    finally:
        raise TypeError("b")
except TypeError as outer:
    print(repr(outer.__context__), outer.__cause__)
try:
    try:
        raise KeyError("a")
    except KeyError:
        raise TypeError("b") from None
except TypeError as outer:
    print(repr(outer.__context__), outer.__suppress_context__)
