# memoryview.release over edge cases of its subject and arguments


def plain(value):
    if isinstance(value, memoryview):
        try:
            return value.tobytes()
        except ValueError as error:
            return str(error)
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.release(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: memoryview(b''),
    lambda: memoryview(b'abc'),
    lambda: memoryview(bytearray(b'hello')),
):
    print(plain(make()))
    show('()', make)
