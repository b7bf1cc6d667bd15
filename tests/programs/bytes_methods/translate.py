# bytes.translate over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.translate(*args, **named)
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
    show('(bytes(range(256)))', make, bytes(range(256)))
    show('(None)', make, None)
    show("(None, b'a')", make, None, b'a')
    show("(None, delete=b'lX')", make, None, delete=b'lX')
    show("(bytes.maketrans(b'abc', b'xyz'))", make, bytes.maketrans(b'abc', b'xyz'))
    show("(bytes.maketrans(b'aX', b'12'), b'l')", make, bytes.maketrans(b'aX', b'12'), b'l')
    show("(b'short')", make, b'short')
    show('(1)', make, 1)
    show("('')", make, '')
