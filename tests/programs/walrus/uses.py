data = [1, 5, 12, 3]
if (n := len(data)) > 3:
    print(f"long: {n}")
while (item := data.pop()) != 5:
    print("popped", item)
print(item, [y for x in [1, 2, 3] if (y := x * x) > 1], y)
print(any((found := x) > 2 for x in [1, 2, 3, 4]), found)
print((a := 1) + (b := a + 1), a, b)


def classify(text):
    if (number := text.strip()).isdigit():
        return int(number)
    elif prefix := number[:2]:
        return prefix
    return None


print(classify(" 42 "), classify("hello"), classify(""))
total = 0
print([total := total + v for v in [1, 2, 3]], total)
print({k: (s := k * 2) for k in "ab"}, s)
f = lambda x: (t := x + 1) * t
print(f(2))
print(f"{(w := 10)} {w:=5}", w)


def scope():
    values = [last := i for i in range(3)]
    return values, last


print(scope())
