"""random: the Mersenne Twister (Matsumoto and Nishimura 1998, MT19937) and distributions.

A seed gives CPython's sequence. The module's own generator is made when a program imports it.
"""

from _kernel import os_call
from _prelude import _HOST_MINOR, _index
from bisect import bisect_right as _bisect
from itertools import accumulate as _accumulate
from math import acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, log as _log, pi as _pi
from math import floor as _floor, isfinite as _isfinite, sin as _sin, sqrt as _sqrt
from _collections_abc import Sequence as _Sequence

__all__ = ["Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate",
           "gammavariate", "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate",
           "paretovariate", "randbytes", "randint", "random", "randrange", "sample", "seed",
           "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

_N = 624
_M = 397
_WORD = 0xFFFFFFFF
_NORMAL = 1.7155277699214135  # 4 * exp(-0.5) / sqrt(2)


@trap("random.entropy")
def _entropy():
    return int.from_bytes(os_call("entropy", (32,), None), "big")


@trap("random.seed_of_bytes")
def _seed_of_bytes(data, /): ...


def _spread(number):
    """The 624 words that one 32-bit number starts."""
    words = [number & _WORD]
    value = words[0]
    for k in range(1, _N):
        value = (1812433253 * (value ^ value >> 30) + k) & _WORD
        words.append(value)
    return words


def _words_of_key(key):
    """The 624 words that a list of 32-bit numbers starts."""
    words = _spread(19650218)
    i = 1
    j = 0
    for _ in range(max(_N, len(key))):
        before = words[i - 1]
        words[i] = ((words[i] ^ (before ^ before >> 30) * 1664525) + key[j] + j) & _WORD
        i += 1
        j += 1
        if i >= _N:
            words[0] = words[_N - 1]
            i = 1
        if j >= len(key):
            j = 0
    for _ in range(_N - 1):
        before = words[i - 1]
        words[i] = ((words[i] ^ (before ^ before >> 30) * 1566083941) - i) & _WORD
        i += 1
        if i >= _N:
            words[0] = words[_N - 1]
            i = 1
    words[0] = 0x80000000
    return words


def _twist(words):
    """Replace the words by the next 624."""
    for k in range(_N):
        mixed = words[k] & 0x80000000 | words[(k + 1) % _N] & 0x7FFFFFFF
        value = words[(k + _M) % _N] ^ mixed >> 1
        if mixed & 1:
            value ^= 0x9908B0DF
        words[k] = value


class Random:
    """Random number generator base class used by bound module functions."""

    VERSION = 3

    def __init__(self, x=None):
        self._words = []
        self._at = _N
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        """Initialize internal state from a seed."""
        if a is None:
            a = _entropy()
        elif isinstance(a, (str, bytes, bytearray)):
            if version == 2:
                a = _seed_of_bytes(a.encode() if isinstance(a, str) else bytes(a))
            else:
                text = a.decode("latin-1") if isinstance(a, bytes) else a
                value = ord(text[0]) << 7 if text else 0
                for char in text:
                    value = ((1000003 * value) ^ ord(char)) & 0xFFFFFFFFFFFFFFFF
                value ^= len(text)
                a = -2 if value == -1 else value
        elif isinstance(a, float):
            a = hash(a) & 0xFFFFFFFFFFFFFFFF
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\n"
                            "int, float, str, bytes, and bytearray.")
        number = abs(int(a))
        key = []
        while number:
            key.append(number & _WORD)
            number >>= 32
        self._words = _words_of_key(key or [0])
        self._at = _N
        self.gauss_next = None

    def _next(self):
        """The next 32 random bits."""
        at = self._at
        if at >= _N:
            _twist(self._words)
            at = 0
        value = self._words[at]
        self._at = at + 1
        value ^= value >> 11
        value ^= value << 7 & 0x9D2C5680
        value ^= value << 15 & 0xEFC60000
        return value ^ value >> 18

    def random(self):
        """random() -> x in the interval [0, 1)."""
        high = self._next() >> 5
        return (high * 67108864 + (self._next() >> 6)) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        """getrandbits(k) -> x.  Generates an int with k random bits."""
        k = _index(k)
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        if k <= 32:
            return self._next() >> 32 - k
        value = 0
        shift = 0
        while k > 0:
            word = self._next()
            if k < 32:
                word >>= 32 - k
            value |= word << shift
            shift += 32
            k -= 32
        return value

    def getstate(self):
        """Return internal state; can be passed to setstate() later."""
        return self.VERSION, (*self._words, self._at), self.gauss_next

    def setstate(self, state):
        """Restore internal state from object returned by getstate()."""
        if state[0] != 3:
            raise ValueError(f"state with version {state[0]} passed to Random.setstate() of "
                             f"version {self.VERSION}")
        words = list(state[1])
        if len(words) != _N + 1:
            raise ValueError("state vector is the wrong size")
        self._at = words.pop()
        self._words = words
        self.gauss_next = state[2]

    def __init_subclass__(cls, **kwargs):
        """A class with a `random` of its own and no bits gets numbers from that `random`."""
        for base in cls.__mro__:
            if "getrandbits" in base.__dict__ or "_randbelow" in base.__dict__:
                break
            if "random" in base.__dict__:
                cls._randbelow = cls._randbelow_of_floats
                break

    def _randbelow_of_floats(self, n):
        """A number below n made from `random` alone."""
        if n >= 1 << 53:
            return _floor(self.random() * n)
        limit = ((1 << 53) - (1 << 53) % n) / (1 << 53)
        value = self.random()
        while value >= limit:
            value = self.random()
        return _floor(value * (1 << 53)) % n

    def _randbelow(self, n):
        """A number below n, all equally likely."""
        getrandbits = self.getrandbits
        k = n.bit_length()
        value = getrandbits(k)
        while value >= n:
            value = getrandbits(k)
        return value

    def randbytes(self, n):
        """Generate n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        """Choose a random item from range(stop) or range(start, stop[, step])."""
        begin = _whole(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if begin > 0:
                return self._randbelow(begin)
            raise ValueError("empty range for randrange()")
        end = _whole(stop)
        width = end - begin
        step = _whole(step)
        if step == 1:
            if width > 0:
                return begin + self._randbelow(width)
            if _HOST_MINOR < 12:
                raise ValueError(f"empty range for randrange() ({begin}, {end}, {width})")
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            if _HOST_MINOR < 12:
                raise ValueError("empty range for randrange()")
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return begin + step * self._randbelow(n)

    def randint(self, a, b):
        """Return random integer in range [a, b], including both end points."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """Choose a random element from a non-empty sequence."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Shuffle list x in place, and return None."""
        for i in range(len(x) - 1, 0, -1):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """Chooses k unique random elements from a population sequence."""
        if not isinstance(population, _Sequence):
            raise TypeError("Population must be a sequence.  "
                            "For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            if len(ends) != n:
                raise ValueError("The number of counts does not match the population")
            total = ends.pop() if ends else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(ends, chosen)]
                    for chosen in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        made = []
        most = 21
        if k > 5:
            most += 4 ** _ceil(_log(k * 3, 4))
        if n <= most:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                made.append(pool[j])
                pool[j] = pool[n - i - 1]
            return made
        chosen = set()
        for _ in range(k):
            j = self._randbelow(n)
            while j in chosen:
                j = self._randbelow(n)
            chosen.add(j)
            made.append(population[j])
        return made

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Return a k sized list of population elements chosen with replacement."""
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
            try:
                cum_weights = list(_accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError("The number of choices must be a keyword argument: "
                                f"k={weights}") from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)]
                for _ in range(k)]

    def uniform(self, a, b):
        """Get a random number in the range [a, b) or [a, b] depending on rounding."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Triangular distribution."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution, by the ratio of uniform deviates (Kinderman and Monahan 1977)."""
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _NORMAL * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Gaussian distribution, two at a time (Box and Muller 1958)."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * _pi)
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        """Log normal distribution."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential distribution."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Circular data distribution (Fisher 1993)."""
        if kappa <= 1e-6:
            return 2.0 * _pi * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _acos(f)) % (2.0 * _pi)
        return (mu - _acos(f)) % (2.0 * _pi)

    def gammavariate(self, alpha, beta):
        """Gamma distribution (Cheng 1977 above 1, Ahrens and Dieter 1974 below)."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            ainv = _sqrt(2.0 * alpha - 1.0)
            bbb = alpha - _log(4.0)
            ccc = alpha + ainv
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                v = 1.0 - self.random()
                a = _log(u / (1.0 - u)) / ainv
                x = alpha * _exp(a)
                z = u * u * v
                r = bbb + ccc * a - x
                if r + (1.0 + _log(4.5)) - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        while True:
            u = self.random()
            b = (2.718281828459045 + alpha) / 2.718281828459045
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x * beta
            elif u <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        """Beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


def _whole(value):
    """An int for what a range is given as."""
    try:
        return _index(value)
    except TypeError:
        if _HOST_MINOR >= 12 or int(value) != value:
            if _HOST_MINOR < 12:
                raise ValueError("non-integer arg 1 for randrange()") from None
            raise
        return int(value)


class SystemRandom(Random):
    """Numbers from the host's entropy, which no seed repeats."""

    def seed(self, *args, **kwds):
        return None

    def _bits(self, k):
        value = 0
        n = 0
        while n < k:
            value = value << 256 | _entropy()
            n += 256
        return value >> n - k

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        return self._bits(k)

    def random(self):
        return self._bits(53) * (1.0 / 9007199254740992.0)

    def getstate(self):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


def _start(namespace):
    instance = Random()
    namespace["_inst"] = instance
    for name in __all__:
        if name not in ("Random", "SystemRandom"):
            namespace[name] = getattr(instance, name)
