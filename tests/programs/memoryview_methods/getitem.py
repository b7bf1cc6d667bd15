# memoryview.__getitem__ over edge cases of its subject and arguments


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
        result = subject.__getitem__(*args, **named)
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
    show('(0)', make, 0)
    show('(-1)', make, -1)
    show('(9)', make, 9)
    show('(slice(1, 3))', make, slice(1, 3))
    show('(slice(None, None, 2))', make, slice(None, None, 2))
    show('(slice(None, None, -1))', make, slice(None, None, -1))
    show("('a')", make, 'a')
    show('(...)', make, ...)
