# What an agent writes: records in, filtering, grouping, a small report out.
orders = [
    {"id": 1, "customer": "ann@example.com", "items": [("pen", 3, 1.2), ("ink", 1, 7.5)], "status": "paid", "day": "2024-03-01"},
    {"id": 2, "customer": "bo@example.com", "items": [("pad", 2, 4.0)], "status": "open", "day": "2024-03-02"},
    {"id": 3, "customer": "ann@example.com", "items": [], "status": "paid", "day": "2024-03-09"},
    {"id": 4, "customer": "cy@other.org", "items": [("pen", 10, 1.1), ("pad", 1, 4.25)], "status": "paid", "day": "2024-04-01"},
]


def amount(order):
    return sum(n * price for _, n, price in order["items"])


paid = [o for o in orders if o["status"] == "paid"]
by_customer = {}
for order in paid:
    entry = by_customer.setdefault(order["customer"], {"orders": 0, "total": 0.0, "ids": []})
    entry["orders"] += 1
    entry["total"] += amount(order)
    entry["ids"].append(order["id"])
summary = {
    "n_paid": len(paid),
    "revenue": round(sum(map(amount, paid)), 2),
    "best": max(by_customer, key=lambda c: by_customer[c]["total"]),
    "domains": sorted({c.split("@")[1] for c in by_customer}),
    "by_month": {},
}
for order in orders:
    month = order["day"][:7]
    summary["by_month"][month] = summary["by_month"].get(month, 0) + amount(order)
lines = ["# Report", ""]
lines += [f"- {c.partition('@')[0].title()}: {e['orders']} orders, {e['total']:.2f} ({', '.join(map(str, e['ids']))})"
          for c, e in sorted(by_customer.items(), key=lambda kv: -kv[1]["total"])]
print("\n".join(lines))
try:
    worst = min((o for o in orders if o["items"]), key=amount)
    print("smallest:", worst["id"], "empty:", [o["id"] for o in orders if not o["items"]])
    print(orders[0]["missing"])
except KeyError as error:
    print(f"no such field: {error}")
summary
