print(StopIteration().value, StopIteration(5).value, StopIteration(1, 2).value, repr(StopIteration(5)))
e = StopIteration(3)
e.value = 9
print(e.value, e.args)
print(StopAsyncIteration(1).args, SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code, repr(SystemExit("bye")))
print(KeyError("k"), KeyError(("a", "b")), KeyError(1, 2), KeyError(), repr(KeyError("k")), str(KeyError("it's")), IndexError("k"), LookupError("x"))
print(ImportError("m", name="n", path="p").name, ImportError("m").name, NameError("x", name="y").name, AttributeError("a", name="b", obj=3).obj)
for f in (lambda: ImportError(bad=1), lambda: NameError(x=1), lambda: ValueError(x=1), lambda: KeyError(k=1), lambda: StopIteration(x=1), lambda: OSError(x=1)):
    try: f()
    except TypeError as e: print(e)
e = SyntaxError("bad", ("f.py", 3, 4, "text here", 3, 6))
print(e, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, repr(e))
print(SyntaxError("m"), SyntaxError("m").lineno, SyntaxError().msg)
try: {}["x"]
except KeyError as e: print(e, e.args)
try: [].nope
except AttributeError as e: print(e.name, e.obj)
try: nope
except NameError as e: print(e.name)
try: import nope_module
except ImportError as e: print(e.name, type(e).__name__, e, e.msg)
