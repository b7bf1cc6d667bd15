"""Modules whose docstrings hold examples, run by doctest."""

import contextlib
import doctest
import io
import types

GEOMETRY = '''
"""Areas and a stack.

>>> area(2, 3)
6
"""
import functools
from math import sqrt


def area(width, height=1):
    """The area of a rectangle.

    >>> area(4)
    4
    >>> area("ab", 2)
    'abab'
    >>> [area(n) for n in range(3)]  # doctest: +NORMALIZE_WHITESPACE
    [0,   1,
     2]
    >>> area(None, 2)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> print("first", "", "third", sep="\\\\n")
    first
    <BLANKLINE>
    third
    >>> list(range(100))  # doctest: +ELLIPSIS
    [0, 1, ..., 98, 99]
    >>> 1 / 0  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ZeroDivisionError: in other words
    >>> missing  # doctest: +SKIP
    """
    return width * height


class Stack:
    """Last in, first out.

    >>> stack = Stack()
    >>> stack.push(1); stack.push(2)
    >>> stack.pop()
    2
    >>> for _ in range(1):
    ...     stack.pop()
    1
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        """
        >>> Stack().pop()
        Traceback (most recent call last):
        IndexError: pop from empty list
        """
        return self.items.pop()

    @staticmethod
    def kind():
        """>>> Stack.kind()
        'stack'
        """
        return "stack"

    @classmethod
    def of(cls, *items):
        """
        >>> Stack.of(1, 2).size
        2
        """
        made = cls()
        made.items.extend(items)
        return made

    @property
    def size(self):
        """
        >>> Stack().size
        0
        """
        return len(self.items)


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    """
    >>> [fibonacci(i) for i in range(8)]
    [0, 1, 1, 2, 3, 5, 8, 13]
    """
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def without():
    pass


__test__ = {"text": ">>> sqrt(4)\\n2.0\\n", "function": without}
'''

WRONG = '''
def halve(n):
    """
    >>> halve(4)
    2
    >>> halve(3)
    >>> halve(2); print("x")
    1.0
    y
    >>> n = 3
    4
    >>> halve(8)
    Traceback (most recent call last):
    ValueError: eight
    """
    return n / 2
'''


def module(name, text):
    made = types.ModuleType(name)
    exec(text, made.__dict__)
    return made


geometry = module("geometry", GEOMETRY)
print(doctest.testmod(geometry))
print(doctest.testmod(geometry, verbose=True))
print(doctest.testmod(geometry, name="other", exclude_empty=True, report=False))
print(doctest.testmod(geometry, extraglobs={"area": lambda *given: 6}, report=False).failed > 0)


def places_left_out(function, *arguments, **options):
    """What is printed, without the lines that tell file and line."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        result = function(*arguments, **options)
    print("\n".join([line for line in output.getvalue().split("\n") if not line.startswith("File ")]))
    print(result)


wrong = module("wrong", WRONG)
places_left_out(doctest.testmod, wrong)
places_left_out(doctest.testmod, wrong, optionflags=doctest.FAIL_FAST)
places_left_out(doctest.testmod, wrong, optionflags=doctest.REPORT_ONLY_FIRST_FAILURE)
places_left_out(doctest.run_docstring_examples, wrong.halve, vars(wrong), name="halves")
doctest.run_docstring_examples(">>> 1 + 1\n2\n>>> 2 > 1\n1\n", {}, verbose=True)
for flags, wanted in (
    (0, ">>> 2 > 1\n1\n"),
    (doctest.DONT_ACCEPT_TRUE_FOR_1, ">>> 2 > 1\n1\n"),
    (doctest.ELLIPSIS, ">>> 'a long text'\n'a...t'\n"),
    (doctest.ELLIPSIS, ">>> 'a long text'\n'a...b...t'\n"),
    (doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, ">>> 'a   b'\n'a b'\n"),
    (doctest.DONT_ACCEPT_BLANKLINE, ">>> print()\n<BLANKLINE>\n"),
):
    places_left_out(doctest.run_docstring_examples, wanted, {}, optionflags=flags)
for malformed in (">>>1\n", "  >>> 1\n 1\n", ">>> 1 # doctest: +WHAT\n1\n"):
    try:
        doctest.run_docstring_examples(malformed, {})
    except ValueError as error:
        print("ValueError")
