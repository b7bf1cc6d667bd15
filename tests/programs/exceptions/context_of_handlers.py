"""__context__ through handlers, functions, generators, finally; sys.exc_info."""
import sys


def current():
    error = sys.exc_info()[1]
    return repr(error), repr(sys.exception()) if hasattr(sys, "exception") else None


print(current())


def helper():
    try:
        raise KeyError("in helper")
    except KeyError:
        inner = current()
    return inner, current()


try:
    raise ValueError("outer")
except ValueError:
    print(helper())
    print(current()[0])
    try:
        raise TypeError("second")
    except TypeError as second:
        print(current()[0], repr(second.__context__))
    print(current()[0])
print(current()[0])


def numbers():
    try:
        yield current()[0]
    except ValueError:
        yield current()[0]
    yield current()[0]


it = numbers()
try:
    raise OSError("while stepping")
except OSError:
    print(next(it))
    print(it.throw(ValueError("thrown")))
    print(next(it), current()[0])


def chain(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        chain(n - 1)
    except Exception as error:
        raise RuntimeError(f"level {n}")


try:
    chain(3)
except RuntimeError as error:
    names = []
    while error is not None:
        names.append(str(error))
        error = error.__context__
    print(names)
same = ValueError("same")
try:
    try:
        raise same
    except ValueError:
        raise same
except ValueError as error:
    print(error.__context__, error is same)
a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            raise a
except ValueError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))
with_bare = []
try:
    raise
except RuntimeError as error:
    with_bare.append(str(error))
print(with_bare)
for bad in (5, "text", None, object, int):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)


class Refusing(Exception):
    def __init__(self):
        raise LookupError("not made")


try:
    raise Refusing
except LookupError as error:
    print(error)


class Odd(Exception):
    def __new__(cls):
        return 5


try:
    raise Odd
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error, repr(error.__context__))
try:
    try:
        raise ValueError
    except (KeyError, "x"):
        pass
except TypeError as error:
    print(error)
