s = "  Hello, World  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), "xxabcxx".strip("x"))
t = "the quick brown fox"
print(t.upper(), t.title(), t.capitalize(), "ABC".lower(), "aBc".swapcase(), "ß".casefold())
print(t.split(), t.split("o"), t.split(" ", 1), t.rsplit(" ", 1), "a,,b".split(","), "".split(), "".split(","))
print("a\nb\r\nc".splitlines(), "a\nb".splitlines(True))
print("-".join(["a", "b", "c"]), "".join(reversed("abc")), ",".join([]))
print(t.replace("o", "0"), t.replace("o", "0", 1), "aaa".replace("", "-"))
print(t.find("quick"), t.find("zzz"), t.rfind("o"), t.index("fox"), t.count("o"), "aaaa".count("aa"))
print(t.startswith("the"), t.endswith(("fox", "dog")), t.startswith("quick", 4))
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "abc".islower(), "A".isupper(), "".isalpha())
print("42".zfill(5), "-42".zfill(5), "x".center(7, "*"), "x".ljust(4) + "|", "x".rjust(4, "."))
print("key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("="))
print("prefix_name".removeprefix("prefix_"), "file.txt".removesuffix(".txt"))
print("hello".translate(str.maketrans("el", "ip")), "hello".translate({ord("l"): None}))
print("a\tb".expandtabs(4), "abc".encode(), "x".isidentifier(), "1".isdecimal(), "½".isnumeric())
print(ord("a"), chr(8364), "abc" < "abd", "abc"[::-1], "abcdef"[1:4], "abcdef"[-2:], "abc"[5:])
for bad in (lambda: "abc".index("z"), lambda: "abc"[10], lambda: "a" + 1, lambda: "".join([1]), lambda: "abc".foo):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
