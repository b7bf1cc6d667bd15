"""Tree to instructions: one file for each family of nodes.

Every file fills ``tables.EXPRESSIONS`` and ``tables.STATEMENTS``, which map a node class to its
generator function, and is imported when a program first has a node of its family.
"""

from ringfence.generate.module import generate

__all__ = ["generate"]
