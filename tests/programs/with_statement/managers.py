class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Managed("a") as a, Managed("b") as b:
    print(a.name, b.name)
with Managed("outer", swallow=True):
    with Managed("inner"):
        raise ValueError("problem")
print("after")
with (
    Managed("p") as p,
    Managed("q"),
):
    print("parenthesized")


def early():
    with Managed("f"):
        return "returned"


print(early())
for i in range(2):
    with Managed(i):
        if i == 0:
            continue
        break
try:
    with Managed("x"):
        try:
            1 / 0
        finally:
            print("inner finally")
except ZeroDivisionError as error:
    print("propagated", error)


class Failing(Managed):
    def __exit__(self, *args):
        raise KeyError("from exit")


try:
    with Failing("bad"):
        raise ValueError("original")
except KeyError as error:
    print(error, repr(error.__context__))
for bad in (5, "x"):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)


class Transaction:
    def __init__(self, store): self.store = store

    def __enter__(self):
        self.saved = dict(self.store)
        return self.store

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.store.clear()
            self.store.update(self.saved)
        return kind is ValueError


store = {"x": 1}
with Transaction(store) as s:
    s["x"] = 2
with Transaction(store) as s:
    s["x"] = 3
    raise ValueError
print(store)
