def registered(cls):
    registered.names.append(cls.__name__)
    cls.tag = cls.__name__.lower()
    return cls


registered.names = []


@registered
class Base:
    items = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.items = cls.items + [cls.__name__]

    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def helper(x):
        return x * 2

    @classmethod
    @property
    def nothing(cls):
        return None


@registered
class Child(Base):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self

    class Inner:
        value = 10

        def get(self):
            return self.value


print(registered.names, Base.tag, Child.tag, Base.items, Child.items, Base[int] == "Base[<class 'int'>]", Child["k"])
print(Child.make(1, 2).args, Child.helper(4), Child().helper(5), Child.Inner().get(), Child.Inner.__qualname__, Child.make.__func__.__name__)
print(Child.__bases__ == (Base,), Child.__mro__ == (Child, Base, object), Child.__module__, type(Child) is type, Base.__subclasses__() == [Child])
print(isinstance(Child(), Base), issubclass(Child, object), Child.__dict__["Inner"].__name__, "helper" in Child.__dict__, "helper" in Base.__dict__)
Child.late = lambda self: len(self.args)
print(Child.make(1, 2, 3).late(), hasattr(Base, "late"))
del Child.late
print(hasattr(Child, "late"))
instance = Child()
instance.__class__ = Base
print(type(instance).__name__)


class Weird:
    x = 1
    def x2(self): return self.x
    x = 5
    for i in range(3):
        exec_name = i
    if x > 3:
        def conditional(self): return "yes"
    lambda_ = lambda self, n: n + self.x
    [y for y in range(3)]
    a, *b = 1, 2, 3


w = Weird()
print(w.x2(), w.i, w.exec_name, w.conditional(), w.lambda_(2), w.a, w.b, hasattr(w, "y"))
print(Weird.__name__, Weird.__doc__, Weird.x2.__qualname__, (lambda: 0).__name__, w.x2.__func__ is Weird.x2, w.x2 == w.x2, w.x2 is w.x2)


class Comparable:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v if isinstance(other, Comparable) else NotImplemented
    def __hash__(self): return hash(self.v)


print(Comparable(1) == Comparable(1), Comparable(1) != Comparable(2), Comparable(1) == 1, len({Comparable(1), Comparable(1), Comparable(2)}), Comparable(3) in [Comparable(3)])
print([Comparable(1), 2].index(2), {Comparable("k"): "found"}[Comparable("k")], Comparable(1).__eq__(5))
