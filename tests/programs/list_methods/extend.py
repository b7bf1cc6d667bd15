# list.extend over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.extend(*args, **named)
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
    show('([1, 2])', make, [1, 2])
    show("('ab')", make, 'ab')
    show('(())', make, ())
    show('(5)', make, 5)
    show('(None)', make, None)
    show('(range(3))', make, range(3))
    show("({'k': 1})", make, {'k': 1})
    show("((i for i in 'xy'))", make, (i for i in 'xy'))
    show('(iter([9]))', make, iter([9]))
    show('({7})', make, {7})
    show('()', make)
