"""Weak references, proxies and containers while their objects live."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []

    def __repr__(self):
        return f"Node({self.name})"

    def greet(self, other="you"):
        return f"{self.name} greets {other}"


root, leaf = Node("root"), Node("leaf")
reference = weakref.ref(root)
print(reference() is root, reference == weakref.ref(root), hash(reference) == hash(root))
print(isinstance(reference, weakref.ReferenceType), reference.__callback__)
proxy = weakref.proxy(root)
print(proxy.name, proxy.greet("me"), type(proxy).__name__ in ("weakproxy", "ProxyType"), proxy == root)
proxy.extra = 5
print(root.extra)
values = weakref.WeakValueDictionary(a=root)
values["b"] = leaf
print(sorted(values), values["a"], values.get("z"), "b" in values, len(values), sorted(values.items(), key=lambda pair: pair[0]))
print(values.pop("b"), list(values.keys()), values.setdefault("c", leaf))
keys = weakref.WeakKeyDictionary()
keys[root] = "the root"
keys[leaf] = "a leaf"
print(keys[root], len(keys), leaf in keys, sorted(str(k) for k in keys), keys.get(Node("other"), "none"))
del keys[leaf]
print(list(keys.values()))
some = weakref.WeakSet([root, leaf])
some.add(root)
some.discard(leaf)
print(len(some), root in some, leaf in some, [n.name for n in some])
method = weakref.WeakMethod(root.greet)
print(method()("them"), method() == root.greet)
finalizer = weakref.finalize(root, print, "never called here")
print(finalizer.alive, finalizer.peek()[2], finalizer.detach() is not None, finalizer.alive)
called = weakref.finalize(leaf, lambda *a: a, 1, 2)
print(called(), called(), called.alive)


class Slotted:
    __slots__ = ("__weakref__", "x")


class NoRef:
    __slots__ = ("x",)


slotted = Slotted()
print(weakref.ref(slotted)() is slotted)
for value in (5, "text", (1,), None, NoRef(), [1], {}):
    try:
        weakref.ref(value)
        print("fine", value)
    except TypeError as error:
        print(error)
print(weakref.ref({1, 2}.__class__)() is set, weakref.ref(Node)() is Node)
