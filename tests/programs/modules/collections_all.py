from collections import *
import collections
d = deque([1,2,3], maxlen=3); d.append(4); print(d, len(d)); d.appendleft(0); print(d, d[0], d[-1], 4 in d, list(reversed(d)))
d = deque(range(100))
for i in range(60): d.popleft()
print(d); d.rotate(3); print(d); d.rotate(-10); print(d); print(d == deque(d), d < deque([1]))
try:
    for x in d: d.append(1)
except RuntimeError as e: print(e)
try: deque().pop()
except IndexError as e: print(e)
d = deque("abc"); d.extendleft("xyz"); print(d, d.index("a"), d.count("a")); d.insert(1, "Q"); d.remove("z"); d.reverse(); print(d, d+d, d*2)
c = Counter("abracadabra"); print(c, c.most_common(2), c["zz"], c.total()); c.update("aaa"); c.subtract("b"); print(c, c+c, c-Counter(a=3), c&Counter(a=2), c|Counter(z=4), +c, -c, sorted(c.elements()))
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dict(dd))
od = OrderedDict(a=1,b=2,c=3); od.move_to_end("a"); print(od); od.move_to_end("c", last=False); print(od, od.popitem(), od.popitem(last=False), od == {"b":2}, OrderedDict())
P = namedtuple("P", "x y z", defaults=[5]); p = P(1,2); print(p, p.x, p._replace(x=9), p._asdict(), P._fields, P._make([1,2,3]), p == (1,2,5), hash(p) == hash((1,2,5)), P.__doc__, P._field_defaults)
try: P()
except TypeError as e: print(e)
try: P(1,2,3,4)
except TypeError as e: print(e)
try: P(1,2,q=4)
except TypeError as e: print(e)
match p:
    case P(a, b, c): print(a,b,c)
cm = ChainMap({"a":1}, {"a":2,"b":3}); print(cm, cm["a"], cm["b"], list(cm), len(cm), cm.new_child({"c":1}), dict(cm))
class U(UserDict):
    def __getitem__(self, k): return super().__getitem__(k.lower())
u = U(a=1); print(u, u["A"], "a" in u, u.get("a"))
class L(UserList): pass
l = L([3,1,2]); l.sort(); print(l, l[1:], l + [1], l == [1,2,3], type(l[1:]).__name__)
s = UserString("hello"); print(s.upper(), s + "x", s[1], len(s), s.split("l"))
from collections.abc import *
print(isinstance([], Sequence), isinstance((), Sequence), isinstance({}, Mapping), isinstance({}, MutableMapping), isinstance(set(), Set), isinstance("", Sequence), isinstance(1, Hashable), isinstance([], Hashable), isinstance(iter([]), Iterator), isinstance((x for x in []), Generator), isinstance(print, Callable), issubclass(dict, Sequence), isinstance(d, MutableSequence), isinstance(range(3), Collection))
class M(Mapping):
    def __getitem__(self, k): return {1:2}[k]
    def __len__(self): return 1
    def __iter__(self): return iter([1])
m = M(); print(m.get(1), m.get(2), list(m.items()), m == {1:2}, list(m.keys()), 1 in m, dict(m))
try: Mapping()
except TypeError as e: print(e)
class S(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
a = S([1,2,3]); b = S([2,3,4]); print(list(a & b), list(a|b), list(a-b), list(a^b), a <= b, S([2]) < a, a == S([3,2,1])); a |= b; print(list(a)); a -= S([1]); print(list(a), a.pop())
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    g = 3
print(B().f(), isinstance(B(), A)); A.register(int); print(isinstance(3, A), issubclass(bool, A), isinstance("", A))
Sequence.register(B); print(isinstance(B(), Sequence), isinstance(B(), Reversible))
print(deque, Counter, Sequence, namedtuple.__name__, P, deque[int])
