"""Games: tic-tac-toe by minimax, poker hands, bowling, nim, maze, 2048."""
from collections import Counter, deque
from functools import cache

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    return next((b[i] for i, j, k in LINES if b[i] != "." and b[i] == b[j] == b[k]), None)


@cache
def value(b, who):
    if w := winner(b):
        return 1 if w == "X" else -1
    if "." not in b:
        return 0
    scores = [value(b[:i] + who + b[i + 1:], "O" if who == "X" else "X") for i, c in enumerate(b) if c == "."]
    return max(scores) if who == "X" else min(scores)


print(value("X.O.O.X..", "X"), value("XX.OO....", "O"), value("X...O...X", "O"), winner("XXXOO...."))
RANKS = "23456789TJQKA"


def hand(cards):
    ranks = sorted((RANKS.index(c[0]) for c in cards), reverse=True)
    counts = Counter(ranks)
    shape = sorted(counts.values(), reverse=True)
    order = sorted(ranks, key=lambda r: (-counts[r], -r))
    flush, straight = len({c[1] for c in cards}) == 1, len(counts) == 5 and ranks[0] - ranks[4] == 4
    kind = (8 if flush and straight else 7 if shape == [4, 1] else 6 if shape == [3, 2] else 5 if flush else 4 if straight
            else 3 if shape[0] == 3 else 2 if shape == [2, 2, 1] else 1 if shape[0] == 2 else 0)
    return kind, order


hands = ["2H 3D 5S 9C KD", "2C 3H 4S 8C AH", "2H 4S 4C 2D 4H", "2S 8S AS QS 3S", "TH JH QH KH AH", "7C 7D 7H 7S 2D"]
for h in sorted(hands, key=lambda h: hand(h.split()), reverse=True):
    print(h, hand(h.split()))


def bowling(rolls):
    total, i = 0, 0
    for _ in range(10):
        if rolls[i] == 10:
            total, i = total + sum(rolls[i : i + 3]), i + 1
        else:
            spare = rolls[i] + rolls[i + 1] == 10
            total, i = total + sum(rolls[i : i + 2 + spare]), i + 2
    return total


print(bowling([10] * 12), bowling([5] * 21), bowling([10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1]))
MAZE = ["S.#.....", "..#.##.#", "#...#..#", "..#...#E"]


def solve(maze):
    find = lambda ch: next((r, row.index(ch)) for r, row in enumerate(maze) if ch in row)
    start, end = find("S"), find("E")
    before, queue = {start: None}, deque([start])
    while queue:
        at = queue.popleft()
        if at == end:
            path = []
            while at:
                path.append(at)
                at = before[at]
            return path[::-1]
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            r, c = at[0] + dr, at[1] + dc
            if 0 <= r < len(maze) and 0 <= c < len(maze[0]) and maze[r][c] != "#" and (r, c) not in before:
                before[r, c] = at
                queue.append((r, c))
    return None


print(solve(MAZE), solve([*MAZE[:3], "..#...#."][:3] + ["..#..##E"]) is None)


def slide(row):
    row, out = [v for v in row if v], []
    for v in row:
        if out and out[-1] == (v, False):
            out[-1] = (v * 2, True)
        else:
            out.append((v, False))
    return [v for v, _ in out] + [0] * (4 - len(out))


print(slide([2, 0, 2, 4][:3] + [4]), [slide(r) for r in ([2, 2, 4, 0], [2, 2, 2, 2], [0, 0, 0, 0], [4, 4, 8, 0])])


def guess(secret, word):
    rest = Counter(s for s, g in zip(secret, word) if s != g)
    out = ""
    for s, g in zip(secret, word):
        if s == g:
            out += g.upper()
        elif rest[g]:
            rest[g] -= 1
            out += g
        else:
            out += "-"
    return out


print(guess("crane", "eerie"), guess("abbey", "babes"), [n for n in range(1, 20) if n % 4 == 0])
