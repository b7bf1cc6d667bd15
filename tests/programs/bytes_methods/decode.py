# bytes.decode over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.decode(*args, **named)
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
    show("('utf-8')", make, 'utf-8')
    show("('ascii')", make, 'ascii')
    show("('ascii', 'ignore')", make, 'ascii', 'ignore')
    show("('ascii', 'replace')", make, 'ascii', 'replace')
    show("('ascii', 'backslashreplace')", make, 'ascii', 'backslashreplace')
    show("('latin-1')", make, 'latin-1')
    show("('utf-16')", make, 'utf-16')
    show("('utf-16-le', 'replace')", make, 'utf-16-le', 'replace')
    show("('utf-8', 'replace')", make, 'utf-8', 'replace')
    show("('utf-8', 'ignore')", make, 'utf-8', 'ignore')
    show("('utf-8', 'backslashreplace')", make, 'utf-8', 'backslashreplace')
    show("('utf-8', 'surrogateescape')", make, 'utf-8', 'surrogateescape')
    show('unused', make)
    show('(1)', make, 1)
    show("('ascii', 'nope')", make, 'ascii', 'nope')
    show("(encoding='ascii', errors='replace')", make, encoding='ascii', errors='replace')
