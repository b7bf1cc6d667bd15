def numbers(n):
    for i in range(n):
        yield i

def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x

def windows(source):
    previous = 0
    for x in source:
        yield previous + x
        previous = x

print(sum(windows(evens(numbers(150_000)))))
print(sum(x * x for x in range(100_000)))
