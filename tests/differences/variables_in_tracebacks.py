# Frames of a traceback have no `f_locals`
#
# Cause: What the variables held is gone when an exception has left the call.
# Way out: Put the values into the exception, or use `add_note`.
# CPython prints:
#     True
# Ringfence prints:
#     AttributeError: '_traceback_frame' object has no attribute 'f_locals'

try:
    1 / 0
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_frame
print("frame" in frame.f_locals)
