d = {"a": 1, 2: "two", (1, 2): [3], None: 0, 2.5: "f", True: "t"}
print(d, d[1], d[1.0], d[True], d[2.0], d.get((1, 2)), d[None], 2 in d, "b" in d)
print(list(d.items())[:2], dict(d) == d, d != {}, dict({"x": 1}, y=2), dict([["a", 1], "bc"]), dict(), {**d} == d)
print({"b": 1} | {"a": 2}, {}.get("x", []), {"a": {"b": {"c": 1}}}["a"]["b"]["c"], dict.fromkeys("aab"))
e = {}
e[1], e["1"], e[1.0] = "int", "str", "float"
e.setdefault(1, "ignored")
e.update()
e.update({"1": "new"}, k=None)
e.update(zip("xy", (1, 2)))
print(e, e.pop("nope", None), e.popitem(), len(e))
view = e.keys()
e["later"] = 1
print(view, "later" in view, len(view), list(reversed(view)), e.items() >= {("later", 1)}, view == {1, "1", "k", "x", "later"})
print(view | {"new"} >= {"new"}, sorted(map(str, view & {1, "k"})), view - {1} == {"1", "k", "x", "later"}, {1: 2}.items() == {1: 2}.items(), {1: 2}.values() == {1: 2}.values())
nested = {}
for word in ("ab", "ac", "b"):
    node = nested
    for c in word:
        node = node.setdefault(c, {})
print(nested, sum(len(v) for v in nested.values()))
recursive = {"me": None}
recursive["me"] = recursive
print(recursive)
print(sorted(d, key=str), max({"x": 3, "y": 9}.items(), key=lambda kv: kv[1]), min({"b": 0, "a": 1}), sum({1: 2, 3: 4}), list(enumerate({"k": 0})))
for bad in (lambda: d["zz"], lambda: d[[1]], lambda: d[{}], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: dict(5), lambda: dict([1, 2]), lambda: dict(["abc"]), lambda: {[]: 1},
            lambda: {} + {}, lambda: {} < {}, lambda: {}.update(5), lambda: {}.nope, lambda: {}.get(), lambda: {}.get([]), lambda: {} | [1], lambda: dict(a=1, **{"a": 2}), lambda: {}.setdefault(),
            lambda: d.keys()[0], lambda: {{}}, lambda: d.fromkeys(5), lambda: {**5}, lambda: {}.__getitem__("q"), lambda: next({}), lambda: hash({})):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
