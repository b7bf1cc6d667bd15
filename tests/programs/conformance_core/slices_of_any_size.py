"""Slices and their bounds with integers far beyond an index."""

import sys

HUGE = (sys.maxsize, -sys.maxsize - 1, 1 << 70, -(1 << 70))
letters = "abcdef"
for step in HUGE:
    for end in (None, 2, -2, *HUGE):
        print(letters[end::step], letters[:end:step], [1, 2, 3][end::step], (1, 2)[:end:step], b"xyz"[end::step])
        print(slice(end, None, step).indices(10), slice(None, end, step).indices(0))
        print(slice(end, 3, step).indices(1 << 90))
        rest = list(range(6))
        del rest[end::step]
        print(rest)


class Position:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(slice(Position(-3), Position(1 << 80), Position(2)).indices(1 << 66))
print(slice(None, None, -1).indices(1 << 65), letters[Position(1) : Position(4)])
for arguments in ((None, None, 0), ("a", 2, 1), (1.5, None, None)):
    try:
        slice(*arguments).indices(1 << 70)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    slice(1).indices(-1)
except ValueError as error:
    print(error)
