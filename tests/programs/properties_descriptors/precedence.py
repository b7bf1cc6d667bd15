"""Data descriptors, plain descriptors, instance dicts and __getattr__: who wins."""


class Data:
    def __get__(self, obj, cls):
        return f"data get {obj is not None} {cls.__name__}"

    def __set__(self, obj, value):
        print("data set", value)


class Plain:
    def __get__(self, obj, cls):
        return "plain get" if obj is not None else "plain of class"


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["set_only"] = value * 10


class DeleteOnly:
    def __delete__(self, obj):
        print("deleting")


class A:
    data, plain, set_only, delete_only = Data(), Plain(), SetOnly(), DeleteOnly()
    value = "class value"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"missing {name}"


a = A()
print(a.data, A.data, a.plain, A.plain, type(a.set_only).__name__, a.value, a.nothing)
a.data = 1
a.plain = 2
a.set_only = 3
a.value = "own"
a.__dict__["data"] = "hidden"
print(a.data, a.plain, a.set_only, a.value, sorted(a.__dict__))
try:
    a.delete_only = 1
except AttributeError as error:
    print("set:", error)
del a.delete_only, a.plain, a.value
try:
    del a.data
except AttributeError as error:
    print("del:", error)
print(a.plain, a.value)


class Meta(type):
    shared = Data()
    lazy = Plain()

    def __getattr__(cls, name):
        return f"meta missing {name}"


class B(metaclass=Meta):
    lazy = "own lazy"


print(B.shared, B.lazy, B.other)
B.shared = 5
try:
    B().shared
except AttributeError as error:
    print(error)


class Strict:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("no secrets")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback {name}"

    def method(self):
        return "method"


strict = Strict()
strict.x = 1
print(strict.x, strict.secret, strict.y, strict.method(), getattr(strict, "secret"), hasattr(strict, "secret"))


class Failing:
    @property
    def broken(self):
        return self.no_such_thing

    def __getattr__(self, name):
        raise AttributeError(f"getattr {name}")


try:
    Failing().broken
except AttributeError as error:
    print(error)
function = A.__getattr__
bound = function.__get__(a, A)
print(bound("x"), type(bound).__name__, function.__get__(None, A) is function, bound.__self__ is a, bound.__func__ is function)
print(type(A.__dict__["data"]).__get__(A.__dict__["data"], a, A), classmethod(lambda cls: cls.__name__).__get__(None, A)(), staticmethod(len).__get__(None, A)("abc"))
