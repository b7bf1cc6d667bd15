"""The builtin ``open``; files themselves are the library's (modules/_files)."""


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    """Open file and return a stream. Raise OSError upon failure."""
    return _frozen_modules["_files"]["open"](
        file, mode, buffering, encoding, errors, newline, closefd, opener)
