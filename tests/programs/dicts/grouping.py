records = [
    {"name": "Ann", "dept": "eng", "salary": 100},
    {"name": "Bo", "dept": "ops", "salary": 80},
    {"name": "Cy", "dept": "eng", "salary": 120},
    {"name": "Di", "dept": "hr", "salary": 70},
    {"name": "Ed", "dept": "ops", "salary": 95},
]
groups = {}
for r in records:
    groups.setdefault(r["dept"], []).append(r)
for dept in sorted(groups):
    members = groups[dept]
    total = sum(m["salary"] for m in members)
    print(f"{dept:<5}{len(members):>3}{total / len(members):>10.2f} {[m['name'] for m in members]}")
top = max(records, key=lambda r: r["salary"])
print(top["name"], sorted((r["name"] for r in records), reverse=True))
inverted = {}
for r in records:
    inverted[r["dept"]] = inverted.get(r["dept"], ()) + (r["name"],)
print(inverted)
words = "the cat and the dog and the bird".split()
counts = {w: words.count(w) for w in dict.fromkeys(words)}
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))


def merge(a, b):
    result = dict(a)
    for key, value in b.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result


print(merge({"a": {"x": 1, "y": 2}, "b": 1}, {"a": {"y": 3, "z": 4}, "c": 5}))
{r["name"]: r["salary"] for r in records if r["salary"] > 90}
