# `id()` of an object is a small serial number
#
# Cause: Objects move when garbage is collected, so that an address could not name them.
# Way out: None is needed.
# CPython prints:
#     False
# Ringfence prints:
#     True

print(id(object()) < 1_000_000)
