from decimal import *
import operator
setcontext(Context())

values = [Decimal(t) for t in ("0", "-0", "0.00", "1", "-1", "2.50", "-3.7", "1E+3", "1E-30", "123456789.987654321", "9999999999999999999999999999", "0.1", "-7E+20", "3", "7", "Infinity", "-Infinity", "NaN", "sNaN", "-NaN5", "1E+999990", "1E-999990")]
operators = (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod)

def tried(function, *args):
    try:
        return repr(function(*args))
    except ArithmeticError as error:
        return f"{type(error).__name__} {error}"

for prec, rounding in ((28, ROUND_HALF_EVEN), (5, ROUND_HALF_UP), (3, ROUND_FLOOR), (1, ROUND_05UP)):
    setcontext(Context(prec=prec, rounding=rounding, traps=[InvalidOperation, DivisionByZero, Overflow]))
    for function in operators:
        lines = []
        for x in values[::2 if prec == 5 else 3]:
            for y in values[::2]:
                getcontext().clear_flags()
                lines.append(tried(function, x, y))
                lines.append(",".join(s.__name__ for s, on in getcontext().flags.items() if on))
        print(prec, function.__name__, "|".join(lines))
setcontext(Context(prec=6, traps=[]))
for function in operators:
    print(function.__name__, "|".join(tried(function, x, y) for x in values[::3] for y in values[::2]))
setcontext(Context(prec=6, traps=[Inexact, Rounded]))
for x, y in ((Decimal(1), Decimal(3)), (Decimal("1.5"), Decimal("1.5")), (Decimal("999999"), Decimal(1)), (Decimal("1000000"), Decimal(0)), (Decimal("1.234567"), Decimal("0"))):
    print([tried(f, x, y) for f in operators])
