"""except* hands each part of a group to the handler that takes it."""


def route(*errors):
    log = []
    try:
        try:
            raise ExceptionGroup("several", list(errors))
        except* (ValueError, TypeError) as group:
            log.append(("value or type", [repr(e) for e in group.exceptions]))
        except* LookupError as group:
            log.append(("lookup", group.message, len(group.exceptions)))
        except* OSError:
            log.append(("os",))
            raise
        else:
            log.append("else")
        finally:
            log.append("finally")
    except* Exception as rest:
        log.append(("rest", repr(rest)))
    return log


print(route(ValueError(1), KeyError("k"), TypeError(2)))
print(route(OSError("disk"), ValueError(1)))
print(route(ZeroDivisionError("z")))
print(route(ExceptionGroup("inner", [IndexError(1), ArithmeticError(2)]), KeyError(3)))
try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group), group.message == "", type(group).__name__)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as group:
    print([repr(e) for e in group.exceptions], [repr(e.__context__) for e in group.exceptions])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as group:
        raise TypeError("replaced") from group
except ExceptionGroup as outer:
    print(repr(outer), repr(outer.exceptions[0].__cause__))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else without error")


def loop():
    for n in range(3):
        try:
            if n:
                raise ExceptionGroup("g", [ValueError(n)])
        except* ValueError as group:
            seen = group.exceptions[0].args
        else:
            seen = "none"
        yield n, seen


print(list(loop()))
try:
    try:
        raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError:
        print("value")
except BaseExceptionGroup as group:
    print(repr(group))
try:
    try:
        raise ExceptionGroup("x", [ValueError()])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except* 5:
        pass
except TypeError as error:
    print(error)
