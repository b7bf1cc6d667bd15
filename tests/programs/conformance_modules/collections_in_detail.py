"""Deques that change under iteration, ordered dicts with attributes, counters with methods of their own."""

import collections
import copy
from collections import Counter, OrderedDict, UserList, UserString, defaultdict, deque

d = deque([1, 2, 3, 2, 1])
print(d.index(2), d.index(2, 2), d.index(1, -1), d.count(1), 3 in d)
try:
    d.index(2, 4)
except ValueError as error:
    print(error)


def attempt(action):
    try:
        print(action())
    except (RuntimeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)


def change_while_walking():
    for item in d:
        if item == 2:
            d.append(item)


attempt(change_while_walking)
iterator = iter(deque())
print(list(iterator))
pending = deque("ab")
iterator = iter(pending)
pending.append("c")
attempt(lambda: next(iterator))


class Recent(deque):
    def __init__(self, items=(), label=""):
        super().__init__(items, maxlen=3)
        self.label = label


recent = Recent("abcde", label="letters")
print(recent, recent.label, recent.maxlen)

config = OrderedDict(host="localhost")
config.origin = "file"
for made in (copy.copy(config), copy.deepcopy(config)):
    print(made, made.origin)
print(hasattr(config.copy(), "origin"))
print(config.pop("port", default=80), config.setdefault("user", default="me"), config)
attempt(lambda: config.pop("nothing"))


class Positive(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, max(value, 0))


counts = Positive("abca")
counts["z"] = -4
print(counts, counts.total())


class Tree(defaultdict):
    def __init__(self):
        self.default_factory = type(self)


tree = Tree()
tree["a"]["b"] = 1
print(tree["a"]["b"], len(tree))


class Steps(UserList):
    pass


steps = Steps([1, 2])
steps.name = "walk"
made = copy.copy(steps)
made.append(3)
print(made, made.name, steps)
print(UserString("a%s") % "b", "q%s" % UserString("z"), UserString("x").encode(), complex(UserString("1j")))
print(collections.deque(maxlen=2) == deque(), deque([1]) + deque([2]), deque([1, 2]) * 2)
