# Iterators of builtins and of `itertools` cannot be copied
#
# Cause: Their place is in a generator or in the machine, where a copy cannot take it from.
# Way out: Use `itertools.tee`, or make a list first.
# CPython prints:
#     1 1
#     (0, 1) (0, 1)
#     7 7
# Ringfence prints:
#     cannot pickle 'list_iterator' object
#     cannot pickle 'enumerate' object
#     cannot pickle 'count' object

import copy
import itertools

for iterator in [iter([1, 2]), enumerate([1, 2]), itertools.count(7)]:
    try:
        print(next(copy.deepcopy(iterator)), next(iterator))
    except TypeError as error:
        print(error)
