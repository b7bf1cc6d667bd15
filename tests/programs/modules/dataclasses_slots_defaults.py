import dataclasses
from dataclasses import dataclass, field, InitVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    x: int
    z: int = field(init=False, default=3)
    tags: list = field(init=False, default_factory=list)


print(Point(x=1), Point.__slots__)
try:
    Point(x=1).x = 2
except dataclasses.FrozenInstanceError as error:
    print(error, type(error).__mro__[1])
try:
    Point(1)
except TypeError as error:
    print(error)


@dataclass(slots=True)
class Base:
    a: int
    b: int = 5
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.b *= scale


@dataclass(slots=True)
class Derived(Base):
    c: str = field(init=False, default="c")

    def __post_init__(self, scale):
        Base.__post_init__(self, scale + 1)
        self.c += str(self.a)


print(Base(1), Base(1, 2, 3), Derived(7), Derived(7, scale=0), Derived.__slots__)
try:
    Derived(1).missing = 3
except AttributeError as error:
    print(error)
print(dataclasses.asdict(Derived(1)), dataclasses.replace(Derived(1), b=3, scale=1), hasattr(Derived(1), "__dict__"))
