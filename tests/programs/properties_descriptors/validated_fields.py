"""A small library of validating descriptors, as configuration code has it."""


class Field:
    def __init__(self, default=None, *, doc=""):
        self.default = default
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = "_" + name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        setattr(instance, self.slot, self.check(value))

    def __delete__(self, instance):
        try:
            delattr(instance, self.slot)
        except AttributeError:
            raise AttributeError(f"{self.name} is not set") from None

    def check(self, value):
        return value


class Integer(Field):
    def __init__(self, low=None, high=None, **kwargs):
        super().__init__(**kwargs)
        self.low, self.high = low, high

    def check(self, value):
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{self.name} must be int, not {type(value).__name__}")
        if self.low is not None and value < self.low or self.high is not None and value > self.high:
            raise ValueError(f"{self.name}={value} is not in [{self.low}, {self.high}]")
        return value


class Choice(Field):
    def __init__(self, *options):
        super().__init__(options[0])
        self.options = options

    def check(self, value):
        if value not in self.options:
            raise ValueError(f"{self.name}: {value!r} is none of {', '.join(map(repr, self.options))}")
        return value


class Server:
    port = Integer(1, 65535, default=80, doc="the port")
    level = Choice("info", "debug")
    name = Field("unnamed")

    def __init__(self, **given):
        for key, value in given.items():
            if key not in self.fields:
                raise TypeError(f"unknown field {key}")
            setattr(self, key, value)

    def __repr__(self):
        return f"Server({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


print(Server(), Server(port=8080, level="debug"), Server.fields, Server.port.__doc__, type(Server.level).__name__)
for given in ({"port": "x"}, {"port": 0}, {"port": True}, {"level": "loud"}, {"speed": 1}):
    try:
        print(Server(**given))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
server = Server(name="a")
del server.name
print(server.name, vars(server))
try:
    del server.name
except AttributeError as error:
    print(error)


class Child(Server):
    extra = Integer(default=5)


print(Child(extra=7), Child.fields, Server.fields, "port" in Child.__dict__, Child.port is Server.port)
