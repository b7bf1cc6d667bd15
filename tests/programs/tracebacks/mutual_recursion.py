def even(n):
    return odd(n - 1)


def odd(n):
    if n < 0:
        raise ValueError("went below zero")
    return even(n - 1)


even(8)
