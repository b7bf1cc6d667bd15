class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"{ask(self.n):{spec or '03'}}$"

    def __repr__(self):
        return f"Money({ask(self.n)})"

    def __str__(self):
        return ask("money")


m = Money(7)
print(f"{m} and {m:05} and {m!r:>12} {m!s}", ask("last"))
print("%s %r" % (m, m), "{0} {0!r} {1}".format(m, ask(1)))
print(m, [m, {1: m}], (m,))
print(format(m, "04"), str([m, m]), repr({"k": m}))
f"{ask('x')!r:>{ask(10)}}|{ask(1.5):.{ask(3)}f}"
