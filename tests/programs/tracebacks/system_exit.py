import math


class Stop(BaseException):
    pass


def main():
    print(math.floor(1.5))
    raise Stop("enough")


main()
