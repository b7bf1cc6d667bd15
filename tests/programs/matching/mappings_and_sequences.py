"""Which objects count as mappings and sequences; keys; lengths; the order of evaluation."""
import collections
from collections import Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Mapping, Sequence
import types


class Seq(Sequence):
    def __init__(self, *items):
        self.items = items
        self.log = []

    def __len__(self):
        self.log.append("len")
        return len(self.items)

    def __getitem__(self, i):
        self.log.append(i)
        return self.items[i]


class Map(Mapping):
    def __init__(self, **items):
        self._items = items
        self.log = []

    def __getitem__(self, k):
        self.log.append(k)
        return self._items[k]

    def get(self, k, default=None):
        self.log.append(f"get {k}")
        return self._items.get(k, default)

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def keys(self):
        self.log.append("keys")
        return self._items.keys()


def kind(value):
    match value:
        case {}:
            return "mapping"
        case []:
            return "empty sequence"
        case [*_]:
            return "sequence"
        case _:
            return "neither"


for value in ([], (), [1], "ab", b"ab", bytearray(b"a"), range(0), range(2), deque([1]), UserList([1]), {}, Counter("a"), OrderedDict(a=1), UserDict(a=1), defaultdict(int), types.MappingProxyType({}), {1}, iter([1]), memoryview(b"a"), Seq(1), Map(a=1), {"a": 1}.keys(), {"a": 1}.items(), collections.namedtuple("N", "x")(1), None):
    print(type(value).__name__, kind(value))
seq = Seq(1, 2, 3, 4)
match seq:
    case [1, *_, 3]:
        print("no")
    case [1, *_, 4]:
        print("yes")
print(seq.log)
mapping = Map(a=1, b=2)
match mapping:
    case {"a": 2}:
        print("no")
    case {"a": 1, "c": _}:
        print("no")
    case {"b": b, **rest}:
        print(b, rest)
print(mapping.log)
counts = defaultdict(list)
match counts:
    case {"missing": x}:
        print("made", x)
    case _:
        print("not made", dict(counts))
KEY = "dynamic"


class Keys:
    NAME = "name"


match {"name": 1, 5: 2, None: 3, (1): 4, -1: 5}:
    case {Keys.NAME: a, 5: b, None: c, -1: d, **rest}:
        print(a, b, c, d, rest)
for value in ([1, 2], [1, 2, 3], [1], (1, 2)):
    match value:
        case [_, _, *rest] if rest:
            print("three", rest)
        case [a, b]:
            print("two", a, b)
        case [*only]:
            print("some", only)
try:
    match {"a": 1}:
        case {Keys.NAME: 1, "name": 2}:
            pass
except ValueError as error:
    print(error)
