def multiply(a, b):
    n = len(a)
    columns = len(b[0])
    inner = len(b)
    result = []
    for i in range(n):
        row = []
        for j in range(columns):
            total = 0.0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    return result

n = 70
a = [[float(i * j % 7) for j in range(n)] for i in range(n)]
b = [[float(i + j) for j in range(n)] for i in range(n)]
c = multiply(a, b)
print(c[3][4], c[n - 1][n - 1], sum(sum(row) for row in c))
