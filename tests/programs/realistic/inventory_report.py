"""Stock movements folded into a report with totals, warnings and sorting by several keys."""
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Item:
    sku: str
    on_hand: int = 0
    value: float = 0.0
    history: list = field(default_factory=list, repr=False)

    def move(self, quantity, price=None):
        if quantity < 0 and -quantity > self.on_hand:
            raise ValueError(f"{self.sku}: only {self.on_hand} left, {-quantity} asked")
        unit = price if price is not None else (self.value / self.on_hand if self.on_hand else 0)
        self.on_hand += quantity
        self.value += quantity * unit
        self.history.append(quantity)


MOVES = """in bolt 100 0.25
in nut 80 0.10
out bolt 30
out nut 90
in bolt 50 0.40
bad line
out gear 1
in gear 5 12.5
out gear 2"""

items, problems = {}, []
for number, line in enumerate(MOVES.splitlines(), 1):
    match line.split():
        case ["in", sku, quantity, price]:
            items.setdefault(sku, Item(sku)).move(int(quantity), float(price))
        case ["out", sku, quantity]:
            try:
                items[sku].move(-int(quantity))
            except KeyError:
                problems.append((number, f"no {sku}"))
            except ValueError as error:
                problems.append((number, str(error)))
        case _:
            problems.append((number, f"cannot read {line!r}"))
for item in sorted(items.values(), key=lambda item: (-item.value, item.sku)):
    print(f"{item.sku:<6}{item.on_hand:>5}{item.value:>10,.2f}  {item.history}")
print(f"{'total':<6}{sum(i.on_hand for i in items.values()):>5}{sum(i.value for i in items.values()):>10,.2f}")
by_kind = defaultdict(list)
for number, text in problems:
    by_kind[text.split()[0]].append(number)
print(problems, dict(by_kind), items["bolt"])
