"""Classes over computed bases, enums over data types, metaclasses, helpers in class bodies: nothing here fails."""

from dataclasses import dataclass
from enum import Enum

VERBOSE = True


class Base:
    def who(self):
        return "base"


class Loud(Base):
    def who(self):
        return super().who().upper()


Chosen = Loud if VERBOSE else Base
table = {"quiet": Base, "loud": Loud}


class Picked(Chosen):
    pass


class Looked(table["quiet"]):
    pass


def with_tag(base, tag):
    class Tagged(base):
        kind = tag
    return Tagged


def over(*bases):
    class Made(*bases):
        pass
    return Made


print(Picked().who(), Looked().who(), with_tag(Loud, "t")().kind, with_tag(Base, "u")().who())
print([cls.__name__ for cls in over(Loud).__mro__])
for parent in (Base, Loud):
    class Local(parent):
        pass
    print(Local().who())

kept = super(Loud, Loud())
print(kept.who())


class Registry:
    found = {"a": 1}

    def __class_getitem__(cls, key):
        return cls.found[key]


class Inner(Registry):
    found = {"a": 2}


print(type(Inner())["a"], type(Registry())["a"])


class Meta(type):
    made = []

    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)
        Meta.made.append(cls.label)


class First(metaclass=Meta):
    label = "first"


print(Meta.made)


@dataclass
class Planet:
    mass: float
    radius: float


class World(Planet, Enum):
    EARTH = 6.0, 6.4


print(World.EARTH.value.mass, World.EARTH.radius)


class Fields:
    def _field(name):
        return property(lambda self: self.data[name])

    title = _field("title")

    def __init__(self, data):
        self.data = data


print(Fields({"title": "x"}).title)
names = {}
exec("def double(n): return n * 2", names)
names["limit"] = 5
print(names["double"](names["limit"]))
for (key, value), *rest in [(("a", 1), 2, 3), (("b", 2),)]:
    print(key, value, rest)
