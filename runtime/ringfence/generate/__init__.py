"""Tree to instructions: one file for each family of nodes.

Every file fills ``tables.EXPRESSIONS`` and ``tables.STATEMENTS``, which map a node class to its
generator function. Importing this package fills them.
"""

from ringfence.generate import (  # noqa: F401  (they fill the tables)
    assignments,
    asynchronous,
    calls,
    classes,
    comprehensions,
    control,
    displays,
    exceptions,
    expressions,
    functions,
    imports,
    matching,
    operators,
    parameters,
    strings,
)
from ringfence.generate.module import generate

__all__ = ["generate"]
