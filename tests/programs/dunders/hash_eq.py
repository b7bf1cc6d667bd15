class A:
    def __eq__(self, other): return True
try: hash(A())
except TypeError as e: print(e)
try: {A()}
except TypeError as e: print(e)
try: {A(): 1}
except TypeError as e: print(e)
print(A.__hash__)
class B:
    def __hash__(self): return 2**64 + 5
print(hash(B()))
class C:
    def __hash__(self): return "x"
try: hash(C())
except TypeError as e: print(e)
class D:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o):
        print("eq", self.v, getattr(o, "v", o))
        return isinstance(o, D) and self.v == o.v
d = {D(1): "one"}
print(d[D(1)], D(2) in d, D(1) in d, d.get(D(1)))
s = {D(1), D(1), D(2)}
print(len(s))
class E(D): pass
print(E.__hash__ is D.__hash__)
class F(D):
    __hash__ = None
try: hash(F(1))
except TypeError as e: print(e)
print(hash(-1), hash(True), hash(1.0), hash(2**61 - 1), hash(0.5), hash((1, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(None) == hash(None))
