# int.__format__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__format__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: 0,
    lambda: 1,
    lambda: -1,
    lambda: 255,
    lambda: -256,
    lambda: 2**31,
    lambda: -2**63,
    lambda: 2**64 + 1,
    lambda: -10**25,
):
    print(plain(make()))
    show("('')", make, '')
    show("('d')", make, 'd')
    show("('x')", make, 'x')
    show("('#b')", make, '#b')
    show("('+,')", make, '+,')
    show("('020')", make, '020')
    show("('e')", make, 'e')
    show("('.2f')", make, '.2f')
    show("('c')", make, 'c')
    show("('s')", make, 's')
    show("('%')", make, '%')
    show("('_x')", make, '_x')
    show("('^30')", make, '^30')
    show("('<+8d')", make, '<+8d')
    show("('z')", make, 'z')
