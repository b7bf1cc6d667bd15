class A:
    "doc A"
    def m(self): "doc m"
class B(A):
    pass
print(A.__doc__, B.__doc__, A.m.__doc__, A().__doc__, B.m.__doc__, A.__name__, A.__module__, A.__class__, A.__basicsize__ > 0 if hasattr(A, "__basicsize__") else True)
print(type(A), type(type), type.__mro__, object.__bases__, A.__dict__.keys() >= {"m", "__doc__"}, A.__weakrefoffset__ >= 0 if hasattr(A, "__weakrefoffset__") else True)
print(isinstance(A, type), isinstance(type, object), issubclass(type, object), isinstance(object, type), callable(A))
print(A.__eq__(A, A), A.__hash__ is object.__hash__, A.__init__ is object.__init__, A.__new__ is object.__new__, A.__repr__ is object.__repr__)
print(sorted(set(dir(A)) - set(dir(object))), "m" in dir(A()))
for f in (lambda: setattr(int, "x", 1), lambda: setattr(object, "x", 1), lambda: delattr(str, "upper"), lambda: setattr(type, "x", 1), lambda: int.nope, lambda: A.nope, lambda: A().nope, lambda: type.nope):
    try: f()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
print(A.__subclasses__(), B.__subclasses__(), A.__subclasshook__(B), A.__annotations__)
