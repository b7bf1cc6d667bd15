# bytes.endswith over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.endswith(*args, **named)
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
    show("(b'a')", make, b'a')
    show("(b'')", make, b'')
    show("(b'X')", make, b'X')
    show("(b'X', 2)", make, b'X', 2)
    show("(b'X', -2)", make, b'X', -2)
    show("(b'X', 1, 3)", make, b'X', 1, 3)
    show('(88)', make, 88)
    show('(255)', make, 255)
    show("((b'a', b'c'))", make, (b'a', b'c'))
    show('(())', make, ())
    show("('a')", make, 'a')
