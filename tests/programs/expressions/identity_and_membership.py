a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c, a is not c)
print(None is None, True is True, ... is Ellipsis)
print(3 in (1, 2, 3), "b" in "abc", "bd" in "abcd", "" in "", 2 not in {2: 1})
print(1.0 in [1], True in {1}, None in [0, None])
print((1, 2) == (1, 2), (1, 2) == [1, 2], [1, [2]] == [1, [2]])
print((1, 2) < (1, 3), [1] < [1, 0], "abc" < "abd", "Z" < "a")
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan)
print(type(1) is int, type(True) is int, isinstance(True, int))
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} == frozenset([1]))
print({"a": 1, "b": 2} == {"b": 2, "a": 1})
print(range(3) == range(0, 3, 1), range(0) == range(5, 5))
