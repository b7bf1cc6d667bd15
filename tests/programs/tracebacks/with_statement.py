class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("leaving")


def use():
    with Guard() as g:
        int("x1")


use()
