for args in ((), (1,), (2, "msg"), (2, "msg", "file"), (13, "no", "a", None, "b"), ("x", "y"), (17, "e"), (20, ""), (21, ""), (32, ""), (1, ""), (4, ""), (11, ""), (10, ""), (3, ""), (104, ""), (103, ""), (111, ""), (110, "")):
    e = OSError(*args)
    print(type(e).__name__, repr(e), str(e), e.errno, e.strerror, e.filename, e.filename2, e.args)
class My(OSError): pass
print(type(My(2, "x")).__name__, My(2, "x"))
e = FileNotFoundError(2, "gone", "path/x")
print(e, e.filename)
print(BlockingIOError(11, "x", 5).characters_written if True else 0)


