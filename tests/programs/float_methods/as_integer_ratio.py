# float.as_integer_ratio over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.as_integer_ratio(*args, **named)
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
    show('()', make)
    show('(1)', make, 1)
    show('(None, None)', make, None, None)
