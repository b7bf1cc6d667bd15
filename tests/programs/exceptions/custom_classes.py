class AppError(Exception):
    code = 0
    def __init__(self, message, *, code=None, **details):
        super().__init__(message)
        self.code = code if code is not None else type(self).code
        self.details = details
    def __str__(self): return f"[{self.code}] {self.args[0]}"
class NotFound(AppError):
    code = 404
e = NotFound("missing", key="x")
print(e, repr(e), e.details, e.args)
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
n = NoSuper(1, 2)
print(n, n.args, repr(n))
class WithNew(Exception):
    def __new__(cls, *a): return super().__new__(cls, "from new")
print(WithNew(1, 2).args)
class Eq(Exception):
    def __eq__(self, o): return self.args == o.args
    def __hash__(self): return 1
print(Eq(1) == Eq(1), ValueError(1) == ValueError(1))
class Multi(KeyError, AttributeError): pass
try: raise Multi("m")
except AttributeError as e: print(type(e).__name__, e)
class Multi2(ValueError, IndexError):
    def __str__(self): return "multi " + super().__str__()
print(Multi2("x"), Multi2.__mro__)
class Prop(Exception):
    @property
    def status(self): return "status"
    __slots__ = ()
print(Prop().status)
e = ValueError()
e.extra = 5
print(e.extra, e.__dict__)
import copy
c = copy.copy(NotFound("z"))
print(type(c).__name__, c.args, c.details)
d = copy.deepcopy(ValueError("a", [1]))
print(d.args)
