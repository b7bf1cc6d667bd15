def queens(n):
    solutions = []

    def place(row, columns, left, right):
        if row == n:
            solutions.append(columns)
            return
        for c in range(n):
            if c not in columns and row + c not in left and row - c not in right:
                place(row + 1, columns + [c], left | {row + c}, right | {row - c})

    place(0, [], frozenset(), frozenset())
    return solutions


def draw(columns):
    return "\n".join("".join("Q" if c == q else "." for c in range(len(columns))) for q in columns)


print([len(queens(n)) for n in range(1, 7)])
print(draw(queens(6)[0]))
