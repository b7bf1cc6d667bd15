import random
for s in (0, 1, 42, -7, 2**70, "abc", b"xyz", 1.5, True):
    random.seed(s); print(s, random.random(), random.randint(1, 100), random.getrandbits(70), random.choice("abcdef"))
random.seed(5)
print([random.randint(1, 6) for _ in range(10)], random.randrange(0, 100, 7), random.uniform(1, 5), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(0, 1), random.triangular(0, 10, 3))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.sample(range(10000), 8), random.choices("abc", k=5), random.choices([1, 2, 3], weights=[1, 2, 3], k=5), random.sample(["a", "b"], counts=[2, 3], k=3))
print(random.expovariate(2), random.betavariate(1, 2), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.lognormvariate(0, 1), random.randbytes(5))
st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random(), len(st), len(st[1]))
r = random.Random(3); print(r.random(), [r.randint(0, 9) for _ in range(5)], sum(r.random() for _ in range(700)))
for f in (lambda: random.choice([]), lambda: random.randint(3, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.sample({1}, 1), lambda: random.choices([1], [0]), lambda: random.seed([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
