"""Proxies and records built on the attribute methods."""


class Recorder:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattribute__(self, name):
        if name in ("_target", "_log", "__class__", "__dict__"):
            return object.__getattribute__(self, name)
        self._log.append(("get", name))
        value = getattr(self._target, name)
        if callable(value):
            def call(*args, **kwargs):
                self._log.append(("call", name, args))
                return value(*args, **kwargs)
            return call
        return value

    def __setattr__(self, name, value):
        self._log.append(("set", name, value))
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(("del", name))
        delattr(self._target, name)

    def __dir__(self):
        return ["listed", "also"]


class Account:
    bank = "B"

    def __init__(self):
        self.total = 0

    def put(self, n):
        self.total += n
        return self.total


account = Account()
proxy = Recorder(account)
proxy.put(5)
proxy.total = 9
proxy.note = "x"
del proxy.note
print(proxy.bank, proxy.total, account.total, proxy._log, dir(proxy))
try:
    proxy.missing
except AttributeError as error:
    print(error)


class Bag(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


bag = Bag(a=1)
bag.b = 2
del bag.a
print(bag, bag.b, bag["b"])
try:
    bag.nope
except KeyError as error:
    print(repr(error))


class Frozen:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name}")

    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name}")


frozen = Frozen(x=1)
for attempt in ("frozen.x = 2", "del frozen.x", "frozen.y = 1"):
    try:
        exec(attempt)
    except AttributeError as error:
        print(error)
frozen.__dict__["x"] = 3
print(frozen.x, vars(frozen))
print(getattr(account, "x", "default"), hasattr(account, "put"), getattr(Account, "put")(account, 1))
setattr(account, "with space", 1)
setattr(Account, "added", lambda self: "added " + str(self.total))
print(getattr(account, "with space"), account.added(), account.__dict__)
account.__class__ = type("Other", (Account,), {"bank": "C"})
print(account.bank, type(account).__name__, isinstance(account, Account))
try:
    account.__class__ = int
except TypeError as error:
    print(error)
try:
    account.__dict__ = 5
except TypeError as error:
    print(error)
account.__dict__ = {"total": 100}
print(account.put(1))
Account.put = lambda self, n: "replaced"
print(account.put(1))
del Account.added
print(hasattr(account, "added"))
