"""A table with where, join, group, order: queries over lists of dicts."""
from collections import defaultdict
from operator import itemgetter


class Table:
    def __init__(self, rows): self.rows = list(rows)
    def where(self, test=None, **equal): return Table(r for r in self.rows if (test is None or test(r)) and equal.items() <= r.items())
    def select(self, *names, **made): return Table({**{n: r[n] for n in names}, **{k: f(r) for k, f in made.items()}} for r in self.rows)
    def order(self, *names, reverse=False): return Table(sorted(self.rows, key=itemgetter(*names), reverse=reverse))

    def join(self, other, on):
        index = defaultdict(list)
        for r in other.rows:
            index[r[on]].append(r)
        return Table({**a, **b} for a in self.rows for b in index.get(a[on], ()))

    def group(self, by, **sums):
        groups = defaultdict(list)
        for r in self.rows:
            groups[r[by]].append(r)
        return Table({by: k, **{n: f(rs) for n, f in sums.items()}} for k, rs in groups.items())

    def __str__(self):
        if not self.rows:
            return "(empty)"
        head = list(self.rows[0])
        width = [max(len(str(r[h])) for r in [dict(zip(head, head)), *self.rows]) for h in head]
        line = lambda vs: " | ".join(str(v).ljust(w) for v, w in zip(vs, width)).rstrip()
        return "\n".join([line(head), "-+-".join("-" * w for w in width), *(line(r.values()) for r in self.rows)])


staff = Table([{"id": 1, "name": "Ann", "team": "a", "pay": 50}, {"id": 2, "name": "Bob", "team": "b", "pay": 40},
               {"id": 3, "name": "Cid", "team": "a", "pay": 70}, {"id": 4, "name": "Dee", "team": "c", "pay": 45}])
teams = Table([{"team": "a", "city": "Oslo"}, {"team": "b", "city": "Rome"}])
print(staff.join(teams, "team").order("pay", reverse=True).select("name", "city", yearly=lambda r: r["pay"] * 12))
print(staff.group("team", count=len, total=lambda rs: sum(map(itemgetter("pay"), rs)), best=lambda rs: max(rs, key=itemgetter("pay"))["name"]))
print(staff.where(lambda r: r["pay"] > 45, team="a").rows, staff.where(team="z"), sep="\n")
try:
    staff.order("age")
except KeyError as e:
    print("no column", e)
