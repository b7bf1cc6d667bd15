"""Game of life on a set, elementary automata, spirals, flood fill."""
from collections import Counter


def step(live):
    near = Counter((x + a, y + b) for x, y in live for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)
    return {p for p, n in near.items() if n == 3 or (n == 2 and p in live)}


def show(live, w, h):
    return "\n".join("".join("#" if (x, y) in live else "." for x in range(w)) for y in range(h))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
now = glider
for generation in range(8):
    now = step(now)
print(show(now, 6, 6), sorted(now) == sorted((x + 2, y + 2) for x, y in glider))
blinker = {(1, 0), (1, 1), (1, 2)}
print(step(step(blinker)) == blinker, frozenset(blinker) in {frozenset(step(step(blinker)))})


def rule(number, width=31, steps=8):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(steps):
        yield "".join(" *"[v] for v in row).rstrip()
        row = [number >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1 for i in range(width)]


print(*rule(90), sep="\n")
print(*rule(30, 17, 5), sep="\n")


def spiral(rows):
    out = []
    while rows:
        out += rows[0]
        rows = [*map(list, zip(*rows[1:]))][::-1]
    return out


print(spiral([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]))


def islands(grid):
    cells = {(r, c) for r, line in enumerate(grid) for c, v in enumerate(line) if v == "1"}
    sizes = []
    while cells:
        stack, size = [cells.pop()], 0
        while stack:
            r, c = stack.pop()
            size += 1
            for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if p in cells:
                    cells.remove(p)
                    stack.append(p)
        sizes.append(size)
    return sorted(sizes)


print(islands(["11000", "11000", "00100", "00011"]))


def look_and_say(text):
    out, i = "", 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += f"{j - i}{text[i]}"
        i = j
    return out


s = "1"
for _ in range(10):
    s = look_and_say(s)
print(s, len(s))
triangle = [[1]]
for _ in range(6):
    last = triangle[-1]
    triangle.append([1, *map(sum, zip(last, last[1:])), 1])
print(*(" ".join(map(str, r)).center(24).rstrip() for r in triangle), sep="\n")
