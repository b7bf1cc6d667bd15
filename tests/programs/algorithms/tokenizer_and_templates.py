def render(template, context):
    out, stack, active = [], [], True
    at = 0
    while at < len(template):
        start = template.find("{{", at)
        if start < 0:
            out.append(template[at:] if active else "")
            break
        end = template.index("}}", start)
        if active:
            out.append(template[at:start])
        tag = template[start + 2 : end].strip()
        at = end + 2
        if tag.startswith("if "):
            stack.append(active)
            active = active and bool(lookup(tag[3:], context))
        elif tag == "else":
            active = stack[-1] and not active
        elif tag == "end":
            active = stack.pop()
        elif active:
            name, *filters = [p.strip() for p in tag.split("|")]
            value = lookup(name, context)
            for f in filters:
                value = FILTERS[f](value)
            out.append(str(value))
    return "".join(out)


FILTERS = {"upper": str.upper, "title": str.title, "len": len, "join": ", ".join, "money": lambda v: f"${v:,.2f}"}


def lookup(path, context):
    value = context
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else value.get(part, "") if isinstance(value, dict) else getattr(value, part)
    return value


class User:
    name = "ada lovelace"
    tags = ["math", "code"]


context = {"user": User(), "total": 1234.5, "items": [{"n": "pen"}, {"n": "ink"}], "none": []}
print(render("Hi {{ user.name | title }}! {{ user.tags | join }} ({{ user.tags | len }})", context))
print(render("{{if none}}no{{else}}yes{{end}} {{ total | money }} {{items.1.n|upper}}{{if items}}!{{if none}}x{{end}}{{end}}", context))
for bad in ("{{ user.age }}", "{{ items.7 }}", "{{ total | nope }}", "{{ broken"):
    try:
        render(bad, context)
    except Exception as error:
        print(type(error).__name__, error)


def tokens(source):
    keywords = {"let", "print", "if"}
    i = 0
    while i < len(source):
        c = source[i]
        if c in " \n":
            i += 1
            continue
        start = i
        if c.isalpha() or c == "_":
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            yield ("KEYWORD" if word in keywords else "NAME", word)
        elif c.isdigit():
            while i < len(source) and source[i].isdigit():
                i += 1
            yield "NUMBER", int(source[start:i])
        elif c == '"':
            i = source.index('"', i + 1) + 1
            yield "STRING", source[start + 1 : i - 1]
        else:
            i += 2 if source[i : i + 2] in ("==", "<=", ">=") else 1
            yield "OP", source[start:i]


print(list(tokens('let x_1 = 42\nif x_1 >= 10 print "big one" + y')))


def glob(pattern, text):
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(glob(pattern[1:], text[i:]) for i in range(len(text) + 1))
    return bool(text) and pattern[0] in ("?", text[0]) and glob(pattern[1:], text[1:])


print([glob(p, "report.txt") for p in ("*.txt", "r*t", "?eport.*", "*.csv", "", "*")])
