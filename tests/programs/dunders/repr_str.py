class A:
    def __repr__(self): return "A!"
class B(A):
    def __str__(self): return "B?"
class C:
    def __str__(self): return 3
class D:
    def __repr__(self): return None
a, b = A(), B()
print(a, b, [a, b], {a: b}.values(), f"{a} {b} {b!r} {b!s:>5}", "%s %r" % (b, b), str(b), repr(b), (b,), {"k": b})
for f in (lambda: str(C()), lambda: repr(D()), lambda: str(D()), lambda: f"{C()}", lambda: "%s" % C(), lambda: print(D()), lambda: [D()].__repr__()):
    try: print(f())
    except TypeError as e: print(e)
