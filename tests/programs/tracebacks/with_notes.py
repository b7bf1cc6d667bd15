def fail():
    error = RuntimeError("it broke")
    error.add_note("while testing notes")
    error.add_note("second line")
    raise error


fail()
