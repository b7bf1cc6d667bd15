# A small Lisp: parsing, environments, closures.
def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").split()


def read(tokens):
    token = tokens.pop(0)
    if token == "(":
        out = []
        while tokens[0] != ")":
            out.append(read(tokens))
        tokens.pop(0)
        return out
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return token


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"undefined: {name}")
        return self.outer.find(name)


def fold(f):
    def folded(*args):
        total = args[0]
        for a in args[1:]:
            total = f(total, a)
        return total
    return folded


BASE = Env()
BASE.update({"+": fold(lambda a, b: a + b), "*": fold(lambda a, b: a * b), "-": fold(lambda a, b: a - b),
             "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *a: list(a),
             "car": lambda l: l[0], "cdr": lambda l: l[1:], "null?": lambda l: not l, "cons": lambda a, l: [a] + l})


def evaluate(x, env):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        head, *rest = x
        if head == "if":
            test, yes, no = rest
            x = yes if evaluate(test, env) else no
        elif head == "define":
            env[rest[0]] = evaluate(rest[1], env)
            return None
        elif head == "lambda":
            names, body = rest
            return lambda *args, env=env, names=names, body=body: evaluate(body, Env(names, args, env))
        else:
            function, *args = [evaluate(e, env) for e in x]
            return function(*args)


env = Env(outer=BASE)
for source in ("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 20)", "(define twice (lambda (f) (lambda (x) (f (f x)))))",
               "((twice (twice (lambda (x) (* x 3)))) 1)", "(define map (lambda (f l) (if (null? l) (list) (cons (f (car l)) (map f (cdr l))))))",
               "(map (lambda (x) (* x x)) (list 1 2 3.5))", "(undefined 1)"):
    try:
        result = evaluate(read(tokenize(source)), env)
        print(result) if result is not None else None
    except NameError as error:
        print("error:", error)
