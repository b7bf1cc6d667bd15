LOG = """\
2024-01-02 10:00:01 INFO server started port=8080
2024-01-02 10:00:05 WARN slow request path=/a ms=350
2024-01-02 10:01:00 ERROR failed path=/b code=500
2024-01-02 10:02:00 INFO request path=/a ms=20
bad line
2024-01-02 10:03:00 ERROR failed path=/c code=503
"""


def parse(line):
    try:
        day, time, level, *rest = line.split()
        fields = dict(part.split("=", 1) for part in rest if "=" in part)
        return {"at": f"{day}T{time}", "level": level, "text": " ".join(p for p in rest if "=" not in p), **fields}
    except ValueError:
        return None


entries = [e for e in map(parse, LOG.splitlines()) if e]
levels = {}
for e in entries:
    levels.setdefault(e["level"], []).append(e["text"])
print(levels, len(entries))
print([(e["path"], int(e["code"])) for e in entries if e["level"] == "ERROR"])
print(sum(int(e.get("ms", 0)) for e in entries), sorted({e["path"] for e in entries if "path" in e}))
CSV = '''name,qty,price
apple,3,"1,250.50"
"say ""hi""",1,2
pear,,4.5
'''


def rows(text):
    for line in text.strip().split("\n"):
        fields, field, quoted, i = [], "", False, 0
        while i < len(line):
            c = line[i]
            if quoted:
                if c == '"' and line[i + 1 : i + 2] == '"':
                    field += '"'
                    i += 1
                elif c == '"':
                    quoted = False
                else:
                    field += c
            elif c == '"':
                quoted = True
            elif c == ",":
                fields.append(field)
                field = ""
            else:
                field += c
            i += 1
        yield fields + [field]


header, *records = rows(CSV)
table = [dict(zip(header, r)) for r in records]
for r in table:
    print(r)
print(sum(int(r["qty"] or 0) * float(r["price"].replace(",", "")) for r in table))


def query(text):
    out = {}
    for part in text.lstrip("?").split("&"):
        key, _, value = part.partition("=")
        out.setdefault(key, []).append(int(value) if value.isdigit() else value)
    return out


query("?a=1&b=x&a=2&flag")
