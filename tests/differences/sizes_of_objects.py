# `sys.getsizeof` gives the sizes of this machine
#
# Cause: Objects are laid out differently.
# Way out: Use limits and `meters` to bound memory.
# CPython prints:
#     56
# Ringfence prints:
#     16

import sys

print(sys.getsizeof([]))
