class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Sub(Base):
    def __radd__(self, o): return "Sub.radd"
class Other(Base): pass
print(Base() + Sub(), Sub() + Base(), Base() + Other(), Other() + Base(), Base() + Base(), 1 + Base(), 1 + Sub())
class MyInt(int):
    def __radd__(self, o): return f"MyInt.radd({o})"
    def __rsub__(self, o): return "rsub"
print(1 + MyInt(2), MyInt(2) + 1, True + MyInt(3), 1.5 + MyInt(2), 5 - MyInt(1))
class MyStr(str):
    def __radd__(self, o): return "MyStr.radd"
    def __mod__(self, o): return "mod"
    def __rmod__(self, o): return "rmod"
print("a" + MyStr("b"), MyStr("a") + "b", MyStr("x") % 3, "%s" % MyStr("q"), MyStr("q") % MyStr("r"))
class MyList(list):
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
print([1] + MyList([2]), 2 * MyList([1]), MyList([1]) * 2, MyList([1]) + [2])
class NI:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
try: NI() + NI()
except TypeError as e: print(e)
try: 1 + NI()
except TypeError as e: print(e)
