def loud(text):
    label = ask(text)

    def wrap(function):
        name = ask(function.__name__)

        def inner(*args, **keywords):
            print(label, name, ask(args), ask(keywords))
            return ask(function(*args, **keywords))

        return inner

    return wrap


@loud(ask("outer"))
@loud("inner")
def add(a, b=ask(2), *, c=ask(3)):
    return ask(a) + b + c


@(lambda cls: ask("class") and cls)
class Thing:
    @staticmethod
    def go(n=ask(9)):
        return n


print(add(1), add(1, 5, c=7), Thing.go())
add.__name__
