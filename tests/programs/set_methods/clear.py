# set.clear over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.clear(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: set(),
    lambda: {1},
    lambda: {1, 2, 3},
    lambda: {0, True, 2.0},
    lambda: {(1, 2), 5},
):
    print(plain(make()))
    show('()', make)
    show('(1)', make, 1)
