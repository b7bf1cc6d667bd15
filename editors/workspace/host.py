"""A program of the host, with a program of the sandbox in a string."""

from ringfence import Monty

PROGRAM = """
rows = fetch_rows(city)
len(5)
"""


def main():
    program = Monty(PROGRAM, inputs=["city"])
    return program.run(inputs={"city": "Oslo"}, external_functions={"fetch_rows": lambda city: []})
