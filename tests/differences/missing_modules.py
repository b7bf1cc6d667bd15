# Modules that reach outside, or look into the interpreter, are not there
#
# Cause: A program is one thread in a block of memory and touches the system only where the host
#   lends it something.
# Way out: Let the host lend a function; `ringfence check` names the modules there are.
# CPython prints:
#     []
# Ringfence prints:
#     ['threading', 'subprocess', 'socket', 'pickle', 'gc', 'ast', 'argparse', 'unittest']

missing = []
for name in ["threading", "subprocess", "socket", "pickle", "gc", "ast", "argparse", "unittest"]:
    try:
        exec(f"import {name}")
    except ModuleNotFoundError:
        missing.append(name)
print(missing)
