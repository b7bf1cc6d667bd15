print(eval("1 + 2"), eval("x * 2", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(" 3 "), eval("[i for i in range(3)]"))
ns = {}
exec("a = 1\ndef f(): return a + 1", ns)
print(ns["f"](), sorted(k for k in ns if k != "__builtins__"))
code = compile("z = 5\nz * 2", "s", "exec")
exec(code, ns)
print(ns["z"], eval(compile("z + 1", "s", "eval"), ns), type(code).__name__)
def local():
    v = 10
    print(eval("v"), sorted(locals()))
    exec("v = 20")
    return v
print(local())
for src, mode in (("1 +", "eval"), ("x = 1", "eval"), ("def", "exec"), ("  x", "exec"), ("(", "exec"), ("'abc", "exec"), ("x y", "exec"), ("if 1:", "exec"), ("return 5", "exec"), ("yield 1", "exec"), ("break", "exec"), ("1 = x", "exec"), ("f() = 1", "exec"), ("nonlocal q", "exec"), ("a b c", "eval"), ("", "eval")):
    try: compile(src, "<t>", mode)
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno)
for f in (lambda: eval(5), lambda: exec(5), lambda: compile("1", "f", "bad"), lambda: eval("1", 5), lambda: exec("1", {}, 5), lambda: eval("nope_x"), lambda: compile("1")):
    try: f()
    except Exception as e: print(type(e).__name__, e)
m = {}
exec("class A:\n  def m(self): return __class__.__name__\nprint(A().m())", m)
exec("import math; r = math.floor(2.5)", m)
print(m["r"], eval("lambda x: x + 1")(4), eval("(yield_ := 3)"))
exec("for i in range(2): print(i)")
print(eval(b"1 + 1"), eval("__name__"), eval("1 if 1 else 2"))
