class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = Temperature(25)
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__)
t.celsius = 30
t.celsius += 1
print(t.celsius)
del t.celsius
print(t.celsius)
for action in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "fahrenheit"), lambda: Temperature(-500)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
try:
    t.fahrenheit += 1
except AttributeError as error:
    print(error)


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, got {type(value).__name__}")
        instance.__dict__[self.name] = value


class Person:
    name = Typed(str)
    age = Typed(int, 18)

    def __init__(self, name):
        self.name = name


p = Person("Ann")
print(p.name, p.age, Person.age.default)
p.age = 30
try:
    p.age = "old"
except TypeError as error:
    print(error)
print(p.age, p.__dict__)


class Lazy:
    def __init__(self, function): self.function = function
    def __set_name__(self, owner, name): self.name = name

    def __get__(self, instance, owner):
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Report:
    @Lazy
    def total(self):
        print("computing")
        return 99


r = Report()
print(r.total, r.total)
