"""Groups by hand: split, subgroup, derive, nesting, subclasses, display."""
import traceback

tree = ExceptionGroup("root", [
    ValueError("a"),
    ExceptionGroup("left", [TypeError("b"), ValueError("c")]),
    ExceptionGroup("right", [ExceptionGroup("deep", [KeyError("d")])]),
])
print(tree, repr(tree), tree.message, len(tree.exceptions))
match, rest = tree.split(ValueError)
print(repr(match), repr(rest))
print(repr(tree.subgroup(KeyError)), repr(tree.subgroup((TypeError, KeyError))), tree.subgroup(OSError))
print(tree.split(OSError)[0], tree.split(Exception)[1], tree.subgroup(Exception) is tree)
print(repr(tree.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] == "c")))
print(repr(tree.derive([OSError(1)])))


class Tagged(ExceptionGroup):
    def __new__(cls, message, errors, tag):
        made = super().__new__(cls, message, errors)
        made.tag = tag
        return made

    def derive(self, errors):
        return Tagged(self.message, errors, self.tag)


tagged = Tagged("t", [ValueError(1), TypeError(2)], "red")
part, other = tagged.split(ValueError)
print(repr(part), part.tag, other.tag, type(part).__name__, tagged.args)
tagged.add_note("a note")
try:
    raise tagged from KeyError("cause")
except Tagged as group:
    part = group.subgroup(TypeError)
    print(part.__notes__, repr(part.__cause__), part.__traceback__ is group.__traceback__)


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from leaves(each)
    else:
        yield error


print([repr(e) for e in leaves(tree)])
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
for make in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", ValueError()), lambda: tree.split(5), lambda: tree.subgroup("x")):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)
print("".join(traceback.format_exception_only(tree)))
print("".join(traceback.format_exception(ExceptionGroup("shown", [ValueError("v"), ExceptionGroup("in", [TypeError("t")])]))))
print(isinstance(tree, Exception), isinstance(tree, ExceptionGroup), issubclass(ExceptionGroup, BaseExceptionGroup), ExceptionGroup.__mro__[1:3])
print(ExceptionGroup[int], tree.exceptions.__class__)
