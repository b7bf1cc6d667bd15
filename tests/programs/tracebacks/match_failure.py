def area(shape):
    match shape:
        case {"kind": "square", "side": s}:
            return s * s
        case {"kind": "circle", "r": r}:
            return 3 * r**2
        case _:
            raise TypeError(f"unknown shape: {shape!r}")


print(area({"kind": "square", "side": 2}))
area({"kind": "blob"})
