"""Accounts with checks, history and custom exceptions."""
from abc import ABC, abstractmethod
from datetime import date
from decimal import Decimal, ROUND_HALF_EVEN
from typing import ClassVar


class BankError(Exception):
    """Anything the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, needed, available):
        super().__init__(f"needed {needed}, available {available}")
        self.needed, self.available = needed, available

    @property
    def missing(self):
        return self.needed - self.available


class Account(ABC):
    _next: ClassVar[int] = 1000

    def __init__(self, owner, balance="0"):
        self.owner = owner
        self._balance = Decimal(balance)
        self.history = []
        self.number = type(self)._next
        Account._next += 1

    @property
    def balance(self):
        return self._balance

    @abstractmethod
    def fee(self, amount): ...

    def deposit(self, amount, on=date(2024, 1, 31)):
        amount = Decimal(amount)
        if amount <= 0:
            raise BankError("deposit must be positive")
        self._balance += amount
        self.history.append((on.isoformat(), "+", amount))

    def withdraw(self, amount, on=date(2024, 2, 1)):
        amount = Decimal(amount)
        total = amount + self.fee(amount)
        if total > self._balance:
            raise InsufficientFunds(total, self._balance)
        self._balance -= total
        self.history.append((on.isoformat(), "-", total))

    def __str__(self):
        return f"{type(self).__name__} {self.number} of {self.owner}: {self.balance:,.2f}"


class Checking(Account):
    def fee(self, amount):
        return Decimal("0.50")


class Savings(Account):
    rate = Decimal("0.0325")

    def fee(self, amount):
        return (amount * Decimal("0.01")).quantize(Decimal("0.01"), ROUND_HALF_EVEN)

    def accrue(self):
        self.deposit((self.balance * self.rate / 12).quantize(Decimal("0.01")))


def transfer(source, target, amount):
    try:
        source.withdraw(amount)
    except InsufficientFunds as e:
        raise BankError(f"transfer from {source.number} failed") from e
    target.deposit(amount)


a, b = Checking("Ann", "12000.25"), Savings("Bob")
transfer(a, b, "1234.56")
b.accrue()
b.withdraw("33.33")
print(a, b, sep="\n")
print(a.history, b.history)
try:
    transfer(b, a, 99999)
except BankError as e:
    print(e, "<-", repr(e.__cause__), e.__cause__.missing)
for action in (lambda: a.deposit(-1), lambda: Account("x"), lambda: setattr(a, "balance", 1)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(a, Account), issubclass(InsufficientFunds, BankError), [c.__name__ for c in Savings.__mro__])
