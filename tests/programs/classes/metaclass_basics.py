class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kwargs)
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 42}
class A(metaclass=Meta, flag=True):
    x = 1
    print("body", injected)
class B(A):
    y = 2
    def __init__(self, v): self.v = v
b = B(3)
print(b.v, B.injected, type(B) is Meta, type(B), isinstance(B, Meta))
C = Meta("C", (A,), {"z": 1})
print(C.z, C.__mro__)
