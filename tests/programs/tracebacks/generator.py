def numbers(limit):
    for i in range(limit):
        yield 10 // (2 - i)


def total(limit):
    return sum(numbers(limit))


print(total(2))
print(total(5))
