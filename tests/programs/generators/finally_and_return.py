def f():
    try: yield 1
    finally: print("f finally")
for x in f(): print(x)
print(list(f()))
def g():
    for i in range(3):
        try:
            if i == 1: return "early"
            yield i
        finally: print("finally", i)
it = g()
print([*it])
def h():
    with open_it() as r: yield r
class open_it:
    def __enter__(self): print("open"); return "res"
    def __exit__(self, *a): print("close", a[0]); return False
it = h()
print(next(it))
it.close()
it = h()
next(it)
try: it.throw(ValueError("v"))
except ValueError: print("propagated")
def k():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit seen")
        raise
    else: print("else")
list(k())
it = k()
next(it)
it.close()
def m():
    yield
    try: return "value"
    finally: yield "in finally"
it = m()
print(next(it), next(it))
try: next(it)
except StopIteration as e: print(e.value)
