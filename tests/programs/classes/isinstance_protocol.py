class M(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class A(metaclass=M): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A), isinstance(A(), A))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, "a")), lambda: isinstance("x", (int, "a")), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: isinstance(1, [int]), lambda: isinstance(1)):
    try: print(f())
    except TypeError as e: print(e)
print(isinstance(1, int | str), isinstance(None, int | None), issubclass(bool, int | str), isinstance(1, (str, (float, (int,)))), isinstance(1, ()))
class P:
    @property
    def __class__(self): return int
print(isinstance(P(), int), isinstance(P(), P), type(P()).__name__, P().__class__)
print(int | str, type(int | str), (int | str) == (str | int), int | None, list[int] | None, (int | str).__args__)
try: int | 5
except TypeError as e: print(e)
