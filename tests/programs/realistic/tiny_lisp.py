"""A small Lisp: reader, environments, closures, tail loop."""
import math
import operator as op
from functools import reduce


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


class Symbol(str):
    pass


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()

    def parse():
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens[0] != ")":
                out.append(parse())
            tokens.pop(0)
            return out
        if t == ")":
            raise SyntaxError("unexpected )")
        for kind in (int, float):
            try:
                return kind(t)
            except ValueError:
                pass
        return Symbol(t)

    return parse()


BASE = Env()
BASE.update({"+": lambda *a: sum(a), "*": lambda *a: reduce(op.mul, a, 1), "-": op.sub, "/": op.truediv, "<": op.lt,
             "=": op.eq, "list": lambda *a: list(a), "car": lambda x: x[0], "cdr": lambda x: x[1:],
             "cons": lambda a, b: [a, *b], "null?": lambda x: x == [], "map": lambda f, x: list(map(f, x)),
             **{k: v for k, v in vars(math).items() if callable(v)}})


def evaluate(x, env=BASE):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case ["quote", value]:
                return value
            case ["if", test, yes, no]:
                x = yes if evaluate(test, env) else no
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["lambda", params, body]:
                return Lambda(params, body, env)
            case ["begin", *firsts, last]:
                for f in firsts:
                    evaluate(f, env)
                x = last
            case _:
                f, *args = [evaluate(e, env) for e in x]
                if isinstance(f, Lambda):
                    x, env = f.body, Env(f.params, args, f.env)
                else:
                    return f(*args)


def show(x):
    return "(" + " ".join(map(show, x)) + ")" if isinstance(x, list) else str(x)


program = """
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 25)
(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))))
(loop 3000 0)
(define compose (lambda (f g) (lambda (x) (f (g x)))))
((compose sqrt fact) 5)
(define range (lambda (a b) (if (= a b) (quote ()) (cons a (range (+ a 1) b)))))
(map (lambda (x) (* x x)) (range 0 10))
(begin (define x 3) (+ x 4.5))
(undefined 1)
(car (quote ()))
(quote (a (b c) 1 2.5))
"""
for line in program.strip().splitlines():
    try:
        value = evaluate(read(line))
        if value is not None:
            print(show(value))
    except (NameError, IndexError) as e:
        print(type(e).__name__, e)
