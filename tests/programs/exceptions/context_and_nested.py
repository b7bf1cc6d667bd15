def chain_of(error):
    out = []
    while error is not None:
        out.append(f"{type(error).__name__}({error})")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " <- ".join(out)


def level(n):
    try:
        if n == 0:
            raise KeyError("root")
        level(n - 1)
    except LookupError as error:
        if n % 2:
            raise IndexError(f"level {n}") from error
        raise
    except Exception:
        raise LookupError(f"wrapped {n}")


for n in range(4):
    try:
        level(n)
    except Exception as error:
        print(n, chain_of(error))


def order():
    log = []
    try:
        try:
            log.append("body")
            raise ValueError("v")
        except TypeError:
            log.append("wrong")
        else:
            log.append("else")
        finally:
            log.append("inner finally")
    except ValueError as error:
        log.append(f"caught {error}")
    else:
        log.append("no")
    finally:
        log.append("outer finally")
    return log


def returns():
    try:
        return "body"
    finally:
        print("finally runs first")


def overridden():
    try:
        raise ValueError
    finally:
        return "finally"


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        except Exception:
            pass
        else:
            out.append(f"else {i}")
        finally:
            out.append(f"finally {i}")
    return out


print(order(), returns(), overridden(), loop())


def handler_scope():
    error = "outer"
    try:
        raise ValueError("inner")
    except ValueError as error:
        saved = error
    try:
        return error, saved
    except UnboundLocalError as e:
        return str(e), repr(saved)


print(handler_scope())


def pick(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return f"lookup {e!r}"
    except ArithmeticError:
        return "arithmetic"
    except Exception as e:
        return f"other {type(e).__name__}"
    except BaseException as e:
        return f"base {type(e).__name__}"


print([pick(e) for e in (KeyError("k"), IndexError(), ZeroDivisionError(), OSError(2, "gone"), GeneratorExit(), KeyboardInterrupt(), SystemExit(3), StopIteration(5))])
e = OSError(2, "No such file", "x.txt")
print(e.errno, e.strerror, e.filename, e, repr(e), e.args, StopIteration(7).value, SystemExit(3).code, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad").reason)
print(ValueError(1, 2), repr(ValueError()), str(ValueError("")), repr(ValueError("a'b")), Exception("x") == Exception("x"), ValueError("a").args + (1,), AttributeError("m", name="n", obj=1).name)
try:
    dynamic = (ValueError, TypeError)
    raise TypeError("dynamic")
except dynamic as e:
    print(e, e.__traceback__ is not None, e.with_traceback(None) is e, e.__traceback__)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
