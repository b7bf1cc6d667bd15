def combine(a, b):
    left = a * 2
    return left + b + "text"


print(combine("x", "y"))
combine(1, 2)
