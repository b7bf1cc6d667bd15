# dict.update over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.update(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__, plain(subject))


for make in (
    lambda: {},
    lambda: {'a': 1},
    lambda: {1: 'x', 'b': [2], None: 0},
    lambda: {1.0: 'f', (1, 2): 't', frozenset(): 's'},
):
    print(plain(make()))
    show('()', make)
    show("({'z': 1})", make, {'z': 1})
    show("([('z', 2), (1, 3)])", make, [('z', 2), (1, 3)])
    show('(z=5)', make, z=5)
    show("({'a': 9}, a=7)", make, {'a': 9}, a=7)
    show('(5)', make, 5)
    show('([1])', make, [1])
    show('([(1, 2, 3)])', make, [(1, 2, 3)])
    show("(['ab', 'cd'])", make, ['ab', 'cd'])
    show('(None)', make, None)
    show("([('a',)])", make, [('a',)])
    show('({1: 2}.items())', make, {1: 2}.items())
    show("({'a': 1}, {})", make, {'a': 1}, {})
    show('([[1, 2]])', make, [[1, 2]])
    show("(zip('xy', (8, 9)))", make, zip('xy', (8, 9)))
    show('([([], 1)])', make, [([], 1)])
