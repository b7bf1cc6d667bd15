def pairs(lines):
    result = []
    for line in lines:
        key, value = line.split("=")
        result.append((key, value))
    return result


print(pairs(["a=1"]))
pairs(["a=1", "b"])
