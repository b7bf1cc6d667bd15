b = bytearray(b'hey')
for f in (lambda: b.__setitem__(2**64, {1}), lambda: b.__setitem__(5, {1}), lambda: b.__setitem__(0, {1}), lambda: b.__setitem__(0, 256), lambda: b.__setitem__('a', 256), lambda: b.__setitem__(5, 256), lambda: [1].__setitem__(2**64, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import functools
@functools.lru_cache
def f(a, b=1): return a
@functools.cache
def g(a): return a
for x in (lambda: f([1]), lambda: f([1], 2, 3), lambda: f(1, 2, 3), lambda: g({}), lambda: f(a=[1])):
    try: print(x())
    except Exception as e: print(type(e).__name__, e)
