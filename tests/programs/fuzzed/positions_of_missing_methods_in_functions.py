import traceback
def f(x):
    x.missing(1)
def g(x):
    x.missing(x)
def h(x):
    x.missing()
def i(x):
    return x.missing(1, 2)
for k in f, g, h, i:
    for v in [1], 1, {}:
        try: k(v)
        except BaseException: print(traceback.format_exc())
