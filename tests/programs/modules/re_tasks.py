import re
from collections import Counter

LOG = '''127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326
10.0.0.7 - - [11/Oct/2000:01:02:03 +0000] "POST /login HTTP/1.1" 401 17
broken line
'''
LINE = re.compile(r'''
    (?P<host>\S+)\s\S+\s(?P<user>\S+)\s
    \[(?P<time>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>\S+)[^"]*"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)
''', re.VERBOSE)
for line in LOG.splitlines():
    found = LINE.match(line)
    print(found.groupdict() if found else None)

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=]))")
def tokens(text):
    at = 0
    while at < len(text.rstrip()):
        m = TOKEN.match(text, at)
        if not m:
            raise SyntaxError(f"at {at}: {text[at:]!r}")
        yield m.lastgroup, m.group(m.lastgroup)
        at = m.end()
print(list(tokens("x = 3.14 * (y + 2) ** 2 ")))
try:
    list(tokens("a $ b"))
except SyntaxError as e:
    print(e)

def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
print([snake(n) for n in ["camelCase", "HTTPServer", "getURLOfX", "already_snake"]])
print(re.sub(r"_(\w)", lambda m: m[1].upper(), "some_snake_case"))
print(Counter(re.findall(r"[a-z']+", "It's the end. It's the start of the end".lower())).most_common(3))
print(re.sub(r"(?<!\d)(\d{1,3})(?=(\d{3})+(?!\d))", r"\1,", "1234567 89"))
print(re.sub(r"\B(?=(\d{3})+(?!\d))", ",", "1234567890"))
print(re.findall(r'"((?:\\.|[^"\\])*)"', r'say "hello \"there\"" and "more"'))
print(re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print(re.findall(r"<(\w+)[^>]*>(.*?)</\1>", "<b>bold</b> <i class='x'>it</i> <b>no</i>"))
print(re.sub(r"\s+", " ", "  a \t b\n\nc ").strip())
for mail in ["a@b.co", "bad@", "x.y+z@d-e.org", "@a.b"]:
    print(mail, bool(re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", mail)))
print(re.sub(r"\$\{(\w+)(?::([^}]*))?\}", lambda m: {"a": "1"}.get(m[1], m[2] or "?"), "${a} ${b:2} ${c}"))
match re.match(r"(\w+)=(\w+)", "key=value"):
    case re.Match() as m:
        print(m[1], m[2])
it = re.finditer(r"\d", "1a2")
print(next(it), next(it), next(it, None))
big = "word " * 20000 + "end"
print(len(re.findall(r"\w+", big)), re.search("end", big), len(re.sub(r"\w+ ", "x", big)), len(re.split(" ", big)))
print(re.match(r"(?:a|b)*c", "ab" * 30000 + "c").span())
