def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    p = (x + dx, y + dy)
                    counts[p] = counts.get(p, 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(3):
    show(glider, 6, 5)
    glider = step(glider)
print(sorted(glider), len(glider))
for _ in range(40):
    glider = step(glider)
print(min(glider), max(glider))


def rule(number, row):
    width = len(row)
    return [number >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]


row = [0] * 15 + [1] + [0] * 15
for _ in range(8):
    print("".join(" *"[c] for c in row).rstrip())
    row = rule(90, row)
