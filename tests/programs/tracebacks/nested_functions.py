def outer(n):
    def middle():
        inner = lambda: n / (n - n)
        return inner()
    return middle()


class Runner:
    @classmethod
    def run(cls):
        return outer(2)


Runner.run()
