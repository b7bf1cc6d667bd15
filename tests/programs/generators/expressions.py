g = (x * x for x in range(5))
print(type(g).__name__, next(g), list(g), list(g), g.__name__, g.__qualname__)
print(sum(x for x in range(10) if x % 2), max((len(w), w) for w in "a bb ccc".split()), "".join(c.upper() for c in "abc"))
def noisy(n):
    print("evaluated", n)
    return range(n)
g = (a + b for a in noisy(2) for b in noisy(3))
print("lazily")
print(list(g))
try: (x for x in 5)
except TypeError as e: print(e)
n = 3
g = (x + n for x in range(n))
n = 10
print(list(g))
fs = [f for f in (lambda: i for i in range(3))]
print([f() for f in fs])
print(list(x for x in (y for y in (z for z in range(4)) if y) if x > 1))
print(dict((k, v) for k, v in zip("ab", range(2))), set(x % 3 for x in range(9)), tuple(i for i in "xy"), any(x > 3 for x in range(5)), all(x for x in [1, 0, 1 / 1]))
g = (i for i in range(3))
try: len(g)
except TypeError as e: print(e)
try: g[0]
except TypeError as e: print(e)
print(2 in g, list(g))
def f(*a): return a
print(f(*(x for x in "ab")), [*(x for x in "ab"), *(1,)])
gx = ((yield_, x) for x in "q" for yield_ in [1])
print(next(gx))
