# Repeating text or bytes more than 2**63 times is a `MemoryError`
#
# Cause: The count is cut to what no memory holds before it is looked at.
# Way out: None is needed: both are errors.
# CPython prints:
#     OverflowError: cannot fit 'int' into an index-sized integer
# Ringfence prints:
#     MemoryError

"a" * 10**20
