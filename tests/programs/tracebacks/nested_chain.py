def first():
    raise OSError("disk")


def second():
    try:
        first()
    except OSError as error:
        raise RuntimeError("cannot save") from error


def third():
    try:
        second()
    finally:
        {}["cleanup"]


third()
