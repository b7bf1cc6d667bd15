d = {i: i for i in range(4)}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as error:
    print(error)
d = {i: i for i in range(4)}
try:
    for k in d:
        del d[k]
except RuntimeError as error:
    print(error)
for k in list(d):
    if k % 2:
        d.pop(k)
print(d)
for k in d:
    d[k] = "same keys"
print(d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
items = [1, 2, 3, 4]
for x in items:
    if x < 3:
        items.remove(x)
print(items)
order = {}
for w in "z y x z a".split():
    order[w] = order.get(w, 0) + 1
order["y"] = order.pop("y")
print(order)
many = {}
for i in range(1000):
    many[i] = i * i
for i in range(0, 1000, 2):
    del many[i]
print(len(many), list(many)[:5], list(many.values())[-1], sum(many.values()))
