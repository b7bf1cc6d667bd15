class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
try:
    class C(A, B): pass
except TypeError as e: print(e)
class M3(M1, M2): pass
class D(A, B, metaclass=M3): pass
print(type(D).__name__)
class E(A, metaclass=type): pass
print(type(E).__name__)
def fn(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class F(metaclass=fn):
    a = 1
print(F)
try:
    class G(5): pass
except TypeError as e: print(e)
try:
    class H(A, A): pass
except TypeError as e: print(e)
try:
    class I(object, A): pass
except TypeError as e: print(e)
