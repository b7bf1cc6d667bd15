"""numbers: abstract classes of numbers; what the builtin numbers are is registered here."""

from abc import ABCMeta as _ABCMeta, _register_at_boot, abstractmethod as _abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=_ABCMeta):
    """All numbers inherit from this class."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """Complex defines the operations that work on the builtin complex type."""

    __slots__ = ()

    @_abstractmethod
    def __complex__(self): ...

    @_abstractmethod
    def __add__(self, other): ...

    @_abstractmethod
    def __radd__(self, other): ...

    @_abstractmethod
    def __neg__(self): ...

    @_abstractmethod
    def __pos__(self): ...

    @_abstractmethod
    def __mul__(self, other): ...

    @_abstractmethod
    def __rmul__(self, other): ...

    @_abstractmethod
    def __truediv__(self, other): ...

    @_abstractmethod
    def __rtruediv__(self, other): ...

    @_abstractmethod
    def __pow__(self, exponent): ...

    @_abstractmethod
    def __rpow__(self, other): ...

    @_abstractmethod
    def __abs__(self): ...

    @_abstractmethod
    def conjugate(self): ...

    @_abstractmethod
    def __eq__(self, other): ...

    @property
    @_abstractmethod
    def real(self): ...

    @property
    @_abstractmethod
    def imag(self): ...

    def __bool__(self):
        """True if self != 0."""
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """To Complex, Real adds the operations that work on real numbers."""

    __slots__ = ()

    @_abstractmethod
    def __float__(self): ...

    @_abstractmethod
    def __trunc__(self): ...

    @_abstractmethod
    def __floor__(self): ...

    @_abstractmethod
    def __ceil__(self): ...

    @_abstractmethod
    def __round__(self, ndigits=None): ...

    @_abstractmethod
    def __floordiv__(self, other): ...

    @_abstractmethod
    def __rfloordiv__(self, other): ...

    @_abstractmethod
    def __mod__(self, other): ...

    @_abstractmethod
    def __rmod__(self, other): ...

    @_abstractmethod
    def __lt__(self, other): ...

    @_abstractmethod
    def __le__(self, other): ...

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        """Conjugate is a no-op for Reals."""
        return +self


class Rational(Real):
    """A number with a numerator and a denominator."""

    __slots__ = ()

    @property
    @_abstractmethod
    def numerator(self): ...

    @property
    @_abstractmethod
    def denominator(self): ...

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Integral adds methods that work on integral numbers."""

    __slots__ = ()

    @_abstractmethod
    def __int__(self): ...

    @_abstractmethod
    def __pow__(self, exponent, modulus=None): ...

    @_abstractmethod
    def __lshift__(self, other): ...

    @_abstractmethod
    def __rlshift__(self, other): ...

    @_abstractmethod
    def __rshift__(self, other): ...

    @_abstractmethod
    def __rrshift__(self, other): ...

    @_abstractmethod
    def __and__(self, other): ...

    @_abstractmethod
    def __rand__(self, other): ...

    @_abstractmethod
    def __xor__(self, other): ...

    @_abstractmethod
    def __rxor__(self, other): ...

    @_abstractmethod
    def __or__(self, other): ...

    @_abstractmethod
    def __ror__(self, other): ...

    @_abstractmethod
    def __invert__(self): ...

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


_register_at_boot(Complex, complex)
_register_at_boot(Real, float)
_register_at_boot(Integral, int)
