total = 0
for i in range(20):
    if i % 3 == 0 or i % 5 == 0:
        total += i
    elif i == 7:
        continue
    elif i > 17:
        break
else:
    print("no")
print(total, i)
# ----
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
a, b = 0, 1
while a < 100:
    a, b = b, a + b
else:
    print("end", a, b)
[a, b] = [b, a]
(a, b), c = (b, a), 3
a, b = a, b = b, a
x = y = z = [1]
print(a, b, c, x is y is z, x is not y)
# ----
def f(a, b=2, /, c=3, *d, e, f=6, **g):
    return a, b, c, d, e, f, g
print(f(1, e=5), f(1, 2, 3, 4, 5, e=5, x=1), f(*[1, 2], **{"e": 1}), f(*(1,), 9, *[8, 7], e=0, **{"q": 1}))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
try:
    f()
except TypeError:
    print("type")
# ----
x = 5
x = x or 3; print(x)
x = 0 or x and [x]; print(x)
x = not x or x; print(x)
x = 1 if x else 2; print(x)
y = 1 < x < 3; print(y)
y = 1 < x <= 2 != 3; print(y)
print(3 > 2 > 1, 1 < 3 > 5, 0 < 0 < 1 / 1, None is not None, 2 in [1, 2], 3 not in (1, 2), 3 in {3})
print([i for i in range(5) if 0 < i < 4 if i != 2])
def g(v):
    print("g", v)
    return v
print(g(1) < g(2) < g(0) < g(5))
if g(1) < g(2) < g(0) < g(5) or not (g(3) == 3 and g(4) != 4): print("yes")
if not (g(0) or g(1)): print("no")
while not (g(1) and g(2)): break
print(g(0) or g(""), g(1) and g(()), (g(0) or g(5)) and g(7))
# ----
d = {"a": 1, **{"b": 2}, "c": 3}
l = [1, *[2, 3], 4, *"ab"]
t = (*l, 1)
s = {1, *l, 2}
print(d, l, t, sorted(map(str, s)), {**d}, [], (), {}, [*()], l[1:3], l[::-1], l[:2], l[2:], l[1:5:2])
l[1:3] = [9]; del l[0]; l[0] += 5; d["z"] = d.get("a"); del d["a"]
l[0], d["q"] = d["b"], l[0]
print(l, d)
a, *b, c = l
*a, b = "xyz"
(a, *b), c = [1, 2, 3], 4
print(a, b, c)
for i, (j, *k) in enumerate([(1, 2, 3), "abc"]): print(i, j, k)
# ----
n = 7
print(f"{n}", f"a{n:>5}b{n!r:>4}{n!s}{'q'!a}", f"{n:{n}}", f"{n=}", f"{{{n}}}", f"", f"{n:.2f}" "tail", f'{n!r}')
print(-n, +n, ~n, not n, n // 2, n % 4, n ** 2, n << 1, n >> 1, n & 3, n | 8, n ^ 1, n / 2, 2 - n, -5 // 2, 10 % -3)
n -= 2; n *= 3; n //= 2; n **= 2; n %= 10; n |= 16; n &= 24; n ^= 1; n <<= 2; n >>= 1; n /= 3
print(n)
print("a" "b" * 3, 2 ** 10, -2 ** 2, (1, 2) + (3,), "abc"[1], 1 if [] else 2, 5 % 3, 7 // -2, 1 << 70, 10 ** 30)
# ----
def f():
    global q
    q = 5
    def g():
        nonlocal_ = 1
        return q
    return g() + q
print(f(), q)
def outer():
    x = 1
    def inc(by=1):
        nonlocal x
        x += by
        return x
    def get(): return x
    inc(); inc(5)
    return get(), x, [inc() for _ in range(3)], (lambda: x)()
print(outer())
fs = []
def mk():
    r = []
    for i in range(3):
        r.append(lambda: i)
    return [f() for f in r], [f() for f in [lambda: j for j in range(3)]], [h() for h in [lambda k=k: k for k in range(3)]]
print(mk())
print([f() for f in [lambda: j for j in range(3)]])
# ----
print([(x, y) for x in range(3) for y in range(x) if x + y], {x: y for x, y in zip("ab", [1, 2])}, {x % 2 for x in range(5)})
x = "outer"
print([x for x in range(3)], x, [[x for x in range(y)] for y in range(3)], x)
print(list(x * 2 for x in range(3)), sum(i for i in range(5) if i), [*(c for c in "abc")])
def f(n):
    print([n for n in range(n)], n)
    print([[m + n for m in range(n)] for n in range(n)], n)
    return list(n + m for m in range(2))
print(f(3))
print([y := 5, y ** 2], y, [last := i for i in range(3)], last)
def w(data):
    if (n := len(data)) > 2: print(n)
    while (k := data.pop()) != 1: print(k)
    return [z := n, z + (z := 3), z], any((hit := v) > 3 for v in [1, 5, 2]), hit
print(w([0, 1, 2, 3]))
x = 3
print(x + (x := 5) + x, (x, x := 7, x), [x, (x := 1), x])
# ----
print(undefined_thing)
# ----
def f():
    print(x)
    x = 1
f()
# ----
def f(c):
    if c: x = 1
    return x
print(f(1)); f(0)
# ----
x = 1
del x
print(x)
# ----
def f():
    x = 1
    del x
    try: print(x)
    except UnboundLocalError as e: print(e)
    for x in []: pass
    else: x = 2
    return x
f()
# ----
if 0: later = 1
print(later)
# ----
def f():
    def g(): return v
    try: g()
    except NameError as e: print(e)
    v = 1
    print(g())
    del v
    g()
f()
# ----
a = b = 0
a, b = 1, a
i = 0
i, l = 1, [5, 6]
l[i], i = 9, 0
print(a, b, i, l)
def f():
    x, y, z = 1, 2, 3
    x, y, z = z, x, y
    x, (y, z) = y, (x, z)
    return x, y, z
print(f())
x: int = 5
y: str
print(x, __annotations__)
def f(a: int, *b: str, c: "q" = 1, **d: list) -> None: z: int = 1; return z
print(f.__annotations__, f(1))
a, b = 1
# ----
print(*[1, 2], sep="-")
print(*range(3), *"ab", 9, sep=",", **{"end": "!\n"})
class O:
    def m(self, *a, **k): return a, k
    v = 1
o = O()
o.v += 5
o.w = o.v, o.m(o.v, print("arg"), k=2)
print(o.w, O.v, o.m(*[1], **{}), o.m(1, 2), o.m())
del o.w
o.missing(print("must not be printed"))
