"""Tables of numbered members, as ``enum.IntEnum`` has them, but quick to import."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import IntEnum

    class Numbered(IntEnum):
        """Base of tables."""

else:

    class _Member(int):
        """A number with a name and what else its table says of it."""

        def __repr__(self):
            return self.name

    class _Table(type):
        """Makes a member of every pair ``NAME = operands, effect``; numbers follow the order."""

        def __new__(cls, name, bases, namespace):
            rows = {key: value for key, value in namespace.items() if key.isupper() and key[0] != "_"}
            members = {}
            for key, (operands, effect) in rows.items():
                member = namespace[key] = members[key] = _Member(len(members))
                member.name, member.operands, member.effect = key, operands, effect
            table = super().__new__(cls, name, bases, namespace)
            table.__members__ = members
            table._in_order = list(members.values())
            return table

        def __getitem__(cls, name):
            return cls.__members__[name]

        def __call__(cls, number):
            if not 0 <= number < len(cls._in_order):
                raise ValueError(f"{number} is no {cls.__name__}")
            return cls._in_order[number]

        def __iter__(cls):
            return iter(cls._in_order)

        def __len__(cls):
            return len(cls._in_order)

    class Numbered(metaclass=_Table):
        """Base of tables."""
