# float.__format__ over edge cases of its subject and arguments


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
    lambda: 0.0,
    lambda: -0.0,
    lambda: 1.5,
    lambda: -2.75,
    lambda: 1e16,
    lambda: 1e300,
    lambda: 5e-324,
    lambda: float('inf'),
    lambda: -float('inf'),
    lambda: float('nan'),
    lambda: 0.1,
    lambda: 123456789.987654321,
):
    print(plain(make()))
    show("('')", make, '')
    show("('f')", make, 'f')
    show("('.0f')", make, '.0f')
    show("('.3e')", make, '.3e')
    show("('g')", make, 'g')
    show("('.10g')", make, '.10g')
    show("('%')", make, '%')
    show("('+.1%')", make, '+.1%')
    show("('n')", make, 'n')
    show("('015.2f')", make, '015.2f')
    show("(',.2f')", make, ',.2f')
    show("('_.1f')", make, '_.1f')
    show("('d')", make, 'd')
    show("('x')", make, 'x')
    show("('s')", make, 's')
    show("('*^20.3')", make, '*^20.3')
    show("('#.0f')", make, '#.0f')
    show("('E')", make, 'E')
    show("('G')", make, 'G')
    show("('z.1f')", make, 'z.1f')
    show("('=+12')", make, '=+12')
