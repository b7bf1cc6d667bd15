class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency

    def __format__(self, spec):
        if spec == "short":
            return f"{self.amount:.0f}{self.currency}"
        return f"{self.amount:{spec or '.2f'}} {self.currency}"

    def __str__(self):
        return "str:" + format(self)

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"


m = Money(1234.5, "EUR")
print(f"{m} | {m:short} | {m:,.1f} | {m!r} | {m!s} | {m=}")
print("{} {:short} {!r}".format(m, m, m), format(m, "09.3f"))
print("{0} {1} {0}".format("a", "b"), "{x.amount} {l[1]} {d[k]}".format(x=m, l=[1, 2], d={"k": 3}))
print("{:>{w}}|{:{f}<5}".format("r", "l", w=4, f="."), "{{}}".format())
print("{:d} {:b} {:.3e}".format(5, 6, 7.0), "{!r:>6}".format("x"))
print("{name} is {age:>3}".format(**{"name": "Bo", "age": 7}), "{} {}".format(*[1, 2]))
print("{a}-{b}".format_map({"a": 1, "b": 2}))
for bad in (lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "{0} {}".format(1, 2)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
