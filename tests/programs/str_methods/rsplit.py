# str.rsplit over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.rsplit(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: '',
    lambda: 'a',
    lambda: 'Hello, World',
    lambda: '  pad\t\n',
    lambda: '\u00df\u0130\u01c5 \ufb01',
    lambda: 'aXbXc',
    lambda: '\U0001f600x\U0001f600',
    lambda: 'one\ntwo\r\nthree',
):
    print(plain(make()))
    show('()', make)
    show('(None)', make, None)
    show("('X')", make, 'X')
    show("(',')", make, ',')
    show("(' ')", make, ' ')
    show("('X', 1)", make, 'X', 1)
    show("('X', 0)", make, 'X', 0)
    show("('X', -1)", make, 'X', -1)
    show('(None, 1)', make, None, 1)
    show('(maxsplit=1)', make, maxsplit=1)
    show("(sep='X', maxsplit=1)", make, sep='X', maxsplit=1)
    show("('')", make, '')
    show('(1)', make, 1)
    show("('X', 'a')", make, 'X', 'a')
    show("('\\U0001f600')", make, '\U0001f600')
    show("('lo, ')", make, 'lo, ')
    show('(x=1)', make, x=1)
    show("('X', 1.0)", make, 'X', 1.0)
    show("('X', True)", make, 'X', True)
    show("(b'X')", make, b'X')
