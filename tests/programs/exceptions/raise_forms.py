def attempt(f):
    try: f()
    except BaseException as e: print(type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
def r(x, *c):
    if c: raise x from c[0]
    raise x
class E(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
class NotExc: pass
class Odd(Exception):
    def __new__(cls): return 5
for args in ((ValueError,), (ValueError("x"),), (ValueError, KeyError), (ValueError, KeyError("c")), (ValueError, None), (5,), ("s",), (NotExc,), (NotExc(),), (ValueError, 5), (E,), (E(1),), (Odd,), (None,), (ValueError, NotExc), (type,), (BaseException,), (GeneratorExit,), (KeyboardInterrupt,)):
    attempt(lambda: r(*args))
def bare(): raise
attempt(bare)
def nested():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: pass
        raise
attempt(nested)
def swapped():
    try: raise KeyError(1)
    except KeyError as e:
        raise e from e
attempt(swapped)
def ctx():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("during")
attempt(ctx)
def fin():
    try: raise KeyError("a")
    finally: raise ValueError("b")
attempt(fin)
e = ValueError("v")
e.__cause__ = KeyError("c")
print(e.__suppress_context__)
for attr, v in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 3), ("args", 5)):
    try: setattr(e, attr, v); print(attr, getattr(e, attr))
    except TypeError as t: print(t)
e.args = [1, 2]
print(e.args, str(e), e.with_traceback(None) is e, e.__traceback__)
