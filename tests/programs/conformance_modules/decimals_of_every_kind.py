"""Sums, products and comparisons of decimals of every kind, under several contexts."""

from decimal import *
import itertools
vals=[Decimal(x) for x in ("0","-0","0.00","1","-1","1.10","-2.50","9999999999999999999999999999","1E+5","1E-30","NaN","Infinity","-Infinity","123.456","-123.456","0E+3", "5E-6176","9E+6144")]
def show(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+str(e)
for prec in (28, 3):
    for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR):
        with localcontext() as c:
            c.prec=prec; c.rounding=rounding
            for a,b in itertools.product(vals,vals):
                r=[show(lambda:a+b),show(lambda:a-b),show(lambda:a*b),a==b,show(lambda:a<b),show(lambda:a<=b),show(lambda:a>b),show(lambda:a>=b)]
                print(prec,rounding,a,b,*r)
            print(c.flags[Inexact], c.flags[Rounded])
with localcontext() as c:
    c.traps[Inexact]=True; c.prec=4
    print(show(lambda: Decimal("1.2345")+Decimal("1.0001")), show(lambda: Decimal(2)*Decimal(3)))
c=Context(prec=5, Emin=-3, Emax=3); setcontext(c)
for a,b in itertools.product([Decimal("0.001"),Decimal("0.01"),Decimal("999"),Decimal("0.1")],repeat=2):
    print(show(lambda:a+b),show(lambda:a-b),show(lambda:a*b))
class D2(Decimal): pass
print(D2(3)+1, type(D2(3)+D2(4)), D2(3)==3, D2(2)<Decimal(3), Decimal(3)==3.0, Decimal(3)+True)
