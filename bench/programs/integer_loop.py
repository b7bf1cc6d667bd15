total = 0
i = 0
while i < 600_000:
    if i % 3 == 0:
        total += i
    else:
        total -= i // 2
    i += 1
print(total)
