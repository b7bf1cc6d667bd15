class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value
class A:
    x = Field()
    y = z = Field()
a = A()
print(a.x)
a.x = 5
print(a.x, a.__dict__, A.x.name, A.y is A.z, A.y.name)
class Bad:
    def __set_name__(self, owner, name): raise ValueError("bad name")
try:
    class B:
        q = Bad()
except Exception as e: print(type(e).__name__, e, repr(e.__cause__), getattr(e, "__notes__", None))
A.late = Field()
print(hasattr(A.late, "name"))
