import types

def f(): pass
async def co(): pass
def g(): yield
async def ag(): yield
class C:
    def m(self): pass
print([isinstance(f, types.FunctionType), isinstance(f, types.LambdaType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType),
       isinstance(g(), types.GeneratorType), isinstance(ag(), types.AsyncGeneratorType), isinstance(types, types.ModuleType), isinstance(f.__code__, types.CodeType), isinstance(None, types.NoneType), isinstance(..., types.EllipsisType), isinstance(NotImplemented, types.NotImplementedType),
       isinstance(list[int], types.GenericAlias), isinstance(int | str, types.UnionType), isinstance(str.join, types.MethodDescriptorType), isinstance(C.__dict__, types.MappingProxyType), isinstance((lambda x: (lambda: x))(1).__closure__[0], types.CellType)])
c = co()
print(isinstance(c, types.CoroutineType)); c.close()
try:
    1 / 0
except ZeroDivisionError as e:
    print(isinstance(e.__traceback__, types.TracebackType))
print(types.FunctionType.__name__, types.MethodType.__name__, types.ModuleType.__name__, types.GeneratorType.__name__, types.NoneType, types.UnionType, types.GenericAlias, types.MappingProxyType, types.SimpleNamespace)
n = types.SimpleNamespace(a=1, b="x")
n.c = [n.a]
print(n, n == types.SimpleNamespace(a=1, b="x", c=[1]), n != types.SimpleNamespace(), n.__dict__, vars(n))
del n.a
print(n, types.SimpleNamespace(), types.SimpleNamespace(**{"x y": 1}))
loop = types.SimpleNamespace()
loop.me = loop
print(loop)
for bad in [lambda: types.SimpleNamespace(1, 2)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
p = types.MappingProxyType({"a": 1})
print(p, p["a"], dict(p), len(p), "a" in p, list(p.items()), p | {"b": 2}, p == {"a": 1}, p.get("z"), p.copy())
try:
    p["b"] = 1
except TypeError as e:
    print(e)
D = types.new_class("D", (C,), {}, lambda ns: ns.update(x=5, m2=lambda self: self.x))
print(D.__name__, D.__bases__, D().m2(), types.new_class("E").__mro__)
class Meta(type):
    def __new__(meta, name, bases, ns, **kw):
        cls = super().__new__(meta, name, bases, ns)
        cls.kw = kw
        return cls
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return {"prepared": True}
F = types.new_class("F", (), {"metaclass": Meta, "extra": 1})
print(type(F), F.kw, F.prepared, types.prepare_class("G", (F,), {"k": 1}), types.resolve_bases((list[int], C)))
class Attr:
    def __init__(self): self._v = 3
    @types.DynamicClassAttribute
    def v(self): return self._v
print(Attr().v)
try:
    Attr.v
except AttributeError as e:
    print("AttributeError")
m = types.ModuleType("made", "its doc")
m.x = 1
print(m.__name__, m.__doc__, m.x, m)
bound = types.MethodType(lambda self, a: (self, a), "me")
print(bound(1), bound.__self__)
@types.coroutine
def old():
    yield from ()
    return 5
async def main():
    return await old()
import asyncio
print(asyncio.run(main()))
