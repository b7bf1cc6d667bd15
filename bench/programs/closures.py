def make_counter(step):
    total = 0

    def add(x):
        nonlocal total
        total += x * step
        return total

    return add

counters = [make_counter(i) for i in range(5)]
for i in range(40_000):
    for add in counters:
        add(i)
print([add(0) for add in counters])
