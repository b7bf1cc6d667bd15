class A:
    x = 1
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        print("getattr", name)
        if name == "missing": raise AttributeError("custom " + name)
        return name * 2
    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)
a = A()
print(a.x, a.y)
a.z = 5
print(a.z)
del a.z
try: a.missing
except AttributeError as e: print(e)
try: del a.nothere
except AttributeError as e: print(e)
print(hasattr(a, "missing"), hasattr(a, "ok"), getattr(a, "missing", "default"))
a.n = 1
a.n += 1
print(a.__dict__)
