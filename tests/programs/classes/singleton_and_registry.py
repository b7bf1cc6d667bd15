class Registry:
    plugins = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugins[key or cls.__name__.lower()] = cls


class Csv(Registry):
    def load(self): return "csv"


class Json(Registry, key="js"):
    def load(self): return "json"


print(sorted(Registry.plugins), [cls().load() for cls in Registry.plugins.values()])


class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.created = args
        return cls._instance


print(Singleton(1) is Singleton(2), Singleton().created)


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace["added"] = name.upper()
        return super().__new__(mcs, name, bases, namespace)

    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 7


class Made(metaclass=Meta):
    def __init__(self, v): self.v = v


print(Made.added, Made(3).v, len(Made), type(Made).__name__, isinstance(Made, Meta))
Quick = type("Quick", (Made,), {"twice": lambda self: self.v * 2})
print(Quick(4).twice(), Quick.__mro__[1] is Made, Quick.added, Quick.__bases__ == (Made,))


class Positive(int):
    def __new__(cls, value):
        return super().__new__(cls, abs(value))


print(Positive(-5) + 1, type(Positive(-5)).__name__, Positive(-3) == 3)
