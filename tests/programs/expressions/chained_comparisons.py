def v(x):
    print("v", x)
    return x
print(v(1) < v(2) < v(3), v(3) < v(2) < v(1), 1 < 3 > 2, 1 == 1 != 2, 1 in [1] == True, not 1 < 2 < 3, 1 < 2 == True)
print("a" < "b" <= "b" != "c", None is None is None, 0 <= 5 < 10, [1] == [1] is not None)
class C:
    def __lt__(self, o): return []
    def __gt__(self, o): return "yes"
print(C() < C() < C(), C() > C() > C())
print(1 if 2 > 1 else 0, (1 > 2) is False, 1 < 2 and 2 < 3 or v("never"))
