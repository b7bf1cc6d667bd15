# memoryview.__setitem__ over edge cases of its subject and arguments


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
        result = subject.__setitem__(*args, **named)
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
    show('(0, 65)', make, 0, 65)
    show('(0, 256)', make, 0, 256)
    show("(0, 'a')", make, 0, 'a')
    show("(0, b'a')", make, 0, b'a')
    show('(9, 1)', make, 9, 1)
    show("(slice(0, 2), b'ZZ')", make, slice(0, 2), b'ZZ')
    show("(slice(0, 2), b'Z')", make, slice(0, 2), b'Z')
    show('(slice(0, 1), 5)', make, slice(0, 1), 5)
