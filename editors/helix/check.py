"""Drives Helix in a terminal of tmux: ``check.py HX agents/report.py``, in a copy of editors/workspace."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
WAIT = 120  # s, for a busy machine


class Terminal:
    """A terminal of 140 by 40 that a command runs in."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._socket = f"ringfence-{os.getpid()}"
        self._environment = environment
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", "140", "-y", "40", shlex.join(command))

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._socket, *arguments]
        environment = self._environment
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys, by tmux's names of them."""
        for name in names:
            self._tmux("send-keys", name)
            time.sleep(0.1)

    def screen(self) -> str:
        """What is drawn, without the frames."""
        return self._tmux("capture-pane", "-p")

    def next_of_menu(self) -> None:
        """Go to the next line of a menu, and wait until it is drawn."""
        before = self._tmux("capture-pane", "-p", "-e")
        self.keys("Tab")
        end = time.monotonic() + 10
        while self._tmux("capture-pane", "-p", "-e") == before and time.monotonic() < end:
            time.sleep(0.1)

    def selected(self, words: str) -> bool:
        """Whether the line with some words is drawn in reverse: the chosen one of a menu."""
        lines = self._tmux("capture-pane", "-p", "-e").split("\n")
        return any(words in line and "\x1b[7m" in line for line in lines)

    def shows(self, *words: str) -> bool:
        """Whether all the words come to stand on the screen."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            seen = self.screen()
            if all(word in seen for word in words):
                return True
            time.sleep(0.1)
        return False

    def close(self) -> None:
        """End the terminal and what runs in it."""
        self._tmux("kill-server")


class Checks:
    """Counts what was seen."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def see(self, name: str, seen: object, detail: str = "") -> None:
        """Say whether one thing was seen."""
        self.passed, self.failed = self.passed + bool(seen), self.failed + (not seen)
        say(f"ok   {name}" if seen else f"FAIL {name} {detail}")


def say(line: str) -> None:
    """Into the log of the test."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Look at diagnostics, hover, a fix, a check and a run."""
    helix, file = sys.argv[1:]
    python = Path(os.environ.get("RINGFENCE_PYTHON", sys.executable))
    home = Path(tempfile.mkdtemp(prefix="ringfence-helix-"))
    (home / "helix").mkdir()
    shutil.copy(HERE / "languages.toml", home / "helix")
    with Path("ringfence.toml").open("a") as settings:
        settings.write('answers = "answers.json"\n')
    Path("answers.json").write_text(json.dumps([
        {"question": ["input", "city"], "value": "'Oslo'"},
        {"question": ["call", "fetch_rows", "'Oslo'"], "value": "[{'amount': 4}, {'amount': 5}]"},
    ]))
    environment = {
        **os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_CONFIG_HOME": str(home), "TERM": "xterm-256color", "SHELL": "/bin/sh",
    }  # fmt: skip
    checks = Checks()
    health = subprocess.run(
        [helix, "--health", "python"], env=environment, capture_output=True, text=True, check=False
    ).stdout
    found = "ringfence" in health and "✘ ringfence" not in health
    checks.see("Helix finds the server that its configuration names", found, health)
    terminal = Terminal([helix, "--log", str(home / "log"), file], environment)
    try:
        drive(terminal, checks, Path(file))
    finally:
        terminal.close()
        shutil.rmtree(home, ignore_errors=True)
    say(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


def drive(terminal: Terminal, checks: Checks, file: Path) -> None:
    """As a person would."""
    checks.see("the program is open", terminal.shows("def total_of"), terminal.screen())
    terminal.keys("1", "1", "G", "8", "l")
    meant = ("`fetch_rowz` is not defined", "Did you mean `fetch_rows`?")
    checks.see("the diagnostic says what was meant", terminal.shows(*meant), terminal.screen())
    terminal.keys("9", "G", "8", "l", "Space", "k")
    checks.see("hover", terminal.shows("city: str", "newest first"), terminal.screen())
    terminal.keys("Escape", "1", "1", "G", "8", "l", "Space", "a")
    checks.see("the fix is offered", terminal.shows("to `fetch_rows`"), terminal.screen())
    terminal.keys("Tab", "Enter", "Escape")
    checks.see("the fix is applied", terminal.shows("more = fetch_rows(city)"), terminal.screen())
    terminal.keys(":", "w", "Enter")
    mended = "fetch_rows(city)\ntotal" in text_of(file) and gone(terminal, "not defined")
    checks.see("no diagnostic is left", mended, terminal.screen())
    terminal.keys("9", "G", "Space", "a")
    checks.see("the run is offered", terminal.shows("Run in sandbox"), terminal.screen())
    while "Run in sandbox" in terminal.screen() and not terminal.selected("Run in sandbox"):
        terminal.next_of_menu()
    terminal.keys("Enter")
    checks.see("it runs on the recorded answers", terminal.shows("done: 9"), terminal.screen())


def text_of(file: Path) -> str:
    """The file, once it is written."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end and "fetch_rowz" in file.read_text():
        time.sleep(0.1)
    return file.read_text()


def gone(terminal: Terminal, words: str) -> bool:
    """Whether words go from the screen."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end and words in terminal.screen():
        time.sleep(0.1)
    return words not in terminal.screen()


if __name__ == "__main__":
    sys.exit(main())
