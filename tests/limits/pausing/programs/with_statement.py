class Room:
    def __enter__(self):
        print("enter", ask("in"))
        return ask("room")

    def __exit__(self, kind, error, trace):
        print("exit", kind and kind.__name__, str(error))
        return ask(kind is ValueError)


with Room() as room:
    print(room, ask("body"))
with Room():
    raise ValueError(ask("swallowed"))
try:
    with Room(), Room():
        raise KeyError(ask("escapes"))
except KeyError as error:
    print(repr(error), ask("handled"))


def early():
    with Room():
        return ask("returned")


early()
