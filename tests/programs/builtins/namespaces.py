x = 1
def f(a, b=2):
    c = 3
    print(locals(), vars() == locals(), "x" in globals(), "a" in dir(), dir())
    globals()["made"] = 5
    return made
print(f(1))
print(sorted(k for k in globals() if not k.startswith("__")), "f" in vars())
class C:
    y = 1
    z = locals()["y"] + 1
    print(sorted(k for k in locals() if k[0] != "_"), sorted(k for k in dir() if k[0] != "_"))
print(C.z, "C" in globals())
def outer():
    v = 1
    def inner():
        v
        return locals()
    return inner()
print(outer())
print((lambda p: locals())(9))
globals()["x"] = 100
print(x)
del globals()["x"]
try: x
except NameError as e: print(e)
def g():
    l = locals()
    n = 5
    return "n" in l, "n" in locals()
print(g())
for bad in (lambda: vars(1), lambda: vars(1, 2), lambda: dir(1, 2), lambda: globals(1)):
    try: bad()
    except TypeError as e: print(e)
