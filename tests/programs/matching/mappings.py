def f(x):
    match x:
        case {}if not x: return "empty"
        case {"type": "circle", "r": r}: return ("circle", r)
        case {"type": str(t), **rest}: return (t, rest)
        case {"items": [first, *_]}: return ("first", first)
        case {1: a, None: b}: return (a, b)
        case {"a": {"b": {"c": deep}}}: return deep
        case {}: return "any mapping"
        case _: return "no"
from collections import OrderedDict, defaultdict, ChainMap, Counter
from types import MappingProxyType
for v in ({}, {"type": "circle", "r": 2, "z": 0}, {"type": "sq", "w": 1}, {"type": 5}, {"items": [3, 4]}, {1: 2, None: 3}, {"a": {"b": {"c": "d"}}}, [], OrderedDict(type="x"), MappingProxyType({"type": "m"}), Counter("a")): print(f(v))
d = defaultdict(list)
match d:
    case {"missing": m}: print("found")
    case _: print("not made", dict(d))
class K: a = "key"
match {"key": 1}:
    case {K.a: v}: print(v)
