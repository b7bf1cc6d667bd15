# `locals()` in a comprehension is that of the function
#
# Cause: Comprehensions are part of the function around them, as in CPython 3.12.
# Way out: Call `locals()` outside.
# CPython prints:
#     False
# Ringfence prints:
#     True

def function():
    number = 1
    return ["number" in locals() for _ in range(1)][0]


print(function())
