# str.replace over edge cases of its subject and arguments


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
    show("('X', '-')", make, 'X', '-')
    show("('', '-')", make, '', '-')
    show("('X', '')", make, 'X', '')
    show("('X', '--', 1)", make, 'X', '--', 1)
    show("('', '-', 3)", make, '', '-', 3)
    show("('', '-', 0)", make, '', '-', 0)
    show("('X', '-', -1)", make, 'X', '-', -1)
    show("('l', '\\U0001f600')", make, 'l', '\U0001f600')
    show("('\\U0001f600', 'e')", make, '\U0001f600', 'e')
    show("('X')", make, 'X')
    show('(1, 2)', make, 1, 2)
    show("('a', 1)", make, 'a', 1)
    show("('a', 'b', 'c')", make, 'a', 'b', 'c')
    show("('a', 'b', None)", make, 'a', 'b', None)
    show("('Hello', 'Bye', 5)", make, 'Hello', 'Bye', 5)
