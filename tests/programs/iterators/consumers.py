# who asks an iterable for its iterator, and how often it is stepped
class It:
    def __init__(self, n, tag):
        self.n = n
        self.tag = tag
    def __iter__(self):
        print("iter", self.tag)
        return self
    def __next__(self):
        print("next", self.tag)
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
def show(label, function):
    print("==", label)
    try:
        print(function())
    except Exception as error:
        print(repr(error))
def unpack():
    a, b = It(2, "u")
    return a, b
def unpack_long():
    a, b = It(5, "u")
def unpack_short():
    a, b, c = It(2, "u")
def star():
    a, *b = It(3, "s")
    return a, b
def star_middle():
    a, *b, c = It(4, "s")
    return a, b, c
show("unpack", unpack)
show("long", unpack_long)
show("short", unpack_short)
show("star", star)
show("middle", star_middle)
show("max", lambda: max(It(3, "m")))
show("max key", lambda: max(It(3, "m"), key=abs))
show("min default", lambda: min(It(0, "m"), default=9))
show("list", lambda: list(It(2, "l")))
show("tuple", lambda: tuple(It(2, "l")))
show("set", lambda: set(It(2, "l")))
show("frozenset", lambda: frozenset(It(2, "l")))
show("sorted", lambda: sorted(It(2, "l")))
show("sorted key", lambda: sorted(It(2, "l"), key=abs))
show("sum", lambda: sum(It(2, "l")))
show("sum float", lambda: sum(It(2, "l"), 0.5))
show("any", lambda: any(It(2, "l")))
show("all", lambda: all(It(2, "l")))
show("zip", lambda: list(zip(It(2, "a"), It(1, "b"))))
show("zip strict", lambda: list(zip(It(2, "a"), It(1, "b"), strict=True)))
show("map", lambda: list(map(abs, It(2, "a"))))
show("map2", lambda: list(map(max, It(2, "a"), It(2, "b"))))
show("filter", lambda: list(filter(None, It(2, "a"))))
show("enumerate", lambda: list(enumerate(It(2, "a"))))
show("in", lambda: 7 in It(2, "a"))
show("join", lambda: "".join(map(str, It(2, "a"))))
show("extend", lambda: [].extend(It(2, "a")))
show("iadd", lambda: [0].__iadd__(It(2, "a")))
show("display", lambda: [*It(2, "a"), *It(1, "b")])
show("display tuple", lambda: (*It(2, "a"),))
show("display set", lambda: {*It(2, "a")})
show("call", lambda: max(*It(2, "a")))
show("dict", lambda: dict(zip(It(2, "a"), "ab")))
show("fromkeys", lambda: dict.fromkeys(It(2, "a")))
show("update", lambda: {1}.update(It(2, "a")))
show("union", lambda: {1}.union(It(2, "a")))
show("inter", lambda: {1}.intersection(It(2, "a")))
show("diff", lambda: {1}.difference(It(2, "a")))
show("sym", lambda: {1}.symmetric_difference(It(2, "a")))
show("disj", lambda: {1}.isdisjoint(It(3, "a")))
show("issub", lambda: {1}.issubset(It(3, "a")))
show("issup", lambda: {1}.issuperset(It(3, "a")))
show("bytes", lambda: bytes(It(2, "a")))
show("bytearray", lambda: bytearray(It(2, "a")))
show("bextend", lambda: bytearray().extend(It(2, "a")))
show("comp", lambda: [n for n in It(2, "a")])
show("genexp", lambda: list(n for n in It(2, "a")))
show("yield from", lambda: list((lambda: (yield from It(2, "a")))()))
show("dict pairs", lambda: dict(It(1, "a")))
show("print", lambda: print(*It(2, "a")))
import functools, itertools, math, collections, heapq
show("reduce", lambda: functools.reduce(max, It(3, "a")))
show("reduce0", lambda: functools.reduce(max, It(3, "a"), 0))
show("chain", lambda: list(itertools.chain(It(2, "a"), It(1, "b"))))
show("chain it", lambda: list(itertools.chain.from_iterable([It(2, "a")])))
show("islice", lambda: list(itertools.islice(It(4, "a"), 2)))
show("islice 1,3", lambda: list(itertools.islice(It(4, "a"), 1, 3)))
show("accumulate", lambda: list(itertools.accumulate(It(3, "a"))))
show("takewhile", lambda: list(itertools.takewhile(lambda n: n, It(3, "a"))))
show("dropwhile", lambda: list(itertools.dropwhile(lambda n: n, It(3, "a"))))
show("pairwise", lambda: list(itertools.pairwise(It(3, "a"))))
show("zip_longest", lambda: list(itertools.zip_longest(It(2, "a"), It(1, "b"))))
show("product", lambda: list(itertools.product(It(2, "a"), It(1, "b"))))
show("perm", lambda: list(itertools.permutations(It(2, "a"))))
show("cycle", lambda: list(itertools.islice(itertools.cycle(It(2, "a")), 5)))
show("compress", lambda: list(itertools.compress(It(2, "a"), [0, 1])))
show("starmap", lambda: list(itertools.starmap(max, [It(2, "a")])))
show("filterfalse", lambda: list(itertools.filterfalse(None, It(2, "a"))))
show("fsum", lambda: math.fsum(It(3, "a")))
show("prod", lambda: math.prod(It(3, "a")))
show("Counter", lambda: collections.Counter(It(3, "a")))
show("deque", lambda: collections.deque(It(3, "a"), 2))
show("deque ext", lambda: collections.deque().extend(It(3, "a")))
show("merge", lambda: list(heapq.merge(It(2, "a"), It(1, "b"))))
class Pairs(It):
    def __next__(self):
        return ["a", super().__next__()]
show("dict of pairs", lambda: dict(Pairs(2, "p")))
show("update pairs", lambda: {}.update(Pairs(2, "p")))
show("hash", lambda: list(reversed(list(It(2, "r")))))
show("exec", lambda: exec("for x in It(1, 'e'): pass", {"It": It}))


class Restarting:
    """Its __iter__ begins anew, as those of many textbooks do."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.at = 0
        return self

    def __next__(self):
        if self.at == self.n:
            raise StopIteration
        self.at += 1
        return self.at


print(functools.reduce(lambda a, b: a * 10 + b, Restarting(4)), list(itertools.accumulate(Restarting(4))))
print(list(itertools.pairwise(Restarting(4))), list(itertools.zip_longest(Restarting(2), Restarting(3))))
print(list(itertools.islice(Restarting(5), 1, 4)), list(itertools.dropwhile(lambda n: n < 3, Restarting(4))))
print([(k, list(g)) for k, g in itertools.groupby(Restarting(4), lambda n: n // 2)], list(heapq.merge(Restarting(2), [1, 5])))
print(max(Restarting(3)), min(Restarting(3)), sum(Restarting(3)), sorted(Restarting(3)), 2 in Restarting(3))
a, b, c = Restarting(3)
print(a, b, c, dict(zip(Restarting(2), "ab")), {*Restarting(2)}, set(Restarting(2)) | {0})
