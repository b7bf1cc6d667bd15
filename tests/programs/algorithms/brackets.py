PAIRS = {")": "(", "]": "[", "}": "{"}


def balanced(text):
    stack = []
    for c in text:
        if c in PAIRS.values():
            stack.append(c)
        elif c in PAIRS:
            if not stack or stack.pop() != PAIRS[c]:
                return False
    return not stack


def separate_groups(text):
    result, current, depth = [], [], 0
    for c in text:
        if c == "(":
            depth += 1
            current.append(c)
        elif c == ")":
            depth -= 1
            current.append(c)
            if depth == 0:
                result.append("".join(current))
                current.clear()
    return result


def max_depth(text):
    depth = best = 0
    for c in text:
        depth += (c == "(") - (c == ")")
        best = max(best, depth)
    return best


def generate(n, opened=0, closed=0, text=""):
    if len(text) == 2 * n:
        return [text]
    out = []
    if opened < n:
        out += generate(n, opened + 1, closed, text + "(")
    if closed < opened:
        out += generate(n, opened, closed + 1, text + ")")
    return out


for text in ("()[]{}", "([)]", "{[()]}", "", "(", "a(b)c]"):
    print(repr(text), balanced(text))
print(separate_groups("( ) (( )) (( )( ))"), [max_depth(g) for g in "(()()) ((())) () ((())()())".split()])
print(generate(3), [len(generate(n)) for n in range(7)])
