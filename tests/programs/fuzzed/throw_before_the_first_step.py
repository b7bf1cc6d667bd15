import traceback
class Odd(Exception): pass
def g():
    yield 1
def h():
    try: yield 1
    except KeyError: yield 5
def i():
    yield from h()
for f in g, h, i:
  for start in 0, 1:
    for what in (Odd, ValueError(1), GeneratorExit, (KeyError, KeyError(4))):
        it = f()
        if start: next(it)
        try: print(it.throw(*what) if isinstance(what, tuple) else it.throw(what))
        except BaseException: print(traceback.format_exc())
it = g(); list(it)
try: it.throw(Odd)
except BaseException: print(traceback.format_exc())
