class Field:
    def __set_name__(self, owner, name):
        self.name = ask(name)

    def __get__(self, instance, owner):
        if instance is None:
            return ask(owner.__name__)
        return ask(instance.__dict__[self.name])

    def __set__(self, instance, value):
        instance.__dict__[self.name] = ask(value)


class Row:
    x = Field()


row = Row()
row.x = 4
row.x *= 3
print(Row.x, row.x)
