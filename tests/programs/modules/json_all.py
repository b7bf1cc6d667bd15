import json
from collections import OrderedDict, namedtuple, Counter
d = {"a": [1, 2.5, None, True, False], "b": {"c": "é\n\"q\" \u2028 😀"}, "d": [], "e": {}, "f": (1, 2)}
print(json.dumps(d)); print(json.dumps(d, indent=2)); print(json.dumps(d, ensure_ascii=False, separators=(",", ":"))); print(json.dumps({"b": 1, "a": 2}, sort_keys=True, indent="\t"))
print(json.loads(json.dumps(d)), json.loads('{"x": [1e3, -0, -1.5E-2, 123456789012345678901234567890], "y": "\\u00e9\\ud83d\\ude00\\/\\b"}'))
class A:
    def __init__(self): self.x = 1
print(json.dumps([A(), {1, 2}], default=lambda o: sorted(o) if isinstance(o, set) else o.__dict__))
print(json.dumps({1: 2, 2.5: 3, True: 4, None: 5}), json.dumps(Counter("aab")), json.dumps(OrderedDict(a=1)), json.dumps(namedtuple("P", "x y")(1, 2)))
print(json.dumps([float("nan"), float("inf")]), json.loads("[NaN, -Infinity]"))
for bad in ["", "{", "[1,", "[1 2]", '{"a" 1}', '{"a": }', "nul", '"abc', '"\\x"', '{"a":1,}', "[1,]", "1 2", "{'a': 1}", '"a\nb"', '\n\n [1,\n 2,,]', "tru", "-", "01", '"\\u12"', "[", '{"a":1 "b"']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno)
for f in (lambda: json.dumps({1,2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(3), lambda: json.dumps(b"x"), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(json.loads('{"a": {"b": 1}}', object_hook=lambda o: list(o.items())), json.loads('{"a": 1.5}', parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=lambda p: p), json.loads(b'{"a": 1}'))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"z": 1+2j}, cls=E), E().encode([1j])); print(json.JSONDecoder().raw_decode('[1] x'), json.dumps({(1,2): 3}, skipkeys=True), json.dumps("\x7f\x00\x1f"), json.dumps("\x7fé\x00", default=str))
class I(int): pass
class S(str): pass
print(json.dumps([I(3), S("x"), {S("k"): I(1)}]), json.dumps([[[]], {}], indent=1), json.dumps([1,[2,{"a":3}]], indent=0), json.dumps(12345678901234567890), json.dumps("a" * 3), json.dumps(None), json.loads(" 3 "))
import enum
class C(enum.IntEnum): A = 1
print(json.dumps([C.A, {C.A: C.A}]))
