class L(list):
    def __getitem__(self, i): return ("L", super().__getitem__(i)) if isinstance(i, int) else super().__getitem__(i)
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
class S(str):
    def upper(self): return "UP:" + super().upper()
    def __len__(self): return 99
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class F(float): pass
class Se(set): pass
class B(bytes): pass
l = L([1, 2])
print(l[0], l[:1], list(l), [*l], l, type(l + [3]).__name__, type(l * 2).__name__, type(l.copy()).__name__, sorted(l), l == [1, 2])
d = D(a=1)
d["b"] = 2
d.update(c=3)
print(d, type(d.copy()).__name__, D.fromkeys("x", 1), d | {"z": 1}, type(d | {}).__name__)
s = S("abc")
print(s.upper(), len(s), s + "d", type(s + "d").__name__, s[0], type(s[:]).__name__, f"{s:>5}", s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], "".join([s, s]), repr(s), str(s), type(str(s)).__name__)
t = T(1, 2)
print(t, t[0], type(t + (1,)).__name__, type(t[:]).__name__, t == (1, 2), isinstance(t, tuple))
f = F(1.5)
print(f, f + 1, type(f + 1).__name__, type(-f).__name__, repr(f), F("2.5"), F.fromhex("0x1p1"), type(F.fromhex("0x1p1")).__name__)
print(Se([1]) | {2}, type(Se([1]) | {2}).__name__, type(Se([1]).copy()).__name__, B(b"x") + b"y", type(B(b"x")[:]).__name__)
for cls in (bool, type(None), range, slice, type(lambda: 0), type(iter([])), memoryview, type(...)):
    try:
        type("X", (cls,), {})
        print("ok", cls.__name__)
    except TypeError as e: print(e)
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __str__(self): return "i"
print(I(5), [I(5)], f"{I(5)}", f"{I(5):d}", "%d %s" % (I(5), I(5)), I(3) + I(4), type(I(3) + I(4)), I(7) // 2, -I(2), I.from_bytes(b"\x05", "big"), type(I.from_bytes(b"\x05", "big")).__name__, I(True), abs(I(-3)))
