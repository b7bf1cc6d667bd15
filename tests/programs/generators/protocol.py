def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    finally: print("cleanup")
    return "result"
it = g()
print(next(it), it.send("a"))
try: it.send("b")
except StopIteration as e: print(e.value)
try: next(it)
except StopIteration as e: print(e.value)
it = g()
try: it.send(5)
except TypeError as e: print(e)
it.close()
it = g()
next(it)
it.close()
it.close()
print(next(it, "exhausted"))
def stubborn():
    for _ in range(2):
        try: yield 1
        except GeneratorExit: print("ignored")
s = stubborn()
next(s)
try: s.close()
except RuntimeError as e: print(e)
print(list(s))
def reraise():
    try: yield
    except GeneratorExit: raise ValueError("from close")
r = reraise()
next(r)
try: r.close()
except ValueError as e: print(e)
def swallow():
    try: yield
    except GeneratorExit: return 5
w = swallow()
next(w)
print(w.close())
def stop(): 
    raise StopIteration(3)
    yield
try: next(stop())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
print(type(me).__name__, me.__name__, me.__qualname__, me.gi_running, me.gi_frame is None, me.gi_yieldfrom, me.gi_code.co_name)
print(iter(it) is it, hasattr(it, "__len__"), hasattr(it, "__next__"))
