"""Errors of host functions arrive as themselves: the program retries, and gives up by class.

    python examples/retry.py
"""

import ringfence

AGENT = """
def with_retries(call, attempts):
    for attempt in range(1, attempts + 1):
        try:
            return call()
        except ConnectionError as error:
            print(f'attempt {attempt}: {type(error).__name__}: {error}')
    raise TimeoutError(f'gave up after {attempts} attempts')

answers = [with_retries(lambda: flaky('a'), 4)]
try:
    with_retries(lambda: flaky('never'), 2)
except TimeoutError as error:
    answers.append(str(error))
answers
"""


def main() -> None:
    calls: dict[str, int] = {}

    def flaky(name: str) -> str:
        calls[name] = calls.get(name, 0) + 1
        if name == "never" or calls[name] < 3:
            raise ConnectionError(f"no route to {name}")
        return f"hello from {name}"

    print(ringfence.Monty(AGENT).run(
        external_functions={"flaky": flaky}, print_callback=lambda _stream, text: print(text, end="")
    ))


if __name__ == "__main__":
    main()
