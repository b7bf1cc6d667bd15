def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def transpose(m):
    return list(map(list, zip(*m)))


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** c * m[0][c] * determinant([row[:c] + row[c + 1 :] for row in m[1:]]) for c in range(len(m)))


def spiral(m):
    out = []
    while m:
        out += m[0]
        m = list(zip(*m[1:]))[::-1]
    return out


def power(m, n):
    size = len(m)
    result = [[int(i == j) for j in range(size)] for i in range(size)]
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


def gauss(a, b):
    n = len(a)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for j in range(i + 1, n):
            factor = m[j][i] / m[i][i]
            m[j] = [x - factor * y for x, y in zip(m[j], m[i])]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x


a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print(multiply(a, b), transpose([[1, 2, 3], [4, 5, 6]]), determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), power([[1, 1], [1, 0]], 90)[0][1])
print([round(v, 6) for v in gauss([[2.0, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8.0, -11, -3])])
print([row[::-1] for row in transpose([[1, 2], [3, 4]])])
