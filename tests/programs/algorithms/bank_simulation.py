class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed:.2f}, have {available:.2f}")
        self.shortfall = needed - available


class Account:
    fee = 0.0

    def __init__(self, number, owner):
        self.number, self.owner, self._cents, self.log = number, owner, 0, []

    @property
    def balance(self):
        return self._cents / 100

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        self._cents += round(amount * 100)
        self.log.append(("+", amount))

    def withdraw(self, amount):
        total = amount + self.fee
        if total > self.balance:
            raise InsufficientFunds(total, self.balance)
        self._cents -= round(total * 100)
        self.log.append(("-", total))

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner}: {self.balance:,.2f}>"


class Savings(Account):
    def __init__(self, number, owner, rate=0.02):
        super().__init__(number, owner)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate)


class Business(Account):
    fee = 1.5


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, owner, **options):
        number = 1000 + len(self.accounts)
        account = self.accounts[number] = kind(number, owner, **options)
        return account

    def transfer(self, source, target, amount):
        self.accounts[source].withdraw(amount)
        try:
            self.accounts[target].deposit(amount)
        except KeyError:
            self.accounts[source].deposit(amount)
            raise LookupError(f"no account {target}") from None

    def __iter__(self):
        return iter(self.accounts.values())


bank = Bank()
ann, bo, co = bank.open(Savings, "Ann", rate=0.05), bank.open(Account, "Bo"), bank.open(Business, "Co")
ann.deposit(1000)
co.deposit(250.75)
ann.add_interest()
for step in ((1000, 1001, 300), (1002, 1000, 100.25), (1001, 1002, 500), (1000, 9, 5), (1000, 1001, -5)):
    try:
        bank.transfer(*step)
        print("ok", step)
    except (InsufficientFunds, LookupError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "shortfall", None))
print(list(bank), sum(a.balance for a in bank))
print(ann.log, max(bank, key=lambda a: a.balance).owner)
