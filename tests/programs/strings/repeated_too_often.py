for value in ("a", b"a", "", "αβ"):
    for count in (10**20, 2**64, -(10**20)):
        try:
            print(repr(value * count))
        except (OverflowError, MemoryError) as error:
            print(type(error).__name__, error)
