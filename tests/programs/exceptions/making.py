class A(Exception):
    def __init__(self, a, *, b=2):
        super().__init__(a)
        self.a, self.b = a, b
class B(A): pass
class C(Exception):
    def __init__(self, x): self.x = x
for f in (lambda: A(1), lambda: A(1, b=3), lambda: B(4), lambda: C(5), lambda: ValueError(), lambda: ValueError(1, 2),
          lambda: ValueError("x", a=1), lambda: KeyError("k"), lambda: A(), lambda: C(1, 2), lambda: C(x=7),
          lambda: StopIteration(), lambda: StopIteration(3), lambda: StopIteration(3, 4), lambda: SystemExit(3), lambda: ImportError("a", name="n"),
          lambda: OSError(2, "no"), lambda: UnicodeDecodeError("utf-8", b"a", 0, 1, "bad"), lambda: ExceptionGroup("g", [ValueError(1)])):
    try:
        e = f()
        print(type(e).__name__, e.args, repr(e), str(e), getattr(e, "value", "-"), vars(e), e.__class__.__mro__[1].__name__)
    except Exception as error:
        print(type(error).__name__, error)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), [x for x in It()])
class S(StopIteration): pass
print(S(4).value, S().value, S(4).args)
try: raise ValueError
except ValueError as e: print(repr(e), e.args)
try: raise A
except TypeError as e: print(e)
def g():
    try: {}["k"]
    except KeyError as e:
        print(repr(e.__context__), e.args, e)
        try: {}[1, 2]
        except KeyError as f: print(repr(f.__context__), f.args)
    raise KeyError
try: g()
except KeyError as e: print(repr(e), repr(e.__context__))
class D(dict):
    def __missing__(self, k): raise KeyError(k, k)
try: D()[1]
except KeyError as e: print(e.args)
def h(d):
    return d["missing"]
h({})
