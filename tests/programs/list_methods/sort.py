# list.sort over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.sort(*args, **named)
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
    show('()', make)
    show('(reverse=True)', make, reverse=True)
    show('(key=str)', make, key=str)
    show('(key=str, reverse=1)', make, key=str, reverse=1)
    show('(key=None)', make, key=None)
    show('(key=len)', make, key=len)
    show('(None)', make, None)
    show("(reverse='x')", make, reverse='x')
    show('(reverse=None)', make, reverse=None)
    show('(key=lambda x: -x)', make, key=lambda x: -x)
    show('(x=1)', make, x=1)
    show('(str)', make, str)
