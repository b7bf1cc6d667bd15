# `memoryview` has one dimension
#
# Cause: `cast` to a shape, or to floats, is refused.
# Way out: Count rows and columns yourself; the module `struct` reads floats.
# CPython prints:
#     2
# Ringfence prints:
#     NotImplementedError: memoryview.cast to floats or to a shape is not supported; use the module struct

print(memoryview(b"abcdef").cast("B", (2, 3)).ndim)
