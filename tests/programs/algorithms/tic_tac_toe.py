LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != "." and board[a] == board[b] == board[c]:
            return board[a]
    return None if "." in board else "draw"


def minimax(board, player, cache={}):
    key = board + player
    if key not in cache:
        result = winner(board)
        if result:
            cache[key] = {"X": 1, "O": -1, "draw": 0}[result], None
        else:
            options = []
            for i, c in enumerate(board):
                if c == ".":
                    score, _ = minimax(board[:i] + player + board[i + 1 :], "O" if player == "X" else "X")
                    options.append((score, -i))
            best = max(options) if player == "X" else min(options)
            cache[key] = best[0], -best[1]
    return cache[key]


board, player = "X...O....", "X"
while not winner(board):
    score, move = minimax(board, player)
    board = board[:move] + player + board[move + 1 :]
    player = "O" if player == "X" else "X"
    print("\n".join(board[r : r + 3] for r in (0, 3, 6)), score)
print(winner(board), len(minimax.__defaults__[0]))
