class Anything:
    pass


for method in ("find", "rfind", "index", "rindex", "count"):
    for value in (1, None, b"a", [1], Anything(), {}):
        try:
            print(getattr("abc", method)(value))
        except (TypeError, ValueError) as error:
            print(method, type(error).__name__, error)
for call in (lambda: list(zip(1, 2)), lambda: zip([1], None), lambda: max([]), lambda: min([], default=3), lambda: vars(1), lambda: max(1), lambda: max(Anything(), None)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, error.__cause__, error.__suppress_context__, repr(error.__context__))
for call in (lambda: "abc".startswith(("x", Anything())), lambda: "abc".endswith((1, "c")), lambda: "abc".startswith(("x", None))):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__, error)
