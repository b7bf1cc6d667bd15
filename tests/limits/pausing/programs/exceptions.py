def kinds():
    return (ask("kinds") and KeyError, ValueError)


try:
    raise ValueError(ask("message"))
except kinds() as error:
    print(repr(error), ask("handled"))
finally:
    print(ask("finally"))


def through():
    for i in range(3):
        try:
            if ask(i) == 1:
                raise KeyError(ask(i))
            continue
        except KeyError as error:
            try:
                raise TypeError(ask("again")) from error
            except TypeError as second:
                print(repr(second.__cause__), ask("inner"))
        else:
            print("else")
        finally:
            print("finally", ask(i))
            if i == 2:
                return ask("out")


print(through())
try:
    try:
        1 / 0
    finally:
        print(ask("while raising"))
except ZeroDivisionError as error:
    print(error, error.__context__)
try:
    raise ExceptionGroup("g", [ValueError(ask(1)), KeyError(ask(2))])
except* ValueError as group:
    print(ask(len(group.exceptions)))
except* KeyError as group:
    print(ask(str(group)))
assert ask(True), ask("unseen")
