print([y := 1, y ** 2], (z := 3) + z)
def f():
    if (n := len("abc")) > 2: return n
print(f())
print([last := x for x in range(3)], last)
print(any((hit := x) > 2 for x in [1, 2, 3, 4]), hit)
while (line := "ab"[:0]): print(line)
print({(k := "q"): k}, f"{(w := 5)} {w:=^5}", (lambda: (v := 2) + v)())
total = 0
print([total := total + x for x in range(5)], total)
def g():
    [inner := i for i in range(2)]
    return inner
print(g())
x = 1
def h(a=(b := 5)): return a
print(h(), b)
class K:
    c = (d := 3)
print(K.d)
