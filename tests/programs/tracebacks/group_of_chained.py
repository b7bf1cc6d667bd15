def part(n):
    try:
        return 1 // n
    except ZeroDivisionError as error:
        raise ValueError(f"part {n}") from error


errors = []
for n in (1, 0):
    try:
        print(part(n))
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("parts failed", errors)
