def f(e, kinds):
    try: raise e
    except kinds as got: return "caught " + repr(got)
print(f(ValueError(1), ValueError), f(KeyError(2), (IndexError, LookupError)), f(OSError(3), (int and OSError,)))
for kinds in (5, "x", (ValueError, 5), [ValueError], None, (), int, ((KeyError,),)):
    try: print(f(KeyError("k"), kinds))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
try: raise ValueError
except ValueError as e: pass
try: e
except NameError as n: print(n)
def scope():
    try: raise ValueError
    except ValueError as e: e = 5
    try: return e
    except UnboundLocalError as u: return str(u)
print(scope())
def deleted():
    try: raise ValueError
    except ValueError as e: del e
    return "fine"
print(deleted())
def el(x):
    try:
        if x: raise KeyError
    except KeyError: return "except"
    else: return "else"
    finally: print("finally", x)
print(el(0), el(1))
def override():
    for i in range(3):
        try: return "try"
        finally: continue
    return "after"
print(override())
def override2():
    while True:
        try: 1 / 0
        finally: break
    return "broke"
print(override2())
def override3():
    try: raise ValueError
    finally: return "finally wins"
print(override3())
class Meta(type):
    def __instancecheck__(c, o): print("never called"); return True
class Weird(Exception, metaclass=Meta): pass
try:
    try: raise KeyError
    except Weird: print("wrong")
except KeyError: print("except uses real subclass checks")
