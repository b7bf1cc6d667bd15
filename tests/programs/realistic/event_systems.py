"""Observers, dispatch tables, undo, middleware, plugins by registration."""
from collections import defaultdict
from weakref import WeakValueDictionary


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, name, *, once=False):
        def register(f):
            self.handlers[name].append((f, once))
            return f
        return register

    def emit(self, name, *args, **kwargs):
        results = []
        for entry in self.handlers[name][:]:
            f, once = entry
            if once:
                self.handlers[name].remove(entry)
            results.append(f(*args, **kwargs))
        return results


bus = Bus()


@bus.on("greet")
def hello(name, *, loud=False):
    return f"hello {name}".upper() if loud else f"hello {name}"


@bus.on("greet", once=True)
def first(name, **_):
    return "first"


print(bus.emit("greet", "ann"), bus.emit("greet", "bob", loud=True), bus.emit("nothing"))


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[name or cls.__name__.lower()] = cls


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Strip(Plugin, name="trim"):
    def run(self, text):
        return text.strip()


text = "  hi "
for name in ("trim", "upper"):
    text = Plugin.registry[name]().run(text)
print(repr(text), sorted(Plugin.registry))


class Editor:
    def __init__(self):
        self.text, self.done, self.undone = "", [], []

    def do(self, act, undo):
        act()
        self.done.append((act, undo))
        self.undone.clear()

    def insert(self, at, new):
        def act():
            self.text = self.text[:at] + new + self.text[at:]

        def undo():
            self.text = self.text[:at] + self.text[at + len(new):]

        self.do(act, undo)

    def undo(self):
        if self.done:
            self.undone.append(self.done.pop())
            self.undone[-1][1]()

    def redo(self):
        if self.undone:
            self.done.append(self.undone.pop())
            self.done[-1][0]()


e = Editor()
e.insert(0, "world")
e.insert(0, "hello ")
states = [e.text]
e.undo(); states.append(e.text)
e.redo(); states.append(e.text)
e.undo(); e.undo(); e.undo(); states.append(e.text)
print(states)


def chain(*layers):
    def call(request):
        def step(i, r):
            return layers[i](r, lambda n: step(i + 1, n)) if i < len(layers) else {"body": r["path"]}
        return step(0, request)
    return call


def auth(r, next):
    return next(r) if r.get("user") else {"status": 401}


def stamp(r, next):
    return {**next(r | {"path": r["path"].rstrip("/")}), "status": 200}


app = chain(auth, stamp)
print(app({"path": "/x/"}), app({"path": "/x/", "user": "ann"}))


class Meta(type):
    def __new__(mcs, name, bases, space):
        space["commands"] = [k[3:] for k in space if k.startswith("do_")]
        return super().__new__(mcs, name, bases, space)

    def __call__(cls, *args):
        if not hasattr(cls, "_one"):
            cls._one = super().__call__(*args)
        return cls._one


class Shell(metaclass=Meta):
    def do_add(self, *n): return sum(map(int, n))
    def do_echo(self, *w): return " ".join(w)

    def __getattr__(self, name):
        return lambda *a: f"unknown {name[3:]}"

    def run(self, line):
        head, *rest = line.split()
        return getattr(self, "do_" + head)(*rest)


s = Shell()
print(s is Shell(), s.commands, [s.run(x) for x in ("add 1 2 3", "echo a b", "quit now")])
