"""Every example runs and prints what it is there to show."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SHOWS = {
    "expenses": ["the program asks for get_team('engineering',)", "Ada      spent  2750.75, 750.75 over",
                 "result: {'people': 3, 'over': ['Ada', 'Grace']}", "7 host calls"],
    "paging": ["{'rows': 80, 'sum': 3960, 'last': 89}", "in the time of two"],
    "sql_report": ["north   coffee", "refused: PermissionError: only select is lent"],
    "retry": ["attempt 2: ConnectionError: no route to a",
              "['hello from a', 'gave up after 2 attempts']"],
    "approval": ["question: pay 9400 for servers?", "paid: ['servers', 'coffee', 'paper']",
                 "paid: ['coffee', 'paper']"],
    "files_and_objects": ["result: {'bob': Decimal('110.50'), 'eve': Decimal('45.0')}",
                          "flagged: ['bob: 110.50']", "changed in the overlay: ['totals.txt']",
                          "on the host: ['a.csv', 'b.csv']"],
    "fork_and_stop": ["buy -> ['look', 'think', 'buy']", "sell -> ['look', 'think', 'sell']",
                      "paused by: pause", "most instructions in line 3", "stopped by: cancel"],
    "repl_agent": ["12.0", "KeyError: 'wine'", "16.0"],
}


def test_every_example_is_run_here() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} == set(SHOWS)


@pytest.mark.parametrize("name", SHOWS)
def test_example(name: str) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"{name}.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for line in SHOWS[name]:
        assert line in done.stdout, done.stdout
