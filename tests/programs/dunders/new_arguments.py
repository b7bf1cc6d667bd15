class A: pass
for f in (lambda: A(1), lambda: A(x=1), lambda: object(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str), lambda: A.__init__()):
    try: print(type(f()))
    except TypeError as e: print(e)
class B:
    def __init__(self, x): self.x = x
for f in (lambda: B(), lambda: B(1, 2), lambda: B(y=2), lambda: B(1, x=2)):
    try: print(f().x)
    except TypeError as e: print(e)
class C:
    def __new__(cls, x): return object.__new__(cls)
try: C()
except TypeError as e: print(e)
print(type(C(1)))
