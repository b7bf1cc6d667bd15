class Account:
    """A bank account."""

    bank = "First"
    count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        Account.count += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise RuntimeError(f"insufficient funds: {self.balance} < {amount}")
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self

    @classmethod
    def from_text(cls, text):
        owner, balance = text.split(":")
        return cls(owner, int(balance))

    @staticmethod
    def valid(amount):
        return amount > 0

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


a = Account("Ann", 50)
b = Account.from_text("Bo:7")
print(a.deposit(25).withdraw(10), b, Account.count, Account.valid(3), a.valid(-1))
for action in (lambda: a.deposit(-1), lambda: b.withdraw(100), lambda: a.missing, lambda: Account()):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(a.history, a.bank, Account.__name__, Account.__doc__, type(a) is Account)
a.bank = "Own"
print(a.bank, b.bank, a.__dict__, vars(b))
print(hasattr(a, "owner"), getattr(a, "nope", "default"), isinstance(a, Account))
setattr(a, "extra", 1)
del a.extra
print(hasattr(a, "extra"), callable(a.deposit), a.deposit.__name__, a.deposit.__self__ is a)
deposit = b.deposit
deposit(3)
Account.deposit(b, 1)
[repr(a), repr(b), [x.balance for x in (a, b)]]
