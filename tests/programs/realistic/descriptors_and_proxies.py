"""Descriptors, validators, proxies, attribute access, slots, operators."""


class Typed:
    def __init__(self, kind, check=lambda v: True):
        self.kind, self.check = kind, check

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if not self.check(value):
            raise ValueError(f"bad {self.name}: {value!r}")
        obj.__dict__[self.name] = value


class Person:
    name = Typed(str, str.strip)
    age = Typed(int, lambda v: v >= 0)

    def __init__(self, name, age):
        self.name, self.age = name, age

    def __repr__(self):
        return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


p = Person("Ann", 30)
p.age += 1
print(p, Person.age.name, vars(p))
for action in (lambda: Person("Bob", "x"), lambda: Person(" ", 1), lambda: setattr(p, "age", -1), lambda: p.missing, lambda: delattr(p, "zip")):
    try:
        action()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class Recorder:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_calls", [])

    def __getattr__(self, name):
        value = getattr(self._target, name)
        if callable(value):
            def call(*a, **k):
                self._calls.append((name, a, k))
                return value(*a, **k)
            return call
        return value

    def __setattr__(self, name, value):
        self._calls.append(("set", name, value))
        setattr(self._target, name, value)

    def __len__(self):
        return len(self._target)


r = Recorder([3, 1, 2])
r.sort(reverse=True)
r.append(9)
print(r._target, r._calls, len(r), r.count(9))


class Money:
    __slots__ = ("cents",)

    def __init__(self, cents): self.cents = cents
    def __add__(self, o): return Money(self.cents + o.cents) if isinstance(o, Money) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.cents += o.cents; return self
    def __eq__(self, o): return isinstance(o, Money) and self.cents == o.cents
    def __hash__(self): return hash(self.cents)
    def __bool__(self): return self.cents != 0
    def __format__(self, spec): return format(self.cents / 100, spec or ".2f")
    def __index__(self): return self.cents
    def __lt__(self, o): return self.cents < o.cents
    def __repr__(self): return f"Money({self.cents})"


m = Money(150)
m += Money(5)
print(m, sum([Money(1), Money(2)]), f"{m} {m:>8.1f}", hex(m), bool(Money(0)), {m: 1}[Money(155)], sorted([m, Money(2)]), min(m, Money(9)), list(range(200))[m])
for action in (lambda: m + 1, lambda: 1 + m, lambda: setattr(m, "x", 1), lambda: m > 5, lambda: -m, lambda: m[0], lambda: m()):
    try:
        action()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Temperature:
    def __init__(self, celsius): self.celsius = celsius

    @property
    def fahrenheit(self):
        """In degrees Fahrenheit."""
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f): self.celsius = (f - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self): self.celsius = None

    @staticmethod
    def boiling(): return Temperature(100)


t = Temperature.boiling()
t.fahrenheit = 50
print(t.celsius, t.fahrenheit, Temperature.fahrenheit.__doc__)
del t.fahrenheit
print(t.celsius)
