"""typing at run time: hints, origins, protocols, NewType, overload, generics, Annotated."""
import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, Generic, List, Literal, NamedTuple, NewType, Optional, Protocol, Tuple, Type, TypedDict, TypeVar, Union, cast, final, get_args, get_origin, get_type_hints, overload, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K", bound=int)
S = TypeVar("S", int, str)
UserId = NewType("UserId", int)
for hint in (Optional[int], Union[int, str, None], Union[int, int], List[int], Dict[str, List[T]], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., Any], Literal["a", 1, None], ClassVar[int], Final[str], Type[int], list[int], dict[str, "X"], int | None, Union[list[int], None], Any, T):
    print(hint, get_origin(hint), get_args(hint))
print(T.__name__, T.__constraints__, K.__bound__, S.__constraints__, UserId(5) + 1, UserId.__name__, UserId.__supertype__)


class Box(Generic[T]):
    item: T

    def __init__(self, item: T) -> None:
        self.item = item

    def map(self, function: "Callable[[T], K]") -> "Box[K]":
        return Box(function(self.item))


class Pair(Box[int], Generic[K]):
    other: Optional[int]
    shared: ClassVar[int] = 3


print(Box[int](5).map(str).item, Box[int], Box[int].__origin__, Pair[int].__args__, Pair.__parameters__, Pair.__orig_bases__, get_type_hints(Pair))
print(get_type_hints(Box.map), get_type_hints(Box.__init__))


class Movie(TypedDict, total=False):
    name: str
    year: int


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


print(Movie(name="x", year=1), Movie.__total__, Movie.__optional_keys__ == {"name", "year"}, Movie.__annotations__)
print(Point(1), Point(3, -4).norm(), Point._field_defaults, Point.__annotations__, Point.__doc__, Point(1)._replace(y=2))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): ...


class Unchecked(Protocol):
    x: int


print(isinstance(File(), Closable), isinstance(5, Closable), issubclass(File, Closable))
for wrong in (lambda: isinstance(5, Unchecked), lambda: Closable(), lambda: isinstance([], List[int]), lambda: Union[()], lambda: Optional[1, 2], lambda: Box[int, str], lambda: Literal, lambda: cast(int, "x"), lambda: Any(), lambda: TypeVar("X", int)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


@final
class Sealed: ...


def hinted(a: int, b: "str" = "x", *c: float, d: Annotated[int, 5] = 1) -> None: ...


print(twice(2), twice("a"), Sealed.__final__, get_type_hints(hinted), get_type_hints(hinted, include_extras=True)["d"], typing.TYPE_CHECKING)
print(Optional[int] == Union[int, None], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), List[int] == list[int], {Optional[int]: 1}[Union[None, int]])
