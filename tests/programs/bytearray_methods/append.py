# bytearray.append over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.append(*args, **named)
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
    show('(97)', make, 97)
    show('(256)', make, 256)
    show('(-1)', make, -1)
    show("('a')", make, 'a')
    show("(b'a')", make, b'a')
    show('()', make)
    show('(1.5)', make, 1.5)
    show('(True)', make, True)
