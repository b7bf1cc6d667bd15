"""StringIO and BytesIO as files: seeking, truncating, lines, misuse after close."""
import io

text = io.StringIO("first\nsecond\r\nthird")
print(text.readline(), text.tell(), text.read(3), text.readlines(), text.read(), text.getvalue())
text.seek(0)
print([line for line in text], text.seek(0, 2), text.write("!"), text.getvalue()[-3:])
text.seek(2)
text.truncate()
text.write("XY")
text.writelines(["a", "b"])
print(text.getvalue(), text.tell(), text.readable(), text.writable(), text.seekable(), text.isatty(), text.closed)
text.seek(20)
text.write("gap")
print(repr(text.getvalue()))
for newline in (None, "", "\n"):
    stream = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), stream.readlines(), repr(stream.getvalue()))
binary = io.BytesIO(b"abcdef")
print(binary.read(2), binary.read1(2), binary.readinto(bytearray(1)), binary.read(), binary.read(), binary.tell())
binary.seek(-2, io.SEEK_END)
print(binary.write(b"XYZ"), binary.getvalue(), binary.seek(1), binary.peek(1) if hasattr(binary, "peek") else "no peek", binary.getbuffer()[0])
buffer = bytearray(4)
binary.seek(0)
print(binary.readinto(buffer), buffer, binary.readline(2), binary.truncate(3), binary.getvalue())
with io.StringIO() as scoped:
    print("printed", 1, file=scoped, end="|")
    print(scoped.getvalue())
for use in (lambda: scoped.read(), lambda: scoped.getvalue(), lambda: scoped.write("x"), lambda: next(scoped), lambda: scoped.seek(0), lambda: scoped.__enter__()):
    try:
        use()
    except ValueError as error:
        print(error)
for wrong in (lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO("a").seek(-1), lambda: io.StringIO("a").seek(1, 1), lambda: io.BytesIO(b"a").seek(0, 5), lambda: io.StringIO().read("a"), lambda: io.StringIO().fileno()):
    try:
        print(wrong())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)

class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


upper = Upper()
print("shout", file=upper)
print(upper.getvalue(), isinstance(upper, io.TextIOBase), isinstance(binary, io.IOBase), issubclass(io.BytesIO, io.BufferedIOBase), io.DEFAULT_BUFFER_SIZE)
