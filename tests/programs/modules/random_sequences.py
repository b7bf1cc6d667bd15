import random

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

for seed in (0, 1, -1, 12345678901234567890, 2**200, "text", "", b"bytes", bytearray(b"x"), 1.5, -0.0, True):
    r = random.Random(seed)
    random.seed(seed)
    print(seed, [r.random() for _ in range(3)], r.getrandbits(5), r.getrandbits(32), r.getrandbits(33), r.getrandbits(200), r.randbytes(7), r.randint(1, 6), r.randrange(10), r.randrange(5, 50), r.randrange(0, 100, 7), r.randrange(100, 0, -3), r.choice("abcdef"), r.sample(range(100), 5), r.sample(range(10**6), 30)[:5], r.sample([1, 2, 3], 3), r.sample("abc", counts=[2, 3, 4], k=5), r.choices("abc", k=4), r.choices("abc", [5, 1, 1], k=4), r.choices([1, 2], cum_weights=[1, 5], k=3), random.random())
    x = list(range(12))
    r.shuffle(x)
    print(x, r.uniform(2, 5), r.uniform(5, -5), r.triangular(), r.triangular(1, 9, 3), r.triangular(5, 5), r.gauss(0, 1), r.gauss(3, 2), r.gauss(), r.normalvariate(1, 2), r.normalvariate(), r.lognormvariate(0, 1), r.expovariate(1.5), r.vonmisesvariate(1, 2), r.vonmisesvariate(0, 1e-9), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.gammavariate(1, 2), r.betavariate(2, 3), r.betavariate(0.5, 0.5), r.paretovariate(3), r.weibullvariate(1, 2))
r = random.Random(7)
state = r.getstate()
a = [r.random() for _ in range(700)]
r.setstate(state)
print(a == [r.random() for _ in range(700)], state[0], len(state[1]), state[2], a[-1], sum(a))
for f, args, named in [(r.randrange, (0,), {}), (r.randrange, (5, 5), {}), (r.randrange, (1, 5, 0), {}), (r.randint, (5, 1), {}), (r.choice, ([],), {}), (r.sample, ([1], 2), {}), (r.sample, ({1, 2}, 1), {}), (r.sample, ([1], -1), {}), (r.choices, ([],), {}), (r.choices, ([1, 2], [1]), {}), (r.choices, ([1, 2],), dict(weights=[0, 0])), (r.choices, ([1],), dict(weights=[1], cum_weights=[1])), (r.getrandbits, (-1,), {}), (r.getrandbits, ("x",), {}), (random.seed, ([1],), {}), (random.Random, ([],), {}), (r.gammavariate, (0, 1), {}), (r.setstate, ((1, (), None),), {}), (r.shuffle, ("abc",), {}), (r.randrange, ("x",), {}), (r.sample, ([1, 2], 1), dict(counts=[1])), (r.choices, ([1, 2],), dict(weights=[1, float("inf")])), (r.randrange, (3, None, 2), {})]:
    print(f.__name__ if f is not random.Random else "Random", args, tried(f, *args, **named))
random.seed(3)
print(random.getrandbits(16), random.randint(1, 10), random.gauss(0, 1), random.choice((1, 2)), random.sample((1, 2, 3), 2), random.uniform(0, 1), random.shuffle([1]), random.betavariate(1, 1))
random.seed("v1", version=1)
print(random.random())
random.seed(b"v1", version=1)
print(random.random(), sorted(random.__all__))
class Mine(random.Random):
    def random(self):
        return 0.25
m = Mine(5)
print(m.random(), m.uniform(0, 4), m.choices([1, 2, 3, 4], k=3), m.expovariate(1), m.randrange(100), m.choice("abcdefgh"))
