"""StringIO with every kind of line end, BytesIO into buffers, base classes and errors."""

import io
import traceback

TEXT = "a\nb\r\nc\rd"
for newline in ("\n", "", None, "\r", "\r\n"):
    stream = io.StringIO(TEXT, newline=newline)
    print(repr(newline), stream.newlines, list(stream), repr(stream.getvalue()), stream.newlines)
stream = io.StringIO(newline=None)
print(stream.write("x\r\ny\n"), repr(stream.getvalue()), stream.newlines, stream.encoding)
stream.seek(0)
print(stream.readline(1), repr(stream.readline()), stream.readlines(), isinstance(stream, io.TextIOBase))
data = io.BytesIO(b"hello world")
buffer = bytearray(4)
print(data.readinto(buffer), buffer, data.read1(3), isinstance(data, io.BufferedIOBase), isinstance(data, io.IOBase))
print(data.seek(-5, 2), data.read(), data.seek(2), data.truncate(), data.getvalue())
for wrong in (lambda: io.BytesIO([1]), lambda: data.write("x"), lambda: data.write(3), lambda: io.StringIO(newline="x"),
              lambda: io.StringIO(3), lambda: stream.write(b"x"), lambda: stream.detach(), lambda: stream.seek(-1)):
    try:
        print(wrong())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


with Upper() as loud:
    print("quiet", 1, file=loud)
    print(repr(loud.getvalue()))
try:
    loud.read()
except ValueError as error:
    print(error)
kept = io.StringIO()
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()  # to sys.stderr
    traceback.print_exc(file=kept)
print(kept.getvalue().splitlines()[-1])
print(traceback.format_exc())
