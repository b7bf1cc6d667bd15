"""A regular expression tokenizer, a parser by precedence, an evaluator."""
import re
from collections import namedtuple
import operator

Token = namedtuple("Token", "kind text at")
SPEC = [("NUMBER", r"\d+(?:\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("POW", r"\*\*"), ("OP", r"[-+*/%()=,]"), ("SKIP", r"\s+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{k}>{p})" for k, p in SPEC))


def tokenize(text):
    for m in PATTERN.finditer(text):
        if m.lastgroup == "SKIP":
            continue
        if m.lastgroup == "BAD":
            raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(m.lastgroup, m.group(), m.start())
    yield Token("END", "", len(text))


class Parser:
    BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "%": (2, operator.mod)}

    def __init__(self, names=None):
        self.names = {"pi": 3.14159, **(names or {})}
        self.functions = {"max": max, "min": min, "abs": abs, "round": round}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0
        if self.peek().kind == "NAME" and self.tokens[1].text == "=":
            name = self.next().text
            self.next()
            value = self.names[name] = self.expression()
        else:
            value = self.expression()
        if self.peek().kind != "END":
            raise SyntaxError(f"trailing {self.peek().text!r}")
        return value

    def peek(self):
        return self.tokens[self.i]

    def next(self):
        self.i += 1
        return self.tokens[self.i - 1]

    def expression(self, least=1):
        left = self.unary()
        while (t := self.peek()).text in self.BINARY and self.BINARY[t.text][0] >= least:
            self.next()
            power, function = self.BINARY[t.text]
            left = function(left, self.expression(power + 1))
        return left

    def unary(self):
        if self.peek().text == "-":
            self.next()
            return -self.unary()
        base = self.atom()
        if self.peek().kind == "POW":
            self.next()
            return base ** self.unary()
        return base

    def atom(self):
        match self.next():
            case Token("NUMBER", text):
                return float(text) if "." in text else int(text)
            case Token("NAME", name) if self.peek().text == "(":
                self.next()
                args = [self.expression()]
                while self.peek().text == ",":
                    self.next()
                    args.append(self.expression())
                self.next()
                return self.functions[name](*args)
            case Token("NAME", name):
                return self.names[name]
            case Token(text="("):
                value = self.expression()
                if self.next().text != ")":
                    raise SyntaxError("expected )")
                return value
            case Token(kind, text, at):
                raise SyntaxError(f"unexpected {text or kind!r} at {at}")


p = Parser({"x": 10})
for line in ["1 + 2 * 3", "-(2 ** 3 ** 2) % 7", "y = x / 4", "y * pi", "max(1, x, y) - min(3, 2)", "(1 + 2", "3 $ 4", "q + 1", "1 / 0", "2 2", "1 +"]:
    try:
        print(f"{line:<26} -> {p.run(line)}")
    except (SyntaxError, KeyError, ZeroDivisionError) as e:
        print(f"{line:<26} !! {type(e).__name__}: {e}")
print(list(tokenize("a=1"))[:2], Token._fields, Token("A", "b", 3)._replace(at=4)._asdict())
