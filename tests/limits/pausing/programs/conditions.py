print(1 if ask(True) else 2, ask(0) or ask(3), ask(1) and ask(0), not ask(0))
print(ask(1) < ask(2) < ask(3), ask(1) < ask(0) < ask(9))
n = 0
while ask(n) < 3:
    n += 1
    if ask(n) == 2:
        continue
else:
    print("else", ask(n))
for i in range(ask(2)):
    for j in range(ask(3)):
        if ask(i) == ask(j):
            break
    print(i, j)
lambda_ = lambda x=ask(4): ask(x) + 1
print(lambda_(), ask([1, [2, (3, None)], {"a": {4}}, 1.5, 2**100, b"x", "é"]))
