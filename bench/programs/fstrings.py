rows = []
for i in range(30_000):
    name = f'item{i}'
    rows.append(f'{name:<10}|{i:>6}|{i * 1.5:.2f}|{i % 7 == 0}')
print(len(rows), rows[12345], sum(len(r) for r in rows))
