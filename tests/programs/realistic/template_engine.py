"""A template language: variables, filters, loops, conditions, nesting, errors."""
import html
import re

PART = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)


class TemplateError(Exception):
    pass


def lookup(path, context):
    value = context
    for step in path.split("."):
        try:
            value = value[int(step)] if step.isdigit() else value[step]
        except (KeyError, TypeError, IndexError):
            try:
                value = getattr(value, step)
            except AttributeError:
                raise TemplateError(f"no {step!r} in {path!r}") from None
    return value() if callable(value) else value


FILTERS = {"upper": str.upper, "escape": html.escape, "length": len, "join": lambda items, sep=", ": sep.join(map(str, items)), "default": lambda value, other: value or other, "title": str.title}


def evaluate(source, context):
    path, *filters = (part.strip() for part in source.split("|"))
    value = path[1:-1] if path[:1] == path[-1:] == '"' else lookup(path, context)
    for text in filters:
        name, _, argument = text.partition(":")
        if name not in FILTERS:
            raise TemplateError(f"no filter {name!r}")
        value = FILTERS[name](value, *([argument.strip('"')] if argument else []))
    return value


def parse(parts, until=()):
    nodes = []
    while parts:
        part = parts.pop(0)
        if part.startswith("{{"):
            nodes.append(("show", part[2:-2].strip()))
        elif part.startswith("{%"):
            words = part[2:-2].split()
            if words[0] in until:
                return nodes, words[0]
            if words[0] == "for":
                inner, _ = parse(parts, ("endfor",))
                nodes.append(("for", words[1], words[3], inner))
            elif words[0] == "if":
                inner, end = parse(parts, ("else", "endif"))
                other = parse(parts, ("endif",))[0] if end == "else" else []
                nodes.append(("if", words[1:], inner, other))
            else:
                raise TemplateError(f"unknown tag {words[0]!r}")
        elif part:
            nodes.append(("text", part))
    if until:
        raise TemplateError(f"missing {' or '.join(until)}")
    return nodes, None


def render(nodes, context):
    for node in nodes:
        match node:
            case ("text", text):
                yield text
            case ("show", source):
                yield str(evaluate(source, context))
            case ("for", name, source, inner):
                items = list(evaluate(source, context))
                for number, item in enumerate(items, 1):
                    loop = {"index": number, "last": number == len(items)}
                    yield from render(inner, {**context, name: item, "loop": loop})
            case ("if", ["not", source], inner, other):
                yield from render(other if evaluate(source, context) else inner, context)
            case ("if", [source], inner, other):
                yield from render(inner if evaluate(source, context) else other, context)


class User:
    def __init__(self, name, tags):
        self.name, self.tags = name, tags

    def shout(self):
        return self.name.upper() + "!"


context = {"title": "a <b> & c", "users": [User("ann", ["x", "y"]), User("bob", [])], "none": None, "n": {"deep": [1, {"k": "v"}]}}
for text in ("Hello {{ title|escape|upper }}", "{% for u in users %}{{ loop.index }}. {{ u.name|title }}{% if u.tags %} [{{ u.tags|join:\"/\" }}]{% else %} -{% endif %}{% if not loop.last %}; {% endif %}{% endfor %}", "{{ n.deep.1.k }} {{ users.0.shout }} {{ users|length }} {{ none|default:\"nothing\" }} {{ \"lit\" }}", "{% for u in users %}{% for t in u.tags %}{{ t }}{% endfor %}{% endfor %}", "{{ missing }}", "{{ title|nope }}", "{% if title %}open", "{% while %}", "plain"):
    try:
        print("".join(render(parse(PART.split(text))[0], context)))
    except TemplateError as error:
        print("error:", error)
