def g():
    while True:
        try: yield "waiting"
        except ValueError as e: yield ("caught", repr(e))
        except TypeError: return "typed"
it = g()
next(it)
print(it.throw(ValueError), next(it), it.throw(ValueError("inst")), next(it), it.throw(ValueError, "val"), next(it), it.throw(ValueError, ValueError("v2")), next(it), it.throw(ValueError, ("a", "b")), next(it), it.throw(ValueError, None, None))
try: it.throw(KeyError("through"))
except KeyError as e: print(e)
try: it.throw(ValueError)
except ValueError as e: print(repr(e))
it = g()
try: it.throw(ValueError("unstarted"))
except ValueError as e: print(e)
print(list(it))
it = g()
next(it)
try: it.throw(TypeError)
except StopIteration as e: print(e.value)
it = g()
next(it)
for args in ((5,), ("x",), (ValueError("x"), "y"), (), (int,)):
    try: print(it.throw(*args))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
def f():
    yield 1
it = f()
next(it)
try: it.throw(StopIteration("s"))
except RuntimeError as e: print(e, repr(e.__cause__))
it = f()
next(it)
try: it.throw(GeneratorExit)
except GeneratorExit as e: print("exit", repr(e))
