def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(900 < depth(0) < 1000)


class Endless:
    def __repr__(self):
        return f"<{self!r}>"


try:
    repr(Endless())
except RecursionError as error:
    print("repr:", type(error).__name__)
