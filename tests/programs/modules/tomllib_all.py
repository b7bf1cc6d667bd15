import io
import tomllib
from decimal import Decimal

DOC = r'''
# comment
title = "TOML Example"
"quoted key" = 1
'literal' = 'C:\path'
a.b.c = true
[owner]
name = "Tom \u00e9 \U0001F600 \t\"x\""
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
time = 07:32:00.999
local = 1979-05-27 07:32:00.5
utc = 2000-01-01T00:00:00Z
[numbers]
ints = [1, +2, -3, 1_000, 0xDEAD_beef, 0o17, 0b1010, 0]
floats = [1.5, -0.25, 1e3, 6.02e-2_3, inf, -inf, 1_0.0_1]
nested = [[1, 2], ["a", 'b'],]
multi = [
  1, # one
  2,
]
[text]
basic = """
first \
    continued
second "quoted" """
lit = QQQ keeps \n QQQ
quotes = """"a""""
[[products]]
name = "Hammer"
[products.size]
w = 1
[[products]]
name = "Nail"
[[products.parts]]
id = 1
[[products.parts]]
id = 2
[servers."10.0.0.1"]
point = { x = 1, y.z = 2, s = "a, b", l = [1] }
empty = {}
'''.replace("QQQ", "'" * 3)
found = tomllib.loads(DOC)
for key, value in found.items():
    print(key, value)
print(tomllib.load(io.BytesIO(b"a = 1\r\nb = 2")), tomllib.loads("x = 1.10", parse_float=Decimal), tomllib.loads(""))
print(tomllib.loads("a = nan")["a"] != 0, tomllib.loads("[a]\n[a.b]\n[c]\nd=1\n[a.c]"))
for bad in ["a", "a =", "a = 1 b = 2", "= 1", "a = 01", "a = 1\na = 2", "[a]\n[a]", "a.b = 1\na = 2", "a = 'x", 'a = "x', 'a = "\\q"', "a = [1, 2", "a = {x = 1", "a = {x = 1, x = 2}", "a = {x = 1}\n[a.b]", "[a", "[[a]]\n[a]",
            "a = 1\n[[a]]", "a = [1]\n[[a]]", "a = 2020-13-01", "a = 2021-02-30", "a = 1__0", "a = .5", "a = 5.", "a = tru", 'a = "\\ud800"', 'a = "\\u12"', "a = \"x\ny\"", "a = '''x", 'a = """x', "a = '\x01'", "# \x00", "[]", "a..b = 1", "a = 25:00:00",
            "[a]\nb.c = 1\n[a.b]", "a = {b = 1,}", "[a.b]\nc = 1\n[a]\nb.d = 2", "é = 1", 'a = """\\ x"""', "a = 1\r", "a = 0x", "a.b = 1\n[a]"]:
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), e)
for bad in [lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(io.StringIO("a = 1")), lambda: tomllib.loads("a = 1.5", parse_float=lambda s: [])]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
