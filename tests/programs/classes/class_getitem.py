class Box:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Box[int], Box[1, 2], Box["x"])
class Sub(Box): pass
print(Sub[3])
try: Box()[1]
except TypeError as e: print(e)
class Plain: pass
try: Plain[int]
except TypeError as e: print(e)
try: Plain[0] = 1
except TypeError as e: print(e)
try: del Plain[0]
except TypeError as e: print(e)
print(list[int], dict[str, int], tuple[int, ...], list[int] == list[int], list[int].__origin__, dict[str, list[int]].__args__, type(list[int]).__name__)
print(list[int]((1, 2)), isinstance([], list), set[int], frozenset[str], type[int])
try: isinstance([], list[int])
except TypeError as e: print(e)
try: int[3]
except TypeError as e: print(e)
