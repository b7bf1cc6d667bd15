class A:
    __secret = 1
    def __init__(self): self.__x = 2
    def get(self): return self.__x, self.__secret, self._A__x
    def __method(self): return "m"
    def call(self): return self.__method()
    def local(self):
        __v = 3
        def inner(__p=4): return __v + __p
        return inner(), sorted(locals())[0]
    __dunder__ = 5
    def kw(self, *, __k=1): return __k
    class __Inner: pass
    def imported(self):
        import math as __m
        return __m.floor(1.5)
    def globaled(self):
        global __g
        __g = 9
a = A()
print(a.get(), a.call(), a.local()[0], a.__dict__, sorted(n for n in dir(A) if "A__" in n), A.__dunder__)
a.globaled()
print(_A__g, a.imported(), a.kw(_A__k=5))
try: a.__x
except AttributeError as e: print(e)
class _B:
    def __init__(self): self.__y = 1
print(_B().__dict__)
class ___:
    def __init__(self): self.__y = 1
print(___().__dict__)
class C(A):
    def get2(self): return self.__x
try: C().get2()
except AttributeError as e: print(e)
def f(self): return self.__x
try: f(a)
except AttributeError as e: print(e)
