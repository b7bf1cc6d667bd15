# `__del__` is not called
#
# Cause: There is no reference counting, and collecting garbage runs no code of the program.
# Way out: Use `with` or `try`/`finally`.
# CPython prints:
#     gone
#     end
# Ringfence prints:
#     end

class Resource:
    def __del__(self):
        print("gone")


resource = Resource()
del resource
print("end")
