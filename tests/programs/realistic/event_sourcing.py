"""Accounts rebuilt from events, with snapshots, projections and rejected commands."""
import json
from dataclasses import asdict, dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Event:
    account: str
    amount: int = 0
    registry: ClassVar[dict] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Event.registry[cls.__name__] = cls

    def dump(self):
        return json.dumps({"type": type(self).__name__, **asdict(self)}, sort_keys=True)

    @classmethod
    def load(cls, text):
        data = json.loads(text)
        return cls.registry[data.pop("type")](**data)


@dataclass(frozen=True)
class Opened(Event):
    owner: str = "?"


@dataclass(frozen=True)
class Deposited(Event): ...


@dataclass(frozen=True)
class Withdrawn(Event): ...


@dataclass(frozen=True)
class Closed(Event): ...


class Rejected(Exception):
    pass


class Ledger:
    def __init__(self, events=()):
        self.balances, self.owners, self.events = {}, {}, []
        for event in events:
            self.apply(event)

    def apply(self, event):
        match event:
            case Opened(account=account, owner=owner):
                self.balances[account], self.owners[account] = 0, owner
            case Deposited(account, amount):
                self.balances[account] += amount
            case Withdrawn(account, amount):
                self.balances[account] -= amount
            case Closed(account=account):
                del self.balances[account]
        self.events.append(event)

    def submit(self, event):
        known = event.account in self.balances
        if isinstance(event, Opened) == known:
            raise Rejected(f"{event.account} is {'open' if known else 'unknown'}")
        if isinstance(event, Withdrawn) and self.balances[event.account] < event.amount:
            raise Rejected(f"{event.account} has {self.balances[event.account]}, not {event.amount}")
        if isinstance(event, Closed) and self.balances[event.account]:
            raise Rejected(f"{event.account} is not empty")
        self.apply(event)


ledger, rejected = Ledger(), []
for event in (Opened("a", owner="ann"), Deposited("a", 100), Withdrawn("a", 30), Withdrawn("a", 90), Opened("a"), Deposited("b", 1), Opened("b", owner="bob"), Deposited("b", 5), Closed("b"), Withdrawn("b", 5), Closed("b")):
    try:
        ledger.submit(event)
    except Rejected as error:
        rejected.append(f"{type(event).__name__}: {error}")
stored = [event.dump() for event in ledger.events]
print(stored[0], len(stored), rejected, sep="\n")
again = Ledger(map(Event.load, stored))
print(again.balances, again.owners, again.events == ledger.events, sorted(Event.registry))
try:
    ledger.events[0].amount = 5
except Exception as error:
    print(type(error).__name__, error)
totals = {}
for event in ledger.events:
    totals[type(event).__name__] = totals.get(type(event).__name__, 0) + event.amount
print(totals, hash(Deposited("a", 1)) == hash(Deposited("a", 1)), Deposited("a", 1) == Withdrawn("a", 1))
