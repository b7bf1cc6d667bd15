def chain(e):
    print(type(e).__name__, e, e.__suppress_context__, repr(e.__cause__), repr(e.__context__))
for make in [lambda: ExceptionGroup('g', [ValueError(1), KeyError(2)]), lambda: BaseExceptionGroup('b', [ExceptionGroup('in', [ValueError(2), OSError(5)]), OSError(2)])]:
    for act in range(5):
        try:
            try:
                raise make()
            except* ValueError as e:
                if act == 0: raise
                if act == 1: raise KeyError(1)
                if act == 2: raise KeyError(1) from e
                if act == 3: 1//0
                if act == 4: raise e
        except BaseException as x:
            chain(x)
            for y in x.exceptions: chain(y); [chain(z) for z in getattr(y, 'exceptions', ())]
