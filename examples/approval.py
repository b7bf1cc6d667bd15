"""Human approval: the run is put away on disk and goes on in another process.

    python examples/approval.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import ringfence

AGENT = """
invoices = [('paper', 120), ('servers', 9400), ('coffee', 310)]
paid = []
for name, amount in sorted(invoices, key=lambda invoice: -invoice[1]):
    if amount < 500 or ask_human(f'pay {amount} for {name}?'):
        paid.append(name)
paid
"""


def resume(path: str, answer: str) -> None:
    """What the second process does, hours later."""
    snapshot = ringfence.load_snapshot(Path(path).read_bytes())
    assert isinstance(snapshot, ringfence.FunctionSnapshot)
    done = snapshot.resume(return_value=answer == "yes")
    assert isinstance(done, ringfence.MontyComplete)
    print("paid:", done.output)


def main() -> None:
    os.environ.setdefault("RINGFENCE_KEY", "an example's key; use a secret of your own")
    step = ringfence.Monty(AGENT).start()
    assert isinstance(step, ringfence.FunctionSnapshot)
    print("question:", *step.args)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "run.snapshot"
        path.write_bytes(step.dump())
        for answer in ("yes", "no"):  # one snapshot, two futures
            subprocess.run([sys.executable, __file__, str(path), answer], check=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        resume(*sys.argv[1:])
    else:
        main()
