def area(width, height):
    return width * height


values = {"w": 3, "h": None}
result = (
    area(values["w"], 2)
    + area(values["w"], values["h"])
    + area(1, 1)
)
