a = b = c = 1
del a, (b, c)
for n in "abc":
    try: eval(n)
    except NameError as e: print(e)
l = list(range(10))
del l[0], l[-1], l[1:3], l[::2]
print(l)
d = {"a": 1, "b": {"c": 2}}
del d["a"], d["b"]["c"]
print(d)
class O: pass
o = O()
o.x = o.y = 1
del o.x, [o.y]
print(vars(o))
def f():
    x = 1
    del x
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 2
    def g(): return x
    del x
    try: g()
    except NameError as e: print(e)
f()
for code in ("del undefined_name", "del [][0]", "del {}['k']", "del (1).x", "del 'abc'[0]", "del (1, 2)[0]", "del o.nope", "del print.__name__", "del int.real", "del l['x']", "del l[100]", "del None.x"):
    try: exec(code)
    except Exception as e: print(type(e).__name__, e)
del ()
del []
x = [1, 2]
del x[:]
print(x)
global_thing = 5
def h():
    global global_thing
    del global_thing
h()
print("global_thing" in globals())
