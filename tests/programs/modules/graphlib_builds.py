"""A build order by TopologicalSorter, step by step, and cycles."""
import graphlib

rules = {
    "app": ["ui", "core"], "ui": ["widgets", "theme"], "core": ["net", "log"], "net": ["log"], "theme": [], "widgets": ["theme"],
}
order = list(graphlib.TopologicalSorter(rules).static_order())
print(len(order), all(order.index(need) < order.index(name) for name, needs in rules.items() for need in needs))
sorter = graphlib.TopologicalSorter(rules)
sorter.add("tests", "app", "log")
sorter.prepare()
waves = []
while sorter.is_active():
    ready = sorted(sorter.get_ready())
    waves.append(ready)
    sorter.done(*ready)
print(waves, bool(sorter))
for wrong in (lambda: sorter.add("late"), lambda: sorter.prepare(), lambda: sorter.done("nothing"), lambda: sorter.done("app")):
    try:
        wrong()
    except ValueError as error:
        print(error)
fresh = graphlib.TopologicalSorter()
for wrong in (fresh.get_ready, fresh.is_active, lambda: fresh.done("x")):
    try:
        wrong()
    except ValueError as error:
        print(error)
cyclic = graphlib.TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["a"], "d": []})
try:
    cyclic.prepare()
except graphlib.CycleError as error:
    cycle = error.args[1]
    print(error.args[0], len(cycle), cycle[0] == cycle[-1], sorted(set(cycle)), isinstance(error, ValueError))
print(sorted(cyclic.get_ready()))
partial = graphlib.TopologicalSorter({1: [2, 3], 2: [4], 3: [4]})
partial.prepare()
print(partial.get_ready(), partial.get_ready())
partial.done(4)
print(sorted(partial.get_ready()))
partial.done(3)
print(partial.get_ready(), partial.is_active())
try:
    partial.done(1)
except ValueError as error:
    print(error)
print(list(graphlib.TopologicalSorter({}).static_order()), list(graphlib.TopologicalSorter({"x": ["x2"]}).static_order()))
