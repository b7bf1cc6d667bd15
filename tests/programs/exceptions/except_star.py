def run(e):
    try:
        try: raise e
        except* ValueError as g: print("V", repr(g))
        except* (KeyError, IndexError) as g: print("K", repr(g), type(g).__name__)
        except* OSError: print("O"); raise
        else: print("else")
        finally: print("finally")
    except BaseException as out: print("out", repr(out), repr(out.__context__), repr(out.__cause__))
    else: print("clean")
run(ValueError(1))
run(ExceptionGroup("g", [ValueError(1), KeyError(2)]))
run(ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [IndexError(3), TypeError(4)])]))
run(TypeError("naked"))
run(ExceptionGroup("g", [OSError(1), ValueError(3)]))
run(KeyboardInterrupt())
def new():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError: raise RuntimeError("new")
    except ExceptionGroup as out: print(repr(out), [repr(e.__context__) for e in out.exceptions])
new()
def two():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
        except* ValueError as e: raise RuntimeError("a") from e
        except* KeyError: raise RuntimeError("b")
    except ExceptionGroup as out: print(repr(out))
two()
for kind in ("ExceptionGroup", "5", "(ValueError, 'x')", "BaseExceptionGroup"):
    try:
        exec(f"try: raise ValueError(1)\nexcept* {kind}: pass")
    except BaseException as e: print(type(e).__name__, e)
def loop():
    for i in range(3):
        try:
            if i == 1: raise ValueError(i)
        except* ValueError as e: print("caught", e.exceptions)
        else: print("no error", i)
loop()
