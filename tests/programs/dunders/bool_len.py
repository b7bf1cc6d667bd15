class A:
    def __bool__(self): return False
class B:
    def __len__(self): return 0
class C:
    def __bool__(self): return 1
class D:
    def __len__(self): return -1
class E:
    def __len__(self): return "a"
class F:
    def __len__(self): return True
class G:
    def __bool__(self): return True
    def __len__(self): return 0
print(bool(A()), bool(B()), not A(), A() or 5, bool(G()), len(F()))
for f in (lambda: bool(C()), lambda: bool(D()), lambda: bool(E()), lambda: len(D()), lambda: len(E()), lambda: len(A()), lambda: 1 if C() else 2, lambda: not C()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class H:
    def __len__(self): return 2**70
try: len(H())
except OverflowError as e: print(e)
