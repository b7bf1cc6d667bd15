# str.encode over edge cases of its subject and arguments


def plain(value):
    if type(value).__name__.endswith('iterator'):
        return list(value)
    return repr(value)


def show(label, make, *args, **named):
    subject = make()
    try:
        result = subject.encode(*args, **named)
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
    show('()', make)
    show("('utf-8')", make, 'utf-8')
    show("('ascii')", make, 'ascii')
    show("('ascii', 'ignore')", make, 'ascii', 'ignore')
    show("('ascii', 'replace')", make, 'ascii', 'replace')
    show("('ascii', 'backslashreplace')", make, 'ascii', 'backslashreplace')
    show("('ascii', 'xmlcharrefreplace')", make, 'ascii', 'xmlcharrefreplace')
    show("('ascii', 'namereplace')", make, 'ascii', 'namereplace')
    show("('latin-1')", make, 'latin-1')
    show("('latin-1', 'replace')", make, 'latin-1', 'replace')
    show("('utf-16')", make, 'utf-16')
    show("('utf-16-le')", make, 'utf-16-le')
    show("('utf-32-be')", make, 'utf-32-be')
    show("('UTF8')", make, 'UTF8')
    show("(encoding='utf-8', errors='strict')", make, encoding='utf-8', errors='strict')
    show("('nope')", make, 'nope')
    show('(1)', make, 1)
    show("('ascii', 'nope')", make, 'ascii', 'nope')
    show("('utf-8-sig')", make, 'utf-8-sig')
