def fail():
    raise ExceptionGroup("several", [ValueError("one"), KeyError("two")])


fail()
