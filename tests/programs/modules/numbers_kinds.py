from numbers import *
print([isinstance(v, k) for v in (1, 1.5, 2j, True, "a") for k in (Number, Complex, Real, Rational, Integral)], issubclass(int, Real))
