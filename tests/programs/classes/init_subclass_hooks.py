"""__init_subclass__, __set_name__, __class_getitem__ together in a small framework."""


class Route:
    def __init__(self, path):
        self.path = path
        self.owners = []

    def __call__(self, function):
        self.function = function
        return self

    def __set_name__(self, owner, name):
        self.name = name
        self.owners.append(owner.__name__)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return lambda *args: self.function(instance, *args)


class Controller:
    routes = {}
    prefix = ""

    def __init_subclass__(cls, /, prefix=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if prefix is not None:
            cls.prefix = prefix
        cls.routes = dict(cls.routes)
        for name, value in vars(cls).items():
            if isinstance(value, Route):
                cls.routes[cls.prefix + value.path] = name

    def __class_getitem__(cls, path):
        return cls.routes.get(path, "404")

    def dispatch(self, path, *args):
        return getattr(self, type(self)[path])(*args)


class Users(Controller, prefix="/users"):
    @Route("/list")
    def listing(self):
        return ["ann", "bob"]

    @Route("/show")
    def show(self, n):
        return self.listing()[n]


class Admin(Users, prefix="/admin"):
    @Route("/drop")
    def drop(self):
        return "dropped"


print(Users.routes, Admin.routes, Controller.routes)
print(Users["/users/list"], Users["/nope"], Users().dispatch("/users/show", 1), Admin().dispatch("/admin/drop"), Admin().dispatch("/users/list"))
print(Users.show.name, Users.show.owners, Admin.__dict__["drop"].owners)
try:
    class Bad(Controller, color="red"):
        pass
except TypeError as error:
    print(error)
try:
    class Worse(color="red"):
        pass
except TypeError as error:
    print(error)


class Raising:
    def __set_name__(self, owner, name):
        raise LookupError(f"no {name}")


try:
    class Broken:
        field = Raising()
except Exception as error:
    print(type(error).__name__, error, repr(error.__cause__), getattr(error, "__notes__", None))


class Late:
    pass


Late.route = Route("/late")
print(hasattr(Late.route, "name"), Late.route.owners)
dynamic = type("Dynamic", (Controller,), {"hello": Route("/hello")(lambda self: "hi")}, prefix="/dyn")
print(dynamic.routes, dynamic().hello(), dynamic.__class_getitem__("/dyn/hello"))


class Counted:
    count = 0

    def __init_subclass__(cls):
        Counted.count += 1
        cls.number = Counted.count


class A(Counted): ...
class B(Counted): ...
class C(A, B): ...


print(A.number, B.number, C.number, Counted.count, [c.__name__ for c in Counted.__subclasses__()])


class Mixin:
    def __init_subclass__(cls, **kwargs):
        cls.log = getattr(cls, "log", ()) + (cls.__name__,)
        super().__init_subclass__(**kwargs)


class D(Mixin, Controller, prefix="/d"): ...
class E(D): ...


print(D.log, E.log, E.prefix)
