records = [{"name": "a", "age": 3}, {"name": "b"}]
print(sorted(records, key=lambda r: r["name"])[0])
sorted(records, key=lambda r: r["age"])
