def counter(start):
    n = ask(start)

    def more(by=1):
        nonlocal n
        n += ask(by)

        def deepest():
            nonlocal n
            n = ask(n) * 2
            return lambda: ask(n)

        return deepest()()

    return more, lambda: n


more, see = counter(5)
print(more(), more(10), see())
functions = [lambda i=i: ask(i) for i in range(3)]
print([f() for f in functions])


def fact(n):
    return 1 if n <= 1 else ask(n) * fact(n - 1)


fact(20)
