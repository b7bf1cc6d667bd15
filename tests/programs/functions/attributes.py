def f(a, b=2, *args, c, d=4, **kw):
    "doc"
    x = 1
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__closure__, f.__dict__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_filename, code.co_firstlineno, code.co_flags & 12)
f.attr = 5
print(f.attr, f.__dict__, vars(f))
del f.attr
try: f.attr
except AttributeError as e: print(e)
f.__name__ = "g"
f.__doc__ = None
f.__defaults__ = (9, 8)
f.__kwdefaults__ = {"c": 7}
print(f.__name__, f.__doc__, f())
f.__defaults__ = None
try: f()
except TypeError as e: print(e)
for name, value in (("__name__", 5), ("__defaults__", [1]), ("__kwdefaults__", 3), ("__dict__", 5), ("__qualname__", 1), ("__closure__", 1), ("__globals__", {})):
    try: setattr(f, name, value); print("set", name)
    except (TypeError, AttributeError) as e: print(e)
f.__dict__ = {"z": 1}
print(f.z, callable(f), type(f).__name__, f.__globals__ is globals())
def outer():
    v, w = 1, 2
    def inner(): return v, w
    return inner
i = outer()
print(i.__qualname__, [c.cell_contents for c in i.__closure__], i.__code__.co_freevars, outer.__code__.co_cellvars, type(i.__closure__[0]).__name__)
g = lambda: 0
print(g.__name__, g.__qualname__)
print(len.__name__, len.__module__, type(len).__name__, [].append.__name__, [].append.__self__, str.upper.__name__, type(str.upper).__name__, str.upper.__qualname__, str.upper.__objclass__)
h = f.__get__(5, int)
print(h.__self__, h.__func__ is f, type(h).__name__)
f.__code__ = g.__code__ if False else f.__code__
