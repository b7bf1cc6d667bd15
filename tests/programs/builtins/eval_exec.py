print(eval("1 + 2 * 3"), eval("x + 1", {"x": 41}), eval("[i * 2 for i in range(3)]"))
namespace = {}
exec("def f(x):\n    return x * 2\ny = f(21)", namespace)
print(namespace["y"], namespace["f"](3), "y" in globals())
exec("made = 5")
print(made)
code = compile("a + b", "<text>", "eval")
print(eval(code, {"a": 1, "b": 2}), eval("a * b", {"a": 3}, {"b": 4}))


def inside():
    local = 3
    return eval("local + 1")


print(inside())
for bad in ("1 +", "1 / 0", "undefined", "x = 1", "int('q')"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
for bad in ("raise 5", "raise ValueError('v')", "def f(:", "a, b = 1"):
    try:
        exec(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
