import shlex

for text in ["a b c", 'echo "hello world" \'single quoted\'', "a\\ b", 'x="y z"', "'it'\"'\"'s'", "", '""', "a # comment", "a;b|c", '"esc\\"aped" \'no\\escape\'',
             "multi\nline", "--opt=val -x", "é 日本"]:
    print(repr(text), shlex.split(text), shlex.split(text, comments=True))
for bad in ["'open", '"open', "end\\"]:
    try:
        shlex.split(bad)
    except ValueError as e:
        print(repr(bad), e)
for text in ["simple", "with space", "", "it's", "$HOME", "a/b-c_d.e", "é"]:
    print(shlex.quote(text), shlex.split(shlex.quote(text)) == [text])
print(shlex.join(["ls", "-l", "my file"]))
print(list(shlex.shlex("a = b+c # d\n 'q x' e.f")), list(shlex.shlex("a && b || c; d >'abc'; (def \"ghi\")", punctuation_chars=True)))
s = shlex.shlex("x 'y z' w", posix=True)
s.whitespace_split = True
print(s.get_token(), s.get_token(), s.lineno, s.get_token(), s.get_token())
s = shlex.shlex("a,b", posix=True)
s.whitespace += ","
s.push_token("first")
print(list(s), s.error_leader("f", 3))
print(shlex.split("~/a && b-c --color=auto; d", posix=False))
