"""The messages that common mistakes make."""


import math


class Plain:
    pass


class NoIter:
    __iter__ = None


plain = Plain()
mistakes = {
    "add": lambda: 1 + "a", "add str": lambda: "a" + 1, "add list": lambda: [1] + (2,), "add none": lambda: None + 1, "radd": lambda: 5 - plain,
    "mul": lambda: "a" * "b", "mul float": lambda: [1] * 2.0, "pow": lambda: "a" ** 2, "pow3": lambda: pow(2, 3, 0), "mod": lambda: 5 % 0, "float div": lambda: 1.0 / 0, "floor": lambda: 1 // 0, "float mod": lambda: 1.5 % 0, "divmod": lambda: divmod(1, 0.0), "zero pow": lambda: 0 ** -1,
    "shift": lambda: 1 << -1, "shift float": lambda: 1 << 1.0, "and": lambda: 1 & 1.0, "neg": lambda: -"a", "inv": lambda: ~1.5, "pos": lambda: +[],
    "less": lambda: 1 < "a", "less none": lambda: None >= None, "less dict": lambda: {} < {}, "sort": lambda: sorted([1, "a"]), "max": lambda: max([1, None]), "max empty": lambda: max([]), "min none": lambda: min(),
    "call": lambda: 5(), "call none": lambda: None(), "call str": lambda: "a"(), "subscript": lambda: 5[0], "subscript fn": lambda: len[0], "subscript none": lambda: None["a"], "set item": lambda: "abc".__setitem__(0, "x"), "index type": lambda: [1]["a"], "index tuple": lambda: (1,)[1.0], "index str": lambda: "a"["b"], "slice": lambda: [1]["a":],
    "index": lambda: [1][5], "index neg": lambda: (1,)[-5], "index s": lambda: ""[0], "pop": lambda: [].pop(), "pop at": lambda: [1].pop(3), "remove": lambda: [1].remove(2), "find": lambda: [1].index(2), "tuple find": lambda: (1,).index(2), "str index": lambda: "a".index("b"), "bytes index": lambda: b"a".index(b"b"), "range index": lambda: range(3).index(9), "dict key": lambda: {"a": 1}["b"], "dict pop": lambda: {}.pop("x"), "popitem": lambda: {}.popitem(), "set remove": lambda: {1}.remove(2), "set pop": lambda: set().pop(), "unhashable": lambda: {[]: 1}, "unhashable set": lambda: {{}}, "unhashable in": lambda: [] in {1},
    "attr": lambda: plain.missing, "attr int": lambda: (5).missing, "attr mod": lambda: math.missing, "attr type": lambda: Plain.missing, "attr none": lambda: None.split, "set attr": lambda: setattr(5, "x", 1), "set builtin": lambda: setattr(int, "x", 1), "del attr": lambda: delattr(plain, "x"), "iter": lambda: list(5), "iter none": lambda: [*None], "iter obj": lambda: iter(plain), "iter blocked": lambda: iter(NoIter()), "in": lambda: 1 in 5, "len": lambda: len(5), "next": lambda: next([]), "rev": lambda: reversed({1}), "unpack": lambda: (lambda a, b: 0)(*[1]), "spread": lambda: dict(**[1]), "spread2": lambda: print(**5), "float": lambda: float("x"), "int": lambda: int("1.5"), "int base": lambda: int("9", 8), "int none": lambda: int(None), "complex": lambda: complex("1+"), "chr": lambda: chr(-1), "ord": lambda: ord("ab"), "bytes": lambda: bytes([256]), "join": lambda: ",".join([1]), "join 2": lambda: "".join(["a", None]), "format": lambda: "{}".format(), "range": lambda: range(1.0), "range 0": lambda: range(1, 2, 0), "round": lambda: round("a"), "abs": lambda: abs("a"), "sum": lambda: sum(["a"]), "sum str": lambda: sum(["a"], ""), "isinstance": lambda: isinstance(1, 5), "issubclass": lambda: issubclass(1, int), "hash": lambda: hash([]), "sort key": lambda: sorted([1], 2), "zip": lambda: zip(5), "map": lambda: map(5), "split": lambda: "a".split(""), "replace": lambda: "a".replace("a"), "enumerate": lambda: enumerate(5), "super": lambda: super(), "type": lambda: type(1, 2), "object": lambda: object(1), "slice n": lambda: slice(), "getattr": lambda: getattr(5, 5), "big": lambda: [0] * (2 ** 70), "seq": lambda: [1, 2].__getitem__("a"), "fromkeys": lambda: dict.fromkeys(5), "update": lambda: {}.update([1]), "update 2": lambda: {}.update([(1, 2, 3)]), "dict": lambda: dict(5), "set": lambda: set(5), "translate": lambda: "a".translate(5), "strip": lambda: "a".strip(5), "startswith": lambda: "a".startswith(5), "encode": lambda: "a".encode("bogus"), "count": lambda: "a".count(), "insert": lambda: [].insert("a", 1), "extend": lambda: [].extend(5), "center": lambda: "a".center("b"), "zfill": lambda: "a".zfill("b"), "to_bytes": lambda: (256).to_bytes(1, "big"), "neg bytes": lambda: (-1).to_bytes(1, "big"), "fromhex": lambda: bytes.fromhex("zz"),
}
for name, mistake in mistakes.items():
    try:
        print(name, "->", mistake())
    except Exception as error:
        print(f"{name:<12} {type(error).__name__}: {error}")
