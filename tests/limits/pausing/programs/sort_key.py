rows = [{"n": 3}, {"n": 1}, {"n": 2}]
print(sorted(rows, key=lambda row: ask(row["n"])))
rows.sort(key=lambda row: -ask(row["n"]))
rows
