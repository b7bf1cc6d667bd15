# str.find over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.find(*args, **named)
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
    show("('a')", make, 'a')
    show("('')", make, '')
    show("('X')", make, 'X')
    show("('X', 2)", make, 'X', 2)
    show("('X', -2)", make, 'X', -2)
    show("('X', 1, 3)", make, 'X', 1, 3)
    show("('X', None, None)", make, 'X', None, None)
    show("('', 5)", make, '', 5)
    show("('', 100)", make, '', 100)
    show("('zz')", make, 'zz')
    show("('\\U0001f600')", make, '\U0001f600')
    show("('\\U0001f600', 1)", make, '\U0001f600', 1)
    show('(1)', make, 1)
    show('(None)', make, None)
    show('()', make)
    show("('X', 'a')", make, 'X', 'a')
    show("('X', 1.5)", make, 'X', 1.5)
    show("('X', 0, 10**30)", make, 'X', 0, 10**30)
    show("(b'X')", make, b'X')
    show("('X', 3, 1)", make, 'X', 3, 1)
    show("('a', True)", make, 'a', True)
