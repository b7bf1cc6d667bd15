"""Classes made by type(), types.new_class, factories and copies of namespaces."""
import types


def make(name, **attributes):
    def __init__(self, **given):
        for key, default in attributes.items():
            setattr(self, key, given.pop(key, default))
        if given:
            raise TypeError(f"unknown: {', '.join(sorted(given))}")

    def __repr__(self):
        return f"{name}({', '.join(f'{k}={getattr(self, k)!r}' for k in attributes)})"

    return type(name, (), {"__init__": __init__, "__repr__": __repr__, "__doc__": f"A {name}."})


Point = make("Point", x=0, y=0)
print(Point(), Point(x=3), Point.__name__, Point.__doc__, Point.__module__, Point.__qualname__, Point.__bases__)
try:
    Point(z=1, a=2)
except TypeError as error:
    print(error)
Base = type("Base", (), {"greet": lambda self: f"hello from {type(self).__name__}", "shared": []})
Child = type("Child", (Base,), {"n": property(lambda self: 42), "make": classmethod(lambda cls: cls()), "twice": staticmethod(lambda v: v * 2)})
print(Child().greet(), Child().n, Child.make().greet(), Child.twice(4), Child.__mro__, Child.shared is Base.shared)


def fill(namespace):
    namespace["value"] = 7
    namespace["method"] = lambda self: self.value


Made = types.new_class("Made", (Child,), {}, fill)
print(Made().method(), Made.__name__, types.resolve_bases((Child,)), types.new_class("Empty").__bases__)
for arguments in (("A", (), {}, 1), ("A", ()), (1, (), {}), ("A", [], {}), ("A", (), []), ("A", (1,), {}), ("A", (bool,), {}), ("A", (int, str), {}), ("A", (Base, Base), {}), ("A", (object, Base), {}), ("A", (types.FunctionType,), {})):
    try:
        print(type(*arguments))
    except TypeError as error:
        print(error)
print(type("A B", (), {}).__name__, type("", (), {}).__name__ == "", type(type("X", (), {})), type(5) is int, type(None)(), type(...)() is ...)
K = type("K", (int,), {"__slots__": (), "double": lambda self: self * 2})
print(K(4).double(), K(4) + 1, type(K(4) + 1).__name__, hasattr(K(1), "__dict__"))
K.__name__ = "Renamed"
print(K, K.__qualname__)
try:
    K.__name__ = 5
except TypeError as error:
    print(error)
Base.__bases__
Child.__bases__ = (make("Fresh"),)
print(Child.__mro__[1].__name__, hasattr(Child, "greet"))
annotated = type("Annotated", (), {"__annotations__": {"x": int}, "x": 1})
print(annotated.__annotations__, annotated().x, sorted(k for k in vars(annotated) if not k.startswith("__")))
print(isinstance(Point, type), issubclass(Point, object), callable(Point), Point is make("Point"), Point == Point)
