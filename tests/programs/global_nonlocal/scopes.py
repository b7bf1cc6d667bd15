x = "global"


def read():
    return x


def write():
    global x, fresh
    x = "written"
    fresh = "made in a function"


def local():
    x = "local"
    return x


def nested():
    x = "enclosing"

    def change():
        nonlocal x
        x = "changed"

        def deeper():
            nonlocal x
            x += "!"
        deeper()

    change()
    return x


print(read(), local(), nested(), x)
write()
print(read(), x, fresh)


def unbound():
    try:
        print(y)
        y = 1
    except UnboundLocalError as error:
        print(type(error).__name__, error)


def deleted():
    z = 1
    del z
    try:
        z
    except UnboundLocalError as error:
        print(error)


unbound()
deleted()
try:
    undefined_name
except NameError as error:
    print(error, error.name)


class Scope:
    x = "class"
    y = x + " body"
    listed = [x for x in range(2)]

    def method(self):
        return x


print(Scope.x, Scope.y, Scope.listed, Scope().method())
if True:
    block = "visible"
for i in range(3):
    pass
print(block, i, [i for i in "ab"], i)
print(sorted(k for k in globals() if k in ("x", "fresh", "block")), "x" in dir())

