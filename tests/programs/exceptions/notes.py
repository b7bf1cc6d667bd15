e = ValueError("base")
e.add_note("one")
e.add_note("two\nlines")
print(e.__notes__)
try: e.add_note(5)
except TypeError as t: print(t)
print(hasattr(ValueError(), "__notes__"))
e.__notes__.append("three")
print(e.__notes__)
e.__notes__ = "not a list"
try: e.add_note("x")
except TypeError as t: print(t)
import traceback
f = KeyError("k")
f.add_note("note on key")
print("".join(traceback.format_exception_only(f)))
raise f
