class A:
    def __call__(self, *a, **k): return a, k
a = A()
print(a(), a(1, x=2), A()(3), callable(a), callable(A), callable(5))
class B: pass
b = B()
b.__call__ = lambda: 1
try: b()
except TypeError as e: print(e)
print(callable(b))
B.__call__ = lambda self: "patched"
print(b())
del B.__call__
try: B()()
except TypeError as e: print(e)
class C:
    __call__ = A()
print(C()(9))
class D:
    @staticmethod
    def __call__(x): return x + 1
print(D()(4))
class E:
    @classmethod
    def __call__(cls, x): return cls.__name__, x
print(E()(4))
