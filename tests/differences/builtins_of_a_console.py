# `input`, `breakpoint`, `help`, `exit`, `quit` are not builtins
#
# Cause: There is no console behind a program.
# Way out: The host may lend functions of these names.
# CPython prints:
#     ['input', 'breakpoint', 'help', 'exit', 'quit']
# Ringfence prints:
#     []

import builtins

names = ["input", "breakpoint", "help", "exit", "quit"]
print([name for name in names if hasattr(builtins, name)])
