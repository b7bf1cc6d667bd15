class A:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
A(1, 2)
class B(A):
    def __new__(cls, x):
        return 5 if x else super().__new__(cls, x)
print(B(1))
print(type(B(0)).__name__)
class C(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __init__(self, v): self.v = v
c = C(4)
print(c, c.v, c + 1, type(c + 1), repr(c))
