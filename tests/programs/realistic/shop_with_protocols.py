"""A shop: abstract bases, composition, strategies, discounts, receipts."""
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal as D


class Discount(ABC):
    @abstractmethod
    def apply(self, cart: "Cart") -> D: ...

    def __and__(self, other):
        return Both(self, other)


class Percent(Discount):
    def __init__(self, percent): self.percent = D(percent)
    def apply(self, cart): return cart.subtotal * self.percent / 100


class BuyTwoGetOne(Discount):
    def __init__(self, name): self.name = name
    def apply(self, cart): return cart[self.name][0] * (cart[self.name][1] // 3) if self.name in cart else D(0)


class Both(Discount):
    def __init__(self, *parts): self.parts = parts
    def apply(self, cart): return sum((p.apply(cart) for p in self.parts), D(0))


class Cart(MutableMapping):
    def __init__(self, **lines):
        self._lines = {}
        self.update(lines)

    def __getitem__(self, k): return self._lines[k]
    def __setitem__(self, k, v):
        price, count = v
        if count < 1:
            raise ValueError(f"count of {k} must be positive")
        self._lines[k] = D(str(price)), count
    def __delitem__(self, k): del self._lines[k]
    def __iter__(self) -> Iterator[str]: return iter(self._lines)
    def __len__(self): return len(self._lines)

    @property
    def subtotal(self):
        return sum((p * n for p, n in self.values()), D())

    def receipt(self, discount=None):
        for name, (price, count) in self.items():
            yield f"{name:<8}{count:>3} x {price:>7.2f} = {price * count:>8.2f}"
        off = discount.apply(self).quantize(D("0.01")) if discount else D(0)
        if off:
            yield f"{'discount':<24}{-off:>8.2f}"
        yield f"{'total':<24}{self.subtotal - off:>8.2f}"


cart = Cart(pen=(1.25, 7), book=(12.99, 2))
cart["mug"] = 6.5, 1
print(*cart.receipt(Percent(10) & BuyTwoGetOne("pen")), sep="\n")
print(cart.pop("mug"), cart.setdefault("mug", (1, 1)), cart.get("nothing"), "pen" in cart, sorted(cart), len(cart))
print(isinstance(cart, Mapping), cart == dict(cart), list(cart.keys()), cart.popitem())
for bad in (lambda: Discount(), lambda: cart.update(x=(1, 0)), lambda: cart["y"], lambda: cart.pop("y"), lambda: Percent("ten")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class Deck(Sequence):
    SUITS = "SHDC"

    def __init__(self): self.cards = [f"{r}{s}" for s in self.SUITS for r in [*range(2, 11), *"JQKA"]]
    def __len__(self): return len(self.cards)
    def __getitem__(self, i): return self.cards[i]


deck = Deck()
print(len(deck), deck[0], deck[-1], deck[12::13], "QH" in deck, deck.index("AS"), deck.count("2S"), next(reversed(deck)))
