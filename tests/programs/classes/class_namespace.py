class A:
    x = 1
    y = [x for _ in range(2)]
    try: z = [x + i for i in range(2)]
    except NameError as e: err = str(e)
    def f(self): return x
    locals()["dyn"] = 5
    for i in range(3): pass
    del i
    if True: cond = "c"
    lam = lambda self: __class__
    print(sorted(k for k in locals() if not k.startswith("__")), __qualname__, __module__)
x = "global"
print(A.y, A.err, A().f(), A.dyn, hasattr(A, "i"), A.cond, A().lam() is A)
def outer():
    v = "enclosing"
    class B:
        print(v)
        v = "class"
        print(v)
        w = [v for _ in "a"]
        class C:
            u = v
    return B
B = outer()
print(B.w, B.C.u, B.C.__qualname__, B.__qualname__)
class D:
    global gg
    gg = 5
    def m(self): pass
print(gg, "gg" in D.__dict__, D.m.__qualname__)
class E:
    a = 1
    class E2:
        try: b = a
        except NameError as e: b = str(e)
print(E.E2.b)
