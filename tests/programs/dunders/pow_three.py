class P:
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __rpow__(self, b, m=None): return ("rpow", b, m)
    def __ipow__(self, e): return ("ipow", e)
p = P()
print(p ** 2, 2 ** p, pow(p, 2), pow(p, 2, 3), pow(2, p))
try: print(pow(2, p, 3))
except TypeError as e: print(e)
p **= 4
print(p)
for args in ((2, 3, 0), (2, -1, 7), (2, -1, 4), (2.0, 2, 3), (2, 2, 2.5), ("a", 2), (2, 3, None), (0, -1), (0.0, -1), (-8, 1 / 3), (2, 0.5), (10, -2), (0, 0), (7, 100, 13), (-3, 3, 5), (3, 3, -5)):
    try: print(args, pow(*args))
    except Exception as e: print(args, type(e).__name__, e)
