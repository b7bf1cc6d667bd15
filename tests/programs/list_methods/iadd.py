# list.__iadd__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__iadd__(*args, **named)
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
    show('([1])', make, [1])
    show('((1,))', make, (1,))
    show("('ab')", make, 'ab')
    show('(5)', make, 5)
    show("({'k': 2})", make, {'k': 2})
