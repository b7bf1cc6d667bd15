# Equal small values are one object more often
#
# Cause: Small numbers are kept in the register itself and have no object.
# Way out: Compare with `==`.
# CPython prints:
#     True False
# Ringfence prints:
#     True True

a = 1000
b = int("1000")
print(a == b, a is b)
