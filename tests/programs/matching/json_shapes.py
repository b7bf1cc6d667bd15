"""Decoded JSON taken apart by mapping, sequence and class patterns."""


def describe(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case int() | float() as number if number < 0:
            return f"negative {number}"
        case int(n):
            return f"int {n}"
        case float(x):
            return f"float {x}"
        case "" | []:
            return "empty"
        case str(text) if text.isdigit():
            return f"digits {text}"
        case str(text):
            return f"text {text!r}"
        case {"type": "point", "at": [x, y]}:
            return f"point {x},{y}"
        case {"type": "line", "points": [first, *_, last]}:
            return f"line {first}->{last}"
        case {"type": str(kind), **rest} if rest:
            return f"{kind} with {sorted(rest)}"
        case {"type": kind}:
            return f"bare {kind}"
        case {}:
            return f"object of {len(value)}"
        case [single]:
            return f"one of {describe(single)}"
        case [_, _]:
            return "pair"
        case [str(head), *tail]:
            return f"{head} and {len(tail)} more"
        case [*items]:
            return f"{len(items)} items"
        case _:
            return "unknown"


samples = [None, True, 0, -3, 2.5, -0.5, "", [], "42", "hi", {"type": "point", "at": [1, 2]}, {"type": "point", "at": [1]}, {"type": "line", "points": [1, 2, 3]}, {"type": "line", "points": [1]}, {"type": "x", "a": 1, "b": 2}, {"type": "x"}, {"type": 5}, {}, {"q": 1}, [1], [[2]], [1, 2], ("a", 2, 3), [1, 2, 3], b"bytes", bytearray(b"x"), {1, 2}, range(3), object, iter([])]
for sample in samples:
    print(type(sample).__name__, str(sample)[:14], describe(sample))
