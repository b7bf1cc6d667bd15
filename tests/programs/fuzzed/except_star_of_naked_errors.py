import traceback
def f1(n):
    try:
        raise ValueError('v')
    except* ValueError as e:
        raise StopIteration(5)
    finally:
        print('x')
def f2():
    try:
        raise ValueError('v')
    except* ValueError as e:
        raise
def f3():
    try:
        raise ExceptionGroup('g', [ValueError('v'), KeyError(1)])
    except* ValueError as e:
        raise KeyError(2)
def f4():
    try:
        try:
            raise ValueError('v')
        except* ValueError as e:
            raise KeyError(2)
        except* KeyError:
            pass
    finally:
        pass
def f5():
    try:
        raise ExceptionGroup('g', [ValueError('v'), KeyError(1)])
    except* ValueError as e:
        pass
for f in (lambda: f1(1)), f2, f3, f4, f5:
    try: f()
    except BaseException: print(traceback.format_exc())
