def parse(text):
    return int(text)


def load(values):
    total = 0
    for value in values:
        total += parse(value)
    return total


print(load(["1", "2"]))
load(["3", "four"])
