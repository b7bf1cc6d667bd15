"""compile: modes, flags of code objects, single, repeated runs, attributes of code."""
code = compile("a + b", "sum.py", "eval")
print(type(code).__name__, code.co_filename, code.co_name, eval(code, {"a": 1, "b": 2}), eval(code, {"a": "x", "b": "y"}))
block = compile("total = 0\nfor n in items:\n    total += n\n", "<block>", "exec")
for items in ([1, 2, 3], (10,), "" and []):
    namespace = {"items": items}
    exec(block, namespace)
    print(namespace["total"])
single = compile("40 + 2", "<single>", "single")
exec(single)
exec(compile("None", "<single>", "single"))
exec(compile("x = 1", "<single>", "single"))
print(x)
for source, mode in (("1 + 1", "exec"), ("x = 1", "eval"), ("1", "wrong"), ("if True: pass", "eval")):
    try:
        print(compile(source, "f", mode).co_name)
    except (SyntaxError, ValueError) as error:
        print(type(error).__name__, str(error)[:50])


def example(a, b=2, *args, c, d=4, **kwargs):
    """Doc."""
    local = a + b
    inner = lambda: local
    return inner


code = example.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames[:6], code.co_flags & 4 != 0, code.co_flags & 8 != 0, code.co_cellvars, code.co_freevars)
print(example(1, c=3).__code__.co_freevars, code.co_firstlineno > 0, code.co_qualname)


def gen(): yield
async def co(): ...
async def agen(): yield


print([f.__code__.co_flags & 0x20 != 0 for f in (gen, co, agen)], [f.__code__.co_flags & 0x80 != 0 for f in (gen, co, agen)], [f.__code__.co_flags & 0x200 != 0 for f in (gen, co, agen)])
print(hash(code) == hash(example.__code__), code == example.__code__, code != gen.__code__)
try:
    compile("x = \x00", "f", "exec")
except (SyntaxError, ValueError) as error:
    print(type(error).__name__)
try:
    compile("def f(:\n  pass", "bad.py", "exec")
except SyntaxError as error:
    print(error.filename, error.lineno, error.text)
print(eval("f'{1 + 1}' 'b'"), eval("1 if [] else 2"), eval("{**{'a': 1}}"), eval("[*range(3)]"), eval("(yield_ := 3)"))
template = "def make_{name}(value):\n    return ('{name}', value)\n"
made = {}
for name in ("red", "blue"):
    exec(template.format(name=name), made)
print(made["make_red"](1), made["make_blue"](2), made["make_red"].__name__)
