"""A retrying caller with its own exception tree, as service code has it."""
import functools


class ServiceError(Exception):
    retryable = False

    def __init__(self, message, *, status=500, attempt=None):
        super().__init__(message)
        self.status = status
        self.attempt = attempt

    def __str__(self):
        text = super().__str__()
        return f"[{self.status}] {text}" + (f" (attempt {self.attempt})" if self.attempt else "")


class Unavailable(ServiceError):
    retryable = True


class Denied(ServiceError):
    pass


class GaveUp(ServiceError):
    def __init__(self, causes):
        super().__init__(f"gave up after {len(causes)}", status=504)
        self.causes = causes


def retrying(times, *, on=ServiceError):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            causes = []
            for attempt in range(1, times + 1):
                try:
                    return function(*args, attempt=attempt, **kwargs)
                except on as error:
                    error.attempt = attempt
                    error.add_note(f"while calling {function.__name__}{args}")
                    causes.append(error)
                    if not error.retryable:
                        raise
            raise GaveUp(causes) from ExceptionGroup("attempts", causes)
        return wrapper
    return decorate


@retrying(3)
def fetch(name, *, attempt):
    if name == "flaky" and attempt < 3:
        raise Unavailable("try later", status=503)
    if name == "down":
        raise Unavailable("is down")
    if name == "secret":
        raise Denied("not yours", status=403)
    if name == "broken":
        raise LookupError(name)
    return f"{name} by attempt {attempt}"


for name in ("fine", "flaky", "down", "secret", "broken"):
    try:
        print(fetch(name))
    except GaveUp as error:
        print(error, [str(cause) for cause in error.causes], repr(error.__cause__)[:40])
        print([cause.__notes__ for cause in error.causes])
    except ServiceError as error:
        print(type(error).__name__, error, error.__notes__, error.__cause__)
    except Exception as error:
        print("unexpected", repr(error))
fetch("down")
