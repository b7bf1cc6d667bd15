# bytearray.extend over edge cases of its subject and arguments


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
    lambda: bytearray(b''),
    lambda: bytearray(b'abc'),
    lambda: bytearray(b'aXbXa'),
):
    print(plain(make()))
    show("(b'xy')", make, b'xy')
    show('([1, 2])', make, [1, 2])
    show('([256])', make, [256])
    show("('ab')", make, 'ab')
    show('(5)', make, 5)
    show('(range(3))', make, range(3))
    show('((i for i in (1, 2)))', make, (i for i in (1, 2)))
    show("(['a'])", make, ['a'])
    show("(bytearray(b'q'))", make, bytearray(b'q'))
    show('()', make)
