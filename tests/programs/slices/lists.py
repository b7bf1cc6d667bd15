a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[1::3], a[::-1], a[8:2:-2], a[-3:], a[:-3], a[-1:0:-1])
print(a[100:], a[-100:3], a[5:2], a[slice(1, 4)], a[slice(None, None, 4)])
a[2:5] = ["x"]
print(a)
a[1:1] = [10, 11]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[:] = [1, 2, 3, 4, 5, 6]
del a[1:3]
print(a)
del a[::2]
print(a)
a[len(a):] = [7, 8]
a[:0] = [-1]
print(a)
print("hello world"[::2], "hello"[-2:], (1, 2, 3)[::-1], range(10)[2:8:3], b"hello"[1:3])
print(slice(1, 10, 2), slice(1, 10, 2).indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4))


class Grid:
    def __getitem__(self, key):
        return key


print(Grid()[1:2, ::3], Grid()[...], Grid()[1], Grid()[:, None])
for bad in (lambda: a[::0], lambda: a["x":], lambda: slice(1).foo):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
