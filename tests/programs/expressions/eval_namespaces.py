"""eval and exec with globals and locals of every kind."""
x = "module x"


def inside():
    x = "local x"
    seen = eval("x")
    exec("x = 'changed'; y = 5")
    return seen, x, eval("x", {"x": "given"}), eval("x", {}, {"x": "locals"})


print(inside(), eval("x"), eval(" 1 + 1 "), eval("(\n1,\n2)"), eval("lambda n: n * x", {"x": 3})(4))
names = {}
exec("a = 1\ndef f(b=a): return a + b\nclass C:\n    k = f(10)\n", names)
print(sorted(n for n in names if n != "__builtins__"), names["f"](), names["C"].k, "__builtins__" in names)
names["a"] = 100
print(names["f"](), names["f"].__globals__ is names)
local = {}
exec("z = 1\nw = [n for n in range(2)]", {"z": "global z"}, local)
print(local)


class Spy(dict):
    def __getitem__(self, key):
        log.append(key)
        return super().__getitem__(key)

    def __missing__(self, key):
        if key.startswith("m_"):
            return key.upper()
        raise KeyError(key)


log = []
print(eval("m_one + str(len(m_two))", {}, Spy()), log)
spy = Spy(a=1)
exec("b = a + 1; del a; c = m_x", {}, spy)
print(dict(spy), log)
for text in ("1 +", "x = 1", "a b", "", "def f(): pass", "1\n2", "  1", "yield 1", "await x", "return 5", "*a", "print 1", "a := 1", "(a := 1)", "f'{x'", "'open"):
    try:
        print(repr(text), eval(text, {"x": 2}))
    except SyntaxError as error:
        print(repr(text), type(error).__name__)
for bad in (lambda: eval(5), lambda: exec(5), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: exec("1", [])):
    try:
        bad()
    except TypeError as error:
        print(error)
print(eval(b"1 + 2"), eval(compile("x", "f", "eval"), {"x": 9}), exec("1"), eval("__name__"), eval("[n * k for n in range(3)]", {"k": 2}))
try:
    exec("1 / 0\n")
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_code.co_filename)
counter = 0
exec("global counter\ncounter += 1")
print(counter)


def scoped():
    counter = 50
    exec("counter += 1")
    exec("global counter\ncounter = 'set by exec'")
    return counter


print(scoped(), counter)
