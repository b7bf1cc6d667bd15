puzzle = (
    "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
)


def candidates(board, at):
    r, c = divmod(at, 9)
    used = set(board[r * 9 : r * 9 + 9]) | set(board[c::9])
    top = r // 3 * 27 + c // 3 * 3
    for i in range(3):
        used |= set(board[top + i * 9 : top + i * 9 + 3])
    return [d for d in "123456789" if d not in used]


def solve(board):
    options = [(len(found), at, found) for at, d in enumerate(board) if d == "0" for found in [candidates(board, at)]]
    if not options:
        return board
    _, at, found = min(options)
    for digit in found:
        solved = solve(board[:at] + digit + board[at + 1 :])
        if solved:
            return solved
    return None


solution = solve(puzzle)
for r in range(9):
    print(" ".join(solution[r * 9 : r * 9 + 9]))
print(all(sorted(solution[i * 9 : i * 9 + 9]) == sorted("123456789") for i in range(9)))
