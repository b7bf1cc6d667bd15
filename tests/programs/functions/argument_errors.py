def a0(): pass
def a1(x): pass
def a2(x, y): pass
def a3(x, y, z): pass
def ad(x, y=1): pass
def ak(*, k): pass
def ak2(*, k, j): pass
def ak3(*, k, j, i=0): pass
def av(x, *r): pass
def ap(x, /): pass
def ap2(x, y, /): pass
class C:
    def m(self): pass
    def n(self, x): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
import itertools
for f in (lambda: a0(1), lambda: a0(1, 2), lambda: a0(x=1), lambda: a1(), lambda: a1(1, 2), lambda: a1(1, x=2), lambda: a2(), lambda: a2(1), lambda: a2(y=1), lambda: a3(), lambda: a3(1, 2, 3, 4), lambda: ad(), lambda: ad(1, 2, 3), lambda: ak(), lambda: ak(1), lambda: ak(1, k=2), lambda: ak(1, 2, k=3), lambda: ak2(), lambda: ak3(k=1), lambda: ak2(z=1), lambda: av(), lambda: av(y=1), lambda: ap(x=1), lambda: ap(), lambda: ap2(x=1, y=2), lambda: ap2(1, y=2), lambda: C().m(1), lambda: C.m(), lambda: C().n(), lambda: C().n(1, 2), lambda: C.c(1), lambda: C.s(1), lambda: C(1), lambda: (lambda x: x)(), lambda: a1(**{"x": 1, "y": 2}), lambda: a3(1, w=2), lambda: a1(1, **{"q r": 1}), lambda: a0(*[1, 2, 3]), lambda: ad(1, 2, k=1), lambda: ad(1, 2, 3, k=1), lambda: ak(1, 2)):
    try: f()
    except TypeError as e: print(e)
