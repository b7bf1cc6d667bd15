import fnmatch

names = ["a.py", "b.txt", "A.PY", ".hidden", "dir/file.py", "x[1].c", "a\nb", "data-1.csv", "z"]
for pattern in ["*", "*.py", "?.py", "[ab].*", "[!a]*", "[a-c]*", "*[[]*", "[]-a]", "*-[0-9].csv", "[!]a]*", "**", "a?b", "[", "[z-a]*", "[a\\]", "*/*", "[^a]*", "[--0]*", "[a-]*"]:
    print(pattern, fnmatch.filter(names, pattern), fnmatch.translate(pattern))
print(fnmatch.fnmatch("Abc", "abc"), fnmatch.fnmatchcase("Abc", "A*"), fnmatch.fnmatch(b"abc", b"a*"))
try:
    fnmatch.fnmatch(1, "*")
except TypeError as e:
    print(e)
