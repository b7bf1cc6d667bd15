# str.translate over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.translate(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: '',
    lambda: 'a',
    lambda: 'Hello, World',
    lambda: '  pad\t\n',
    lambda: '\u00df\u0130\u01c5 \ufb01',
    lambda: 'aXbXc',
    lambda: '\U0001f600x\U0001f600',
    lambda: 'one\ntwo\r\nthree',
):
    print(plain(make()))
    show("({97: 'A'})", make, {97: 'A'})
    show('({97: None, 98: 66})', make, {97: None, 98: 66})
    show('({})', make, {})
    show("({97: 'long'})", make, {97: 'long'})
    show("({120: '\\U0001f600'})", make, {120: '\U0001f600'})
    show("(str.maketrans('abc', 'xyz'))", make, str.maketrans('abc', 'xyz'))
    show("(str.maketrans('aX', '12', 'l'))", make, str.maketrans('aX', '12', 'l'))
    show("(str.maketrans({'a': 1, 'b': None}))", make, str.maketrans({'a': 1, 'b': None}))
    show('(1)', make, 1)
    show("('')", make, '')
    show("(['z'] * 100)", make, ['z'] * 100)
    show('({97: 1.5})', make, {97: 1.5})
    show('({97: -1})', make, {97: -1})
    show('({97: 0x110000})', make, {97: 0x110000})
    show('()', make)
