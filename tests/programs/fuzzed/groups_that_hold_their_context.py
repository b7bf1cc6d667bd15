import traceback
try:
    try:
        raise ValueError('first')
    except ValueError as e:
        raise ExceptionGroup('many', [e, KeyError(2)])
except BaseException as e:
    print(traceback.format_exc())
try:
    try: 1//0
    except ZeroDivisionError as e:
        raise ExceptionGroup('many', [KeyError(2), e]) from e
except BaseException as e:
    print(traceback.format_exc())
