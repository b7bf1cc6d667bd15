# `hash()` of a string is the same in every run
#
# Cause: Runs are reproducible, so nothing is seeded.
# Way out: None is needed; limits bound what colliding keys can cost.
# CPython prints: a different number in every process, unless PYTHONHASHSEED is set
# Ringfence prints:
#     5177327745354713744

print(hash("text"))
