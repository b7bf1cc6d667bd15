# bytes.split over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.split(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: b'',
    lambda: b'a',
    lambda: b'Hello, World',
    lambda: b'  pad\t\n',
    lambda: b'aXbXc',
    lambda: b'\x00\xff\x80',
    lambda: b'one\ntwo\r\nthree',
):
    print(plain(make()))
    show('()', make)
    show('(None)', make, None)
    show("(b'X')", make, b'X')
    show("(b',')", make, b',')
    show("(b' ')", make, b' ')
    show("(b'X', 1)", make, b'X', 1)
    show("(b'X', 0)", make, b'X', 0)
    show('(None, 1)', make, None, 1)
    show('(maxsplit=1)', make, maxsplit=1)
    show("(sep=b'X', maxsplit=1)", make, sep=b'X', maxsplit=1)
    show("(b'')", make, b'')
    show('(1)', make, 1)
    show("(b'X', 'a')", make, b'X', 'a')
    show("('X')", make, 'X')
    show('(x=1)', make, x=1)
    show("(bytearray(b'X'))", make, bytearray(b'X'))
