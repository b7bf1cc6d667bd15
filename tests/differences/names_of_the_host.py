# Names nobody binds belong to the host
#
# Cause: Under `start`, calling an unknown name pauses the run so that the host may answer it.
# Way out: `run` raises `NameError` for what it is not given; `ringfence check` finds misspelt
#   names before.
# Run by: start
# CPython prints:
#     NameError: name 'ask' is not defined
# Ringfence prints:
#     paused at ask('who?')

print(ask("who?"))
