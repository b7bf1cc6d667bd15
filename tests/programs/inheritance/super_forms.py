class A:
    x = "Ax"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    x = "Bx"
    def f(self): return "B>" + super().f()
    @classmethod
    def c(cls): return "B>" + super().c()
    @property
    def p(self): return "B>" + super().p
    def two(self): return super(B, self).f(), super().x, super().s()
    def comp(self): return [super(B, self).f() for _ in range(1)]
    def nested(self):
        def g(): return super(B, self).f()
        return g()
    def lam(self): return (lambda: __class__.__name__)()
b = B()
print(b.f(), B.c(), b.p, b.two(), b.comp(), b.nested(), b.lam())
s = super(B, b)
print(s.f(), s.x, s.__thisclass__.__name__, s.__self__ is b, s.__self_class__.__name__)
for f in (lambda: super(), lambda: super(A, 5), lambda: super(5, b), lambda: super(B, b).nope, lambda: super(B).f, lambda: super(A, b).f):
    try: print(f())
    except (TypeError, RuntimeError, AttributeError) as e: print(type(e).__name__, e)



class D(A):
    def f(this, *args): return super().f()
print(D().f(1))
class E(A):
    def f(*args): return super().f()
try: E().f()
except RuntimeError as e: print(e)
class F(A):
    def __setattr__(self, k, v): super().__setattr__(k, v * 2)
    def __getattribute__(self, k):
        if k == "magic": return 1
        return super().__getattribute__(k)
f = F()
f.q = 4
print(f.q, f.magic)
super(B, b).x
try: super(B, b).x = 1
except AttributeError as e: print(e)
