def risky(n):
    if n > 1:
        raise ValueError(f"n is {n}")


def guard(n):
    try:
        risky(n)
    except ValueError:
        print("cleaning up")
        raise


guard(1)
guard(2)
