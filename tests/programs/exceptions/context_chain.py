def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__context__
    return out
try:
    try:
        try: raise KeyError(1)
        except KeyError: raise ValueError(2)
    except ValueError: raise TypeError(3) from None
except TypeError as e: print(chain(e), e.__cause__, e.__suppress_context__)
try:
    try: raise KeyError(1)
    finally:
        try: raise ValueError(2)
        except ValueError as v: print(chain(v))
except KeyError as k: print(chain(k))
def gen():
    try: yield 1
    except KeyError: raise ValueError("in gen")
g = gen()
next(g)
try: g.throw(KeyError("thrown"))
except ValueError as e: print(chain(e))
class M:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError("exit")
try:
    with M(): raise KeyError("body")
except OSError as e: print(chain(e))
a, b = ValueError("a"), ValueError("b")
try:
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
except ValueError as e: print(chain(e))
import sys
def current(): return sys.exc_info()[1]
try: raise KeyError("k")
except KeyError:
    print(repr(current()))
    try: raise ValueError("v")
    except ValueError: print(repr(current()))
    print(repr(current()))
print(current())
def g2():
    try: raise KeyError("inside")
    except KeyError:
        yield repr(current())
        yield repr(current())
it = g2()
print(next(it), current())
try: raise ValueError("outside")
except ValueError: print(next(it), repr(current()))
