a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*init, tail = "abc"
head, *rest = [1]
print(init, tail, head, rest)
(x, y), [z, *w] = (1, 2), (3, 4, 5)
print(x, y, z, w)
a = b = c = []
a.append(1)
print(b is c, c)
i = 0
data = [10, 20, 30]
i, data[i] = 2, 99
print(i, data)
print([*range(3), *"ab", *{"k": 1}], (*[1], 2), {*[1, 2], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
for n, (p, *q) in enumerate([(1, 2, 3), "xy"]):
    print(n, p, q)
[m] = {5}
k, v = {"key": "value"}.popitem()
print(m, k, v)
matrix = [[1, 2], [3, 4]]
matrix[0], matrix[1] = matrix[1], matrix[0]
matrix[0][0], matrix[1][1] = matrix[1][1], matrix[0][0]
print(matrix)


def swap(pair):
    left, right = pair
    return right, left


print(swap((1, 2)), dict([swap(("v", "k"))]))
obj = type("Box", (), {})()
obj.a, obj.b = "xy"
print(obj.a, obj.b)


def two(value):
    a, b = value
    return a, b


def starred(value):
    a, *b, c = value
    return a, b, c


def nested(value):
    (a, b), c = value
    return a, b, c


for function, value in ((two, 1), (two, [1]), (two, (1, 2, 3)), (two, {1: 2}), (two, "abc"), (two, iter([1])), (two, range(5)), (two, {1: 2, 3: 4}),
                        (starred, [1]), (starred, "ab"), (nested, (1, 2)), (nested, ["xy", 3]), (two, None), (two, (i for i in range(3)))):
    try:
        print(function(value))
    except Exception as error:
        print(type(error).__name__, error)
x: int = 5
y: "str"
x += 1
x -= 2
x *= 3
x **= 2
x //= 5
x %= 17
x <<= 3
x |= 1
x ^= 2
x &= 0xFF
x >>= 1
print(x)
