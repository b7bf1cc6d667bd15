"""Loggers, handlers, formatters, filters, propagation and levels."""
import io
import logging

out, errors = io.StringIO(), io.StringIO()
root = logging.getLogger()
root.setLevel(logging.DEBUG)
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
root.addHandler(handler)
app = logging.getLogger("app")
db = logging.getLogger("app.db")
print(db.parent is app, app.parent is root, logging.getLogger("app.db") is db, app.name, db.getEffectiveLevel())
app.debug("value %d of %s", 5, "x")
db.warning("slow: %.2fs", 1.234)
app.setLevel(logging.WARNING)
app.info("hidden")
db.info("hidden too")
db.error("%(a)s and %(b)s", {"a": 1, "b": 2})
print(app.isEnabledFor(logging.INFO), db.isEnabledFor(logging.ERROR))
strict = logging.StreamHandler(errors)
strict.setLevel(logging.ERROR)
strict.setFormatter(logging.Formatter("{levelname}|{name}|{message}", style="{"))
db.addHandler(strict)
db.propagate = False


def work():
    db.warning("not strict enough")
    db.critical("very bad")
    try:
        {}["key"]
    except KeyError:
        db.exception("failed with %s", "key")


work()


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args and record.args[0] % 2 == 0


even = logging.getLogger("even")
even.addFilter(OnlyEven())
for n in range(4):
    even.info("n=%d", n)
even.filters.clear()
even.log(25, "custom %s", "level")
logging.addLevelName(25, "NOTICE")
even.log(25, "named")
print(logging.getLevelName(25), logging.getLevelName("ERROR"), logging.getLevelName(99), logging.WARN == logging.WARNING)


class Memory(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelno, record.getMessage(), record.name, record.args))


memory = Memory()
even.addHandler(memory)
even.warning("kept %s", "here")
even.removeHandler(memory)
even.warning("not kept")
print(memory.records, even.handlers, even.hasHandlers())
adapter = logging.LoggerAdapter(even, {"user": "ann"})
adapter.info("adapted")
logging.disable(logging.CRITICAL)
even.critical("disabled")
logging.disable(logging.NOTSET)
for wrong in (lambda: even.setLevel("NOPE"), lambda: even.setLevel(1.5), lambda: logging.getLogger(5), lambda: logging.Formatter("%(x", style="!")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(out.getvalue())
print(errors.getvalue().replace(", in work", " in work").splitlines()[:2], errors.getvalue().splitlines()[-1])
print(repr(app), repr(logging.getLogger()), logging.lastResort is not None)
