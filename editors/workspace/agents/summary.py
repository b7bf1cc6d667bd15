# What each label cost in a city, the dearest first.
totals: dict[str, int] = {}
for row in fetch_rows(city, limit=50):
    label = row["label"].strip().lower()
    totals[label] = totals.get(label, 0) + row["amout"]

for label, amount in sorted(totals.items(), key=lambda pair: -pair[1]):
    print(f"{label:<10}{amount:>8,}")
sum(totals.values())
