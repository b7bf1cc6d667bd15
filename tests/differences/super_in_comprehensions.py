# `super()` works in a comprehension
#
# Cause: Comprehensions are part of the function around them, as in CPython 3.12.
# Way out: Programs that shall run on 3.11 too call `super()` outside.
# CPython prints:
#     TypeError: super(type, obj): obj must be an instance or subtype of type
# Ringfence prints:
#     [1, 1]

class Base:
    def number(self):
        return 1


class Derived(Base):
    def number(self):
        return [super().number() for _ in range(2)]


print(Derived().number())
