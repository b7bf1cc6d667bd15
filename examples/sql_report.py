"""A report over rows of a real database (sqlite in memory), which only the host touches.

    python examples/sql_report.py
"""

import sqlite3

import ringfence

AGENT = """
rows = query('select region, product, amount from sales')
totals = {}
for region, product, amount in rows:
    totals.setdefault(region, {}).setdefault(product, []).append(amount)

lines = [f"{'region':<8}{'product':<10}{'n':>3}{'total':>10}{'mean':>9}"]
for region in sorted(totals):
    for product, amounts in sorted(totals[region].items(), key=lambda kv: -sum(kv[1])):
        lines.append(
            f'{region:<8}{product:<10}{len(amounts):>3}{sum(amounts):>10.2f}'
            f'{sum(amounts) / len(amounts):>9.2f}'
        )
'\\n'.join(lines)
"""


def main() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("create table sales (region text, product text, amount real)")
    for n in range(60):
        row = (["north", "south", "west"][n % 3], ["tea", "coffee"][n % 2], n * 7 % 50 + 0.25)
        database.execute("insert into sales values (?, ?, ?)", row)

    def query(sql: str) -> list[tuple[object, ...]]:
        if not sql.lstrip().lower().startswith("select"):
            raise PermissionError("only select is lent")
        return database.execute(sql).fetchall()

    print(ringfence.Monty(AGENT).run(external_functions={"query": query}))
    try:
        ringfence.Monty("query('drop table sales')").run(external_functions={"query": query})
    except ringfence.MontyRuntimeError as error:
        print("refused:", error.display(format="type-msg"))


if __name__ == "__main__":
    main()
