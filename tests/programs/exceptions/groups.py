eg = ExceptionGroup("msg", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
a, b = eg.split(ValueError)
print(repr(a), repr(b))
print(eg.subgroup(KeyError), eg.subgroup(OSError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.split((KeyError, TypeError)))
print(repr(eg.derive([OSError(3)])), isinstance(eg, Exception), type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", [ValueError]), lambda: eg.split(5), lambda: eg.subgroup("x")):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message, excs)
m = MyGroup("my", [ValueError(1), KeyError(2)])
print(repr(m.split(KeyError)[0]), type(m.subgroup(ValueError)).__name__)


eg.add_note("n")
print(eg.split(TypeError)[0].__notes__)
