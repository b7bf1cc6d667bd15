class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return A(self.v + o)
    def __repr__(self): return f"A({self.v})"
a = b = A(1)
a += 5
print(a, b, a is b)
class L(list):
    def __iadd__(self, o):
        self.append(("iadd", o))
        return self
x = y = L()
x += 1
x += "s"
print(x, x is y)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e)
print(t)
class N:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "added"
n = N()
n += 1
print(n)
class Z:
    def __isub__(self, o): return None
z = Z()
z -= 1
print(z)
