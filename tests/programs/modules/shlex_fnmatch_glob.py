"""Splitting command lines, quoting, and names by pattern."""
import fnmatch
import re
import shlex

for line in ("simple words here", "a 'single quoted' \"double quoted\"", r"back\ slash 'no\escape' \"yes\\\"", "mixed'quo'ted\"word\"", "a # comment", "", "   ", "'' \"\"", "tab\tand\nnewline", "$HOME `x` a|b;c&&d", "é ü"):
    print(repr(line), shlex.split(line), shlex.split(line, comments=True), shlex.split(line, posix=False) if "\\" not in line else "")
for bad in ("'open", '"open', "end\\", '"a\\'):
    try:
        print(shlex.split(bad))
    except ValueError as error:
        print(repr(bad), error)
for word in ("", "plain", "two words", "it's", 'say "hi"', "$x", "a/b-c_d.e:f,g@h%i+j=k", "semi;colon", "é", "new\nline"):
    print(shlex.quote(word), shlex.split(shlex.quote(word)) == [word])
print(shlex.join(["grep", "-e", "a b", "it's"]))
lexer = shlex.shlex("a = b+'c d' # note\n(x) && y", punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex("one,two;three", posix=True)
lexer.whitespace = ",;"
lexer.whitespace_split = True
print(list(lexer), lexer.lineno)
lexer = shlex.shlex("first second")
print(lexer.get_token(), lexer.push_token("pushed"), lexer.get_token(), lexer.get_token(), repr(lexer.get_token()))
names = ["readme.md", "main.py", "Main.PY", "test_a.py", "a.tar.gz", ".hidden", "data[1].csv", "x-y", "x!y", "dir/file.py"]
for pattern in ("*", "*.py", "*.PY", "test_?.py", "[a-m]*", "[!a-m]*", "*.tar.*", "data[[]1].csv", "*[-!]*", "", "?", "*/*", "[]x]*", "[z-a]", "m[ai]*", "**", "*.[pm][yd]"):
    print(pattern, fnmatch.filter(names, pattern), [n for n in names if fnmatch.fnmatchcase(n, pattern)] == fnmatch.filter(names, pattern))
for pattern in ("*.txt", "a?[!b]", "[", "a.b+c", "*a*b*"):
    print(repr(fnmatch.translate(pattern)), bool(re.match(fnmatch.translate(pattern), "a.b+c")))
print(fnmatch.fnmatch(b"a.py", b"*.py"), fnmatch.filter([b"x", b"yy"], b"?"))
