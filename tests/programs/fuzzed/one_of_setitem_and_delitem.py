class Deletes:
    def __delitem__(self, key):
        print("delete", key)


class Sets:
    def __setitem__(self, key, value):
        print("set", key, value)


class ReadOnly:
    def __set__(self, instance, value):
        print("set attribute", value)


class Owner:
    attribute = ReadOnly()


def attempt(name, action):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(name, type(error).__name__, error)


attempt("assign", lambda: Deletes().__class__ and Deletes().__delitem__(1))
for value in (Deletes(), Sets(), (1,), "a", range(3), 5):
    try:
        value[0] = 1
    except (TypeError, AttributeError) as error:
        print("set", type(error).__name__, error)
    try:
        del value[0]
    except (TypeError, AttributeError) as error:
        print("del", type(error).__name__, error)
owner = Owner()
owner.attribute = 3
try:
    del owner.attribute
except AttributeError as error:
    print("AttributeError", error)
