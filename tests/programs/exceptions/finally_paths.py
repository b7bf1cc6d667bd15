"""finally against return, break, continue and raising, nested."""


def leave(how):
    log = []
    for n in range(3):
        try:
            log.append(n)
            try:
                if how == "return" and n == 1:
                    return log, "returned"
                if how == "break" and n == 1:
                    break
                if how == "continue" and n == 1:
                    continue
                if how == "raise" and n == 1:
                    raise ValueError(n)
            finally:
                log.append(f"inner {n}")
        except ValueError as error:
            log.append(repr(error))
        else:
            log.append(f"else {n}")
        finally:
            log.append(f"outer {n}")
    else:
        log.append("loop else")
    return log


for how in ("none", "return", "break", "continue", "raise"):
    print(how, leave(how))


def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def overridden():
    try:
        return "try"
    finally:
        return "finally"


def rebound():
    value = 1
    try:
        return value
    finally:
        value = 2


def breaking():
    while True:
        try:
            raise KeyError
        finally:
            break
    return "broke out"


print(swallowed(), overridden(), rebound(), breaking())


def generator():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("clean")


it = generator()
print(next(it))
it.close()
print(list(generator()))


def chained():
    try:
        try:
            1 / 0
        finally:
            {}["missing"]
    except KeyError as error:
        return repr(error.__context__), repr(error)


print(chained())
errors = []
for kind in (ValueError, KeyError, None):
    try:
        try:
            if kind:
                raise kind("x")
        except KeyError as error:
            errors.append(error)
            raise RuntimeError from error
    except (RuntimeError, ValueError) as error:
        errors.append(error)
print([repr(e) for e in errors])
try:
    error
except NameError as missing:
    print(missing)
