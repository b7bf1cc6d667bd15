# bytearray.count over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.count(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: bytearray(b''),
    lambda: bytearray(b'abc'),
    lambda: bytearray(b'aXbXa'),
):
    print(plain(make()))
    show("(b'a')", make, b'a')
    show('(97)', make, 97)
    show("(b'')", make, b'')
