def describe(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1:
            return "one-ish"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case "quit" | "exit":
            return "command"
        case str(text):
            return f"text {text!r}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [first, *_, last] if first == last:
            return f"bookends {first}"
        case [1, [2, inner]]:
            return f"nested {inner}"
        case (a, b, *rest):
            return f"pair {a} {b} {rest}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **others}:
            return f"{kind} {others}"
        case {}:
            return "mapping"
        case None:
            return "none"
        case _:
            return "other"


for v in (0, -1, 5, 500, 2.5, True, "quit", "hey", [], [7], [1, 2, 1], [1, [2, 3]], (1, 2), [1, 2, 3, 4],
          {"type": "circle", "r": 2}, {"type": "sq", "side": 1}, {"x": 1}, None, {1}, b"ab", range(2)):
    print(v, "->", describe(v))


def first_word(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return f"going {direction}"
        case ["take", item, *more]:
            return f"taking {item} and {len(more)} more"
        case [action]:
            return f"just {action}"
        case [] | [_, *_]:
            return "unknown"


for c in ("go north", "go up", "take a b c", "look", ""):
    print(repr(c), first_word(c))
match (1, 2):
    case x, y if x > y:
        print("no")
    case x, y:
        print("bound", x, y)
