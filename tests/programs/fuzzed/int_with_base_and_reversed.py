class C:
    def __getitem__(self, k): return (1,k)[k]
class D:
    def __len__(self): return 2
class E:
    def __iter__(self): return iter([1])
for x in (C(), D(), E(), 1, {1}, object()):
    for f in (reversed, lambda o: int('1', o), lambda o: int(1, o), lambda o: int(o, 10), lambda o: int(b'12', o), lambda o: int(b'1', base=o)):
        try: print(f(x))
        except Exception as e: print(type(e).__name__, e)
for a in [lambda: int(1, (2,)), lambda: int(1, 2), lambda: int('1', (2,)), lambda: int(None, 'a'), lambda: int(True, None), lambda: int('z', 37), lambda: int('z', 2**70), lambda: int('5', True)]:
    try: print(a())
    except Exception as e: print(type(e).__name__, e)
class Mixin:
    def __iter__(self): return iter([2])
class R(dict):
    def __iter__(self): return iter((9, 2))
print(bytes(R({1:2})), list(R({1:2})))
