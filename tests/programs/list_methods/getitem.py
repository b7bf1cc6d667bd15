# list.__getitem__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__getitem__(*args, **named)
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
    show('(0)', make, 0)
    show('(-1)', make, -1)
    show('(5)', make, 5)
    show('(slice(1))', make, slice(1))
    show('(slice(None, None, -1))', make, slice(None, None, -1))
    show('(slice(5, 0, -2))', make, slice(5, 0, -2))
    show('(slice(None, None, 0))', make, slice(None, None, 0))
    show("('a')", make, 'a')
    show('(None)', make, None)
    show('(1.0)', make, 1.0)
    show('((0, 1))', make, (0, 1))
    show('(True)', make, True)
    show("(slice('a'))", make, slice('a'))
    show('(slice(1.5, 2))', make, slice(1.5, 2))
    show('(10**20)', make, 10**20)
