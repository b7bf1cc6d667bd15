import builtins
classes = [c for c in vars(builtins).values() if isinstance(c, type) and issubclass(c, BaseException)]


def tree(cls, depth=0):
    print("  " * depth + cls.__name__, len(cls.__mro__))
    for sub in sorted({c for c in classes if cls in c.__bases__}, key=lambda c: c.__name__):
        tree(sub, depth + 1)


tree(BaseException)
print(IOError is OSError, EnvironmentError is OSError)
