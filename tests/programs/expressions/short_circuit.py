# Operands are evaluated left to right, and only as far as needed.
log = []


def note(value):
    log.append(value)
    return value


def check(expression_result):
    print(expression_result, log)
    log.clear()


check(note(0) or note(2) or note(3))
check(note(1) and note(0) and note(3))
check(note(1) < note(2) < note(3))
check(note(3) < note(2) < note(1))
check(note(1) + note(2) * note(3))
check([note(1), note(2), *[note(3)]])
check({note("a"): note(1), note("b"): note(2)})
check(note("yes") if note(True) else note("no"))
check(not note(0))
check(any(note(i) > 1 for i in range(5)))
check(all(note(i) < 2 for i in range(5)))
values = [0, 0]
i = 0
i, values[i] = 1, 9
print(values)
values[note(1)] = note(7)
check(values)
