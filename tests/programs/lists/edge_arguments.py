a = [1, 2, 3]
print(a.index(3, 1), a.index(2, -2), a.pop(-1), a, a * 0, a * -1, [] == [], [1] < [1, 2], [2] > [1, 9])
a.insert(-10, 0)
a.insert(10, 9)
print(a, a[True], a[-4], a[0:100], a.count(99), a.count(True))
a += "xy"
a.extend({5: 6})
a.extend(i for i in range(2))
print(a)
a[1:3] = []
a[0:0] = (7,)
a[-1:] = [8, 9]
print(a, a[::2], a[5:2:-1])
a[::3] = "abc"[: len(a[::3])]
print(a)
b = [[1], [2]]
c = b[:]
c[0].append(9)
c.append(3)
print(b, c, b == c[:2], b is c[:])
x = [3, 1]
y = x
x = x + [5]
y += [6]
print(x, y)
self_extended = [1, 2]
self_extended.extend(self_extended)
self_extended[1:1] = self_extended
print(self_extended)
print(list(range(3)) + list("ab"), [None] * 2, [*[1], *(2,), *{3}], list(map(list, ["ab", ""])))
for bad in (lambda: a[99], lambda: a["0"], lambda: a[1.0], lambda: a.pop(99), lambda: a.remove("zz"), lambda: a.index("zz"), lambda: a.insert(1), lambda: a.insert("1", 2),
            lambda: a.extend(5), lambda: a + "x", lambda: a * 1.5, lambda: a < 5, lambda: [1] < ["a"], lambda: a.append(), lambda: a.append(1, 2), lambda: a.sort(key=len),
            lambda: list(5), lambda: list(1, 2), lambda: a.nope, lambda: a(), lambda: -a, lambda: a.pop("x"), lambda: {}[a], lambda: a.__getitem__(50)):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)


def assign(target, key, value):
    target[key] = value


for key, value in ((99, 0), ("a", 0), (slice(0, 2), 5), (slice(0, 4, 2), [1])):
    try:
        assign(a, key, value)
    except Exception as error:
        print(type(error).__name__, error)
