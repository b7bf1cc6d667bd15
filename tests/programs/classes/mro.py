class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
print([c.__name__ for c in F.__mro__], F.__bases__, F.__base__.__name__, F.mro() == list(F.__mro__))
try:
    class X(A, B): pass
    class Y(B, A): pass
    class Z(X, Y): pass
except TypeError as e: print(e)
print(issubclass(F, (int, C)), issubclass(A, B), O.__subclasses__(), isinstance(F(), O))
class Custom(type):
    def mro(cls):
        return [cls, A, object]
class G(metaclass=Custom): pass
print([c.__name__ for c in G.__mro__])
