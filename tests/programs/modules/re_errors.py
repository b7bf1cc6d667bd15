import re

broken = ["(", ")", "a)", "[", "[a", "[]", "[b-a]", "[\\w-a]", "*", "a**", "a{2}{3}", "^*", "(?", "(?P", "(?P<", "(?P<>a)",
          "(?P<1a>b)", "(?P<a>b)(?P<a>c)", "(?P=x)", "(?P=", "(?Px)", "(?<a)", "(?z)", "(?i", "(?i-", "(?i-i:a)",
          "(?-z:a)", "a(?i)b", "(?#", "\\", "a\\", "\\q", "[\\q]", "\\1", "(\\1)", "(?(1)a)", "(?(x)a)", "(?(0)a)",
          "(a)(?(1)b|c|d)", "(a)(?(1)b", "\\x1", "\\u12", "\\U0000", "\\N{no such}", "\\N", "\\777", "[\\777]",
          "x{3,1}", "(?<=a*)b", "(?<=(a)\\1)b", "(?L)a", "(?au)a", "(?-a:x)", "a\nb(", "(?=a", "(?:", "(?>a", "(?(1", "(?(a b)c)",
          "\\8", "[\\8]", "(?i-:a)", "(?--i:a)", "(?P<é>a)(", "(?<", "(?!", "a|*", "(?P<a", "(?(-1)a)"]
for pattern in broken:
    try:
        print(pattern, re.compile(pattern).groups)
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern)
for template in ["\\", "\\1", "\\g", "\\g<", "\\g<>", "\\g<1", "\\g<2>", "\\g<x>", "\\g<1a>", "\\q", "\\400", "\\0", "\\07\\012", "\\x"]:
    try:
        print(repr(template), repr(re.sub("a", template, "-a-")))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__, e)
for call in [lambda: re.match(1, "a"), lambda: re.match("a", 1), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"),
             lambda: re.compile("a", re.L), lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.A | re.U),
             lambda: re.compile(re.compile("a"), re.I), lambda: re.match("(a)", "a").group(2),
             lambda: re.match("(a)", "a").group("x"), lambda: re.match("a", "a").start(1), lambda: re.sub("a", 1, "a"),
             lambda: re.sub("a", lambda m: 1, "a"), lambda: re.sub("a", lambda m: None, "bab"), lambda: re.sub("a", b"b", "a"),
             lambda: re.match("a", "a")[1.5], lambda: re.compile("a" * 3 + "{99999999999}"), lambda: re.Pattern(), lambda: re.findall("a", None)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
