"""Seeded chance: dice, walks, shuffles, elections, genetic search, markov text."""
import random
from collections import Counter, defaultdict

random.seed(42)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.choice("abc"), random.sample(range(50), 5))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.choices("xyz", weights=[5, 1, 1], k=8), round(random.gauss(0, 1), 9), random.uniform(2, 3), random.getrandbits(40))
r = random.Random("text seed")
x = y = 0
for _ in range(100):
    dx, dy = r.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])
    x, y = x + dx, y + dy
print((x, y), Counter(sum(r.randrange(1, 7) for _ in range(2)) for _ in range(200)).most_common(3))
inside = sum(r.random() ** 2 + r.random() ** 2 <= 1 for _ in range(2000))
print(4 * inside / 2000)
TARGET = "HELLO"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def fitness(s):
    return sum(a == b for a, b in zip(s, TARGET))


best, generation = "".join(r.choices(LETTERS, k=5)), 0
while fitness(best) < len(TARGET):
    generation += 1
    children = ["".join(r.choice(LETTERS) if r.random() < 0.2 else c for c in best) for _ in range(30)]
    best = max([best, *children], key=fitness)
print(best, generation)
chain = defaultdict(list)
words = "the cat sat on the mat the cat ran on the road".split()
for a, b in zip(words, words[1:]):
    chain[a].append(b)
w, out = "the", []
for _ in range(8):
    out.append(w)
    w = r.choice(chain.get(w) or words)
print(" ".join(out))


class LCG:
    def __init__(self, seed): self.state = seed

    def __iter__(self): return self

    def __next__(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 33


print([n % 100 for n, _ in zip(LCG(1), range(8))])
votes = [r.sample("ABC", 3) for _ in range(21)]
standing = set("ABC")
while True:
    tally = Counter(next(c for c in v if c in standing) for v in votes)
    top, n = max(tally.items(), key=lambda kv: (kv[1], kv[0]))
    if n * 2 > len(votes):
        break
    standing.discard(min(sorted(tally), key=tally.get))
print(top, n, sorted(tally.items()))
state = r.getstate()
a = r.random()
r.setstate(state)
print(a == r.random(), round(r.expovariate(1.5), 9), round(r.triangular(0, 10, 3), 9), round(r.betavariate(1, 2), 9))
