class Account:
    def __init__(self):
        self._balance = ask(10)

    @property
    def balance(self):
        return ask(self._balance)

    @balance.setter
    def balance(self, value):
        self._balance = ask(value) * 2

    @balance.deleter
    def balance(self):
        print("deleted", ask("deleter"))

    def __getattr__(self, name):
        return ask(name)


account = Account()
account.balance += 5
print(account.balance, account.missing)
del account.balance
getattr(account, "other")
