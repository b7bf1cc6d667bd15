"""Hand-written parsers: ini, markdown, query strings, key paths, json."""
import re
from urllib.parse import parse_qs, quote, urlencode, urlsplit


def ini(text):
    out, section = {}, None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("[") and line.endswith("]"):
            section = out.setdefault(line[1:-1], {})
        elif "=" in line and section is not None:
            key, _, value = (p.strip() for p in line.partition("="))
            section[key] = {"true": True, "false": False}.get(value.lower(), int(value) if value.lstrip("-").isdigit() else value)
        else:
            raise ValueError(f"line {number}: {raw!r}")
    return out


print(ini("[db]\nhost = x.y\nport=5432\n; note\n[flags]\ndebug = True\nlevel=-3"))
for bad in ("a=1", "[s]\nword"):
    try:
        ini(bad)
    except ValueError as e:
        print(e)


def markdown(text):
    html, listing = [], False
    for block in text.strip().split("\n"):
        line = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", block)
        line = re.sub(r"`(.+?)`", r"<code>\1</code>", line)
        line = re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2">\1</a>', line)
        item = line.startswith("- ")
        if item != listing:
            html.append("<ul>" if item else "</ul>")
            listing = item
        if m := re.match(r"(#{1,6}) (.*)", line):
            line = f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>"
        elif item:
            line = f"<li>{line[2:]}</li>"
        elif line:
            line = f"<p>{line}</p>"
        html.append(line)
    return "\n".join(filter(None, html + ["</ul>"] * listing))


print(markdown("# Title\nSome **bold** and `code`.\n- one\n- [two](http://x)\n\n## End"))


class Json:
    def __init__(self, text):
        self.text, self.i = text, 0

    def value(self):
        self.space()
        c = self.text[self.i]
        if c == "{":
            return dict(self.items("}", self.pair))
        if c == "[":
            return list(self.items("]", self.value))
        if c == '"':
            end = self.text.index('"', self.i + 1)
            out, self.i = self.text[self.i + 1 : end], end + 1
            return out
        m = re.compile(r"-?\d+(\.\d+)?|true|false|null").match(self.text, self.i)
        if not m:
            raise ValueError(f"unexpected {c!r} at {self.i}")
        self.i = m.end()
        return {"true": True, "false": False, "null": None}.get(m[0]) if m[0].isalpha() else float(m[0]) if m[1] else int(m[0])

    def pair(self):
        key = self.value()
        self.space()
        assert self.text[self.i] == ":", f"colon expected at {self.i}"
        self.i += 1
        return key, self.value()

    def items(self, end, read):
        self.i += 1
        self.space()
        while self.text[self.i] != end:
            yield read()
            self.space()
            if self.text[self.i] == ",":
                self.i += 1
                self.space()
        self.i += 1

    def space(self):
        while self.i < len(self.text) and self.text[self.i].isspace():
            self.i += 1


print(Json('{"a": [1, -2.5, {"b": null}], "c": true, "d": {}, "e": []}').value())
for bad in ("[1, ?]", '{"a" 1}'):
    try:
        Json(bad).value()
    except (ValueError, AssertionError) as e:
        print(type(e).__name__, e)
u = urlsplit("https://user@host.example:8080/a/b.html?x=1&y=a%20b&x=2#top")
print(u.hostname, u.port, u.path, u.fragment, parse_qs(u.query), urlencode({"q": "a b&c", "n": 5}), quote("é/ü?"))


def get(data, path, default=None):
    for part in re.findall(r"[^.\[\]]+", path):
        try:
            data = data[int(part)] if isinstance(data, list) else data[part]
        except (KeyError, IndexError, ValueError):
            return default
    return data


d = {"a": [{"b": {"c": 5}}]}
print(get(d, "a[0].b.c"), get(d, "a[3].b"), get(d, "a[x]", "none"))
