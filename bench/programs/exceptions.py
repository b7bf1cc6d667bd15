class Missing(Exception):
    def __init__(self, key):
        self.key = key

def find(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key)

table = {i: i * i for i in range(0, 100, 2)}
found = missing = 0
for i in range(30_000):
    try:
        found += find(table, i % 100)
    except Missing as error:
        missing += error.key
    finally:
        found += 1
print(found, missing)
