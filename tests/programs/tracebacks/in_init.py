class Config:
    def __init__(self, **options):
        for key, value in options.items():
            setattr(self, key, self.convert(value))

    @staticmethod
    def convert(value):
        return int(value)


print(Config(a="1").a)
Config(a="1", b=None)
