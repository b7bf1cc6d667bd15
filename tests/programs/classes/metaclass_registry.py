"""A metaclass that registers, orders and checks classes; __prepare__, __call__, __instancecheck__."""


class Duplicates(dict):
    def __setitem__(self, key, value):
        if key in self and not key.startswith("__"):
            raise TypeError(f"{key} is defined twice")
        super().__setitem__(key, value)


class Plugin(type):
    registry = {}

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, [b.__name__ for b in bases], sorted(options))
        return Duplicates(tag=name.lower())

    def __new__(mcs, name, bases, namespace, *, key=None, abstract=False):
        cls = super().__new__(mcs, name, bases, dict(namespace))
        cls.order = [n for n in namespace if not n.startswith("__")]
        if not abstract:
            mcs.registry[key or cls.tag] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.options = options

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.made_by = cls.tag
        return made

    def __instancecheck__(cls, instance):
        return getattr(instance, "quacks", False) or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        return "Like" in other.__name__ or super().__subclasscheck__(other)

    def __iter__(cls):
        return iter(cls.order)

    def __len__(cls):
        return len(cls.order)

    def __contains__(cls, name):
        return name in cls.order

    def __getitem__(cls, key):
        return cls.registry[key]

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"

    def __add__(cls, other):
        return type(cls)(cls.__name__ + other.__name__, (cls, other), {})

    @property
    def shout(cls):
        return cls.__name__.upper()


class Base(metaclass=Plugin, abstract=True):
    def run(self):
        return self.tag

    size = 1


class Json(Base, key="js"):
    def load(self): ...
    def dump(self): ...


class Text(Base):
    encoding = "utf-8"


print(Base, Json, Plugin.registry, Json["text"], Json.order, list(Text), len(Json), "dump" in Json)
print(Json().made_by, Json().run(), Text.options, Json.options, Json.shout, hasattr(Json(), "shout"))
both = Json + Text
print(both, both.__mro__, both().tag)


class Duck:
    quacks = True


class LikeJson:
    pass


print(isinstance(Duck(), Json), isinstance(5, Json), issubclass(LikeJson, Json), issubclass(Text, Json), isinstance(Json(), Base))
try:
    class Twice(Base):
        def a(self): ...
        def a(self): ...
except TypeError as error:
    print(error)


class Other(type):
    pass


try:
    class Conflict(Base, metaclass=Other):
        pass
except TypeError as error:
    print(error)
print(type(Json), type(type(Json)), isinstance(Json, Plugin), Plugin.__mro__)
