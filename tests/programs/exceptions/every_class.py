import builtins
for name in sorted(dir(builtins)):
    cls = getattr(builtins, name)
    if not (isinstance(cls, type) and issubclass(cls, BaseException)): continue
    if name.startswith("Unicode") and name != "UnicodeError" or name.endswith("Group"): continue
    e = cls()
    print(name, cls.__bases__[0].__name__, repr(e), str(e), e.args, repr(cls(1)), str(cls(1)), repr(cls("a", 2)), str(cls("a", 2)))
    try: raise cls("x")
    except BaseException as got: print(got.args, got.__cause__, got.__context__, got.__suppress_context__, got.__traceback__ is not None)
