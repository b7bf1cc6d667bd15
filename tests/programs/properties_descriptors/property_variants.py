"""property by decorator and by call, copied, inherited, overridden, with doc and without parts."""


class Temperature:
    def __init__(self, celsius=0):
        self._celsius = celsius

    def _get(self):
        "degrees"
        return self._celsius

    def _set(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    celsius = property(_get, _set)
    read_only = property(lambda self: "fixed", doc="cannot be set")
    write_only = property(None, lambda self, v: print("wrote", v))
    nothing = property()

    @property
    def fahrenheit(self):
        """the same in F"""
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        print("reset")
        self._celsius = 0


t = Temperature(100)
print(t.celsius, t.fahrenheit, t.read_only, Temperature.celsius.__doc__, Temperature.fahrenheit.__doc__, Temperature.read_only.__doc__)
t.fahrenheit = 212
t.celsius += 5
t.write_only = "x"
print(t.celsius)
del t.fahrenheit
for attempt in ("t.read_only = 1", "t.write_only", "del t.celsius", "t.nothing", "t.nothing = 1", "del t.nothing", "t.celsius = -300", "del t.read_only"):
    try:
        exec(attempt)
    except (AttributeError, ValueError) as error:
        print(attempt, "->", error)


class Kelvin(Temperature):
    @property
    def celsius(self):
        return round(super().celsius + 273.15, 2)

    @Temperature.fahrenheit.getter
    def fahrenheit(self):
        return "overridden getter"


k = Kelvin(10)
print(k.celsius, k.fahrenheit)
k.fahrenheit = 50 if False else 32
print(k._celsius) if False else None
part = Temperature.__dict__["fahrenheit"]
print(type(part), part.fget.__name__, part.fset.__name__, part.fdel is not None, part.fget(Temperature(0)))
copied = part.setter(None)
print(copied.fset, copied.fget is part.fget, copied is part, copied.__doc__)


class Tagged(property):
    tag = "tagged"


class Holder:
    @Tagged
    def x(self):
        return 5

    y = Tagged(lambda self: self.x + 1, doc="sum")


print(Holder().x, Holder().y, Holder.x.tag, Holder.y.__doc__, isinstance(Holder.x, property))


class Cached:
    def __init__(self):
        self.calls = 0

    @property
    def value(self):
        self.calls += 1
        return [self.calls]


c = Cached()
c.value.append(5)
c.value[0] = 9 if c.calls else 0
print(c.value, c.calls)
