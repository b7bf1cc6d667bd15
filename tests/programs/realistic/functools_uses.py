"""functools, itertools, collections and operator at work."""
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps
from itertools import combinations, combinations_with_replacement, compress, permutations, product
from operator import attrgetter, itemgetter, methodcaller


def logged(prefix="call"):
    def decorate(f):
        @wraps(f)
        def inner(*args, **kwargs):
            inner.calls += 1
            values = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
            print(f"{prefix} {f.__name__}({', '.join(values)})")
            return f(*args, **kwargs)

        inner.calls = 0
        return inner

    return decorate


@logged("->")
def power(base, exponent=2):
    """Raise base."""
    return base**exponent


print(power(3), power(2, exponent=5), power.calls, power.__name__, power.__doc__, power.__wrapped__(4))
cube = partial(power, exponent=3)
print(cube(2), cube.func is power, cube.args, cube.keywords)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    @cached_property
    def major(self):
        print("computed")
        return self.parts[0]

    def bump(self, at, by):
        parts = list(self.parts)
        parts[at] += by
        return Version(".".join(map(str, parts)))

    next_minor = partialmethod(bump, 1, 1)


vs = [Version(t) for t in ("1.10.0", "1.2.9", "2.0.0", "1.2.10")]
print(sorted(vs), max(vs), vs[0] >= vs[1], vs[0].major, vs[0].major, vs[1].next_minor())


@singledispatch
def describe(x):
    return f"thing {x!r}"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
def _(x):
    return "list of " + ", ".join(map(describe, x))


@describe.register(str)
@describe.register(bytes)
def _(x):
    return f"text {len(x)}"


print(describe([1, "ab", b"x", 2.5, True, None]), describe.dispatch(bool)(False))


@lru_cache(maxsize=2)
def slow(n):
    print("computing", n)
    return n


[slow(n) for n in (1, 2, 1, 3, 2)]
print(slow.cache_info(), slow.cache_parameters())
slow.cache_clear()
print(slow.cache_info().currsize, sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a * 10 + b, [1, 2, 3], 9))
text = "to be or not to be that is the question"
c = Counter(text.split())
print(c.most_common(3), c["missing"], (c - Counter(["to", "to", "be"])).most_common(2), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"))
groups = defaultdict(list)
for w in text.split():
    groups[len(w)].append(w)
print(dict(groups), groups.default_factory)
d = deque([1, 2, 3], maxlen=4)
d.appendleft(0)
d.append(9)
d.rotate(-1)
print(d, d[0], list(reversed(d)), d.maxlen)
settings = ChainMap({"a": 1}, {"a": 2, "b": 3})
settings["c"] = 4
print(settings["a"], dict(settings), settings.maps[0], settings.new_child({"b": 0})["b"])
P = namedtuple("P", "name age city", defaults=["?"])
people = [P("Ann", 30, "Oslo"), P("Bob", 25), P("Cid", 30, "Bonn")]
print(sorted(people, key=attrgetter("age", "city")), list(map(itemgetter(0, 2), people)), list(map(methodcaller("count", "?"), people)))
print(list(combinations("abc", 2)), list(product([0, 1], repeat=2)), len(list(permutations(range(5), 3))), list(combinations_with_replacement("ab", 2)), list(compress("abcd", [1, 0, 1, 0])))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


low = Lower(A=1)
low.update({"B": 2})
print(low, low.data, "a" in low, len(low), isinstance(low, dict))
