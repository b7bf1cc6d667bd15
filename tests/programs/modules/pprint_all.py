import collections
import dataclasses
import io
import pprint
import types

data = {"name": "x" * 30, "list": list(range(40)), "nested": {"b": [1, 2, {"deep": ("a",) * 3}], "a": None}, 3: "int key", "text": "the quick brown fox jumps over the lazy dog " * 3}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True)
pprint.pprint(data, indent=4, width=60, depth=2)
pprint.pp({"b": 1, "a": 2})
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
print(pprint.pformat([1000000, 2.5, "s"], underscore_numbers=True), pprint.pformat([]), pprint.pformat(()), pprint.pformat((1,)), pprint.pformat({}))
pprint.pprint(["a" * 50, "b" * 50])
pprint.pprint("word " * 40)
pprint.pprint(["word " * 30, "line one\nline two\n" * 4], width=50)
pprint.pprint(b"bytes " * 20)
pprint.pprint(bytearray(b"bytes " * 20), width=40)
pprint.pprint({1, 3, 2} | set(range(30, 60)))
pprint.pprint(frozenset(range(30)), width=30)
pprint.pprint(collections.OrderedDict((("key%d" % i), i) for i in range(10)))
pprint.pprint(collections.defaultdict(list, {"a" * 20: [1] * 20, "b" * 20: [2] * 20}))
pprint.pprint(collections.Counter("the quick brown fox jumps over the lazy dog"), width=30)
pprint.pprint(collections.deque(range(30), maxlen=40), width=40)
pprint.pprint(collections.ChainMap({"a" * 30: 1}, {"b" * 30: 2, "c" * 30: 3}))
pprint.pprint(types.SimpleNamespace(first="a" * 30, second="b" * 30, third=[1, 2]))
pprint.pprint(types.MappingProxyType({"a" * 30: 1, "b" * 30: 2, "c": 3}))
pprint.pprint(collections.UserDict({"a" * 40: 1, "b" * 40: 2}))

@dataclasses.dataclass
class Point:
    name: str
    values: list
    hidden: int = dataclasses.field(default=1, repr=False)

pprint.pprint(Point("p", [1]))
pprint.pprint(Point("a" * 30, list(range(30))), width=50)
pprint.pprint([Point("a" * 30, [Point("inner" * 10, [1, 2, 3])])])
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]), pprint.isreadable([object()]), pprint.saferepr({"b": 1, "a": (2,)}))
print(pprint.saferepr(loop).startswith("[1, <Recursion on list with id="))
out = io.StringIO()
pprint.PrettyPrinter(stream=out, width=10).pprint([1, 22, 333, 4444])
print(repr(out.getvalue()))
pprint.pprint({2: 1, "a": 2, (1, 2): 3, 1: 4}) if False else None
pprint.pprint([[1, 2, [3, [4, [5]]]]], depth=3)
pprint.pprint({"a": {"b": {"c": 1}}}, depth=1)

class Mine(list):
    pass

class Shown(dict):
    def __repr__(self):
        return "Shown!"
pprint.pprint([Mine([1, 2]), Shown(a=1), Mine(["x" * 40, "y" * 40])])
for bad in [lambda: pprint.PrettyPrinter(indent=-1), lambda: pprint.PrettyPrinter(depth=0), lambda: pprint.PrettyPrinter(width=0)]:
    try:
        bad()
    except ValueError as e:
        print(e)

class Custom(pprint.PrettyPrinter):
    def format(self, value, context, maxlevels, level):
        if isinstance(value, float):
            return f"{value:.2f}", True, False
        return super().format(value, context, maxlevels, level)
print(Custom().pformat([1.23456, {"a": 2.0}]))
