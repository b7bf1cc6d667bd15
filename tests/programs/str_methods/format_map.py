# str.format_map over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.format_map(*args, **named)
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
    show('({})', make, {})
    show('(1)', make, 1)
    show('()', make)
