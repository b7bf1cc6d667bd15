"""statistics: averages, spreads, relations, and the normal distribution; sums are exact."""

from collections import Counter as _Counter, namedtuple as _namedtuple
from decimal import Decimal as _Decimal
from fractions import Fraction as _Fraction
from itertools import repeat as _repeat
from math import (erf as _erf, exp as _exp, fabs as _fabs, fsum as _fsum, gcd as _gcd, hypot as _hypot,
                  isqrt as _isqrt, log as _log, sqrt as _sqrt, tau as _tau)
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from _prelude import _HOST_MINOR

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean",
           "harmonic_mean", "linear_regression", "mean", "median", "median_grouped",
           "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles",
           "stdev", "variance"]


class StatisticsError(ValueError):
    pass


# ---------------------------------------------------------------- exact sums
def _exact_ratio(x):
    """(numerator, denominator) of a number; (x, None) if it is an infinity or a NaN."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator"
                        ) from None


def _common_type(first, second):
    """The type that numbers of two types are summed to."""
    if first is second or second is int or second is bool:
        return first
    if first is int:
        return second
    if issubclass(second, first):
        return second
    if issubclass(first, second):
        return first
    if issubclass(first, int):
        return second
    if issubclass(second, int):
        return first
    if issubclass(first, _Fraction) and issubclass(second, float):
        return second
    if issubclass(first, float) and issubclass(second, _Fraction):
        return first
    raise TypeError(f"don't know how to coerce {first.__name__} and {second.__name__}")


def _sum(data):
    """(type, exact sum as a Fraction or not finite, count)."""
    count = 0
    kinds = []
    parts = {}
    for x in data:
        count += 1
        kind = type(x)
        if not kinds or kind is not kinds[-1]:
            kinds.append(kind)
        top, bottom = _exact_ratio(x)
        parts[bottom] = parts.get(bottom, 0) + top
    kind = int
    for each in kinds:
        kind = _common_type(kind, each)
    if None in parts:
        total = parts[None]
    else:
        common = 1
        for bottom in parts:
            common = common // _gcd(common, bottom) * bottom
        total = _Fraction(sum([top * (common // bottom) for bottom, top in parts.items()]), common)
    return kind, total, count


def _squares(data, center=None):
    """(type, sum of squared differences from the center, center, count)."""
    if center is not None:
        kind, total, count = _sum([(x - center) ** 2 for x in data])
        return kind, total, center, count
    kind, total, count = _sum(data)
    if not count:
        return kind, _Fraction(0), _Fraction(0), 0
    if not isinstance(total, _Fraction):
        return kind, total, total, count
    center = total / count
    squared = _Fraction(0)
    parts = {}
    for x in data:
        top, bottom = _exact_ratio(x)
        known = parts.get(bottom)
        if known is None:
            parts[bottom] = [top, top * top]
        else:
            known[0] += top
            known[1] += top * top
    for bottom, (sums, squares) in parts.items():
        squared += _Fraction(squares, bottom * bottom)
    return kind, squared - total * total / count, center, count


def _converted(value, kind):
    """A Fraction as a number of a type."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if issubclass(kind, _Decimal):
            return kind(value.numerator) / value.denominator
        raise


def _checked(values, message="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


# ---------------------------------------------------------------- averages
def mean(data):
    """Return the sample arithmetic mean of data."""
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _converted(total / count, kind)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    data = list(data) if iter(data) is data or not hasattr(data, "__len__") else data
    count = len(data)
    if weights is None:
        total = _fsum(data)
        if not count:
            raise StatisticsError("fmean requires at least one data point")
        return total / count
    weights = list(weights)
    if len(weights) != count:
        raise StatisticsError("data and weights must be the same length")
    top = _fsum([x * w for x, w in zip(data, weights)])
    bottom = _fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean."""
    try:
        return _exp(fmean([_log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive "
                              "numbers") from None


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data."""
    data = list(data)
    message = "harmonic mean does not support negative values"
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (int, float, _Decimal, _Fraction)):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(message)
        return x
    if weights is None:
        weights = _repeat(1, count)
        weight = count
    else:
        weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        weight = _sum(_checked(weights, message))[1]
    try:
        kind, total, _ = _sum([w / x if w else 0 for w, x in zip(weights, _checked(data, message))])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _converted(weight / total, kind)


def median(data):
    """Return the median (middle value) of numeric data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """Return the low median of numeric data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[(n - 1) // 2]


def median_high(data):
    """Return the high median of data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2]


def median_grouped(data, interval=1):
    """Return the 50th percentile (median) of grouped continuous data."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = _bisect_left(data, x)
    same = _bisect_right(data, x, lo=below) - below
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - below) / same


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    found = _Counter(iter(data)).most_common(1)
    if not found:
        raise StatisticsError("no mode for empty data")
    return found[0][0]


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = _Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# ---------------------------------------------------------------- spread
def variance(data, xbar=None):
    """Return the sample variance of data."""
    kind, squares, _, count = _squares(_kept(data), xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _converted(squares / (count - 1), kind)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    kind, squares, _, count = _squares(_kept(data), mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _converted(squares / count, kind)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    kind, squares, _, count = _squares(_kept(data), xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(squares / (count - 1), kind)


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    kind, squares, _, count = _squares(_kept(data), mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(squares / count, kind)


def _kept(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def _root(square, kind):
    """The square root of a Fraction, correctly rounded, as a Decimal for Decimals, else a float."""
    if issubclass(kind, _Decimal):
        return _decimal_root(square.numerator, square.denominator)
    return _float_root(square.numerator, square.denominator)


def _float_root(n, m):
    """Square root of n/m: an integer root of 55 bits or so, its last bit saying whether it is exact."""
    if not n:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        root = _odd_root(n, m << 2 * q)
        return float(root << q)
    return _odd_root(n << -2 * q, m) / (1 << -q)


def _odd_root(n, m):
    root = _isqrt(n // m)
    return root | (root * root * m != n)


def _decimal_root(n, m):
    """Square root of n/m as a Decimal, the nearest one of the context's precision."""
    if n <= 0:
        if not n:
            return _Decimal("0.0")
        n, m = -n, -m
    root = (_Decimal(n) / _Decimal(m)).sqrt()
    top, bottom = root.as_integer_ratio()
    plus = root.next_plus()
    plus_top, plus_bottom = plus.as_integer_ratio()
    if 4 * n * (bottom * plus_bottom) ** 2 > m * (top * plus_bottom + bottom * plus_top) ** 2:
        return plus
    minus = root.next_minus()
    minus_top, minus_bottom = minus.as_integer_ratio()
    if 4 * n * (bottom * minus_bottom) ** 2 < m * (top * minus_bottom + bottom * minus_top) ** 2:
        return minus
    return root


# ---------------------------------------------------------------- relations
def _pairs_of(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return n


def covariance(x, y, /):
    """Return the sample covariance of two inputs *x* and *y*."""
    n = _pairs_of(x, y, "covariance")
    x_mean, y_mean = _fsum(x) / n, _fsum(y) / n
    return _fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)]) / (n - 1)


def _ranks(data):
    """Places in sorted order, the mean place for values that are equal, less the mean of all."""
    order = sorted([(value, place) for place, value in enumerate(data)])
    made = [0.0] * len(order)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and order[j][0] == order[i][0]:
            j += 1
        for k in range(i, j):
            made[order[k][1]] = (i + j + 1) / 2 - (len(order) + 1) / 2
        i = j
    return made


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation coefficient."""
    n = _pairs_of(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    else:
        x_mean, y_mean = _fsum(x) / n, _fsum(y) / n
        x = [a - x_mean for a in x]
        y = [b - y_mean for b in y]
    both = _fsum([a * b for a, b in zip(x, y)])
    x_squares = _fsum([a * a for a in x])
    y_squares = _fsum([b * b for b in y])
    try:
        return both / _sqrt(x_squares * y_squares)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    n = _pairs_of(x, y, "linear regression")
    if proportional:
        both = _fsum([a * b for a, b in zip(x, y)]) + 0.0
        squares = _fsum([a * a for a in x])
    else:
        x_mean, y_mean = _fsum(x) / n, _fsum(y) / n
        both = _fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)])
        squares = _fsum([(a - x_mean) ** 2.0 for a in x])
    try:
        slope = both / squares
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else y_mean - slope * x_mean)


# ---------------------------------------------------------------- the normal distribution
_ROOT_2 = _sqrt(2.0)


class NormalDist:
    """Normal distribution of a random variable"""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Make a normal distribution instance from sample data."""
        kind, squares, center, count = _squares(_kept(data))
        if count < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(center), float(_root(squares / (count - 1), kind)))

    def samples(self, n, *, seed=None):
        """Generate *n* samples for a given mean and standard deviation."""
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """Probability density function.  P(x <= X < x+dx) / dx"""
        square = self._sigma * self._sigma
        if not square:
            raise StatisticsError("pdf() not defined when sigma is zero")
        away = x - self._mu
        return _exp(away * away / (-2.0 * square)) / _sqrt(_tau * square)

    def cdf(self, x):
        """Cumulative distribution function.  P(X <= x)"""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _erf((x - self._mu) / (self._sigma * _ROOT_2)))

    def inv_cdf(self, p):
        """Inverse cumulative distribution function.  x : P(X <= x) = p"""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0 and _HOST_MINOR < 13:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_quantile(float(p), self._mu, self._sigma)

    def quantiles(self, n=4):
        """Divide into *n* continuous intervals with equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Compute the overlapping coefficient (OVL) between two normal distributions."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_square, y_square = x.variance, y.variance
        if not x_square or not y_square:
            raise StatisticsError("overlap() not defined when sigma is zero")
        spread = y_square - x_square
        apart = _fabs(y._mu - x._mu)
        if not spread:
            return 1.0 - _erf(apart / (2.0 * x._sigma * _ROOT_2))
        a = x._mu * y_square - y._mu * x_square
        b = x._sigma * y._sigma * _sqrt(apart * apart + spread * _log(y_square / x_square))
        first, second = (a + b) / spread, (a - b) / spread
        return 1.0 - (_fabs(y.cdf(first) - x.cdf(first)) + _fabs(y.cdf(second) - x.cdf(second)))

    def zscore(self, x):
        """Compute the Standard Score.  (x - mean) / stdev"""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * _fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / _fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"


@trap("statistics.normal_quantile")
def _normal_quantile(p, mu, sigma, /): ...
