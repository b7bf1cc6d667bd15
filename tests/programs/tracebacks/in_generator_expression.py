def total(rows):
    return sum(row["n"] for row in rows)


print(total([{"n": 1}]))
total([{"n": 1}, {"m": 2}])
