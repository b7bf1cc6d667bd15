def close(handle):
    raise OSError(f"cannot close {handle}")


def process():
    try:
        return {}["missing"]
    finally:
        close("file")


process()
