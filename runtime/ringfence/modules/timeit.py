"""timeit: how long code takes, by the run's own clock."""

from time import perf_counter as default_timer

__all__ = ["Timer", "default_repeat", "default_timer", "repeat", "timeit"]

default_number = 1000000
default_repeat = 5


class Timer:
    """Runs a statement, text or function, many times."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._namespace = {} if globals is None else globals
        self._statement = _runner(stmt, "stmt")
        self._setup = _runner(setup, "setup")

    def timeit(self, number=default_number):
        """Seconds that so many runs of the statement take."""
        namespace = dict(self._namespace)
        self._setup(namespace)
        run = self._statement
        start = self.timer()
        for _ in range(number):
            run(namespace)
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """That, several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number of runs that take at least 0.2 s, seconds)."""
        base = 1
        while True:
            for factor in 1, 2, 5:
                number = base * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            base *= 10


def _runner(code, what):
    if isinstance(code, str):
        compiled = compile(code, "<timeit-src>", "exec")
        return lambda namespace: exec(compiled, namespace)
    if callable(code):
        return lambda namespace: code()
    raise ValueError(f"{what} is neither a string nor callable")


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """That, several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
