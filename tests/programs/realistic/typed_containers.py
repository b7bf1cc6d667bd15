"""Heavily typed code: generics, protocols, overloads, typed dicts, literals."""
from __future__ import annotations

from typing import (Any, Callable, ClassVar, Final, Generic, Iterable, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict,
                    TypeVar, Union, cast, get_type_hints, overload, runtime_checkable, TYPE_CHECKING)

if TYPE_CHECKING:
    from nowhere import Nothing

T = TypeVar("T")
K = TypeVar("K", bound="Comparable")
UserId = NewType("UserId", int)
Mode = Literal["r", "w"]
LIMIT: Final = 3


@runtime_checkable
class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


class Sized2(Protocol):
    def size(self) -> int: ...


class Result(Generic[T]):
    __slots__ = ("value", "error")

    def __init__(self, value: Optional[T] = None, error: Exception | None = None) -> None:
        self.value, self.error = value, error

    @classmethod
    def of(cls, f: Callable[..., T], *args: Any) -> Result[T]:
        try:
            return cls(f(*args))
        except Exception as e:
            return cls(error=e)

    def map(self, f: Callable[[T], Any]) -> Result[Any]:
        return self if self.error else Result.of(f, self.value)

    def __or__(self, default: T) -> T:
        return default if self.error else cast(T, self.value)

    def __repr__(self) -> str:
        return f"Err({self.error!r})" if self.error else f"Ok({self.value!r})"


class Stack(Generic[T]):
    made: ClassVar[int] = 0

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)
        Stack.made += 1

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def size(self) -> int:
        return len(self._items)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Pair(NamedTuple):
    left: int
    right: str = "none"

    def swap(self) -> tuple[str, int]:
        return self.right, self.left


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x: Union[int, str]) -> Union[int, str]:
    return x * 2


def biggest(items: Iterable[K]) -> K:
    it = iter(items)
    best = next(it)
    for i in it:
        if best < i:
            best = i
    return best


def mode(m: Mode = "r", *, limit: int = LIMIT) -> str:
    return f"{m}{limit}"


print(Result.of(int, "5").map(lambda n: n + 1), Result.of(int, "x"), Result.of(int, "x").map(str) | -1)
s: Stack[int] = Stack[int]([1, 2]).push(3)
print(s.pop(), s.size(), Stack.made, double(4), double("ab"), biggest([3, 9, 2]), biggest("hello"), mode("w"))
m: Movie = {"title": "Alien", "year": 1979}
m2 = Movie(title="Heat")
print(m, m2, type(m2), Movie.__total__, sorted(Movie.__annotations__), UserId(5) + 1)
print(Pair(1), Pair(1, "b").swap(), Pair._field_defaults, Pair(2, "x") == (2, "x"), isinstance(5, Comparable), isinstance(object(), Comparable))
print(get_type_hints(mode), mode.__annotations__, double.__annotations__)
print(Optional[int], Union[int, str, int], list[int], dict[str, list[Optional[int]]], Callable[[int], str], Literal["a", 1], Stack[int], int | None)
