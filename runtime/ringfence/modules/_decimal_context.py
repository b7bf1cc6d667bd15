"""What decimal arithmetic runs in: signals, contexts, rounding.

The current context lies in a word of the run's state, with the default context beside it. A set of
signals is an int with one bit for each, in the order of `_SIGNALS`.
"""

from _kernel import state_get

__name__ = "decimal"

_STATE = 165
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal,
            Inexact, Rounded, Clamped)
_CONDITIONS = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)
_INVALID, _FLOAT, _INEXACT, _ROUNDED = 1, 2, 64, 128
_IMPRECISE = _INEXACT | _ROUNDED
_ALL_INVALID = 1 | 15 << 9  # with its four conditions
# the order in which a context shows its signals: (bits of which one is set, name)
_SHOWN = ((256, "Clamped"), (512, "InvalidOperation"), (4, "DivisionByZero"),
          (3 << 10, "InvalidOperation"), (64, "Inexact"), (1, "InvalidOperation"),
          (8, "Overflow"), (128, "Rounded"), (32, "Subnormal"), (16, "Underflow"),
          (2, "FloatOperation"))


def _shown(bits):
    """Names of signals as a context shows them, each once."""
    names = []
    for mask, name in _SHOWN:
        if bits & mask and name not in names:
            names.append(name)
    return ", ".join(names)



_VALID = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
          "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


def _raise_signal(name, causes):
    """Raise a signal by its name, with the names of what happened."""
    classes = {c.__name__: c for c in (*_SIGNALS, *_CONDITIONS)}
    raise classes[name]([classes[cause] for cause in causes])


def _bits_of(signals):
    bits = 0
    for signal in signals:
        if signal not in _SIGNALS:
            raise KeyError(_VALID)
        bits |= 1 << _SIGNALS.index(signal)
    return bits | _ALL_INVALID if bits & _INVALID else bits


class SignalDict:
    """The flags or the traps of a context, as a mapping from signals to bools."""

    __slots__ = ("_context", "_name")
    __hash__ = None

    def __init__(self, context=None, name=None):
        self._context = context
        self._name = name

    def __len__(self):
        return len(_SIGNALS)

    def __iter__(self):
        return iter(_SIGNALS)

    def __getitem__(self, key):
        bits = getattr(self._context, self._name)
        return bits >> self._place(key) & 1 == 1

    def __setitem__(self, key, value):
        bit = 1 << self._place(key)
        if bit == _INVALID:
            bit = _ALL_INVALID
        bits = getattr(self._context, self._name)
        setattr(self._context, self._name, bits | bit if value else bits & ~bit)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def _place(self, key):
        if key not in _SIGNALS:
            raise KeyError(_VALID)
        return _SIGNALS.index(key)

    def __contains__(self, key):
        return key in _SIGNALS

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return (getattr(self._context, self._name) == getattr(other._context, other._name))
        if isinstance(other, dict):
            return self.copy() == other
        return NotImplemented

    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{self[signal]}" for signal in _SIGNALS]) + "}"

    def get(self, key, default=None):
        return self[key] if key in _SIGNALS else default

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def copy(self):
        """The signals with their bools, as a plain dict."""
        return {signal: self[signal] for signal in _SIGNALS}

    def update(self, other):
        for key, value in other.items():
            self[key] = value


def _checked(value, low, high, name):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    value = int(value)
    if not low <= value <= high:
        if high == 1:
            raise ValueError(f"valid values for {name} are 0 or 1")
        bounds = {"prec": "[1, MAX_PREC]", "Emin": "[MIN_EMIN, 0]", "Emax": "[0, MAX_EMAX]"}
        raise ValueError(f"valid range for {name} is {bounds[name]}")
    return value


class _Setting:
    """An attribute of contexts that is checked when it is set; limits are worked out anew."""

    __slots__ = ("_name", "_low", "_high")

    def __init__(self, name, low, high):
        self._name = name
        self._low = low
        self._high = high

    def __get__(self, context, owner=None):
        if context is None:
            return self
        return getattr(context, "_" + self._name)

    def __set__(self, context, value):
        setattr(context, "_" + self._name, _checked(value, self._low, self._high, self._name))
        context._work_out()


class _ContextBase:
    """Settings, flags and traps of a context; `decimal.Context` adds the operations."""

    __slots__ = ("_prec", "_rounding", "_Emin", "_Emax", "_capitals", "_clamp", "_raised",
                 "_raising", "_limit", "_lowest", "_highest", "_silent")

    prec = _Setting("prec", 1, MAX_PREC)
    Emin = _Setting("Emin", MIN_EMIN, 0)
    Emax = _Setting("Emax", 0, MAX_EMAX)
    capitals = _Setting("capitals", 0, 1)
    clamp = _Setting("clamp", 0, 1)

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        model = _default_context()
        if model is None:
            (self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp,
             self._raising) = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, 12 | _ALL_INVALID
        else:
            (self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp,
             self._raising) = model._settings()
        self._raised = 0
        self._work_out()
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax),
                            ("capitals", capitals), ("clamp", clamp)):
            if value is not None:
                setattr(self, name, value)
        if flags is not None:
            self._raised = _bits_of(flags) if isinstance(flags, list) else _bits_in(flags)
        if traps is not None:
            self._raising = _bits_of(traps) if isinstance(traps, list) else _bits_in(traps)
            self._work_out()

    def _settings(self):
        """What the host needs to know to do an operation."""
        return (self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp,
                self._raising)

    def _work_out(self):
        """Limits within which a result needs no other care than its count of digits."""
        small = self._prec <= 4000
        self._limit = 10 ** self._prec if small else 0
        self._lowest = self._Emin if small else 1
        self._highest = self._Emax - self._prec if small else 0
        self._silent = not self._raising & _IMPRECISE

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        if not isinstance(value, str) or value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n"
                            "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                            "   ROUND_05UP]")
        self._rounding = value

    @property
    def flags(self):
        return SignalDict(self, "_raised")

    @flags.setter
    def flags(self, value):
        self._raised = _bits_in(value)

    @property
    def traps(self):
        return SignalDict(self, "_trapping")

    @traps.setter
    def traps(self, value):
        self._trapping = _bits_in(value)

    @property
    def _trapping(self):
        return self._raising

    @_trapping.setter
    def _trapping(self, bits):
        self._raising = bits
        self._work_out()

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        flags, traps = _shown(self._raised), _shown(self._raising)
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._Emin}, "
                f"Emax={self._Emax}, capitals={self._capitals}, clamp={self._clamp}, "
                f"flags=[{flags}], traps=[{traps}])")

    def clear_flags(self):
        """Reset all flags to False."""
        self._raised = 0

    def clear_traps(self):
        """Set all traps to False."""
        self._trapping = 0

    def copy(self):
        """Return a duplicate of the context."""
        return self._twin()

    def _twin(self):
        made = type(self)()
        (made._prec, made._rounding, made._Emin, made._Emax, made._capitals, made._clamp,
         made._raising) = self._settings()
        made._raised = self._raised
        made._work_out()
        return made

    def __copy__(self):
        return self._twin()

    def __reduce__(self):
        return type(self), (self._prec, self._rounding, self._Emin, self._Emax, self._capitals,
                            self._clamp, [s for s in _SIGNALS if self.flags[s]],
                            [s for s in _SIGNALS if self.traps[s]])

    def Etiny(self):
        """Return a value equal to Emin - prec + 1."""
        return self._Emin - self._prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self._Emax - self._prec + 1

    def radix(self):
        """Return 10."""
        from decimal import Decimal

        return Decimal(10)

    def _raise_flags(self, bits):
        """Set flags; raise the first of the signals that shall raise."""
        self._raised |= bits
        wrong = bits & self._raising
        if wrong:
            names = [s.__name__ for k, s in enumerate(_SIGNALS) if wrong >> k & 1]
            _raise_signal(names[0], names)


def _bits_in(mapping):
    if isinstance(mapping, SignalDict):
        return getattr(mapping._context, mapping._name)
    if not isinstance(mapping, dict):
        raise TypeError("argument must be a signal dict")
    bits = 0
    if len(mapping) != len(_SIGNALS):
        raise KeyError("invalid signal dict")
    for signal, value in mapping.items():
        if signal not in _SIGNALS:
            raise KeyError("invalid signal dict")
        if value:
            bits |= 1 << _SIGNALS.index(signal)
    return bits | _ALL_INVALID if bits & _INVALID else bits


def _default_context():
    state = state_get(_STATE)
    return None if state is None else state[1]


# ---------------------------------------------------------------- rounding
def _rounds_up(rounding, sign, kept, rest, whole):
    """Whether a coefficient that drops rest/whole goes up by one; the rest is not zero."""
    if rounding == "ROUND_HALF_EVEN":
        twice = 2 * rest
        return twice > whole or (twice == whole and kept & 1 == 1)
    if rounding == "ROUND_HALF_UP":
        return 2 * rest >= whole
    if rounding == "ROUND_HALF_DOWN":
        return 2 * rest > whole
    if rounding == "ROUND_DOWN":
        return False
    if rounding == "ROUND_UP":
        return True
    if rounding == "ROUND_CEILING":
        return sign == 0
    if rounding == "ROUND_FLOOR":
        return sign == 1
    return kept % 5 == 0


_POWERS = tuple([10 ** k for k in range(128)])


def _count_digits(number):
    """Decimal digits of a positive int."""
    guess = number.bit_length() * 30103 // 100000
    power = _POWERS[guess] if guess < 128 else 10 ** guess
    return guess + 1 if number >= power else guess
