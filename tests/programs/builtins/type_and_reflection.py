class A:
    x = 1
    def f(self): pass


a = A()
print(type(a), A, [A], type(A), type(None), type(...), type(NotImplemented), int, type(1j), type(len), type(A.f), type(a.f), type((i for i in [])), type(range(1)), type({}.keys()))
print(isinstance(A, type), isinstance(a, object), issubclass(A, (int, object)), type(a) == A, type(a).__name__, a.__class__ is A, A.__class__ is type)
print(dir(a)[-2:], [n for n in dir(A) if not n.startswith("__")], hasattr(a, "f"), callable(A), callable(a), vars(A)["x"], A.__dict__.get("x"), "f" in vars(A))
print(type("X", (A,), {"y": 2}).y, type("X", (), {})().__class__.__name__, getattr(A, "x"), getattr(a, "zz", None))
print(int | None, list[int], dict[str, int], tuple[int, ...], isinstance(1, int | str), isinstance("s", int | None), (int | str) == (str | int))
print(repr(int), str(A), f"{A.__name__:>5}", repr(type), NotImplemented, Ellipsis, ..., repr(None), True.__class__, (1).__class__.__mro__)
print(print.__name__, len.__name__, "".join.__name__, [].append.__name__, dict.get.__name__, (lambda: 0).__name__, A.f.__name__, A.__init__.__name__, object.__repr__.__name__)
print(A.__doc__, A.f.__doc__)
print(object() == object(), object() != object(), hash(a) == hash(a), a == a, a != A(), bool(object()), isinstance(True, int), True == 1, True is 1 if False else None)
print(bool.__mro__, Exception.__mro__, KeyError.__bases__, type.__bases__, object.__bases__, A.__bases__, A.__base__)
print(sorted(x for x in dir([]) if x[0] != "_"), sorted(x for x in dir("") if x[0] != "_"), sep="\n")
print(sorted(x for x in dir({}) if x[0] != "_"), sorted(x for x in dir(set()) if x[0] != "_"), sorted(x for x in dir(()) if x[0] != "_"), sorted(x for x in dir(1) if x[0] != "_"), sorted(x for x in dir(1.0) if x[0] != "_"), sep="\n")
print(sorted(x for x in dir(b"") if x[0] != "_"), sorted(x for x in dir(frozenset()) if x[0] != "_"), sorted(x for x in dir(range(1)) if x[0] != "_"), sep="\n")
for bad in (lambda: type("X"), lambda: type("X", 1, {}), lambda: type("X", (1,), {}), lambda: type("X", (bool,), {}), lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: object().x, lambda: A.nope, lambda: A().f(1), lambda: type(1)("x"), lambda: A(1), lambda: int.nope, lambda: type("X", (int, str), {}), lambda: list[int](5), lambda: int[str], lambda: NotImplemented + 1, lambda: ...()):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
