def count(n):
    for i in range(n):
        got = yield ask(i)
        if got:
            print("sent", got, ask("inside"))


numbers = count(4)
print(next(numbers), numbers.send("x"))
print(list(numbers))


def cleaning():
    try:
        yield 1
    finally:
        print("closed", ask("closing"))


it = cleaning()
next(it)
it.close()
