"""inspect.signature of everything that can be called, binding, replacing, parameters."""
import functools
import inspect
from inspect import Parameter, Signature, signature


def full(a, b: int = 1, /, c=2, *args: str, d, e: "text" = None, **kwargs) -> bool:
    """Doc of full."""


class Shape:
    def __init__(self, width, height=5): ...
    def area(self, scale=1.0): ...
    @classmethod
    def make(cls, *sizes): ...
    @staticmethod
    def unit(kind="m"): ...
    def __call__(self, point): ...
    @property
    def size(self): ...


class Made:
    def __new__(cls, x, *, y): ...


class Plain:
    pass


def deco(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


for thing in (full, lambda: 0, lambda x, *y: 0, Shape, Shape.area, Shape(1).area, Shape.make, Shape.unit, Shape(1), Made, Plain, functools.partial(full, 1, d=5), functools.partial(full, c=9), deco(full)):
    print(getattr(thing, "__name__", type(thing).__name__), signature(thing))
sig = signature(full)
for name, parameter in sig.parameters.items():
    print(name, parameter.kind.name, parameter.default if parameter.default is not Parameter.empty else "-", parameter.annotation if parameter.annotation is not Parameter.empty else "-", parameter)
print(sig.return_annotation, signature(Plain).return_annotation is Signature.empty)
bound = sig.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs, bound.arguments)
partial = sig.bind_partial(1)
partial.apply_defaults()
print(partial.arguments)
for call in (lambda: sig.bind(), lambda: sig.bind(1), lambda: sig.bind(1, a=2, d=1), lambda: signature(Shape).bind(1, 2, 3), lambda: signature(Shape).bind(1, wrong=2), lambda: signature(Shape).bind(1, width=2), lambda: signature(5), lambda: Parameter("1x", Parameter.KEYWORD_ONLY), lambda: Parameter("x", Parameter.VAR_POSITIONAL, default=1), lambda: Signature([Parameter("b", Parameter.KEYWORD_ONLY), Parameter("a", Parameter.POSITIONAL_ONLY)])):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
changed = sig.replace(return_annotation=int, parameters=[p.replace(default=0) if p.name == "d" else p for p in sig.parameters.values()])
print(changed, changed == sig, sig == signature(full), hash(signature(Plain)) == hash(signature(Plain)))
print(Signature([Parameter("x", Parameter.POSITIONAL_OR_KEYWORD, annotation=int)], return_annotation=str))
print(inspect.getdoc(full), inspect.isfunction(full), inspect.ismethod(Shape(1).area), inspect.isclass(Shape), inspect.isbuiltin(len), inspect.isgeneratorfunction(full), inspect.isroutine(Shape.area))
print(inspect.getfullargspec(full))
print([n for n, _ in inspect.getmembers(Shape, inspect.isfunction)], inspect.getmro(Shape)[-1], inspect.unwrap(deco(full)) is full)
