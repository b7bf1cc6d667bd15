"""isinstance() with protocols that have data members, classes with unpacked bases, names of typing."""

import collections
import copy
import re
from typing import IO, Generic, List, Match, Optional, Pattern, Protocol, SupportsBytes, SupportsComplex
from typing import TextIO, TypeVar, get_type_hints, runtime_checkable


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class File:
    def __init__(self):
        self.name = "x"

    def close(self):
        pass


class Blocked:
    close = None


for value in (File(), Blocked(), 3):
    print(isinstance(value, Named), isinstance(value, Closer), issubclass(type(value), Closer))


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Plain(Protocol):
    def run(self): ...


attempt(lambda: issubclass(File, Named))
attempt(lambda: issubclass(4, Closer))
attempt(lambda: isinstance(File(), Plain))
attempt(lambda: Closer())


class SizedNamed(collections.abc.Sized, Protocol):
    name: str


print(isinstance(File(), collections.abc.Sized), isinstance([], collections.abc.Sized))
Plain.register(Blocked)


def class_over(*bases):
    class Made(*bases):
        pass
    return Made


print([cls.__name__ for cls in class_over(dict).__mro__], class_over().__bases__)

T = TypeVar("T")


class Box(Generic[T]):
    pass


print(copy.deepcopy({"a": Optional[int], "b": T, "c": Box[int], "d": list[int], "e": int | None}))
print(copy.copy(List[int]), Pattern[str], Match, IO[str], TextIO)
print(isinstance(re.compile("a"), Pattern), isinstance(3, SupportsComplex), isinstance(b"", SupportsBytes))


def read(source: IO[str], pattern: Pattern[str]) -> TextIO: ...


print(get_type_hints(read))
