"""str, repr and args of exceptions of every class with 0 to 3 arguments."""
import builtins

classes = [
    getattr(builtins, name) for name in sorted(dir(builtins))
    if isinstance(getattr(builtins, name), type) and issubclass(getattr(builtins, name), BaseException)
]
special = (UnicodeError, BaseExceptionGroup, SyntaxError, OSError)
for cls in classes:
    if issubclass(cls, special):
        continue
    made = [cls(), cls("one"), cls("one", 2), cls(None), cls([1], {"k": 2}, ("t",))]
    print(cls.__name__, [str(e) for e in made], [repr(e) for e in made], made[2].args)
print(OSError(), OSError("only"), repr(OSError(2, "No such file")), OSError(2, "No such file", "name.txt"), OSError(17, "x").errno)
for number in (1, 2, 4, 11, 13, 17, 20, 21, 32, 104, 110, 111, 3, 999):
    error = OSError(number, "text", "file")
    print(number, type(error).__name__, error, error.strerror, error.filename, error.args)
print(KeyError("k"), str(KeyError("it's")), KeyError(1, 2), str(KeyError()), StopIteration(5).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
print(ImportError("m", name="n", path="p").name, repr(ImportError("m", name="n")), NameError("m", name="n").name, AttributeError("m", name="a", obj=5).obj)
print(UnicodeDecodeError("c", b"ab", 0, 1, "why"), "|", UnicodeEncodeError("c", "ab", 0, 2, "why"), "|", UnicodeTranslateError("abé", 2, 3, "why"))
print(SyntaxError("m", ("f", 1, 2, "text")), SyntaxError("m").lineno, SyntaxError("m", ("f", 3, None, None)).lineno, SyntaxError().msg)
for make in (lambda: UnicodeDecodeError("x"), lambda: UnicodeEncodeError("c", b"a", 0, 1, "w"), lambda: SyntaxError("m", (1, 2)), lambda: ImportError("m", other=1), lambda: ExceptionGroup("m", []), lambda: ValueError(a=1), lambda: KeyError(x=2)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
print([cls.__mro__[1].__name__ for cls in (KeyError, FileNotFoundError, ZeroDivisionError, RecursionError, UnicodeDecodeError, TabError, ModuleNotFoundError, StopAsyncIteration, GeneratorExit)])
print(ValueError("a") == ValueError("a"), hash(ValueError) == hash(ValueError), IOError is OSError, EnvironmentError is OSError)
