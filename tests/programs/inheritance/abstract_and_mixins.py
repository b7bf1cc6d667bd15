class Comparable:
    def __eq__(self, other): return self.key() == other.key()
    def __lt__(self, other): return self.key() < other.key()
    def __hash__(self): return hash(self.key())


class Printable:
    def __str__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in sorted(vars(self).items()))
        return f"{type(self).__name__}({fields})"


class Employee(Printable, Comparable):
    raise_rate = 1.1

    def __init__(self, name, pay):
        self.name, self.pay = name, pay

    def key(self): return self.pay, self.name

    def give_raise(self):
        self.pay = int(self.pay * self.raise_rate)
        return self


class Manager(Employee):
    raise_rate = 1.2

    def __init__(self, name, pay, team=()):
        super().__init__(name, pay)
        self.team = list(team)

    def key(self): return super().key() + (len(self.team),)

    def give_raise(self):
        super().give_raise()
        for member in self.team:
            member.give_raise()
        return self


ann, bo = Employee("Ann", 100), Employee("Bo", 90)
cy = Manager("Cy", 200, [ann, bo])
print(cy.give_raise().pay, ann, bo, max(ann, bo).name, sorted([ann, bo])[0].name, ann == Employee("Ann", 110), len({ann, Employee("Ann", 110)}))
print([c.__name__ for c in Manager.__mro__], Manager.give_raise.__qualname__, isinstance(cy, Printable), Manager.__init__ is not Employee.__init__)


class Visitor:
    def visit(self, node):
        for cls in type(node).__mro__:
            method = getattr(self, f"visit_{cls.__name__}", None)
            if method:
                return method(node)
        raise TypeError(f"no visitor for {type(node).__name__}")


class Depth(Visitor):
    def visit_list(self, node): return 1 + max(map(self.visit, node), default=0)
    def visit_dict(self, node): return 1 + max(map(self.visit, node.values()), default=0)
    def visit_object(self, node): return 0


print(Depth().visit([1, [2, {"a": [3]}], []]), Depth().visit("x"))


class A:
    def __init__(self, **kwargs):
        self.rest = kwargs


class B(A):
    def __init__(self, b=0, **kwargs):
        super().__init__(**kwargs)
        self.b = b


class C(A):
    def __init__(self, c=0, **kwargs):
        super().__init__(**kwargs)
        self.c = c


class D(B, C):
    pass


d = D(b=1, c=2, x=3)
print(d.b, d.c, d.rest, super(B, d).__init__.__qualname__, vars(d))
try:
    class X(A, B): pass
except TypeError as error:
    print(type(error).__name__)
for bad in (lambda: super().x, lambda: super(int, "s"), lambda: A(1), lambda: object(1), lambda: D.missing):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
