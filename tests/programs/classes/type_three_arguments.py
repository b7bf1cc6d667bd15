def speak(self): return "hi " + self.name
T = type("T", (), {"name": "t", "speak": speak, "__doc__": "made"})
print(T().speak(), T.__name__, T.__qualname__, T.__module__, T.__doc__, T.__bases__, T)
U = type("U", (T,), dict(name="u"))
print(U().speak(), U.__mro__)
for args in ((), ("X",), ("X", (), {}, 1), (1, (), {}), ("X", [], {}), ("X", (), []), ("X", (5,), {}), ("X\0", (), {}), ("X", (int, str), {})):
    try: print(type(*args))
    except (TypeError, ValueError) as e: print(e)
T.__name__ = "Renamed"
print(T, T.__name__, T.__qualname__)
T.__qualname__ = "Outer.T"
print(T, T())if False else print(T)
for v in (5, None):
    try: T.__name__ = v
    except (TypeError, ValueError) as e: print(e)
try: del T.__name__
except TypeError as e: print(e)
T.__module__ = "elsewhere"
print(T)
T.__doc__ = "new doc"
print(T.__doc__, U.__doc__)
