# set.difference over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.difference(*args, **named)
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
    show('([1, 2])', make, [1, 2])
    show('(())', make, ())
    show('(range(5))', make, range(5))
    show("({2: 'a'})", make, {2: 'a'})
    show('(frozenset({3}))', make, frozenset({3}))
    show('(5)', make, 5)
    show('(None)', make, None)
    show('([[1]])', make, [[1]])
    show('({1}, {2})', make, {1}, {2})
    show('()', make)
    show('((i for i in (1, 7)))', make, (i for i in (1, 7)))
    show('(iter([1, 2]))', make, iter([1, 2]))
