"""State machines by enum tables, by methods, by generators."""
from enum import Enum, unique, IntEnum


@unique
class Light(Enum):
    RED = ("red", 30)
    GREEN = ("green", 25)
    AMBER = ("amber", 5)

    def __init__(self, label, seconds):
        self.label = label
        self.seconds = seconds

    @property
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    def __str__(self):
        return f"{self.label}({self.seconds}s)"


class Vending:
    class State(IntEnum):
        IDLE = 0
        PAID = 1
        DISPENSING = 2

    MOVES = {
        (State.IDLE, "coin"): State.PAID,
        (State.PAID, "coin"): State.PAID,
        (State.PAID, "press"): State.DISPENSING,
        (State.PAID, "refund"): State.IDLE,
        (State.DISPENSING, "taken"): State.IDLE,
    }

    def __init__(self):
        self.state = self.State.IDLE
        self.log = []

    def send(self, event):
        try:
            new = self.MOVES[self.state, event]
        except KeyError:
            raise ValueError(f"{event!r} is not allowed in {self.state.name}") from None
        hook = getattr(self, f"on_{event}", None)
        if hook:
            hook(self.state, new)
        self.state = new

    def on_coin(self, old, new):
        self.log.append(f"{old.name}->{new.name}")


light = Light.RED
for _ in range(4):
    print(light, light.name, light.next, end="; ")
    light = light.next
print(Light(("green", 25)), repr(Light.AMBER), Light.RED is Light["RED"])
v = Vending()
for event in ["coin", "coin", "press", "refund", "taken", "press"]:
    try:
        v.send(event)
        print(event, v.state.name, int(v.state), v.state < 2)
    except ValueError as e:
        print("refused:", e)
print(v.log, len(Vending.MOVES))


def parser():
    out, field = [], ""
    c = yield
    while c is not None:
        if c == '"':
            while (c := (yield)) != '"':
                field += c
            c = yield
        elif c == ",":
            out.append(field)
            field = ""
            c = yield
        else:
            field += c
            c = yield
    return out + [field]


def split(line):
    machine = parser()
    next(machine)
    try:
        for c in [*line, None]:
            machine.send(c)
    except StopIteration as stop:
        return stop.value


print(split('a,"b,c",,d"e"f'), split(""))
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    Light(5)
except ValueError as e:
    print(e)
