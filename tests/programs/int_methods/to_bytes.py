# int.to_bytes over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.to_bytes(*args, **named)
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
    show('()', make)
    show('(1)', make, 1)
    show('(2)', make, 2)
    show("(4, 'little')", make, 4, 'little')
    show("(8, 'big')", make, 8, 'big')
    show("(20, 'big')", make, 20, 'big')
    show("(20, 'little', signed=True)", make, 20, 'little', signed=True)
    show("(8, 'big', signed=True)", make, 8, 'big', signed=True)
    show('(0)', make, 0)
    show('(-1)', make, -1)
    show("(2, 'middle')", make, 2, 'middle')
    show('(length=2)', make, length=2)
    show("(length=12, byteorder='little', signed=True)", make, length=12, byteorder='little', signed=True)
