def counter(start=0):
    count = start

    def increment(step=1):
        nonlocal count
        count += step
        return count

    def reset():
        nonlocal count
        count = start

    return increment, reset


inc, reset = counter(10)
other, _ = counter()
print(inc(), inc(), inc(5), other(), inc())
reset()
print(inc())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def outer():
    x = "outer"

    def middle():
        def inner():
            return x
        return inner

    first = middle()()
    x = "changed"
    return first, middle()()


print(outer())


def accumulator():
    total = []

    def add(value):
        total.append(value)
        return sum(total) / len(total)
    return add


average = accumulator()
print(average(10), average(20), average(60))


def unbound():
    def use():
        return later
    try:
        use()
    except NameError as error:
        print(error)
    later = 1
    return use()


print(unbound())
adders = {n: (lambda n: lambda x: x + n)(n) for n in (1, 10)}
print(adders[1](5), adders[10](5), inc.__closure__ is not None, inc.__code__.co_name)
