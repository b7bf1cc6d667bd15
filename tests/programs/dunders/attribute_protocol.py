class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)

    def __dir__(self):
        return ["z", "a"]


class Plain:
    kind = "plain"

    def method(self, x):
        return x, self.kind


target = Plain()
p = Proxy(target)
p.size = 3
print(p.size, p.kind, p.method(1), target.size, hasattr(p, "nope"), getattr(p, "nope", "default"), dir(p))
del p.size
print(hasattr(target, "size"), p._log)
try:
    p.nope
except AttributeError as error:
    print(error)


class Meter:
    """A data descriptor and a non-data descriptor."""

    def __get__(self, instance, owner=None):
        return "class" if instance is None else f"reading {instance.__dict__.get('m')}"

    def __set__(self, instance, value):
        instance.__dict__["m"] = value * 2

    def __delete__(self, instance):
        del instance.__dict__["m"]


class NonData:
    def __get__(self, instance, owner):
        return f"non-data of {owner.__name__}"


class Holder:
    m = Meter()
    n = NonData()


h = Holder()
h.m = 5
print(h.m, Holder.m, h.n, Holder.n, vars(h))
h.n = "shadowed"
print(h.n)
del h.m
print(h.m, h.__dict__)


class Computed:
    def __getattribute__(self, name):
        if name.startswith("auto_"):
            return name.upper()
        return super().__getattribute__(name)

    real = 1


c = Computed()
print(c.auto_x, c.real, hasattr(c, "auto_y"), hasattr(c, "other"), getattr(c, "auto_z"))


class Flexible:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args: (name, args)


f = Flexible()
print(f.anything(1, 2), f.chain.__name__, hasattr(f, "__len__"))
try:
    len(f)
except TypeError as error:
    print(error)


class Slots:
    __slots__ = ("a", "_b")
    def __init__(self): self.a = 1
    @property
    def b(self): return getattr(self, "_b", "unset")


class Sub(Slots):
    pass


s, t = Slots(), Sub()
t.free = 1
print(s.a, s.b, t.free, t.a, hasattr(s, "__dict__"), t.__dict__, Slots.__slots__)
for action in (lambda: setattr(s, "c", 1), lambda: s._b, lambda: delattr(s, "_b"), lambda: setattr(s, "b", 1), lambda: setattr(5, "x", 1), lambda: setattr([], "x", 1),
               lambda: setattr(int, "x", 1), lambda: delattr(h, "zz"), lambda: getattr(h, 5), lambda: h.__dict__["q"], lambda: setattr(h, "__dict__", 5), lambda: setattr(h, "__class__", 5)):
    try:
        print("got", action())
    except Exception as error:
        print(type(error).__name__, error)
