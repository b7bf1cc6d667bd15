"""pprint of nested, wide, recursive, ordered and foreign data."""
import pprint
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from types import SimpleNamespace

data = {"zeta": list(range(25)), "alpha": {"nested": {"deep": ["x" * 25, "y" * 25, "z" * 25]}}, "mid": ("tuple", ("of", "tuples" * 8), {"set", }), 5: None}
try:
    pprint.pprint(data)
except TypeError as error:
    print(error)
data.pop(5)
pprint.pprint(data)
pprint.pprint(data, width=40)
pprint.pprint(data, indent=4, width=60, depth=2)
pprint.pprint(data, compact=True, sort_dicts=False)
print(pprint.pformat([[1, 2], [3, 4]] * 12, width=30, compact=True))
Point = namedtuple("Point", "x y")


@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)
    hidden: int = field(default=1, repr=False)


pprint.pprint([Point(1, 2), Item("a" * 30, ["t" * 20] * 3), SimpleNamespace(a=1, b="x" * 60, c=[1, 2])])
pprint.pprint([OrderedDict((str(n), n) for n in range(12)), Counter("mississippi"), defaultdict(list, {"k": list(range(30))}), deque(range(30), 40)], width=50)
pprint.pprint("long text " * 15)
pprint.pprint([b"bytes " * 15, bytearray(b"x" * 50)], width=40)
pprint.pprint({frozenset({1}), frozenset()}, width=10)
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]), pprint.saferepr({"b": 1, "a": 2}))
pprint.pprint(123456789, underscore_numbers=True)
pprint.pprint({1: "a", "b": 2, None: 3, (1, 2): 4})


class Custom(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, float):
            return f"{object:.2f}", True, False
        return super().format(object, context, maxlevels, level)


Custom(width=20).pprint({"pi": 3.14159, "list": [2.71828, 1.41421]})
pprint.pp({"z": 1, "a": [True, None, 1e100]})
