"""Classes: inheritance, dunders, properties, slots, descriptors, class hooks; objects used everywhere."""

from __future__ import annotations

from fuzz.generate import literals
from fuzz.generate.functions import Functions

BINARY = {"__add__": "+", "__sub__": "-", "__mul__": "*", "__truediv__": "/", "__floordiv__": "//", "__mod__": "%", "__and__": "&",
          "__or__": "|", "__xor__": "^", "__matmul__": "@", "__lshift__": "<<", "__rshift__": ">>", "__pow__": "**"}
GIVEN = ("self.v", "(self.v, o)", "o", "NotImplemented", "type(self)(o)", "self", "[o, self.v]", "o.v", "1")
DUNDERS = (
    "def __repr__(self): return f'{type(self).__name__}<{self.v!r}>'", "def __str__(self): return 'str:' + str(self.v)",
    "def __eq__(self, o): note('eq'); return isinstance(o, Base) and self.v == o.v", "def __hash__(self): return 7",
    "def __lt__(self, o): note('lt'); return str(self.v) < str(getattr(o, 'v', o))", "def __gt__(self, o): return NotImplemented",
    "def __le__(self, o): return [1]", "def __bool__(self): note('bool'); return bool(self.v)", "def __len__(self): return {len}",
    "def __getitem__(self, k): note('getitem', k); return (self.v, 1, 2)[k]", "def __setitem__(self, k, o): note('setitem', k, o)",
    "def __delitem__(self, k): note('delitem', k)", "def __contains__(self, o): note('contains'); return {given}",
    "def __iter__(self): return iter((self.v, 2))", "def __iter__(self):\n    yield self.v\n    yield 'it'", "def __next__(self): raise StopIteration",
    "def __call__(self, *a, **k): return (self.v, a, k)", "def __int__(self): return {int}", "def __float__(self): return 2.5",
    "def __index__(self): return {int}", "def __neg__(self): return {given1}", "def __abs__(self): return {given1}",
    "def __format__(self, s): return '<' + s + '>'", "def __getattr__(self, k): note('getattr', k); return {attr}",
    "def __setattr__(self, k, o): note('setattr', k); object.__setattr__(self, k, o)", "def __delattr__(self, k): note('delattr', k); object.__delattr__(self, k)",
    "def __enter__(self): return self", "def __exit__(self, *a): note('exit', a[0]); return {bool}", "def __round__(self, n=None): return n",
    "def __reversed__(self): return [2, 1]", "def __missing__(self, k): return k", "def __dir__(self): return ['b', 'a']",
    "def __iadd__(self, o): self.v = (self.v, 'i'); return self", "def __init_subclass__(cls, **k): note('subclass', cls.__name__, k); super().__init_subclass__()",
    "def __class_getitem__(cls, k): return (cls.__name__, k)", "def __instancecheck__(self, o): return True", "def __complex__(self): return 1j",
    "def __bytes__(self): return b'by'", "def __trunc__(self): return 4", "def __length_hint__(self): return 3", "def __divmod__(self, o): return (o, 'dm')",
    "@property\ndef prop(self): note('get'); return self.v", "@property\ndef prop(self): return self._p\n@prop.setter\ndef prop(self, o): note('set', o); self._p = o\n@prop.deleter\ndef prop(self): note('del')",
    "@staticmethod\ndef st(*a): return a", "@classmethod\ndef cm(cls, *a): return (cls.__name__, a)", "d = Descriptor()", "x = [1]", "__slots__ = ('v', 'w', '_p')",
    "def meth(self, a=1): return super().meth(a) if hasattr(super(), 'meth') else (self.v, a)", "@functools.cached_property\ndef cached(self): note('cached'); return self.v",
    "def __private(self): return 'p'\ndef public(self): return self.__private()", "__match_args__ = ('v',)", "y: int = 3", "@contextlib.contextmanager\ndef ctx(self): yield self.v",
    "def __getattribute__(self, k):\n    if k == 'x': note('attribute')\n    return object.__getattribute__(self, k)",
    "def __new__(cls, *a, **k): note('new'); return super().__new__(cls)", "def __await__(self):\n    yield from asyncio.sleep(0).__await__()\n    return self.v",
)
USES = (
    "str(o)", "repr(o)", "o == {x}", "o != {x}", "o < {x}", "o >= {x}", "{x} < o", "bool(o)", "len(o)", "o[{k}]", "o[1:2]", "{x} in o", "list(o)", "o(1, k=2)", "int(o)",
    "float(o)", "[0, 1, 2, 3][o]", "-o", "abs(o)", "f'{o}|{o!r:>4}|{o:>5}'", "format(o, '')", "o.missing", "o.prop", "o.st(1)", "o.cm(2)", "o.d", "o.x", "o.meth({x})",
    "o.cached", "o.public()", "{o: 1}.get(o)", "{o, o} == {o}", "sorted([o, {x}])", "max(o, {x})", "type(iter(o)) is type(o)", "next(o)", "reversed(o)", "round(o, 2)", "divmod(o, {x})",
    "isinstance(o, Base)", "type(o).__mro__", "[*o]", "(lambda *a: a)(*o)", "sum(o)", "'%s %d' % (o, o)", "bytes(o)", "complex(o)", "range(o)", "'ab' * o", "type(o)[int]",
    "getattr(o, 'v', 0)", "hasattr(o, 'w')", "vars(o)", "dir(o)[:2]", "o.__class__.__name__", "o.__dict__", "tuple(o)", "dict(o)", "zip(o, o)", "o is o", "not o", "o and 1",
    "operator.index(o)", "math.trunc(o)", "str.join('-', o)", "bin(o)", "chr(o)", "list(map(o, [1]))", "o.__missing__(3)", "callable(o)", "set(o)", "o.y", "type(o).x",
    "super(type(o), o).meth(1)", "o.ctx().__enter__()", "asyncio.run(awaited(o))", "functools.reduce(lambda a, b: (a, b), o)", "all(o)", "enumerate(o)", "min([o, o])", "[o].index(o)", "[{x}, o].count({x})")
DONE = (
    "o.v = {x}", "o.w = {x}", "del o.v", "o[{k}] = {x}", "del o[{k}]", "o.prop = {x}", "del o.prop", "o.d = {x}", "del o.d", "o += {x}", "o.x += [2]", "type(o).x = 5", "o.v += 1",
    "o[0] += 1", "with o as z: note(z)", "with o: raise KeyError(1)", "for z in o: note(z)", "a, b = o", "a, *b = o", "setattr(o, 'q', 1)", "delattr(o, 'w')", "o @= 2", "o.x.append(3)",
    "o.__dict__['v'] = 4", "match o:\n    case Base(1): note('one')\n    case Base(v=z): note('v', z)\n    case _: note('other')", "assert o, o", "raise o", "o.__class__ = Other", "while o: break",
    "if o: note('true')\nelse: note('false')", "show(*o, sep=o)", "[][o] = 1", "del [1, 2][o]")


class Classes(Functions):
    """Definitions of classes and uses of their objects."""

    def class_statement(self) -> None:
        name = self.fresh("C")
        bases = self.pick((*(["Base"] * 6), "Base, Mixin", "Mixin, Base", "dict", "list", "int", "str", "Exception", "tuple", "Base, dict", "float",
                           "metaclass=Meta", "Base, metaclass=Meta", "Base, key=1", *(self.classes[-3:] if self.classes else ())))
        with self.indented(f"class {name}({bases}):"):
            members = {self.pick(DUNDERS) for _ in range(self.number(2, 7))}
            for member in sorted(members):
                self.emit(self.filled_member(member))
            for dunder in sorted({self.pick(tuple(BINARY)) for _ in range(self.number(0, 3))}):
                shown = dunder if self.chance(0.6) else dunder.replace("__", "__r", 1)
                self.emit(f"def {shown}(self, o): note('{shown}'); return {self.pick(GIVEN)}")
        for _ in range(self.number(2, 6)):
            self.use_object(name)
        self.classes.append(name)

    def filled_member(self, member: str) -> str:
        for hole, options in (("{len}", ("0", "2", "1", "True")), ("{given}", ("True", "0", "'x'", "o")), ("{given1}", ("self.v", "1", "self", "'n'")),
                              ("{int}", ("1", "2", "3", "True")), ("{bool}", ("True", "False", "None", "1")),
                              ("{attr}", ("k", "len(k)", "object.__getattribute__(self, 'zz')", "1"))):
            member = member.replace(hole, self.pick(options))
        return member

    def use_object(self, name: str) -> None:
        with self.indented("try:"):
            self.emit(f"o = {name}({self.pick(('', '1', '2', self.variable(self.kind()), '[1, 2]', repr('ab'), self.pick(literals.SMALL)))})")
            for _ in range(self.number(1, 4)):
                other = self.pick(("1", "'s'", f"{name}(1)", "o", "None", "Base(1)", "2.5"))
                choice = self.random.random()
                if choice < 0.5:
                    self.emit(f"show({self.pick(USES).replace('{x}', other).replace('{k}', self.pick(('0', '1', '-1', repr('k'), ':', '5')))})")
                elif choice < 0.75:
                    operator = self.pick(tuple(BINARY.values()))
                    self.emit(f"show({self.pick((f'o {operator} {other}', f'{other} {operator} o'))})")
                else:
                    self.emit(self.pick(DONE).replace("{x}", other).replace("{k}", self.pick(("0", "1", "'k'", "1:2"))))
        self.report()
