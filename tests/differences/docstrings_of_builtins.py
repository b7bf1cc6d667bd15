# Docstrings of builtins are absent or our own
#
# Cause: The builtins are written anew, and their texts would fill the image that every run
#   shares.
# Way out: Read Python's own documentation.
# CPython prints:
#     Return the number of items in a container.
# Ringfence prints:
#     None

print(len.__doc__)
