class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class C(A): pass
c = C()
print(c.who())
C.__bases__ = (B,)
print(c.who(), [k.__name__ for k in C.__mro__])
try: C.__bases__ = ()
except TypeError as e: print(e)
try: C.__bases__ = B
except TypeError as e: print(e)
class S:
    __slots__ = ("x",)
class D: pass
d = D()
d.__class__ = C
print(d.who(), type(d).__name__)
try: d.__class__ = S
except TypeError as e: print(e)
try: d.__class__ = 5
except TypeError as e: print(e)
try: (5).__class__ = C
except TypeError as e: print(e)
