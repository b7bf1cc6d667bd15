class A:
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    def m(self): return "m"
class B(A): pass
print(A.c(1), B.c(2), A().c(3), A.s(1), A().s(2), B().c())
print(A.c.__self__ is A, B().c.__self__ is B, A.c.__func__, A.__dict__["c"].__func__ is A.c.__func__) if False else print(A.c.__self__ is A, B().c.__self__ is B, A.__dict__["c"].__func__ is A.c.__func__)
print(type(A.__dict__["c"]).__name__, type(A.__dict__["s"]).__name__, A.s.__name__, A.c.__qualname__)
print(staticmethod(len)("abc"), A.__dict__["s"](5), A.__dict__["s"].__wrapped__ is A.s)
try: A.__dict__["c"](1)
except TypeError as e: print(e)
print(A.m(B()), A().m.__func__ is A.m, A().m == A().m, A().m.__name__)
a = A()
print(a.m == a.m, a.m is a.m, a.m.__self__ is a, hash(a.m) == hash(a.m), {a.m: 1}[a.m])
class C:
    @classmethod
    @property
    def cp(cls): return "cp " + cls.__name__
print(C.cp)
m = a.m
try: m.x = 1
except AttributeError as e: print(e)
try: m.__func__.x = 1
except AttributeError as e: print(e)
print(A.m.x)
