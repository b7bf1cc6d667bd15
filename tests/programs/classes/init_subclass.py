class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)
class A(Base, tag="a"): pass
class B(A): pass
print(Base.registry, A.tag, B.tag)
try:
    class C(Base, other=1): pass
except TypeError as e: print(e)
try:
    class D(other=1): pass
except TypeError as e: print(e)
class E:
    def __init_subclass__(cls): raise ValueError("no subclasses")
try:
    class F(E): pass
except ValueError as e: print(e)
T = type("T", (Base,), {}, tag="dynamic")
print(T.tag)
