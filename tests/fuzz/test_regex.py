"""A short run of the random regular expressions, the same each time."""

import re as host_re
from pathlib import Path

import pytest

import ringfence
from fuzz.regex import mismatches
from ringfence.kernels import regex, regex_sets

RANGES = r"^\(?([\w, \n]+)\)? = range\((?:(\d+), )?\d+\)$"
MODULES = Path(ringfence.__file__).parent / "modules"


@pytest.mark.parametrize("seed", range(6))
def test_random_patterns_match_as_in_cpython(seed: int) -> None:
    assert mismatches(seed) == []


def _numbered(text: str) -> dict[str, int]:
    """Names that a module gets from ``range``, with their numbers."""
    found = {}
    for names, low in host_re.findall(RANGES, text, host_re.M):
        for number, name in enumerate(names.replace("\n", " ").split(", ")):
            found[name.strip()] = int(low or 0) + number
    return found


def test_compiler_and_matcher_agree_on_instructions() -> None:
    numbered = _numbered((MODULES / "_re_compile.py").read_text())
    assert len(numbered) == 25
    for name, number in numbered.items():
        assert getattr(regex, name.lstrip("_")) == number
    numbered = _numbered((MODULES / "_re_sets.py").read_text())
    for name, number in numbered.items():
        if name.startswith("AT_"):
            assert getattr(regex, name) == number
        elif name.startswith("ITEM_"):
            assert getattr(regex_sets, name) == number


HOSTILE = {
    "nested repeats": r"re.match(r'(a+)+$', 'a' * 40 + 'b')",
    "alternatives": r"re.match(r'(?:a|aa)*c', 'a' * 80)",
    "empty iterations": r"re.sub(r'(.*)*b', 'x', 'a' * 5000)",
    "polynomial": r"re.search('a*a*a*a*b', 'a' * 20000)",
    "lazy": r"re.search('.*?' * 20 + 'b', 'a' * 100000)",
    "findall": r"re.findall(r'(x+x+)+y', 'x' * 10000)",
    "callback": r"re.sub(r'(x+x+)+y', lambda m: '', 'x' * 10000)",
    "huge pattern": r"re.compile('[a-z]' * 1000000)",
    "huge result": r"while True: re.findall('', 'a' * 1000000)",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_endless_matching_stops_at_the_time_limit(name: str) -> None:
    with pytest.raises(ringfence.MontyLimitError):
        ringfence.Monty("import re\n" + HOSTILE[name]).run(
            limits={"max_duration_secs": 0.1, "max_memory": 100_000_000}
        )


def test_a_deep_backtrack_stack_counts_as_memory() -> None:
    with pytest.raises(ringfence.MontyLimitError, match="max_memory"):
        ringfence.Monty("import re\nre.match('(?:a|.)*b', 'a' * 4000000)").run(
            limits={"max_memory": 32 << 20}
        )
