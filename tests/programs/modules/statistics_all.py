import statistics as S
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D, setcontext, Context
setcontext(Context())
import math
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

datas = ([], [1], [1, 2, 3, 4], [2.5, 3.5, 1.0], [0.1] * 10, [1e300, 1e-300, 5], [F(1, 2), F(1, 3)], [D("1.5"), D("2.25"), D("0.1")], [True, False, True], [1, 2.5, F(1, 2)], [3, 1, 2, 2, 5, 5], ["a", "b", "a"], [-1, 2], [0, 0, 0], [1, float("nan")], [float("inf"), 1], (x for x in (1, 2, 3)), range(10), [D(1), 2], [F(1, 3), 0.5], [10**20, 1], [7, 7, 7.0], [1, "x"], [D(1), 1.5], [D(2), F(1, 2)], {1, 2, 3}, [1, None])
for function in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, pvariance, variance, pstdev, stdev, quantiles):
    print(function.__name__)
    for data in datas:
        print("   ", tried(function, list(data) if iter(data) is data and function is not mean else data))
print(tried(fmean, [1, 2, 3], [1, 1, 2]), tried(fmean, [1, 2], [1]), tried(fmean, [1, 2], [0, 0]), tried(fmean, iter([1, 2])), tried(harmonic_mean, [40, 60], weights=[5, 30]), tried(harmonic_mean, [40, 60], [1]), tried(harmonic_mean, [1, 0]), tried(harmonic_mean, [1, 2], weights=[0, 0]), tried(harmonic_mean, [F(1, 2), F(1, 3)]), tried(harmonic_mean, [D(2), D(3)]))
print(tried(variance, [1, 2, 3], 2), tried(pvariance, [1, 2, 3], 2), tried(stdev, [1.5, 2.5, 4], 2.5), tried(pstdev, [D(1), D(2)], D(1)), tried(median_grouped, [1, 3, 3, 5, 7], 2), tried(median_grouped, ["x"]))
print(quantiles(range(1, 12)), quantiles([1, 2, 3, 4, 5], n=10), quantiles([1, 2, 3, 4, 5], n=3, method="inclusive"), tried(quantiles, [1], n=4), tried(quantiles, [1, 2], n=0), tried(quantiles, [1, 2], method="x"), quantiles([D(1), D(4), D(9)]), quantiles([F(1), F(4), F(9)], n=2))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, y), correlation(x, x), correlation(x, x[::-1]), linear_regression(x, y), linear_regression(x, y, proportional=True), linear_regression([1.5, 2.5], [3, 7]).slope)
for f in (covariance, correlation, linear_regression):
    print(tried(f, [1], [1]), tried(f, [1, 2], [1]), tried(f, [1, 1], [1, 2]), tried(f, [1, 2], [1, 1]))
N = NormalDist
n = N(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.inv_cdf(0.5), n.inv_cdf(1e-10), n.quantiles(), n.quantiles(3), n.zscore(130), n + 5, n - 5, n * 2, n / 2, -n, +n, 5 + n, 5 - n, 2 * n, n + N(1, 2), n - N(1, 2), n == N(100, 15), n == 5, hash(n) == hash(N(100.0, 15.0)), n.overlap(N(110, 15)), N(2.4, 1.6).overlap(N(3.2, 2.0)), N.from_samples([1, 2, 3, 4.5]), n.samples(5, seed=3), N())
print(tried(N, 1, -1), tried(n.inv_cdf, 0), tried(n.inv_cdf, 1), tried(N(1, 0).pdf, 1), tried(N(1, 0).cdf, 1), tried(N(1, 0).zscore, 1), tried(N(1, 0).inv_cdf, 0.5), tried(n.overlap, 5), tried(N(1, 0).overlap, n), tried(N.from_samples, [1]), tried(lambda: n * n))
for k in range(1, 40):
    data = [((i * 7919 + k) % 101) / (k + 0.5) for i in range(k + 2)]
    assert tried(stdev, data) == tried(stdev, data)
    print(mean(data), stdev(data), pstdev(data), median(data), variance(data))
print(stdev([D("1.1"), D("2.7"), D("3.14159")]), pstdev([D(1), D(2), D(4)]), stdev([F(1, 2), F(2, 3), F(5, 7)]), pvariance([D("0.1"), D("0.2")]), stdev([10**200, 10**200 + 10**190]), stdev([1e-200, 3e-200]))
print(issubclass(StatisticsError, ValueError), sorted(S.__all__))
