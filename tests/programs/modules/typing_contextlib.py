from typing import *
import typing
print(Optional[int], Union[int, str, None], List[int], Dict[str, List[int]], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Tuple[()], Any, Literal["a", 1], ClassVar[int], Type[int], Iterable[str], Annotated[int, "x"])
print(Union[int, int], Union[int, Union[str, int]], Optional["X"], List["X"], Union[int, None] == Optional[int], List, Optional, Sequence[int], Generator[int, None, str])
T = TypeVar("T"); K = TypeVar("K", bound=int); V = TypeVar("V", int, str); print(T, K, V.__constraints__, K.__bound__, T.__name__, TypeVar("C", covariant=True))
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__, isinstance(s, Stack), Stack.__mro__)
class Pair(Generic[T, K]): pass
print(Pair[int, str], Pair.__parameters__, List[T][int], Dict[T, K][int, str])
class Sub(Stack[int]): pass
print(Sub().items, Sub.__mro__, Sub.__orig_bases__)
class P(NamedTuple):
    x: int
    y: str = "a"
    def hello(self): return self.y * self.x
p = P(2); print(p, p.hello(), P._fields, P._field_defaults, P.__annotations__, p[0], p == (2, "a"), isinstance(p, tuple))
Q = NamedTuple("Q", [("a", int), ("b", str)]); print(Q(1, "z"))
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD(a=1, b="x"), TD.__annotations__, TD.__required_keys__, TD.__total__)
class TD2(TD):
    c: int
print(sorted(TD2.__required_keys__), sorted(TD2.__annotations__))
@runtime_checkable
class Q2(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return "q"
print(isinstance(Duck(), Q2), isinstance(3, Q2), issubclass(Duck, Q2))
class Q3(Protocol):
    name: str
try: isinstance(3, Q3)
except TypeError as e: print(e)
try: Q3()
except TypeError as e: print(e)
class Impl(Q3):
    def __init__(self, n): self.name = n
print(Impl("z").name)
U = NewType("U", int); print(U(3), U.__name__, U.__supertype__, U)
def f(a: int, b: Optional[str] = None, *c: "List[int]") -> Dict[str, int]: ...
print(f.__annotations__, get_type_hints(f))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(list[int]), get_args(Literal[1, 2]), cast(int, "x"))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1)); print(isinstance([], Iterable), isinstance({}, typing.Mapping), Final[int], TYPE_CHECKING)
try: List[int, str]
except TypeError as e: print(e)
try: isinstance([], List[int])
except TypeError as e: print(e)
@final
class FF: pass
print(FF.__final__, hash(Optional[int]) == hash(Union[None, int]), Optional[int] | str, {Union[int, str]: 1}[Union[str, int]])
from dataclasses import dataclass, field, InitVar
@dataclass
class D(Generic[T]):
    a: T
    n: ClassVar[int] = 3
    kids: List["D"] = field(default_factory=list)
print(D(1), D.n, D[int](5), D.__annotations__)
PS = ParamSpec("PS"); print(PS, Callable[PS, int])
from contextlib import *
@contextmanager
def cm(x):
    print("in", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("out")
with cm(1) as v: print(v)
with cm(2): raise ValueError("boom")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("through", e)
with suppress(ZeroDivisionError): 1 / 0
with ExitStack() as st:
    st.enter_context(cm("a")); st.callback(print, "cb"); st.enter_context(cm("b"))
with nullcontext(5) as n: print(n)
class Cl:
    def close(self): print("closed")
with closing(Cl()): pass
@cm(9)
def dec(): print("dec")
dec(); dec()
async def main():
    @asynccontextmanager
    async def acm():
        print("ain"); yield 7; print("aout")
    async with acm() as z: print(z)
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm()))
await main()
