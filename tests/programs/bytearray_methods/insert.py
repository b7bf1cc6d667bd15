# bytearray.insert over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.insert(*args, **named)
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
    show('(0, 65)', make, 0, 65)
    show('(-1, 66)', make, -1, 66)
    show('(100, 67)', make, 100, 67)
    show('(-100, 68)', make, -100, 68)
    show('(1, 300)', make, 1, 300)
    show("('a', 1)", make, 'a', 1)
    show('(1)', make, 1)
    show('()', make)
