"""Rounding of subclasses of float, truth packed by struct, hints of length, hyphens in paragraphs."""

import math
import operator
import struct
import sys
import textwrap
import weakref
from decimal import Decimal


class Odd(float):
    def __ceil__(self):
        return 42

    def __floor__(self):
        return 43

    def __trunc__(self):
        return 44


print(math.ceil(Odd()), math.floor(Odd(2.5)), math.trunc(Odd()), math.ceil(2.1), math.floor(-0.5), math.floor(1e300) == int(1e300))
for function in (math.ceil, math.floor, math.trunc):
    for value in ("a", float("nan"), float("inf"), None, 1j):
        try:
            print(function(value))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)
print(struct.pack("?????", [], [0], "", object(), 0.0), struct.pack("?i", {}, 7))


class Guess:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint
        return self.hint


print(operator.length_hint(Guess(3)), operator.length_hint(Guess(TypeError), 12), operator.length_hint(Guess(NotImplemented), 5))
for width in (10, 30, 50):
    print(textwrap.wrap("We used 2-succinyl-6-hydroxy-2,4-cyclohexadiene-1-carboxylate in a well-known step-by-step way.", width))
print(sys.getdefaultencoding(), hash(2**61 - 1) == 0, sys.hash_info.modulus == 2**61 - 1)
print(float(Decimal("NaN12")), float(Decimal("-Infinity")))


class Item:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __add__(self, other):
        return self.n + other

    def __radd__(self, other):
        return other + self.n


items = [Item(1), Item(2)]
some = weakref.WeakSet(items)
print(len(some | {items[0]}), len(some.intersection(items[:1])), some == weakref.WeakSet(items), some.issubset(items), len(some - set(items[:1])))
stand_in = weakref.proxy(items[0])
print(bool(stand_in), stand_in + 1, 2 + stand_in, len(stand_in))
names = weakref.WeakValueDictionary(a=items[0])
print(sorted(names | {"b": items[1]}), sorted(names))
