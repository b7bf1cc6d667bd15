inventory = {"apple": 3}
def take(name, n):
    inventory[name] -= n
    return inventory


print(take("apple", 1))
take("pear", 1)
