def inner():
    try:
        a = yield "i1"
        print("inner got", a)
        b = yield "i2"
        print("inner got", b)
    except KeyError as e:
        print("inner caught", e)
        yield "recovered"
    finally: print("inner finally")
    return "inner result"
def outer():
    r = yield from inner()
    print("outer has", r)
    r2 = yield from [10, 20]
    print("list gives", r2)
    r3 = yield from "ab"
    return "done"
it = outer()
print(next(it), it.send("A"), it.send("B"), next(it), next(it), next(it))
try: next(it)
except StopIteration as e: print(e.value)
it = outer()
next(it)
print(it.throw(KeyError("k")), next(it))
it.close()
it = outer()
next(it)
print(it.gi_yieldfrom.__name__)
it.close()
class Custom:
    def __iter__(self): return self
    def __next__(self): return 1
    def send(self, v): return ("sent", v)
    def throw(self, *a): return ("thrown", a[0].__name__ if isinstance(a[0], type) else repr(a[0]))
    def close(self): print("closed")
def d(): return (yield from Custom())
it = d()
print(next(it), it.send(5), it.throw(ValueError()))
it.close()
class NoSend:
    def __iter__(self): return iter([1, 2])
def e(): yield from NoSend()
it = e()
next(it)
try: it.send(5)
except AttributeError as x: print(x)
def bad(): yield from 5
try: next(bad())
except TypeError as x: print(x)
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)))
def deep(n):
    if n == 0: yield "bottom"
    else: yield from deep(n - 1)
print(list(deep(200)))
