def t(f):
    try: print("->", f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
def inner():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "caught"
    finally:
        print("inner fin")
    return "ret"
def outer():
    r = yield from inner()
    print("r", r)
    yield r
g = outer(); print(next(g), g.send("a"), g.send("b")); t(lambda: next(g))
g = outer(); print(next(g), g.throw(ValueError("boo"))); print(next(g)); t(lambda: next(g))
g = outer(); next(g); g.close(); t(lambda: next(g))
g = outer(); next(g); t(lambda: g.throw(KeyError("k")))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration("done")
        return s.n
    def send(s, v): return "sent " + str(v)
    def throw(s, e): return "thrown " + repr(e)
    def close(s): print("closed")
def d():
    r = yield from It()
    print("result", r)
    yield "end"
g = d(); print(next(g), g.send("q"), g.throw(ValueError("v")), next(g), next(g), next(g))
g = d(); next(g); g.close()
def e(): yield from [1, 2]
g = e(); next(g); t(lambda: g.send(5)); g = e(); next(g); t(lambda: g.throw(KeyError("z")))
t(lambda: list((lambda: (yield from 5))()))
def gg(): raise StopIteration("x"); yield
t(lambda: next(gg()))
def h(): yield 1
g = h(); print(g.__name__, g.__qualname__, type(g).__name__, g.gi_running, g.gi_suspended, iter(g) is g); t(lambda: g.send(1)); list(g); t(lambda: next(g))
def rec():
    yield next(me)
me = rec(); t(lambda: next(me))
def ign():
    try: yield 1
    except GeneratorExit: yield 2
g = ign(); next(g); t(g.close)
# exceptions
def ex():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError("v") from e
    except ValueError as e2:
        raise KeyError("k")
t(ex)
def ex2():
    try: raise ValueError
    finally: raise KeyError
t(ex2)
def ex3():
    try: raise ValueError("a")
    except ValueError: raise TypeError("b") from None
t(ex3)
class E1(Exception):
    def __init__(self, a, b=2): self.a = a
t(lambda: (_ for _ in ()).throw(E1(5)))
def r1(): raise E1
t(r1)
def r2(): raise E1(1)
t(r2)
try: raise E1(7, b=3)
except E1 as e: print(e.args, e.a, str(e), repr(e))
class Meta(type): pass
class NE(Exception, metaclass=Meta):
    def __new__(cls, *a): o = super().__new__(cls, *a); o.tag = "t"; return o
try: raise NE(1, 2)
except Exception as e: print(e.args, e.tag, type(e).__mro__[1].__name__)
def eg():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("n", [KeyError(3), ValueError(4)])])
    except* ValueError as e: print("VE", e, e.exceptions)
    except* TypeError as e: print("TE", e.exceptions)
t(eg)
def eg2():
    try: raise ValueError("naked")
    except* ValueError as e: print(type(e), e.exceptions)
t(eg2)
def eg3():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e: raise KeyError("new")
t(eg3)
def eg4():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e: raise
t(eg4)
def eg5():
    try: raise ValueError
    except* ExceptionGroup: pass
t(eg5)
e = ValueError("n"); e.add_note("note1"); print(e.__notes__, e.__dict__); e.x = 3; print(vars(e)); t(lambda: setattr(e, "args", 5)); e.args = [1, 2]; print(e.args, e); t(lambda: setattr(e, "__cause__", 5)); t(lambda: setattr(e, "__traceback__", 5)); t(lambda: delattr(e, "args")); print(e.with_traceback(None) is e)
t(lambda: BaseException.__new__(int)); print(issubclass(KeyError, LookupError), KeyError("a"), str(KeyError("a")), repr(KeyError("a", 1)), OSError(2, "x"), type(OSError(2, "x")).__name__, StopIteration(5).value, SystemExit(3).code)
try: raise AttributeError("q", name="nm", obj=5)
except AttributeError as e: print(e.name, e.obj, e.args)
try: undefined_name
except NameError as e: print(e.name, e)
try: [].zork
except AttributeError as e: print(e.name, e.obj, e)
import asyncio
class AW:
    def __await__(self): yield from []; return 5
class AI:
    def __init__(s): s.n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 3: raise StopAsyncIteration
        return s.n
class AC:
    async def __aenter__(s): print("aenter"); return s
    async def __aexit__(s, *a): print("aexit", a[0]); return True
async def main():
    print(await AW(), [x async for x in AI()])
    async with AC() as c: raise ValueError("in")
    async for x in AI(): print(x)
    for bad in (5, object()):
        try: await bad
        except TypeError as e: print(e)
        try:
            async for _ in bad: pass
        except TypeError as e: print(e)
        try:
            async with bad: pass
        except TypeError as e: print(e)
    async def agen():
        yield 1
        yield 2
    print([i async for i in agen()])
asyncio.run(main())
