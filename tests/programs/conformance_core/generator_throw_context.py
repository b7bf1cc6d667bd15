"""What is being handled inside a generator is the context of what is thrown into it."""


def waiting():
    try:
        raise KeyError("inside")
    except KeyError:
        yield "waiting"


def show(error):
    print(repr(error), "context", repr(error.__context__), "cause", repr(error.__cause__))


steps = waiting()
next(steps)
try:
    steps.throw(ValueError("thrown"))
except ValueError as error:
    show(error)

steps = waiting()
next(steps)
try:
    raise IndexError("outside")
except IndexError:
    try:
        steps.throw(ValueError("both"))
    except ValueError as error:
        show(error)


def plain():
    try:
        yield 1
    except ValueError as error:
        show(error)
        yield "caught"
    finally:
        print("finally")


try:
    raise OSError("elsewhere")
except OSError:
    steps = plain()
    next(steps)
    print(steps.throw(ValueError("first")))
    steps.close()


def outer():
    try:
        raise KeyError("outer")
    except KeyError:
        yield from inner()


def inner():
    yield 1


steps = outer()
next(steps)
try:
    steps.throw(ValueError("through"))
except ValueError as error:
    show(error)


def own_again():
    try:
        raise KeyError("same")
    except KeyError as error:
        try:
            yield error
        except KeyError as again:
            print(again is error, again.__context__)


steps = own_again()
known = next(steps)
try:
    steps.throw(known)
except StopIteration:
    print("ended")


answer = lambda: (yield "question")
conversation = answer()
print(next(conversation))
try:
    conversation.send("reply")
except StopIteration as stop:
    print("answered", stop.value)
pairs = lambda: ((yield 1), (yield 2))
conversation = pairs()
print(next(conversation), conversation.send("a"))
try:
    conversation.send("b")
except StopIteration as stop:
    print(stop.value)
