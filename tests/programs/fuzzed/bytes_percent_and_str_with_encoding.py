for x in [lambda: b'%d|%s|%r' % (3, b'2', {1}), lambda: b'%d|%s|%r' % (3, bytearray(b'2'), {1}), lambda: b'%s' % 3, lambda: b'%s' % 'a', lambda: b'%a' % [1], lambda: b'%b' % memoryview(b'ab'), lambda: b'%r' % 'é',
          lambda: bytearray(b'%s%%') % b'2', lambda: b'%(a)s' % {b'a': b'z'}, lambda: b'%x' % 1.5, lambda: b'%c' % 300, lambda: b'%c' % b'ab', lambda: b'%d' % '3', lambda: b'%5.1f' % 2, lambda: b'%s %s' % (b'1',)]:
    try: print(x())
    except Exception as e: print(type(e).__name__, e)
for x in [lambda: str(b'a', range(1)), lambda: str([1], range(2)), lambda: str({1}, [2]), lambda: str([1], 'utf-8'), lambda: str('a', 'utf-8'), lambda: str(b'a', 'utf-8', 3), lambda: str(1, errors=2), lambda: str(b'a', encoding=2), lambda: str(b'a', None)]:
    try: print(x())
    except Exception as e: print(type(e).__name__, e)
