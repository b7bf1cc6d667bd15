# dict.__reversed__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__reversed__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: {},
    lambda: {'a': 1},
    lambda: {1: 'x', 'b': [2], None: 0},
    lambda: {1.0: 'f', (1, 2): 't', frozenset(): 's'},
):
    print(plain(make()))
    show('()', make)
