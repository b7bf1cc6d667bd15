def f(x):
    match x:
        case []: return "empty"
        case [a]: return ("one", a)
        case [1, *rest]: return ("starts 1", rest)
        case [*init, 9]: return ("ends 9", init)
        case (a, b): return ("two", a, b)
        case [a, [b, *c], *_]: return ("nested", a, b, c)
        case [a, _, b]: return ("three", a, b)
        case _: return "no"
from collections import deque
import array
for v in ([], (), [5], [1], [1, 2, 3], [4, 9], (2, 3), [2, [3, 4, 5], 6], [2, 3, 4], "ab", b"ab", bytearray(b"ab"), {1, 2}, {"a": 1}, range(2), deque([2, 3]), iter([1]), [2, 3, 4, 5]): print(type(v).__name__, f(v))
class S(list): pass
print(f(S([7])))
from collections.abc import Sequence
class Q(Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise IndexError(i)
        return "q" * (i + 1)
print(f(Q()))
class L:
    def __len__(self): return 1
    def __getitem__(self, i): return i
print(f(L()))
