"""Sudoku by sets and the fewest candidates."""

PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""
ROWS, COLS = "ABCDEFGHI", "123456789"
CELLS = [r + c for r in ROWS for c in COLS]
UNITS = (
    [[r + c for r in ROWS] for c in COLS]
    + [[r + c for c in COLS] for r in ROWS]
    + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
)
PEERS = {s: {x for u in UNITS if s in u for x in u} - {s} for s in CELLS}


def solve(board):
    empty = [s for s in CELLS if board[s] == "."]
    if not empty:
        return board
    options = {s: set(COLS) - {board[p] for p in PEERS[s]} for s in empty}
    cell = min(empty, key=lambda s: (len(options[s]), s))
    for d in sorted(options[cell]):
        if found := solve({**board, cell: d}):
            return found
    return None


board = dict(zip(CELLS, "".join(PUZZLE.split())))
solved = solve(board)
for i, r in enumerate(ROWS):
    if i in (3, 6):
        print("------+-------+------")
    print(" ".join(solved[r + c] + (" |" if c in "36" else "") for c in COLS))
assert all({solved[s] for s in u} == set(COLS) for u in UNITS)
print(len(UNITS), len(PEERS["C2"]), sorted(PEERS["C2"])[:5])
