# set.__isub__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__isub__(*args, **named)
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
    show('({1})', make, {1})
    show('({1, 2, 3, 4})', make, {1, 2, 3, 4})
    show('(frozenset({1, 2}))', make, frozenset({1, 2}))
    show('(set())', make, set())
    show('([1])', make, [1])
    show('(5)', make, 5)
    show('(None)', make, None)
    show('({1: 2}.keys())', make, {1: 2}.keys())
