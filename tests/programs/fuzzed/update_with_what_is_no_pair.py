try: {}.update([3])
except TypeError as e: print(e, e.__suppress_context__, e.__cause__, repr(e.__context__))
try: dict([3])
except TypeError as e: print(e, e.__suppress_context__, e.__cause__, repr(e.__context__))
