class Meta(type):
    def __new__(cls, name, bases, namespace, **keywords):
        namespace["made"] = ask(name)
        return super().__new__(cls, name, bases, namespace)

    def __call__(cls, *args):
        print("call", ask(args))
        return super().__call__(*args)


class Base(metaclass=Meta):
    here = ask("body")
    items = [ask(n) for n in range(2)]

    def __init_subclass__(cls, **keywords):
        cls.tag = ask(keywords)

    def __new__(cls, *args):
        print("new", ask(1))
        return super().__new__(cls)

    def __init__(self, n):
        self.n = ask(n)


class Derived(Base, kind="x"):
    there = ask(Base.here)


print(Derived(4).n, Derived.tag, Derived.made, Derived.there, Base.items)
