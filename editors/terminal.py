"""Runs a command in a terminal of its own, for editors that want one: ``terminal.py vim ...``.

What the command writes to the file that LOG names is printed at its end.
"""

import fcntl
import os
import pty
import struct
import sys
import termios
from pathlib import Path


def main() -> int:
    """Give the command a terminal of 120 by 40, read what it draws, wait for its end."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.environ.setdefault("TERM", "xterm-256color")
        os.execvp(sys.argv[1], sys.argv[1:])
    drawn = bytearray()
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break  # the other side is closed
        if not part:
            break
        drawn += part
    log = os.environ.get("LOG")
    if log and Path(log).exists():
        sys.stdout.write(Path(log).read_text())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != 0:
        sys.stdout.write(drawn[-2000:].decode("utf-8", "replace"))
    return code


if __name__ == "__main__":
    sys.exit(main())
