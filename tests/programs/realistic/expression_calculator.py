"""A tokenizer, a precedence climbing parser, an evaluator with variables, errors with positions."""
import operator
import re

TOKEN = re.compile(r"\s*(?:(?P<number>\d+\.?\d*)|(?P<name>[a-z_]\w*)|(?P<op>\*\*|//|[-+*/%()=,<>]))")
BINARY = {"<": (1, operator.lt), ">": (1, operator.gt), "+": (2, operator.add), "-": (2, operator.sub), "*": (3, operator.mul), "/": (3, operator.truediv), "//": (3, operator.floordiv), "%": (3, operator.mod), "**": (5, operator.pow)}
FUNCTIONS = {"max": max, "min": min, "abs": abs, "round": round}


class CalcError(Exception):
    def __init__(self, message, at):
        super().__init__(f"{message} at {at}")


def tokens(text):
    at = 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        if not found:
            raise CalcError(f"unexpected {text[at:].strip()[0]!r}", at)
        yield found.lastgroup, found.group(found.lastgroup), found.start(found.lastgroup)
        at = found.end()
    yield "end", "", len(text)


class Calculator:
    def __init__(self):
        self.names = {"pi": 3.25}

    def run(self, text):
        self.rest = list(tokens(text))
        if len(self.rest) > 2 and self.rest[0][0] == "name" and self.rest[1][1] == "=":
            name = self.rest[0][1]
            del self.rest[:2]
            value = self.names[name] = self.expression(0)
        else:
            value = self.expression(0)
        kind, text, at = self.rest[0]
        if kind != "end":
            raise CalcError(f"left over {text!r}", at)
        return value

    def expression(self, level):
        left = self.atom()
        while (op := self.rest[0][1]) in BINARY and BINARY[op][0] > level - (op == "**"):
            strength, function = BINARY[op]
            if strength <= level and op != "**":
                break
            self.rest.pop(0)
            left = function(left, self.expression(strength))
        return left

    def atom(self):
        kind, text, at = self.rest.pop(0)
        if kind == "number":
            return float(text) if "." in text else int(text)
        if text == "-":
            return -self.expression(4)
        if text == "(":
            value = self.expression(0)
            self.expect(")")
            return value
        if kind == "name" and self.rest[0][1] == "(":
            self.rest.pop(0)
            arguments = []
            while self.rest[0][1] != ")":
                arguments.append(self.expression(0))
                if self.rest[0][1] == ",":
                    self.rest.pop(0)
            self.expect(")")
            if text not in FUNCTIONS:
                raise CalcError(f"no function {text}", at)
            return FUNCTIONS[text](*arguments)
        if kind == "name":
            try:
                return self.names[text]
            except KeyError:
                raise CalcError(f"no name {text}", at) from None
        raise CalcError(f"expected a value, not {text or 'the end'!r}", at)

    def expect(self, wanted):
        kind, text, at = self.rest.pop(0)
        if text != wanted:
            raise CalcError(f"expected {wanted!r}, not {text or 'the end'!r}", at)


calculator = Calculator()
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 4 - 3", "x = 7 // 2", "x * pi", "max(1, x, 2) + min(4, 3)", "abs(-5.5) % 2", "1 < 2", "2 +", "(1", "1 2", "y", "f(1)", "3 $ 4", "1 / 0", "max()", "2 * -3"):
    try:
        print(f"{line:<26}{calculator.run(line)!r}")
    except CalcError as error:
        print(f"{line:<26}error: {error}")
    except Exception as error:
        print(f"{line:<26}{type(error).__name__}: {error}")
