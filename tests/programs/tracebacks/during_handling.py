def cleanup(items):
    return items[3]


def work():
    try:
        return 1 / 0
    except ZeroDivisionError:
        cleanup([1, 2])


work()
