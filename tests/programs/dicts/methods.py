d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, list(d))
print(d.keys(), d.values(), d.items(), list(d.items())[0])
print(d.pop("a"), d.pop("zz", "none"), d.setdefault("x", []), d.setdefault("b", 9), d)
d.update({"b": 20}, y=5)
d.update([("p", 1)])
print(d, d.popitem(), d)
print({**d, "b": 0}, d | {"n": 1}, dict(a=1, b=2), dict([("k", "v")]), dict(zip("ab", [1, 2])))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), {k: v for k, v in zip("xy", range(2))})
del d["x"]
d |= {"z": 26}
print(d, d.copy() == d, sorted(d), max(d, key=d.get), list(reversed(d)))
print({1: "a", 1.0: "b", True: "c"}, {None: 1, (1, 2): 2, "s": 3})
print(d.keys() & {"b", "nope"}, d.keys() - {"b", "c"} == {"y", "z"}, ("b", 20) in d.items())
for k, v in sorted(d.items(), key=lambda kv: -kv[1]):
    print(k, v, end=";")
print()
nested = {"users": [{"name": "Ann", "tags": ["x"]}, {"name": "Bo", "tags": []}]}
print(nested["users"][0]["tags"][0], [u["name"] for u in nested["users"]], nested)
d.clear()
print(d, bool(d), {} == dict())
for bad in (lambda: {}["k"], lambda: {[]: 1}, lambda: {}.popitem(), lambda: {1: 2}.pop(3), lambda: dict([1]), lambda: {} < {}, lambda: {(1, 2): 3}[1, 3]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
