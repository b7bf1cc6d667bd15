"""Regular expressions: extraction, substitution, validation, scanning."""
import re

EMAIL = re.compile(r"(?P<user>[\w.+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)")
LOG = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif?x=1 HTTP/1.0" 200 2326'
m = re.match(r'(\S+) \S+ \S+ \[(?P<when>[^]]+)\] "(?P<verb>[A-Z]+) (?P<path>\S+) [^"]*" (?P<code>\d{3}) (\d+|-)', LOG)
print(m.groupdict(), m.group(1, "code"), m.span("path"), m.lastindex, m[6])
text = "Write to ann.lee@mail.example.org, or bob+news@x.co; not to @nobody or a@b"
print([e.group("user", "host") for e in EMAIL.finditer(text)], EMAIL.sub(r"<\g<host>>", text), EMAIL.search("none"))
print(re.findall(r"\b(\w)(\w*)\1\b", "abca xyx none level"), re.split(r"\s*[,;]\s*|\s+and\s+", "a , b;c and d"), re.split(r"(-)", "1-2-3", maxsplit=1))


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def camel(name):
    return re.sub(r"_([a-z])", lambda k: k.group(1).upper(), name)


print(snake("parseHTTPResponse2Json"), camel("make_it_so"), re.subn(r"\d+", lambda k: str(int(k[0]) * 2), "a1b22c333"))
password = re.compile(r"^(?=.*[A-Z])(?=.*\d)(?!.*\s).{6,}$")
print([bool(password.match(p)) for p in ("Secret1", "secret1", "Sec ret1", "S1")])
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567890"), re.findall(r"<(\w+)>(.*?)</\1>", "<b>x</b><i>y<b>z</b></i>"))
verbose = re.compile(r"""
    (?P<sign>[-+])?      # sign
    (?P<whole>\d+)       # digits
    (?:\.(?P<part>\d*))? # the part after the point
    $""", re.X)
print([verbose.match(t) and verbose.match(t).groups() for t in ("-12.50", "7", "x")])
print(re.findall(r"(?im)^to:\s*(.+)$", "To: Ann\nfrom: B\nTO:  Cid"), re.fullmatch(r"(?s)a.c", "a\nc"), re.escape("a.b*c?"))
for bad in ("(", "[a", "*a", "(?P<x>a)(?P<x>b)", r"\2", "a{3,1}"):
    try:
        re.compile(bad)
    except re.error as e:
        print(bad, "->", e)


def template(text, values):
    def put(k):
        name, _, form = k[1].partition(":")
        try:
            return format(values[name], form)
        except KeyError:
            return k[0]

    return re.sub(r"\{\{(.+?)\}\}", put, text)


print(template("{{name}} paid {{sum:.2f}} for {{what}}", {"name": "Ann", "sum": 5}))
