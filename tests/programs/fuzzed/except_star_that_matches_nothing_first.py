def attempt(first):
    try:
        try:
            raise ExceptionGroup("group", [TypeError("t"), OSError(1)])
        except* first as group:
            print("first", group.exceptions, group.__suppress_context__)
        except* Exception as group:
            print("second", group.exceptions, group.__suppress_context__)
            raise ValueError("new") from group
    except ValueError as error:
        print(repr(error.__cause__), error.__cause__.__suppress_context__)
    except ExceptionGroup as error:
        print(repr(error), error.__suppress_context__, repr(error.__cause__))


attempt(KeyError)
attempt(TypeError)
attempt((KeyError, OSError))
