a, *b = 1, 2, 3
*c, d = "xyz"
e, *f, g = range(5)
(h, i), [j, *k] = (1, 2), [3, 4, 5]
print(a, b, c, d, e, f, g, h, i, j, k)
*l, = "ab"
[m, n] = {"x": 1, "y": 2}
(o,) = [5]
() = []
[] = ()
print(l, m, n, o)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "67")]: print(a, b, c)
print([x + y for x, y in zip("ab", "cd")], {k: v for k, *v in ["abc", "de"]})
a, b = b, a
a[0:0], b = [], 2 if False else 3
class O: pass
o = O()
o.x, d = {}, {}
o.x, d["k"], *(o.y) = 1, 2, 3, 4
print(o.x, d, o.y)
for f in (lambda: (lambda a, b: 0)(*[1]), lambda: exec("a, b = 1"), lambda: exec("a, b = [1]"), lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, *b, c = [1]"), lambda: exec("a, b = None"), lambda: exec("(a, b), c = 1, 2"), lambda: exec("[a] = {}"), lambda: exec("a, b = {1: 2}"), lambda: exec("a, b, c = 'ab'"), lambda: exec("*a, b = ()")):
    try: f()
    except (TypeError, ValueError) as e: print(e)
def gen():
    yield 1
    print("second")
    yield 2
    print("third")
    yield 3
    print("fourth")
try: x, y = gen()
except ValueError as e: print(e)
class It:
    def __iter__(self): raise KeyError("iter")
try: a, b = It()
except KeyError as e: print(e)
