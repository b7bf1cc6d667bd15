# `sys.getrefcount` is not there
#
# Cause: There is no reference counting.
# Way out: None is needed.
# CPython prints:
#     True
# Ringfence prints:
#     AttributeError: module 'sys' has no attribute 'getrefcount'

import sys

print(sys.getrefcount("text") > 0)
