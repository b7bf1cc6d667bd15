# An abandoned generator is not closed at once
#
# Cause: There is no reference counting: leaving a `for` loop early does not run the `finally`
#   of the generator.
# Way out: Call `close()`, or use `with contextlib.closing(...)`.
# CPython prints:
#     closed
#     after
# Ringfence prints:
#     after

def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for _number in numbers():
    break
print("after")
