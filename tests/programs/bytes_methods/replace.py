# bytes.replace over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.replace(*args, **named)
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
    show("(b'X', b'-')", make, b'X', b'-')
    show("(b'', b'-')", make, b'', b'-')
    show("(b'X', b'')", make, b'X', b'')
    show("(b'X', b'--', 1)", make, b'X', b'--', 1)
    show("(b'', b'-', 3)", make, b'', b'-', 3)
    show("(b'X', b'-', -1)", make, b'X', b'-', -1)
    show("(b'X')", make, b'X')
    show('(1, 2)', make, 1, 2)
    show("(b'a', 'b')", make, b'a', 'b')
    show("('a', b'b')", make, 'a', b'b')
    show("(b'l', bytearray(b'LL'))", make, b'l', bytearray(b'LL'))
    show("(b'a', b'b', 'c')", make, b'a', b'b', 'c')
