class Config:
    def __init__(self):
        self.value = 1


def use(config):
    first = config.value
    return first + config.other


use(Config())
