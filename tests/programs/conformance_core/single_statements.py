"""`compile(..., "single")`: the values of statements are shown, as a prompt or a docstring's test does."""

import contextlib
import io

session = {}
for text in (
    "3 + 4",
    "'text'",
    "None",
    "x = 5",
    "x",
    "x; x * 2; y = x",
    "for number in range(3): number ** 2",
    "if x:\n    [x, y]\nelse:\n    'never'\n",
    "def area(w, h):\n    w\n    return w * h\n",
    "area(3, 4)",
    "class Shape:\n    'not shown'\n    sides = 4\n",
    "Shape.sides",
    "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    str(error)\nfinally:\n    'done'\n",
    "with open_nothing() as value: value",
    "match x:\n    case 5: 'five'\n",
    "print('printed')",
    "import math; math.floor(2.5)",
    "lambda: 0 if x else 1;",
    "[n for n in 'ab']",
    "x +",
    "missing",
):
    session["open_nothing"] = contextlib.nullcontext
    print(">>>", repr(text))
    try:
        code = compile(text, "<prompt>", "single")
        if "lambda" not in text:
            exec(code, session)
    except (SyntaxError, NameError) as error:
        print(type(error).__name__, error)

output = io.StringIO()
with contextlib.redirect_stdout(output):
    exec(compile("'kept'", "<prompt>", "single"), {})
    eval(compile("x", "<prompt>", "single"), {"x": [1]}, {"x": (2,)})
print(repr(output.getvalue()))
print(eval(compile("1, 2", "<text>", "eval")), exec(compile("'silent'", "<text>", "exec")))


def examples(text):
    """Pairs of source and wanted output of the examples in a docstring."""
    found, source, wanted = [], [], []
    for line in text.splitlines():
        line = line.strip()
        if line.startswith(">>> "):
            if source:
                found.append(("\n".join(source), "\n".join(wanted)))
            source, wanted = [line[4:]], []
        elif line.startswith("... "):
            source.append(line[4:])
        elif source and line:
            wanted.append(line)
    return [*found, ("\n".join(source), "\n".join(wanted))]


def binary_search(items, wanted):
    """Where `wanted` lies in sorted `items`, or -1.

    >>> binary_search([1, 3, 5], 3)
    1
    >>> for n in (0, 5):
    ...     binary_search([1, 3, 5], n)
    -1
    2
    >>> binary_search("ace", "c") == 1
    True
    >>> found = binary_search([], 4)
    >>> found, found + 1
    (-1, 0)
    >>> binary_search([2], 2)
    1
    """
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


names = {"binary_search": binary_search}
for source, wanted in examples(binary_search.__doc__):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(source + "\n", "<example>", "single"), names)
    got = output.getvalue().rstrip()
    print("ok" if got == wanted else f"failed: {source!r} gave {got!r}, wanted {wanted!r}")
