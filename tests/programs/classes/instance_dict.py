class A:
    c = "class"
a = A()
a.x = 1
d = a.__dict__
d["y"] = 2
print(a.y, vars(a) is d, sorted(d))
a.__dict__ = {"z": 3}
print(a.z, hasattr(a, "x"), d)
try: a.__dict__ = 5
except TypeError as e: print(e)
d2 = a.__dict__
d2[1] = "int key"
print(d2, a.__dict__)
del a.z
print(d2)
d2.clear()
a.c = "inst"
print(a.c)
del a.c
print(a.c)
try: del a.c
except AttributeError as e: print(e)
print(A.__dict__["c"], type(A.__dict__).__name__)
try: A.__dict__["c"] = 1
except TypeError as e: print(e)
try: A.__dict__ = {}
except AttributeError as e: print(e)
try: vars(5)
except TypeError as e: print(e)
setattr(a, "weird name", 1)
print(getattr(a, "weird name"), a.__dict__)
try: setattr(a, 5, 1)
except TypeError as e: print(e)
try: getattr(a, 5)
except TypeError as e: print(e)
