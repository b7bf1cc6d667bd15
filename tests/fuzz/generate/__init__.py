"""Random programs over the language of the sandbox, from a seed; one file a family of statements.

Programs end (loops are bounded, calls are counted), stay small (what is kept is cut) and print what
they compute and what they raise, so that one program compares some hundreds of operations. Nothing
that differs by design is made: addresses, the order of sets of strings, identity of numbers, what
reference counting would close.
"""

from __future__ import annotations

from fuzz.generate.program import generate

__all__ = ["generate"]
