class A:
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(A()), [*A()], sum(A()), dict(zip(A(), "abc")), 2 in A(), 9 in A())
a, b, c = A()
print(a, b, c)
first, *rest = A()
print(first, rest)
class B:
    def __iter__(self): return 5
class C:
    def __iter__(self): return C()
class D:
    __iter__ = None
    def __getitem__(self, i): return i
class E:
    def __next__(self): return 1
for f in (lambda: iter(B()), lambda: iter(C()), lambda: iter(D()), lambda: iter(E()), lambda: next(B()), lambda: list(B()), lambda: 1 in D(), lambda: 1 in 5, lambda: [*5], lambda: {**5}, lambda: list(5), lambda: iter(5, 6), lambda: next([])):
    try: print(f())
    except TypeError as e: print(e)
print(next(E()))
class F:
    def __contains__(self, x): return x
print(5 in F(), 0 in F(), [] not in F(), "" in F())
class G:
    __contains__ = None
try: 1 in G()
except TypeError as e: print(e)
it = iter(lambda it=iter([1, 2, 3]): next(it), 3)
print(list(it))
