def f(n):
    try:
        if n == 0: return "ret"
        if n == 1: raise ValueError("v")
        if n == 2: {}["k"]
        if n == 3: 1 / 0
        print("body")
    except ValueError as e:
        print("value", e)
        return "handled"
    except (KeyError, IndexError) as e:
        print("key", repr(e))
    except:
        print("bare")
        raise
    else:
        print("else")
    finally:
        print("finally", n)
    try: e
    except UnboundLocalError: print("e gone")
    return "end"
for i in range(6):
    try: print(f(i))
    except Exception as x: print("out", repr(x))
# ----
def g():
    for i in range(5):
        try:
            try:
                if i == 1: continue
                if i == 3: break
                print("i", i)
            finally:
                print("f", i)
        except KeyError: pass
        finally:
            print("ff", i)
    else: print("else")
    return i
print(g())
def h():
    while True:
        try: return 1
        finally: break
    return 2
print(h())
def k():
    try: return [1]
    finally: print("k")
def l():
    x = 1
    try: return x
    finally: x = 2
def m():
    try: 1 / 0
    finally: return 5
def n():
    for _ in [1, 2]:
        try: 1 / 0
        except ZeroDivisionError: continue
        finally: print("n")
print(k(), l(), m(), n())
# ----
import sys
def a():
    try:
        raise ValueError(1)
    except ValueError as e:
        try:
            raise KeyError(2) from e
        except KeyError as f:
            print(repr(f.__cause__), f.__suppress_context__)
        try: raise TypeError from None
        except TypeError as q: print(q.__suppress_context__)
        try: raise
        except ValueError as g: print("again", g)
    try: raise
    except RuntimeError as e: print(e)
a()
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError("x")
    finally: print("fin")
except KeyError as e: print(repr(e))
try: assert 1 == 2, "message"
except AssertionError as e: print(e)
try: assert []
except AssertionError as e: print(repr(e))
assert 1
try: raise ValueError
except ValueError as e: print(repr(e))
try:
    try: raise ValueError
    except 5: pass
except TypeError as e: print(e)
# ----
class C:
    def __init__(self, n, stop=False): self.n, self.stop = n, stop
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v); return self.stop
def f(how):
    for i in range(2):
        with C(1) as x, C(2, how == "stop") as (y):
            print(x, y)
            if how == "return": return "r"
            if how == "break": break
            if how == "continue": continue
            if how in ("raise", "stop"): raise KeyError(i)
        print("after")
    return i
for how in ("", "return", "break", "continue", "stop"): print(f(how))
try: f("raise")
except KeyError as e: print(repr(e))
with C(5): pass
with C(6, True): 1 / 0
with (C(7) as a, C(8)): print(a)
with 5: pass
# ----
def t(exc):
    try:
        raise exc
    except* ValueError as e:
        print("V", e.exceptions)
    except* (KeyError, TypeError) as e:
        print("K", e.exceptions)
        if len(e.exceptions) > 1: raise OSError("new")
    else: print("else")
    finally: print("fin")
    return "done"
print(t(ValueError(1)))
print(t(ExceptionGroup("g", [ValueError(1), KeyError(2)])))
for x in (ExceptionGroup("g", [TypeError(1), KeyError(2)]), ExceptionGroup("g", [ValueError(1), ZeroDivisionError()]), MemoryError()):
    try: t(x)
    except BaseException as e: print(type(e).__name__, getattr(e, "exceptions", None) and len(e.exceptions))
# ----
def deep(n):
    try:
        if n: return deep(n - 1)
        raise ValueError
    finally:
        print(n)
try: deep(3)
except ValueError: print("ok")
try:
    try: raise ValueError("a")
    except KeyError: pass
except ValueError as e: print(e)
e = 5
try: raise KeyError
except KeyError as e: pass
try: print(e)
except NameError as q: print(q)
def cell():
    try: raise KeyError(1)
    except KeyError as e:
        f = lambda: e
        print(repr(f()))
    try: f()
    except NameError as n: print(n)
cell()
