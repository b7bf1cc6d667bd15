from itertools import *
from functools import *
import heapq, bisect, operator, itertools, functools
print(list(islice(count(10, 3), 4)), list(chain([1],[2,3])), list(chain.from_iterable(["ab","c"])), list(repeat(1,3)), list(islice(cycle("abc"), 7)))
print(list(accumulate([1,2,3,4])), list(accumulate([1,2,3], operator.mul, initial=10)), list(compress("abcdef",[1,0,1,0,1,1])), list(dropwhile(lambda x:x<3,[1,2,3,1])), list(takewhile(lambda x:x<3,[1,2,3,1])), list(filterfalse(None,[0,1,2])))
for k, g in groupby("aaabbca"): print(k, list(g))
gs = [(k, g) for k, g in groupby([1,1,2])]; print([(k, list(g)) for k, g in gs])
print([k for k, g in groupby([1,1,2,3,3])], [(k, next(g)) for k, g in groupby([1,1,2,3,3])])
print(list(islice(range(20), 2, 15, 4)), list(islice(range(5), None)), list(pairwise([1,2,3])), list(starmap(pow,[(2,3),(3,2)])), list(zip_longest([1,2,3],"a",fillvalue=0)))
a, b, c = tee([1,2,3], 3); print(next(a), next(a), list(b), list(a), list(c))
print(list(product([1,2],"ab")), list(product([1,2],repeat=3)), list(product()), list(product([])))
for n in range(5):
    for r in range(6):
        print(n, r, list(permutations(range(n), r)) if r < 4 else 0, list(combinations(range(n), r)), list(combinations_with_replacement(range(n), r)) if r < 4 else 0)
print(len(list(permutations("abcde"))), list(permutations("abc")))
print(count(5), count(1,2), repeat(3), repeat(3,2), type(chain()).__name__)
for f in (lambda: islice([1], -1), lambda: combinations([1], -1), lambda: chain(1), lambda: list(chain(1)), lambda: product([1], repeat=-1), lambda: islice([1],0,1,0), lambda: count("a"), lambda: zip_longest(1)):
    try: print(type(f()).__name__)
    except Exception as e: print(type(e).__name__, e)
h = []
for i in range(30): heapq.heappush(h, (i * 7919) % 101)
print(h); print([heapq.heappop(h) for _ in range(10)], h)
x = [(i * 7919) % 101 for i in range(40)]; heapq.heapify(x); print(x, heapq.heapreplace(x, 50), heapq.heappushpop(x, 3), x)
print(heapq.nlargest(3, x), heapq.nsmallest(3, x, key=lambda v: -v), list(heapq.merge([1,4,7],[2,4,9],[0])), list(heapq.merge("ca","b", reverse=True)))
try: heapq.heappop([])
except IndexError as e: print(e)
print(bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2), bisect.bisect_left([(1,),(2,)], 2, key=lambda t:t[0])); l=[1,3]; bisect.insort(l,2); print(l)
print(operator.itemgetter(1)([1,2]), operator.itemgetter(0,2)("abc"), operator.attrgetter("real","imag")(3), operator.methodcaller("split", ",")("a,b"), operator.itemgetter(1), operator.add(1,2), operator.indexOf([1,2],2), operator.attrgetter("a.b"), sorted([(1,3),(2,1)], key=operator.itemgetter(1)))
@lru_cache(maxsize=2)
def f(x): print("call", x); return x * 2
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__(5)); f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info())
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, p); q = partial(partial(max, 1), 5); print(q(3), q.args)
print(reduce(lambda a,b: a*b, [1,2,3,4]), reduce(operator.add, [], 5))
try: reduce(operator.add, [])
except TypeError as e: print(e)
def deco(f):
    @wraps(f)
    def inner(*a): "inner doc"; return f(*a)
    return inner
@deco
def g(x): "g doc"; return x
print(g.__name__, g.__doc__, g(3), g.__wrapped__(4))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([V(3), V(1)])[0].v)
print(sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a)))
@singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"), show(True), show.registry.keys())
class C:
    @cached_property
    def v(self): print("computing"); return 5
    @singledispatchmethod
    def m(self, x): return "base"
    @m.register
    def _(self, x: str): return "str"
    def k(self, a, b): return a, b
    k1 = partialmethod(k, 1)
    @lru_cache
    def meth(self, x): return x + 1
c = C(); print(c.v, c.v, c.__dict__, c.m(1), c.m("a"), c.k1(2), c.meth(3), c.meth(3), C.meth.cache_info())
print(chain, functools.partial, groupby, lru_cache.__name__)
