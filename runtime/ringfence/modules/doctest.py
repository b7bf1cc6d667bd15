"""doctest: the examples in docstrings, run and compared with what they say they print.

``testmod`` looks at the program itself, or a module that it is given. Reports that show
differences line by line, text files and debugging are not here.
"""

from collections import namedtuple
from contextlib import redirect_stdout
from inspect import isclass, isroutine, unwrap
from io import StringIO
from traceback import format_exception, format_exception_only

from _kernel import code_field
from _prelude import _HOST_MINOR

__all__ = [
    "DONT_ACCEPT_BLANKLINE", "DONT_ACCEPT_TRUE_FOR_1", "ELLIPSIS", "Example", "FAIL_FAST",
    "IGNORE_EXCEPTION_DETAIL", "NORMALIZE_WHITESPACE", "REPORT_ONLY_FIRST_FAILURE", "SKIP",
    "TestResults", "run_docstring_examples", "testmod",
]

DONT_ACCEPT_TRUE_FOR_1 = 1
DONT_ACCEPT_BLANKLINE = 2
NORMALIZE_WHITESPACE = 4
ELLIPSIS = 8
SKIP = 16
IGNORE_EXCEPTION_DETAIL = 32
REPORT_ONLY_FIRST_FAILURE = 512
FAIL_FAST = 1024

_FLAGS = (
    ("DONT_ACCEPT_TRUE_FOR_1", DONT_ACCEPT_TRUE_FOR_1),
    ("DONT_ACCEPT_BLANKLINE", DONT_ACCEPT_BLANKLINE),
    ("NORMALIZE_WHITESPACE", NORMALIZE_WHITESPACE),
    ("ELLIPSIS", ELLIPSIS),
    ("SKIP", SKIP),
    ("IGNORE_EXCEPTION_DETAIL", IGNORE_EXCEPTION_DETAIL),
    ("REPORT_ONLY_FIRST_FAILURE", REPORT_ONLY_FIRST_FAILURE),
    ("FAIL_FAST", FAIL_FAST),
)
_HEADERS = ("Traceback (most recent call last):", "Traceback (innermost last):")
_RULE = "*" * 70

TestResults = namedtuple("TestResults", "failed attempted")


class Example:
    """One piece of source, what it is to print, and its line in the docstring (from 0)."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source
        self.want = want
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options


# ---------------------------------------------------------------- reading
def _examples(text, name):
    """The examples of a docstring."""
    lines = text.expandtabs().split("\n")
    found = []
    at = 0
    while at < len(lines):
        line = lines[at]
        bare = line.lstrip(" ")
        if not (bare.startswith(">>> ") or bare == ">>>"):
            if bare.startswith(">>>"):
                raise ValueError(f"line {at + 1} of the docstring for {name} lacks blank after >>>: "
                                 f"{line!r}")
            at += 1
            continue
        first, indent = at, len(line) - len(bare)
        source = [bare[4:]]
        at += 1
        while at < len(lines) and (
                lines[at][indent:].startswith("... ") or lines[at][indent:].rstrip() == "..."):
            source.append(lines[at][indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
            if lines[at][:indent].strip():
                raise ValueError(f"line {at + 1} of the docstring for {name} has inconsistent "
                                 f"leading whitespace: {lines[at]!r}")
            want.append(lines[at][indent:])
            at += 1
        if not any([part.strip() and not part.lstrip().startswith("#") for part in source]):
            continue
        expected = "".join([part + "\n" for part in want])
        found.append(Example("".join([part + "\n" for part in source]), expected,
                             _wanted_exception(want), first, indent, _options(source)))
    return found


def _wanted_exception(want):
    """What the last line of a wanted traceback says, with all that follows it, or None."""
    if not want or want[0].strip() not in _HEADERS:
        return None
    for at in range(1, len(want)):
        if want[at][:1].isalnum() or want[at][:1] == "_":
            return "".join([line + "\n" for line in want[at:]])
    return None


def _options(source):
    """Flags that comments such as ``# doctest: +SKIP`` set or clear."""
    found = {}
    known = dict(_FLAGS)
    for line in source:
        before, mark, rest = line.partition("doctest:")
        if not mark or not before.rstrip().endswith("#"):
            continue
        for word in rest.replace(",", " ").split():
            if word[0] not in "+-" or word[1:] not in known:
                raise ValueError(f"invalid option of a docstring's example: {word!r}")
            found[known[word[1:]]] = word[0] == "+"
    return found


# ---------------------------------------------------------------- comparing
def _agrees(want, got, flags):
    """Whether an output is what was wanted."""
    if got == want:
        return True
    if not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = "\n".join([
            "" if line.strip() == "<BLANKLINE>" else line for line in want.split("\n")])
        got = "\n".join(["" if line.isspace() else line for line in got.split("\n")])
        if got == want:
            return True
    if flags & NORMALIZE_WHITESPACE:
        got, want = " ".join(got.split()), " ".join(want.split())
        if got == want:
            return True
    return bool(flags & ELLIPSIS) and _matches(want, got)


def _matches(want, got):
    """Whether a text is like a pattern in which ``...`` stands for anything."""
    parts = want.split("...")
    if len(parts) == 1:
        return want == got
    first, last = parts[0], parts[-1]
    if len(got) < len(first) + len(last) or not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _without_detail(message):
    """The name of an exception's class, without module and message."""
    return message.split("\n")[0].partition(":")[0].rpartition(".")[2]


def _raised_agrees(example, error, flags):
    if example.exc_msg is None:
        return False
    message = format_exception_only(type(error), error)[-1]
    if isinstance(error, SyntaxError):
        message = f"{type(error).__name__}: {error.msg}\n"
    if _agrees(example.exc_msg, message, flags):
        return True
    return bool(flags & IGNORE_EXCEPTION_DETAIL) and _agrees(
        _without_detail(example.exc_msg), _without_detail(message), flags)


# ---------------------------------------------------------------- running
def _indented(text):
    return "".join([f"    {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n")])


class _Run:
    """Runs docstrings one by one and counts."""

    def __init__(self, verbose, flags):
        self.verbose = verbose
        self.flags = flags
        self.counts = []

    def run(self, name, text, filename, line, namespace):
        """Run the examples of a docstring that begins in a line (from 1) of a file, or None."""
        examples = _examples(text, name)
        failed = attempted = 0
        for number, example in enumerate(examples):
            flags = self.flags
            for flag, on in example.options.items():
                flags = flags | flag if on else flags & ~flag
            if flags & SKIP:
                continue
            attempted += 1
            quiet = bool(failed) and flags & REPORT_ONLY_FIRST_FAILURE
            if self.verbose and not quiet:
                expected = "Expecting:\n" + _indented(example.want) if example.want else (
                    "Expecting nothing\n")
                print(f"Trying:\n{_indented(example.source)}{expected}", end="")
            report = self._one(example, f"<doctest {name}[{number}]>", namespace, flags)
            if report is None:
                if self.verbose and not quiet:
                    print("ok")
                continue
            failed += 1
            if not quiet:
                if filename is None:
                    place = f"Line {example.lineno + 1}"
                elif line is None:
                    place = f'File "{filename}", line ?'
                else:
                    place = f'File "{filename}", line {line + example.lineno}'
                print(f"{_RULE}\n{place}, in {name}\n"
                      f"Failed example:\n{_indented(example.source)}{report}", end="")
            if flags & FAIL_FAST:
                break
        self.counts.append((name, failed, attempted))

    def _one(self, example, filename, namespace, flags):
        """Run an example; what is to be said if it fails."""
        output = StringIO()
        error = None
        with redirect_stdout(output):
            try:
                exec(compile(example.source, filename, "single"), namespace)
            except Exception as raised:
                error = raised
        got = output.getvalue()
        if got and not got.endswith("\n"):
            got += "\n"
        if error is not None:
            if _raised_agrees(example, error, flags):
                return None
            text = "".join(format_exception(error))
            if example.exc_msg is None:
                return f"Exception raised:\n{_indented(text)}"
            got += text
        elif example.exc_msg is None and _agrees(example.want, got, flags):
            return None
        wanted = f"Expected:\n{_indented(example.want)}" if example.want else "Expected nothing\n"
        return wanted + (f"Got:\n{_indented(got)}" if got else "Got nothing\n")

    def summary(self):
        """Print what came of it all; (failed, attempted)."""
        counts = sorted(self.counts)
        failed = sum([count[1] for count in counts])
        attempted = sum([count[2] for count in counts])
        without = [name for name, _, tried in counts if not tried]
        passed = [(name, tried) for name, bad, tried in counts if tried and not bad]
        wrong = [(name, bad, tried) for name, bad, tried in counts if bad]
        if self.verbose:
            if without:
                print(len(without), "items had no tests:")
                for name in without:
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, tried in passed:
                    print(f" {tried:3d} tests in {name}")
        if wrong:
            print(_RULE)
            print(len(wrong), "items had failures:")
            for name, bad, tried in wrong:
                print(f" {bad:3d} of {tried:3d} in {name}")
        if self.verbose:
            print(attempted, "tests in", len(counts), "items.")
            print(attempted - failed, "passed and", failed, "failed.")
        if failed:
            print(f"***Test Failed*** {failed} failures.")
        elif self.verbose:
            print("Test passed.")
        return TestResults(failed, attempted)


# ---------------------------------------------------------------- finding
def _is_of(value, namespace, name):
    """Whether a function or class was made by the module with this namespace and name."""
    own = getattr(value, "__globals__", None)
    if own is not None:
        return own is namespace
    return getattr(value, "__module__", name) == name


def _collect(found, seen, name, value, namespace, module_name):
    """Add (name, text, object) of a function, or of a class and what is in it."""
    if id(value) in seen:
        return
    seen.add(id(value))
    text = getattr(value, "__doc__", None)
    found.append((name, text if isinstance(text, str) else "", value))
    if not isclass(value):
        return
    for key, inner in value.__dict__.items():
        if isinstance(inner, (staticmethod, classmethod)):
            inner = inner.__func__
        if isinstance(inner, property) or (isroutine(unwrap(inner)) or isclass(inner)) and _is_of(
                unwrap(inner), namespace, module_name):
            _collect(found, seen, f"{name}.{key}", inner, namespace, module_name)


def _string_line(lines, at):
    """Number (from 1) of the first line from index `at` on in which a string begins, or None."""
    for number in range(at, len(lines)):
        head = lines[number].rpartition(":")[2].strip() or lines[number].strip()
        while head[:1].isalnum():
            head = head[1:]
        if head[:1] in ("'", '"') or lines[number].lstrip(" rRuU")[:1] in ("'", '"'):
            return number + 1
    return None


def _place(value, source):
    """File and line (from 1) where the docstring of an object begins; the line may be None."""
    if isinstance(value, property) and _HOST_MINOR >= 12:
        value = value.fget
    made = getattr(unwrap(value), "__code__", None) if not isclass(value) else None
    if made is not None:
        text = code_field(made, 11)
        if made.co_filename.startswith("<") or not isinstance(text, str):
            return None, made.co_firstlineno + 1
        return made.co_filename, _string_line(text.split("\n"), made.co_firstlineno - 1)
    lines = source.split("\n") if isinstance(source, str) else []
    if isclass(value):
        for number, line in enumerate(lines):
            bare = line.lstrip()
            if bare.startswith("class ") and bare[6:].lstrip().startswith(value.__name__):
                rest = bare[6:].lstrip()[len(value.__name__):]
                if not (rest[:1].isalnum() or rest[:1] == "_"):
                    return None, _string_line(lines, number)
    return None, None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Run the examples of all docstrings of a module, the program itself if none is given."""
    if raise_on_error:
        raise NotImplementedError("doctest.testmod(raise_on_error=True) is not supported")
    namespace = globals() if m is None else vars(m)
    module_name = namespace.get("__name__", "__main__")
    if name is None:
        name = module_name
    found, seen = [], set()
    text = namespace.get("__doc__")
    found.append((name, text if isinstance(text, str) else "", None))
    for key, value in list(namespace.items()):
        plain = unwrap(value) if callable(value) else value
        if (isroutine(plain) or isclass(plain)) and _is_of(plain, namespace, module_name):
            _collect(found, seen, f"{name}.{key}", value, namespace, module_name)
    for key, value in namespace.get("__test__", {}).items():
        if isinstance(value, str):
            found.append((f"{name}.__test__.{key}", value, None))
        else:
            _collect(found, seen, f"{name}.__test__.{key}", value, namespace, module_name)
    source, filename = None, namespace.get("__file__") or module_name
    for _, _, value in found:
        made = getattr(unwrap(value), "__code__", None) if callable(value) else None
        if made is not None and source is None and not made.co_filename.startswith("<"):
            source, filename = code_field(made, 11), made.co_filename
    run = _Run(bool(verbose), optionflags)
    given = dict(namespace if globs is None else globs)
    given.update(extraglobs or {})
    given.setdefault("__name__", "__main__")
    for title, text, value in sorted(found, key=lambda test: test[0]):
        if ">>>" not in text:
            if not (exclude_empty and not text):
                run.counts.append((title, 0, 0))
            continue
        file, line = _place(value, source) if value is not None else (None, None)
        if value is None and title == name and isinstance(source, str):
            line = _string_line(source.split("\n"), 0)
        run.run(title, text, file or filename, line, dict(given))
    if report:
        return run.summary()
    return TestResults(sum([count[1] for count in run.counts]),
                       sum([count[2] for count in run.counts]))


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    """Run the examples of one docstring, or text, and print what fails."""
    text = f if isinstance(f, str) else getattr(f, "__doc__", None) or ""
    file, line = (None, None) if isinstance(f, str) else _place(f, None)
    run = _Run(verbose, optionflags)
    if verbose:
        print("Finding tests in", name)
    if ">>>" in text:
        run.run(name, text, file, line, dict(globs))
