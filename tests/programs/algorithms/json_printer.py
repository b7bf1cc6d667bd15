def dumps(value, indent=None, level=0):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
        return '"' + "".join(escapes.get(c, c if 31 < ord(c) < 127 else f"\\u{ord(c):04x}") for c in value) + '"'
    if isinstance(value, (list, tuple, dict)):
        brackets = "{}" if isinstance(value, dict) else "[]"
        if isinstance(value, dict):
            parts = [f"{dumps(str(k))}: {dumps(v, indent, level + 1)}" for k, v in value.items()]
        else:
            parts = [dumps(v, indent, level + 1) for v in value]
        if not parts:
            return brackets
        if indent is None:
            return brackets[0] + ", ".join(parts) + brackets[1]
        pad = "\n" + " " * indent * (level + 1)
        return brackets[0] + pad + ("," + pad).join(parts) + "\n" + " " * indent * level + brackets[1]
    raise TypeError(f"cannot print {type(value).__name__}")


def loads(text):
    at = 0

    def skip():
        nonlocal at
        while at < len(text) and text[at] in " \n\t":
            at += 1

    def expect(c):
        nonlocal at
        skip()
        if at >= len(text) or text[at] != c:
            found = text[at] if at < len(text) else "end"
            raise ValueError(f"expected {c!r} at {at}, found {found!r}")
        at += 1

    def value():
        nonlocal at
        skip()
        for word, meaning in (("null", None), ("true", True), ("false", False)):
            if text.startswith(word, at):
                at += len(word)
                return meaning
        c = text[at : at + 1]
        if c == '"':
            return string()
        if c == "[":
            return items("[", "]", value)
        if c == "{":
            return dict(items("{", "}", pair))
        start = at
        while at < len(text) and text[at] in "+-.eE0123456789":
            at += 1
        number = text[start:at]
        return int(number) if number.lstrip("-").isdigit() else float(number)

    def items(opening, closing, read):
        nonlocal at
        expect(opening)
        out = []
        skip()
        while text[at] != closing:
            out.append(read())
            skip()
            if text[at] == ",":
                at += 1
        at += 1
        return out

    def pair():
        skip()
        key = string()
        expect(":")
        return key, value()

    def string():
        nonlocal at
        expect('"')
        out = []
        while text[at] != '"':
            if text[at] == "\\":
                at += 1
                out.append({"n": "\n", "t": "\t"}.get(text[at], text[at]))
            else:
                out.append(text[at])
            at += 1
        at += 1
        return "".join(out)

    return value()


data = {"name": "Ann \"A\"", "tags": ["x", "y\n"], "n": -1.5e3, "nested": {"empty": {}, "list": []}, "ok": True, "no": None}
print(dumps(data))
print(dumps(data, indent=2))
print(loads(dumps(data)) == data, loads(' [1, 2.5, {"a": [false]}] '))
for bad in ('{"a" 1}', "[1", "abc"):
    try:
        print(loads(bad))
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
try:
    dumps({1, 2})
except TypeError as error:
    print(error)
