# bytes.islower over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.islower(*args, **named)
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
    show('(1)', make, 1)
    show('(None, None)', make, None, None)
