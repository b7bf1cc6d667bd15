def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(500))
def forever(): return forever()
try: forever()
except RecursionError as e: print(type(e).__name__, str(e)[:16])
class A:
    def __getattr__(self, n): return self.other
try: A().x
except RecursionError as e: print("RecursionError")
class B:
    def __repr__(self): return repr(self)
try: repr(B())
except RecursionError as e: print("RecursionError")
l = []
l.append(l)
print(l, [l], repr(l))
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
try: l == [l[:]]; m = []; m.append(m); print(l == m)
except RecursionError as e: print("RecursionError", str(e)[:16])
