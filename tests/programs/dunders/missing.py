class D(dict):
    def __missing__(self, k):
        print("missing", k)
        return k * 2
d = D(a=1)
print(d["a"], d["b"], d.get("c"), "b" in d, len(d))
try: d.pop("q")
except KeyError as e: print(repr(e))
class E(dict):
    def __missing__(self, k):
        self[k] = []
        return self[k]
e = E()
e["x"].append(1)
e["x"].append(2)
print(e)
print("{a} {zz}".format_map(D(a=3)))
class F(dict): pass
try: F()["no"]
except KeyError as e: print(repr(e))
