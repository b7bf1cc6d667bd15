class Machine:
    def __init__(self, states, start):
        self.states, self.state, self.trail = states, start, [start]

    def feed(self, event):
        try:
            self.state = self.states[self.state][event]
        except KeyError:
            raise ValueError(f"no {event!r} in state {self.state!r}") from None
        self.trail.append(self.state)
        return self


door = {"open": {"close": "closed"}, "closed": {"open": "open", "lock": "locked"}, "locked": {"unlock": "closed"}}
m = Machine(door, "open").feed("close").feed("lock").feed("unlock")
print(m.trail)
try:
    m.feed("unlock")
except ValueError as error:
    print(error)


def run(program, inputs=()):
    """A stack machine."""
    stack, pc, out, inputs, names = [], 0, [], list(inputs), {}
    while pc < len(program):
        op, *args = program[pc].split()
        pc += 1
        match op, args:
            case "push", [n]:
                stack.append(int(n))
            case "load", [name]:
                stack.append(names[name])
            case "store", [name]:
                names[name] = stack.pop()
            case ("add" | "sub" | "mul"), []:
                b, a = stack.pop(), stack.pop()
                stack.append(a + b if op == "add" else a - b if op == "sub" else a * b)
            case "jump", [to]:
                pc = int(to)
            case "jz", [to]:
                if stack.pop() == 0:
                    pc = int(to)
            case "read", []:
                stack.append(inputs.pop(0))
            case "print", []:
                out.append(stack.pop())
            case _:
                raise SyntaxError(f"line {pc}: {op}")
    return out


factorial = ["read", "store n", "push 1", "store r", "load n", "jz 15", "load r", "load n", "mul", "store r",
             "load n", "push 1", "sub", "store n", "jump 4", "load r", "print"]
print(run(factorial, [10]), run(factorial, [25]))


def brainfuck(code, data=""):
    jumps, stack = {}, []
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            jumps[i] = stack.pop()
            jumps[jumps[i]] = i
    cells, p, i, out = [0] * 30, 0, 0, ""
    while i < len(code):
        c = code[i]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c == "+": cells[p] = (cells[p] + 1) % 256
        elif c == "-": cells[p] = (cells[p] - 1) % 256
        elif c == ".": out += chr(cells[p])
        elif c == "[" and not cells[p]: i = jumps[i]
        elif c == "]" and cells[p]: i = jumps[i]
        i += 1
    return out


brainfuck("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.")
