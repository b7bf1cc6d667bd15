# A `bytearray` may grow under a `memoryview`
#
# Cause: Nobody counts the views of a buffer.
# Way out: Finish with the view before changing the length.
# CPython prints:
#     BufferError: Existing exports of data: object cannot be re-sized
# Ringfence prints:
#     7

data = bytearray(b"abcdef")
view = memoryview(data)
data.append(1)
print(len(data))
