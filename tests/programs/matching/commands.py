"""A command interpreter: or-patterns that bind, as-patterns, guards with side effects, fall through."""
log = []


def note(text, answer=True):
    log.append(text)
    return answer


def run(line, state):
    match line.split():
        case []:
            return "nothing"
        case ["go", ("north" | "south" | "east" | "west") as way]:
            state["at"] = way
            return f"at {way}"
        case ["go", *_] if note("bad way"):
            return "go where?"
        case ["take", thing] | ["pick", "up", thing] if thing not in state["held"]:
            state["held"].append(thing)
            return f"took {thing}"
        case ["take" | "drop" as verb, thing]:
            if verb == "drop" and thing in state["held"]:
                state["held"].remove(thing)
                return f"dropped {thing}"
            return f"cannot {verb} {thing}"
        case ["set", name, "=", value] | ["set", name, value] if note(f"set {name}", name.isidentifier()):
            state[name] = value
            return "set"
        case [("quit" | "exit") as how, *rest] if not rest:
            return how.upper()
        case [command, *arguments]:
            return f"? {command} {arguments}"


state = {"at": None, "held": []}
for line in ("", "go north", "go up", "go", "take lamp", "take lamp", "pick up key", "drop lamp", "drop lamp", "set x = 5", "set y 6", "set 1 2", "quit", "exit now", "sing a song"):
    print(repr(line), "->", run(line, state))
print(state, log)
x = "before"
match 5:
    case x if False:
        pass
print(x)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]] as whole:
        print(a, b, c, whole)
match (1, 2, 3), {"k": 1}:
    case [(first, *_), {"k": key}]:
        print(first, key)
match 1, 2:
    case 1, other:
        print(other)
match log:
    case [*_, last]:
        print(last)


def scope():
    match {"a": 1}:
        case {"b": missing}:
            pass
    try:
        return missing
    except UnboundLocalError as error:
        return str(error)


print(scope())
