"""Dataclasses and enums as models: validation, conversion, ordering."""
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from enum import Enum, Flag, auto


class Kind(str, Enum):
    BOOK = "book"
    TOY = "toy"

    @classmethod
    def _missing_(cls, value):
        return next((m for m in cls if m.value == str(value).lower()), None)


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


@dataclass
class Item:
    name: str
    price: float
    kind: Kind = Kind.BOOK
    _: KW_ONLY
    tags: list[str] = field(default_factory=list, repr=False)
    discount: InitVar[float] = 0.0

    def __post_init__(self, discount: float) -> None:
        if self.price < 0:
            raise ValueError(f"negative price: {self.price}")
        self.price = round(self.price * (1 - discount), 2)

    @classmethod
    def parse(cls, record: dict) -> "Item":
        known = {f.name for f in fields(cls)}
        if extra := record.keys() - known:
            raise TypeError(f"unknown fields: {sorted(extra)}")
        return cls(**{**record, "kind": Kind(record["kind"])})


@dataclass(order=True)
class Line:
    total: float = field(init=False)
    item: Item = field(compare=False)
    count: int = field(default=1, compare=False)

    def __post_init__(self):
        self.total = self.item.price * self.count


@dataclass(frozen=True, slots=True)
class Key:
    code: str
    version: int = 1


class Inventory:
    def __init__(self):
        self._lines: dict[Key, Line] = {}

    def __setitem__(self, key, line):
        self._lines[key] = line

    def __getitem__(self, key):
        return self._lines[key if isinstance(key, Key) else Key(key)]

    def __iter__(self):
        return iter(sorted(self._lines.values()))

    def __len__(self):
        return len(self._lines)


inventory = Inventory()
inventory[Key("b1")] = Line(Item("Dune", 12.5, tags=["sf"]), 3)
inventory[Key("t1")] = Line(Item("Top", 4, Kind.TOY, discount=0.1), 2)
inventory[Key("b1", 2)] = Line(Item.parse({"name": "Emma", "price": 9.99, "kind": "BOOK"}))
for line in inventory:
    print(line)
print(len(inventory), inventory["b1"].item.tags, asdict(inventory["t1"]), astuple(inventory["b1"]))
print(replace(Key("a"), version=9), {Key("a"): 1}[Key("a", 1)], Key("x") == Key("x", 1), [f.name for f in fields(Item)])
for bad in (lambda: Item("x", -1), lambda: Item.parse({"name": "x", "price": 1, "kind": "toy", "size": 3}), lambda: Kind("car"),
            lambda: Item(), lambda: Item("a", 1, Kind.TOY, ["t"]), lambda: setattr(Key("a"), "code", "b"), lambda: inventory["zz"]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(Kind.BOOK == "book", Kind("TOY"), Kind.TOY.value.upper(), f"{Kind.TOY.value:>5}", [k.name for k in Kind])
p = Perm.READ | Perm.RUN
print(p, Perm.WRITE in p, bool(p & Perm.WRITE), p | Perm.WRITE == Perm.ALL, p ^ Perm.READ, Perm(0))
