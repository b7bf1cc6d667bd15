# complex.__sub__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__sub__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: 0j,
    lambda: 1+2j,
    lambda: -0.0+0j,
    lambda: complex(0.0, -0.0),
    lambda: complex('inf'),
    lambda: complex('nan+1j'),
    lambda: 3.5-1e20j,
    lambda: 1e-10+1j,
):
    print(plain(make()))
    show('(1)', make, 1)
    show('(1j)', make, 1j)
    show('(None)', make, None)
