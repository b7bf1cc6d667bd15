# int.__floordiv__ over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.__floordiv__(*args, **named)
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, plain(result), type(result).__name__)


for make in (
    lambda: 0,
    lambda: 1,
    lambda: -1,
    lambda: 255,
    lambda: -256,
    lambda: 2**31,
    lambda: -2**63,
    lambda: 2**64 + 1,
    lambda: -10**25,
):
    print(plain(make()))
    show('(2)', make, 2)
    show('(-3)', make, -3)
    show('(0)', make, 0)
    show('(2**40)', make, 2**40)
    show('(1.5)', make, 1.5)
    show('(-2**63)', make, -2**63)
    show("('a')", make, 'a')
