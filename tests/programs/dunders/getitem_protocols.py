class A:
    def __getitem__(self, k):
        print("get", k)
        return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
a = A()
a[1]
a[1:2]
a[1:2:3, ..., None]
a["x"] = 5
a[()] = 6
a[1, 2] += 3
del a[3], a[4:]
a[:]
a[*(1, 2)]
x, a[7] = 1, 2
for a[0] in range(2): pass
class B:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(B()), 20 in B(), 25 in B(), tuple(B()), [*B()], max(B()), sum(B()), sorted(B(), reverse=True), dict(enumerate(B())))
it = iter(B())
print(next(it), type(it).__name__, list(it), next(it, "done"))
try: reversed(B())
except TypeError as e: print(e)
class C(B):
    def __len__(self): return 3
print(list(reversed(C())))
