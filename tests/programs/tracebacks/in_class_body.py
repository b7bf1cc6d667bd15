class Settings:
    limit = 10
    ratio = limit / 0
