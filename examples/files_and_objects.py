"""An agent that works on files in memory, on a lent directory, and on an object of the host.

    python examples/files_and_objects.py
"""

import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import ringfence

AGENT = """
import csv
import os
from pathlib import Path
from rates import convert, BASE

totals = {}
for path in sorted(Path('/orders').glob('*.csv')):
    with path.open(newline='') as file:
        for row in csv.DictReader(file):
            amount = convert(row['amount'], row['currency'])
            totals[row['customer']] = totals.get(row['customer'], 0) + amount
Path('/orders/totals.txt').write_text('\\n'.join(f'{name} {total} {BASE}' for name, total in totals.items()))
with open('/out/report.txt', 'w') as report:
    print('for', os.environ['USER'], file=report)
    print(sorted(totals), file=report)
for name, total in totals.items():
    if total > account.limit(name):
        account.flag(name, total)
totals
"""


class Account:
    """What the host keeps for itself, save two methods."""

    def __init__(self) -> None:
        self.flagged: list[str] = []
        self.password = "the program never sees it"

    def limit(self, name: str) -> Decimal:
        return Decimal(100)

    def flag(self, name: str, total: Decimal) -> None:
        self.flagged.append(f"{name}: {total}")


@dataclass
class Rates:
    """Lent as a module."""

    usd: Decimal = Decimal("0.9")

    def convert(self, amount: str, currency: str) -> Decimal:
        return Decimal(amount) * (self.usd if currency == "USD" else 1)


def main() -> None:
    account = Account()
    system = ringfence.OSAccess([ringfence.MemoryFile("/out/.keep")], environ={"USER": "ada"})
    rates = ringfence.ExternalModule({"convert": Rates().convert, "BASE": "EUR"})
    with tempfile.TemporaryDirectory() as directory:
        (Path(directory) / "a.csv").write_text("customer,amount,currency\nbob,80,EUR\neve,50,USD\n")
        (Path(directory) / "b.csv").write_text("customer,amount,currency\nbob,30.50,EUR\n")
        orders = ringfence.MountDir(directory, "/orders", "overlay")
        totals = ringfence.Monty(AGENT, inputs=["account"]).run(
            inputs={"account": ringfence.ClassInstance(account, allowed_methods=["limit", "flag"])},
            os=system, mount=orders, external_modules={"rates": rates},
        )
        print("result:", totals)
        print("flagged:", account.flagged)
        print("report:", system.content("/out/report.txt").decode().splitlines())
        print("changed in the overlay:", list(orders.changes()))
        print("on the host:", sorted(path.name for path in Path(directory).iterdir()))


if __name__ == "__main__":
    main()
