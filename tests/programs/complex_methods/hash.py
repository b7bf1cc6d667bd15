# complex.__hash__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__hash__(*args, **named)
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
):
    print(plain(make()))
    show('()', make)
