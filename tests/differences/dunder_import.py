# `__import__` is not a builtin
#
# Cause: Imports are a statement of the machine, with a fixed list of modules.
# Way out: Use the `import` statement.
# CPython prints:
#     True
# Ringfence prints:
#     NameError: name '__import__' is not defined

print(callable(__import__))
