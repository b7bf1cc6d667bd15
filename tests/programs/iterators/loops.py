for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i)
else:
    print("not printed")
for i in []:
    pass
else:
    print("empty loop")
n = 0
while n < 3:
    n += 1
    if n == 10:
        break
else:
    print("while ended", n)
for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        print("no break", i)
        continue
    if i == 1:
        break
print(i, j)


def find(grid, wanted):
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell == wanted:
                return x, y
    return None


print(find([[1, 2], [3, 4]], 3), find([], 1))
while True:
    n -= 1
    try:
        if n == 1:
            continue
        if n < 0:
            break
    finally:
        print("finally", n)
total = 0
for total in range(4):
    pass
print(total)
for k, in [(1,), (2,)]:
    print(k)
data = {"x": [0]}
for data["x"][0] in "ab":
    print(data)
