class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def __add__(self, o): return NotImplemented if isinstance(o, str) else ("add", self.v, o)
    def __radd__(self, o): return ("radd", self.v, o)
    def __iadd__(self, o): self.v += o; return self
    def __mul__(self, o): return ("mul", o)
    def __rmul__(self, o): return ("rmul", o)
    def __matmul__(self, o): return "matmul"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __lt__(self, o): return ("lt", o)
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, x): return x
    def __len__(self): return 3
    def __call__(self, *a, **k): return a, k
    def __index__(self): return 2
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return "rpow"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __float__(self): return 1.5
    def __int__(self): return 7
    def __complex__(self): return 1j
    def __format__(self, s): return "fmt:" + s
    def __bytes__(self): return b"by"
    def __hash__(self): return 5
    def __reversed__(self): return iter("rev")
n = N(1)
print(n + 1, 1 + n, [1] + n, "a" + n, n * 2, 2 * n, [1] * n, n * [1], n @ 1, -n, +n, ~n, n < 3, n > 3 if False else 3 > n)
n += 5; print(n)
print(n[1], n[1:2], n[1:2, ..., ::3]); n[1] = 2; del n[5]; print(3 in n, 0 in n, "" in n, len(n), n(1, *[2], k=3, **{"z": 4}), [10, 20, 30][n], divmod(n, 1), divmod(1, n), n ** 2, 2 ** n, pow(n, 2, 3), abs(n), round(n), round(n, 2), float(n), int(n), complex(n), f"{n:>5}", format(n, "x"), bytes(n), hash(n), list(reversed(n)), "abcdef"[n], "abcdef"[n:], bool(n))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class E: pass
e = E()
for f in (lambda: e + 1, lambda: 1 + e, lambda: e - e, lambda: e < e, lambda: e < 1, lambda: -e, lambda: e[0], lambda: e(), lambda: len(e), lambda: iter(e), lambda: next(e), lambda: 1 in e, lambda: e @ e, lambda: e ** 2, lambda: e // 1, lambda: divmod(e, 1), lambda: n + "s", lambda: "%d" % e, lambda: abs(e), lambda: int(e), lambda: float(e), lambda: [][e], lambda: range(e), lambda: e | 1, lambda: reversed(e), lambda: round(e), lambda: bytes(e)): t(f)
def ia():
    x = e
    x += 1
t(ia)
def ib():
    x = [1]
    x += 5
t(ib)
def ic():
    x = (1,)
    x -= 5
t(ic)
class Sub(N):
    def __radd__(self, o): return "subradd"
print(N(1) + Sub(2), Sub(1) + N(2), Sub(1) + Sub(2))
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, Cmp) and s.v == o.v
    def __gt__(s, o): return "gt"
    def __le__(s, o): return NotImplemented
print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(2), Cmp(1) != Cmp(1), Cmp(1) < Cmp(2), Cmp(1) == 5, 5 == Cmp(1), 5 != Cmp(1), [Cmp(1)] == [Cmp(1)], Cmp(3) in [Cmp(1), Cmp(3)], (Cmp(1), 2) == (Cmp(1), 2))
t(lambda: Cmp(1) <= Cmp(2)); t(lambda: Cmp(1) >= Cmp(2)); t(lambda: hash(Cmp(1)))
class NoEq:
    pass
a, b = NoEq(), NoEq()
print(a == a, a == b, a != b, a != a, hash(a) == hash(a), len({a, b, a}), a in [b, a], {a: 1}[a])
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n == 0: raise StopIteration
        s.n -= 1
        return s.n
print(list(It(3)), [x for x in It(2)], sum(It(4)), max(It(5)), tuple(It(2)), {*It(3)}, dict.fromkeys(It(2)), sorted(It(4)), 2 in It(5), 9 in It(5))
x, y, *z = It(5); print(x, y, z)
t(lambda: (lambda a, b: 0)(*It(3)))
class Seq:
    def __getitem__(s, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 5 in Seq(), [*Seq()], list(zip(Seq(), "abc")))
class BadIter:
    def __iter__(s): return 5
class NoneIter:
    __iter__ = None
class NoneContains:
    __contains__ = None
t(lambda: list(BadIter())); t(lambda: list(NoneIter())); t(lambda: 1 in NoneContains()); t(lambda: [*NoneIter()])
class MyInt(int):
    def __add__(s, o): return MyInt(int(s) + int(o))
    def __repr__(s): return f"MyInt({int(s)})"
m = MyInt(5); print(m, m + 1, 1 + m, m * 2, -m, m == 5, m < 6, hash(m) == hash(5), {5: "x"}[m], [0, 1, 2, 3, 4, 5][m], type(m * 2), isinstance(m, int), bool(MyInt(0)), str(m), f"{m}", f"{m:03d}", int(m), m.bit_length(), m.real)
class MyList(list):
    def __init__(s, *a): super().__init__(a); s.extra = 1
    def total(s): return sum(s)
l = MyList(3, 1, 2); l.append(4); print(l, l.total(), l.extra, len(l), l[0], l[1:], sorted(l), l + [1], l == [3, 1, 2, 4], isinstance(l, list), [*l], 4 in l, type(l[:]), l * 2); l.sort(); l[0] = 9; l += [7]; print(l, type(l))
class MyDict(dict):
    def __missing__(s, k): return "miss " + str(k)
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
d = MyDict(a=1); d["b"] = 2; print(d, d["a"], d["zz"], d.get("q"), len(d), "a" in d, list(d), {**d}, d == {"a": 1, "b": 4}); t(lambda: dict(a=1)["q"])
class MyStr(str):
    def shout(s): return s.upper() + "!"
s = MyStr("hey"); print(s, s.shout(), s + "x", len(s), s[0], {"hey": 1}[s], s == "hey", type(s.upper()), f"{s:>5}", "-".join([s, s]), s.x if hasattr(s, "x") else "nox"); s.x = 3; print(s.x, s.__dict__)
class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
tt = MyTuple(1, 2); print(tt, tt[0], len(tt), tt + (3,), tt == (1, 2), hash(tt) == hash((1, 2)), isinstance(tt, tuple)); a, b = tt; print(a, b)
class MySet(set): pass
ms = MySet([1, 2]); ms.add(3); print(ms, ms | {4}, 1 in ms, len(ms))
class MyExc(Exception):
    def __init__(self, code, *a): super().__init__(code, *a); self.code = code
    def __str__(self): return f"code {self.code}"
try: raise MyExc(5, "x")
except MyExc as err: print(err, err.args, err.code, repr(err), err.__dict__)
class MyFloat(float): pass
print(MyFloat(1.5) + 1, MyFloat(2) * MyFloat(3), repr(MyFloat(2.5)), MyFloat("3"))
