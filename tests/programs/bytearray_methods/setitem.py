# bytearray.__setitem__ over edge cases of its subject and arguments


def plain(value):
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
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: bytearray(b''),
    lambda: bytearray(b'abc'),
    lambda: bytearray(b'aXbXa'),
):
    print(plain(make()))
    show('(0, 65)', make, 0, 65)
    show('(-1, 66)', make, -1, 66)
    show('(9, 1)', make, 9, 1)
    show("(slice(0, 1), b'zz')", make, slice(0, 1), b'zz')
    show('(slice(0, 0), [1, 2])', make, slice(0, 0), [1, 2])
    show("(slice(None, None, 2), b'12')", make, slice(None, None, 2), b'12')
    show('(0, 256)', make, 0, 256)
    show("(0, 'a')", make, 0, 'a')
    show("('a', 1)", make, 'a', 1)
    show("(slice(0, 1), 'a')", make, slice(0, 1), 'a')
    show('(slice(0, 2), 2)', make, slice(0, 2), 2)
