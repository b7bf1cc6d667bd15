from array import array, typecodes, ArrayType
import io, copy
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

print(typecodes, ArrayType is array, array.__module__)
for code in typecodes:
    if code == "u":
        continue
    a = array(code, [1, 2, 3])
    print(a, repr(a), a.typecode, a.itemsize, len(a), a.tobytes(), a.tolist(), [tried(array, code, [value]) for value in (-1, 127, 128, -129, 255, 256, 32768, 65536, 2**31, 2**32, 2**63, 2**64, -2**31 - 1, -2**63 - 1, 10**30, 1.5, "x", None, True, 1e40, float("inf"))])
for args in [("x",), ("i", "text"), ("u", "text"), ("u",), (5,), ("ii",), (), ("i", 5), ("i", [1], 2), ("i", b"\1\0\0\0"), ("i", b"abc"), ("d", (1, 2.5)), ("i", range(3)), ("i", array("h", [4, 5])), ("u", ["a", "bc"]), ("u", [1]), ("B", bytearray(b"hi")), ("i", None)]:
    if args and len(args) < 3:
        print(args, tried(array, *args))
a = array("i", [5, 3, 8, 3])
a.append(1)
a.extend([7, 9])
a.extend(array("i", [2]))
a.insert(0, -4)
a.insert(-1, 100)
print(a, a.pop(), a.pop(0), a.pop(-2), a.index(3), a.index(3, 2), a.count(3), 8 in a, 99 in a, list(a), a[0], a[-1], a[1:3], a[::-2], a[10:])
a.remove(3)
a.reverse()
print(a, tried(a.remove, 77), tried(a.index, 77), tried(a.pop, 50), tried(array("i").pop), tried(lambda: a[50]), tried(lambda: a["x"]), tried(a.append, "x"), tried(a.append, 2**40), tried(a.extend, array("h", [1])), tried(a.extend, 5), tried(a.extend, ["x"]), tried(a.fromlist, (1,)), tried(a.__setitem__, 50, 1), tried(a.__delitem__, 50))
a[0] = 42
a[1:2] = array("i", [6, 6])
del a[-1]
a[::2] = array("i", [0] * len(a[::2]))
print(a, tried(a.__setitem__, slice(0, 1), [1]), tried(a.__setitem__, slice(None, None, 2), array("i", [1])))
print(a + a, a * 2, 2 * a, a == array("i", list(a)), a == array("d", list(a)), a != a, a < array("i", [1]), a == [1], tried(lambda: a + [1]), tried(lambda: a + array("d")), tried(lambda: a * 1.5), tried(lambda: a < [1]))
a += array("i", [1])
a *= 2
print(a, bytes(a) == a.tobytes(), sum(a), max(a), sorted(a), list(reversed(a)), [*map(str, a)])
b = array("h", [1, 258])
b.byteswap()
print(b, b.tobytes(), copy.copy(b), copy.deepcopy(b), b.buffer_info()[1])
f = io.BytesIO()
b.tofile(f)
f.seek(0)
c = array("h")
c.fromfile(f, 1)
print(c, tried(c.fromfile, f, 5), c, f.getvalue())
c.frombytes(b"\1\0")
c.fromlist([9])
print(c, tried(c.frombytes, b"x"), tried(c.frombytes, "x"), tried(c.fromunicode, "x"), tried(c.tounicode))
for k, value in enumerate(array("d", [0.1, 2])):
    print(k, value, array("f", [value]))
class Mine(array):
    def total(self):
        return sum(self)
m = Mine("i", [1, 2])
m.note = 1
print(m, m.total(), type(m + m), isinstance(m, array), m.typecode)
