# range.__getitem__ over edge cases of its subject and arguments


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
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: range(0),
    lambda: range(5),
    lambda: range(2, 10, 3),
    lambda: range(5, 0, -2),
    lambda: range(-3, 3),
    lambda: range(0, 10**20, 10**19),
    lambda: range(3, 3),
):
    print(plain(make()))
    show('(0)', make, 0)
    show('(-1)', make, -1)
    show('(10)', make, 10)
    show('(slice(1))', make, slice(1))
    show('(slice(None, None, -1))', make, slice(None, None, -1))
    show('(slice(1, None, 2))', make, slice(1, None, 2))
    show("('a')", make, 'a')
    show('(1.0)', make, 1.0)
    show('(None)', make, None)
    show('(True)', make, True)
