"""CSV in, groups and sums, JSON and text out."""
import csv
import io
import json
from collections import Counter, defaultdict
from statistics import mean, median, pstdev

DATA = '''date,region,product,units,price
2024-01-03,North,"Widget, large",10,2.50
2024-01-04,South,Gadget,3,19.99
2024-01-09,North,Gadget,7,18.75
2024-02-01,East,"The ""best"" thing",1,100
2024-02-02,South,"Widget, large",25,2.40
2024-02-11,North,Gadget,,18.75
2024-02-12,East,Gadget,x,18.75
'''


def load(text):
    good, bad = [], []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            row["units"], row["price"] = int(row["units"]), float(row["price"])
        except ValueError as e:
            bad.append((number, str(e)))
        else:
            good.append(row)
    return good, bad


rows, bad = load(DATA)
print(len(rows), bad)
print(rows[3])
by_region = defaultdict(lambda: {"units": 0, "total": 0.0})
for r in rows:
    by_region[r["region"]]["units"] += r["units"]
    by_region[r["region"]]["total"] = round(by_region[r["region"]]["total"] + r["units"] * r["price"], 2)
print(json.dumps(by_region, indent=2, sort_keys=True))
months = Counter()
for r in rows:
    months[r["date"][:7]] += r["units"]
print(months.most_common(), months.total())
prices = [r["price"] for r in rows]
print(f"{mean(prices):.3f} {median(prices)} {pstdev(prices):.6f} {max(rows, key=lambda r: r['price'])['product']}")
out = io.StringIO()
w = csv.DictWriter(out, ["product", "units"], extrasaction="ignore", lineterminator="\n")
w.writeheader()
w.writerows(sorted(rows, key=lambda r: -r["units"]))
print(out.getvalue(), end="")
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, delimiter=";").writerows([["a", 1, 2.5], ["b;c", None, ""]])
print(repr(out.getvalue()))
text = json.dumps({"a": [1, 2.0, None, True], "é": "tab\t\"q\"", "n": {"x": []}}, ensure_ascii=False, separators=(",", ":"))
print(text, json.loads(text) == {"a": [1, 2.0, None, True], "é": 'tab\t"q"', "n": {"x": []}})
for broken in ['{"a": 1,}', "[1, 2", '{"a" 1}', "nul", '"\\x"', ""]:
    try:
        json.loads(broken)
    except json.JSONDecodeError as e:
        print(e, e.pos, e.lineno, e.colno)
print(json.loads("[1e3, -0.5, 12345678901234567890]", parse_float=str), json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d.items())))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Encoder))
try:
    json.dumps({"c": 1j}, cls=Encoder)
except TypeError as e:
    print(e)
