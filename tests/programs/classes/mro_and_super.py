"""C3 orders, cooperative super, super without and with arguments, mixins."""


class Root:
    def __init__(self, **rest):
        assert not rest, rest
        self.path = ["Root"]

    def who(self):
        return ["Root"]


class Left(Root):
    def __init__(self, *, left=1, **rest):
        super().__init__(**rest)
        self.path.append(f"Left {left}")

    def who(self):
        return ["Left", *super().who()]


class Right(Root):
    def __init__(self, *, right=2, **rest):
        super().__init__(**rest)
        self.path.append(f"Right {right}")

    def who(self):
        return ["Right", *super().who()]


class Both(Left, Right):
    def who(self):
        return ["Both", *super().who()]

    def skip(self):
        return super(Left, self).who(), super(Right, self).who(), Root.who(self)

    @classmethod
    def make(cls, **kw):
        return super().__new__(cls)

    @classmethod
    def name(cls):
        return "Both of " + super().__name__ if hasattr(super(), "__name__") else cls.__name__

    @staticmethod
    def static():
        try:
            return super()
        except RuntimeError as error:
            return str(error)


class Deep(Both, Left):
    pass


print(Both(left=5, right=6).path, Both().who(), Both().skip(), [c.__name__ for c in Deep.__mro__])
print(type(Both.make()).__name__, Both.name(), Both.static())
for bases in ("(Root, Left)", "(Left, Right, Both)", "(Left, Left)", "(Both, Root)"):
    try:
        made = eval(f"type('T', {bases}, {{}})")
        print([c.__name__ for c in made.__mro__])
    except TypeError as error:
        print(str(error).replace("\n", " "))
both = Both()
proxy = super(Left, both)
print(proxy.__thisclass__.__name__, proxy.__self__ is both, proxy.__self_class__.__name__, proxy.who(), repr(proxy)[:24])
for wrong in (lambda: super(Left, 5), lambda: super(5, both), lambda: super(Right, Left()), lambda: proxy.missing, lambda: super()):
    try:
        print(wrong())
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Setting:
    x = 1

    @property
    def p(self):
        return "base p"

    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)


class SubSetting(Setting):
    x = 2

    @property
    def p(self):
        return "sub " + super().p

    def read(self):
        return super().x, self.x


s = SubSetting()
s.y = 3
print(s.read(), s.p, s.y)


class Outer:
    def build(self):
        class Inner(Root):
            def who(inner):
                return ["Inner", *super().who(), self.__class__.__name__]
        return Inner()

    def loop(self):
        return [super(Outer, self).__class__ is not None for _ in range(2)]


print(Outer().build().who(), Outer().loop())


class Custom(type):
    def mro(cls):
        order = super().mro()
        return order[:1] + order[1:][::-1] if cls.__name__ == "Odd" else order


class Plain(metaclass=Custom):
    pass


try:
    class Odd(Plain):
        pass
    print([c.__name__ for c in Odd.__mro__])
except TypeError as error:
    print(error)
print(Both.__base__.__name__, Both.__bases__, Root.__subclasses__(), bool.__mro__, Deep.mro() == list(Deep.__mro__))
