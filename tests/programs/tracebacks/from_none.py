def check(age):
    try:
        return int(age)
    except ValueError:
        raise TypeError("age must be a number") from None


check("abc")
