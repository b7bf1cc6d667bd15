# Sets of strings iterate in an order of their own
#
# Cause: The order is always the same, since hashes are. Sets of numbers iterate in CPython's
#   order.
# Way out: Use `sorted(...)`, or the keys of a dict.
# CPython prints: the words in an order that changes from process to process
# Ringfence prints:
#     ['five', 'two', 'one', 'three', 'four']

print(list({"one", "two", "three", "four", "five"}))
