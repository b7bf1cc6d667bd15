class Tokenizer:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def tokens(self):
        out = []
        i, text = 0, self.text
        while i < len(text):
            c = text[i]
            if c.isspace():
                i += 1
            elif c.isdigit() or c == ".":
                start = i
                while i < len(text) and (text[i].isdigit() or text[i] == "."):
                    i += 1
                number = text[start:i]
                out.append(float(number) if "." in number else int(number))
            elif c.isalpha():
                start = i
                while i < len(text) and text[i].isalnum():
                    i += 1
                out.append(("name", text[start:i]))
            elif c in "+-*/^()":
                out.append(c)
                i += 1
            else:
                raise SyntaxError(f"unexpected {c!r} at {i}")
        return out


class Parser:
    def __init__(self, text, names=None):
        self.tokens = Tokenizer(text).tokens()
        self.names = names or {}
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def parse(self):
        value = self.sum()
        if self.peek() is not None:
            raise SyntaxError(f"left over: {self.peek()!r}")
        return value

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.peek() in ("*", "/"):
            value = value * self.power() if self.take() == "*" else value / self.power()
        return value

    def power(self):
        base = self.atom()
        if self.peek() == "^":
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        token = self.take()
        if isinstance(token, (int, float)):
            return token
        if isinstance(token, tuple):
            return self.names[token[1]]
        if token == "-":
            return -self.atom()
        if token == "(":
            value = self.sum()
            if self.take() != ")":
                raise SyntaxError("missing )")
            return value
        raise SyntaxError(f"unexpected token {token!r}")


for text in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-4 + 10 / 4", "x * (y - 1.5)", "1 +", "2 $ 3", "(1", "z", "1/0", "1 2"):
    try:
        print(text, "=", Parser(text, {"x": 2, "y": 5}).parse())
    except (SyntaxError, KeyError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)


def rpn(text):
    stack = []
    for token in text.split():
        if token in {"+", "-", "*", "/"}:
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[token])
        else:
            stack.append(float(token))
    return stack.pop()


print(rpn("3 4 + 2 *"), rpn("5 1 2 + 4 * + 3 -"))
