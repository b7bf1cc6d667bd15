# list.__setitem__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__setitem__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: [],
    lambda: [1],
    lambda: [3, 1, 2, 1],
    lambda: ['b', 'A', 'c'],
    lambda: [1, 'a', None],
    lambda: [[1], [0], [1, 0]],
    lambda: [1.0, True, 1, 0.0],
):
    print(plain(make()))
    show("(0, 'n')", make, 0, 'n')
    show("(-1, 'n')", make, -1, 'n')
    show("(5, 'n')", make, 5, 'n')
    show('(slice(0, 1), [7, 8])', make, slice(0, 1), [7, 8])
    show('(slice(None), ())', make, slice(None), ())
    show("(slice(None, None, 2), 'xy')", make, slice(None, None, 2), 'xy')
    show("(slice(None, None, -1), 'abc')", make, slice(None, None, -1), 'abc')
    show('(slice(9, 1), [5])', make, slice(9, 1), [5])
    show('(slice(0, 1), 5)', make, slice(0, 1), 5)
    show("('a', 1)", make, 'a', 1)
    show('(slice(None, None, 0), [])', make, slice(None, None, 0), [])
    show('(slice(0, 0), range(2))', make, slice(0, 0), range(2))
    show('(10**20, 1)', make, 10**20, 1)
