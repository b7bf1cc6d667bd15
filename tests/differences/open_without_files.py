# `open` needs files that the host lends
#
# Cause: A program sees no file system but what the host mounts.
# Way out: Mount a directory, or pass the text as an input.
# CPython prints:
#     FileNotFoundError: [Errno 2] No such file or directory: 'no such file.txt'
# Ringfence prints:
#     PermissionError: `read` is not available: the host lends no files

open("no such file.txt")
