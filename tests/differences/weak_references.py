# A weak reference keeps its object
#
# Cause: There is no reference counting that could tell when it ends.
# Way out: Delete the entry yourself.
# CPython prints:
#     True
# Ringfence prints:
#     False

import weakref


class Node:
    pass


node = Node()
reference = weakref.ref(node)
del node
print(reference() is None)
