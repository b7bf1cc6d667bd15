def show():
    a, b = 1, 2
    return locals()


print(show())


def closure():
    x = 1

    def inner():
        y = x
        return sorted(locals().items())

    return inner()


print(closure())


class Body:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))


print(Body.names, globals()["show"] is show, locals() is globals())
globals()["dynamic"] = 7
print(dynamic)
print("{a} {b}".format(**show()))
