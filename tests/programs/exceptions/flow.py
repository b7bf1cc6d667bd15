def divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError as error:
        print("caught", error)
        return None
    except (TypeError, ValueError) as error:
        print("type", error)
        raise
    else:
        print("fine")
        return result
    finally:
        print("finally")


print(divide(6, 3), divide(1, 0))
try:
    divide("a", 1)
except TypeError:
    print("reraised")


def finally_wins():
    for i in range(3):
        try:
            return "try"
        finally:
            continue
    return "end"


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("cleanup")
    except KeyError as error:
        try:
            raise ValueError("second") from error
        except ValueError as second:
            return repr(second), repr(second.__cause__), repr(second.__context__), second.__suppress_context__


print(finally_wins(), nested())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][0]
except IndexError as error:
    print(repr(error), repr(error.__context__), error.__cause__)
try:
    raise ValueError("no context") from None
except ValueError as error:
    print(error.__suppress_context__)
try:
    raise KeyError
except KeyError as error:
    print(repr(error), str(error) == "", error.args)
try:
    print(error)
except NameError as e:
    print("unbound after except:", e)
for kind in (ValueError, KeyError, IndexError, OSError, ArithmeticError, StopIteration, AssertionError, RuntimeError):
    try:
        raise kind("message")
    except Exception as e:
        print(type(e).__name__, e, repr(e), [c.__name__ for c in type(e).__mro__[1:-2]])
try:
    assert 1 == 2, "math works"
except AssertionError as e:
    print(e)
try:
    assert []
except AssertionError as e:
    print(repr(e))
def raise_it(what):
    raise what


def raise_from(what):
    raise ValueError from what


def reraise():
    raise


for bad in (lambda: raise_it(5), reraise, lambda: raise_from(5), lambda: raise_it(int), lambda: raise_it(KeyError), lambda: raise_from(None)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
