"""A conversation: each turn's program sees the names of the turns before.

    python examples/repl_agent.py
"""

import ringfence

TURNS = [
    "prices = {'tea': 3.5, 'coffee': 4.25}\nprices['juice'] = 5\nlen(prices)",
    "def total(order):\n    return sum(prices[name] * n for name, n in order.items())\n"
    "total({'tea': 2, 'juice': 1})",
    "total({'wine': 1})",
    "prices['wine'] = lookup('wine')\ntotal({'wine': 1, 'tea': 2})",
]


def main() -> None:
    session = ringfence.Session(limits={"max_instructions": 1_000_000})
    for turn in TURNS:
        print(">>>", turn.replace("\n", "\n... "))
        try:
            print(session.feed_run(turn, external_functions={"lookup": lambda name: 9.0}))
        except ringfence.MontyRuntimeError as error:
            print(error.display(format="type-msg"))


if __name__ == "__main__":
    main()
