"""One program under CPython and under ringfence: what differs, and whether it may be compared at all."""

from __future__ import annotations

import ast
import builtins
import logging
import os
import re
import resource
import signal
import sys
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ringfence
from differential import Outcome, run_cpython, run_ringfence

LIMITS = {"max_instructions": 30_000_000, "max_memory": 200_000_000}
CPYTHON_BYTES = 1 << 30  # that a program may add to this process
SECONDS = 20  # of processor time for one side of one program
TOO_SLOW = 77  # exit code of a process whose program took longer
_ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")
_FRAME_OF_A_LIBRARY = re.compile(
    r'^(?P<edge>[ |]*?)  File "(?!main\.py")[^\n]*\n(?:(?P=edge)    (?!.*File ")[^|\n][^\n]*\n)*', re.M)
_BEYOND = re.compile(r"\b(MemoryError|RecursionError)\b")


@dataclass
class Verdict:
    """What a comparison came to; ``difference`` is empty where both did the same."""

    difference: str = ""
    skipped: str = ""
    instructions: int = 0


def host(value: Any = 7) -> Any:
    """The host function that programs may call."""
    return value


@contextmanager
def bounded_memory() -> Any:
    """Give CPython so much address space and no more (blocks of the sandbox reserve gigabytes)."""
    with open("/proc/self/statm") as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + CPYTHON_BYTES, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def bounded_time() -> Any:
    """End this process when one side takes too long; a program could catch anything milder."""
    signal.signal(signal.SIGPROF, lambda *_: os._exit(TOO_SLOW))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def expected(source: str) -> Outcome:
    """CPython's outcome."""
    builtins.host = host  # type: ignore[attr-defined]
    sys.unraisablehook = lambda _: None
    logging.disable()
    with warnings.catch_warnings(), bounded_memory(), bounded_time():
        warnings.simplefilter("ignore")
        return run_cpython(source)


def compare(source: str, found: Any = None) -> Verdict:
    """Run both; ``found``: how to run the sandbox's side, if not plainly."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
        wanted = expected(source)
    except SyntaxError as error:
        return Verdict(skipped=f"no program: {error}")
    except (MemoryError, RecursionError) as error:
        return Verdict(skipped=f"beyond CPython: {type(error).__name__}")
    if wanted.error.startswith("SyntaxError"):
        return Verdict(skipped="no program")
    if _BEYOND.search(str(wanted)):
        return Verdict(skipped="beyond CPython's memory or stack")
    verdict = Verdict()
    try:
        with warnings.catch_warnings(), bounded_time():
            warnings.simplefilter("ignore")
            got = (found or run_plainly)(source)
    except ringfence.MontyLimitError as error:
        return Verdict(skipped=f"beyond a limit: {error.limit}")
    except Exception as error:  # whatever escapes the sandbox is the finding
        return Verdict(f"escaped: {type(error).__name__}: {error}"[:300])
    if "reached: " in got.error and "limit `" in got.error:
        return Verdict(skipped="beyond a limit")
    verdict.difference = first_difference(str(wanted), str(got))
    return verdict


def run_plainly(source: str) -> Outcome:
    return run_ringfence(source, limits=LIMITS, external_functions={"host": host})


def first_difference(wanted: str, got: str) -> str:
    wanted, got = _ADDRESS.sub("at 0x", wanted), _ADDRESS.sub("at 0x", got)
    wanted, got = _FRAME_OF_A_LIBRARY.sub("", wanted), _FRAME_OF_A_LIBRARY.sub("", got)
    if wanted == got:
        return ""
    for a, b in zip(wanted.splitlines(), got.splitlines(), strict=False):
        if a != b:
            return f"CPython   {a}\nringfence {b}"
    return f"CPython ends {wanted[-80:]!r}, ringfence ends {got[-80:]!r}"
