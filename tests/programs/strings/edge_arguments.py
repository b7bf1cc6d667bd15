print("abc".find(""), "abc".find("", 3), "abc".find("", 4), "".find(""), "abc".rfind(""), "abc".count(""), "".count(""))
print("abc".replace("", "-", 2), "".replace("", "x"), "aaa".replace("a", "b", -1), "abc".replace("abc", ""))
print("abc".split("abc"), "abcabc".split("abc"), "a b  c".split(None, 1), "a b  c".rsplit(None, 1), "".splitlines(), "\n".splitlines())
print("abc".startswith(""), "abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("c", 0, -1), "abc".startswith(()))
print("x".center(4), "x".center(5, "-"), "xy".center(5, "-"), "abc".center(1), "x".ljust(0), "-5".zfill(4), "+".zfill(3), "".zfill(2))
print("abc".strip(""), "abc".strip("cba") == "", "xxabxx".lstrip("x"), "..a..".rstrip("."), "\u3000a\u3000".strip(), "\x1fa".strip())
print("a,b".join("xy"), "".join(()), "-".join("a"), "ab".join(["1"]), ", ".join(str(i) for i in range(3)))
print("abc" * 0, "abc" * -1, 3 * "ab", "" in "", "a" in "", "\0" in "a\0b")
print("abc"[1:2], "abc"[-1], "abc"[True], "abc"[::-2], "abc"[5:1], "abc"[slice(1)])
for bad in (lambda: "abc".split(""), lambda: "abc".find(1), lambda: "abc".replace("a"), lambda: "a".join("b", "c"), lambda: "abc"["1"],
            lambda: "abc".startswith(["a"]), lambda: "x".center("5"), lambda: "x".center(5, "ab"), lambda: "x".zfill(), lambda: "abc" * "2",
            lambda: "abc" - "a", lambda: 5 in "abc", lambda: "abc".index("d"), lambda: "abc".rindex("d"), lambda: ",".join([1, "a"]),
            lambda: ",".join(5), lambda: "a" < 1, lambda: "%d" % "a", lambda: str.upper(5), lambda: "abc".encode("nope"), lambda: "abc".partition(""),
            lambda: "a".ljust(3, ""), lambda: "abc".count(), lambda: chr(1114112), lambda: ord(""), lambda: "abc".nope(), lambda: str(b"a", "ascii", "x", 1)):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
