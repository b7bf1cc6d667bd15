# `memoryview` is over bytes only
#
# Cause: An `array` keeps its items as Python values.
# Way out: Use `array.tobytes()`, or `bytearray`.
# CPython prints:
#     [1, 2]
# Ringfence prints:
#     TypeError: memoryview: a bytes-like object is required, not 'array'

from array import array

print(memoryview(array("i", [1, 2])).tolist())
