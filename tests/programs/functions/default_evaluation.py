calls = []
def note(x):
    calls.append(x)
    return x
@note
def f(a=note("a"), *, b=note("b")) -> note("ret"):
    pass
print(calls[:-1])
def acc(x, store=[]):
    store.append(x)
    return store
print(acc(1), acc(2), acc(3, []), acc(4))
def late(n=lambda: i): return n()
i = 10
print(late())
fs = [lambda x=i: x for i in range(3)]
print([f() for f in fs])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
class K:
    d = 5
    def m(self, x=d): return x
print(K().m())
def g(a, b=1, /, c=2, *, d=3): return a, b, c, d
print(g(0), g(0, 5, c=6), g(0, d=9))
for f in (lambda: g(), lambda: g(a=1), lambda: g(0, b=1), lambda: g(0, 1, 2, 3), lambda: g(0, e=1), lambda: g(0, 1, 2, c=2), lambda: g(*(), **{}), lambda: g(1, **{"c": 5, "d": 6}), lambda: g(1, **{"a": 5}), lambda: g(**{1: 2}), lambda: g(1, *2), lambda: g(1, **3), lambda: g(1, c=1, **{"c": 2})):
    try: print(f())
    except TypeError as e: print(e)
