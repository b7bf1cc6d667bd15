"""Backtracking: queens, knight's tour, permutations, word search, subset sums."""
from itertools import permutations


def queens(n, row=0, columns=0, left=0, right=0):
    if row == n:
        return 1
    free, total = ~(columns | left | right) & ((1 << n) - 1), 0
    while free:
        bit = free & -free
        free ^= bit
        total += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def boards(n):
    for p in permutations(range(n)):
        if len({p[i] + i for i in range(n)}) == len({p[i] - i for i in range(n)}) == n:
            yield p


print([queens(n) for n in range(1, 8)])
first = next(boards(6))
print("\n".join("".join("Q" if c == q else "." for c in range(6)) for q in first))


def tour(n, start):
    steps = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]
    board = [[0] * n for _ in range(n)]

    def free(x, y):
        return [(x + a, y + b) for a, b in steps if 0 <= x + a < n and 0 <= y + b < n and not board[x + a][y + b]]

    x, y = start
    for k in range(1, n * n + 1):
        board[x][y] = k
        options = free(x, y)
        if options:
            x, y = min(options, key=lambda p: (len(free(*p)), p))
        else:
            return board, k
    return board, n * n


board, k = tour(5, (0, 0))
print(k, *board, sep="\n")


def word_search(grid, word):
    def go(r, c, i):
        if i == len(word):
            return True
        if not (0 <= r < len(grid) and 0 <= c < len(grid[0])) or grid[r][c] != word[i]:
            return False
        keep, grid[r][c] = grid[r][c], "#"
        try:
            return any(go(r + a, c + b, i + 1) for a, b in ((0, 1), (1, 0), (0, -1), (-1, 0)))
        finally:
            grid[r][c] = keep

    return any(go(r, c, 0) for r in range(len(grid)) for c in range(len(grid[0])))


grid = [list("ABCE"), list("SFCS"), list("ADEE")]
print([word_search(grid, w) for w in ("ABCCED", "SEE", "ABCB")], grid[0])


def subset_sums(values, target):
    if target == 0:
        yield []
    elif values and target > 0:
        head, *tail = values
        yield from ([head, *r] for r in subset_sums(tail, target - head))
        yield from subset_sums(tail, target)


print(list(subset_sums([2, 3, 5, 6, 8, 10], 10)))


def parentheses(n, opened=0, closed=0, text=""):
    if closed == n:
        return [text]
    out = parentheses(n, opened + 1, closed, text + "(") if opened < n else []
    return out + (parentheses(n, opened, closed + 1, text + ")") if closed < opened else [])


print(parentheses(3))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)


print(*hanoi(3), len(list(hanoi(8))))
