# tuple.__lt__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__lt__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: (),
    lambda: (1,),
    lambda: (3, 1, 2, 1),
    lambda: ('a', None, [1]),
):
    print(plain(make()))
    show('(())', make, ())
    show('((1, 2))', make, (1, 2))
    show('((3, 1, 3))', make, (3, 1, 3))
    show('([1])', make, [1])
    show("(('a',))", make, ('a',))
