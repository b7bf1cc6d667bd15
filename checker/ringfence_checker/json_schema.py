"""Tools described by JSON Schema (MCP: ``name``, ``description``, ``inputSchema``) as stubs."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from typing import Any, Final

_SIMPLE: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool",
                  "null": "None"}  # fmt: skip
MAX_DEPTH: Final = 20  # of nested schemas


def is_tool(item: Any) -> bool:
    """Whether an object describes a tool."""
    if isinstance(item, Mapping):
        return isinstance(item.get("name"), str) and (
            "inputSchema" in item or "input_schema" in item or "parameters" in item
        )
    return isinstance(getattr(item, "name", None), str) and hasattr(item, "inputSchema")


def tool_stub(tool: Any) -> tuple[str, set[str]]:
    """The stub of a tool, an async function of keyword-only parameters; names of `typing` used."""
    name = _get(tool, "name")
    schema = _get(tool, "inputSchema") or _get(tool, "input_schema") or _get(tool, "parameters") or {}
    output = _get(tool, "outputSchema") or _get(tool, "output_schema")
    writer = _Schemas(_identifier(str(name)), schema)
    parameters = writer.parameters(schema)
    title = _title(str(name))
    if output:
        writer.root = output
    result = writer.annotation(output, f"{title}Result", 0) if output else writer.typing_name("Any")
    doc = str(_get(tool, "description") or "").strip()
    line = f"async def {_identifier(str(name))}({parameters}) -> {result}:"
    if doc:
        quoted = doc.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').replace("\n", "\n    ")
        line += f'\n    """{quoted}"""\n    ...'
    else:
        line += " ..."
    return "\n".join([*writer.classes.values(), line]), writer.names


class _Schemas:
    def __init__(self, name: str, root: Any) -> None:
        self.root = root
        self.name = name
        self.classes: dict[str, str] = {}
        self.names: set[str] = set()

    def typing_name(self, name: str) -> str:
        self.names.add(name)
        return name

    def parameters(self, schema: Mapping[str, Any]) -> str:
        properties = schema.get("properties") or {}
        required = set(schema.get("required") or ())
        out = []
        for key, value in properties.items():
            if not key.isidentifier() or keyword.iskeyword(key):
                continue
            kind = self.annotation(value, f"{_title(self.name)}{_title(key)}", 0)
            if key in required:
                out.append(f"{key}: {kind}")
            else:
                default = value.get("default", ...) if isinstance(value, Mapping) else ...
                simple = isinstance(default, (str, int, float, bool)) or default is None
                out.append(f"{key}: {kind} = {default!r}" if simple else f"{key}: {kind} = ...")
        return ", ".join(["*", *out]) if out else ""

    def annotation(self, schema: Any, name: str, depth: int) -> str:
        """A schema as an annotation; objects become typed dicts under ``name``."""
        if depth > MAX_DEPTH or not isinstance(schema, Mapping):
            return self.typing_name("Any")
        if "$ref" in schema:
            return self._reference(str(schema["$ref"]), name, depth)
        if "const" in schema:
            return f"{self.typing_name('Literal')}[{schema['const']!r}]"
        if "enum" in schema:
            values = [v for v in schema["enum"] if isinstance(v, (str, int, bool)) or v is None]
            return f"{self.typing_name('Literal')}[{', '.join(map(repr, values))}]"
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return self._union([
                    self.annotation(one, f"{name}{index or ''}", depth + 1)
                    for index, one in enumerate(schema[key])
                ])
        if schema.get("allOf"):
            return self.annotation(schema["allOf"][0], name, depth + 1)
        kind = schema.get("type")
        if isinstance(kind, list):
            return self._union([
                self.annotation({**schema, "type": one}, name, depth + 1) for one in kind
            ])
        if kind in _SIMPLE:
            return _SIMPLE[str(kind)]
        if kind == "array":
            return f"list[{self.annotation(schema.get('items'), name + 'Item', depth + 1)}]"
        if kind == "object" or "properties" in schema:
            return self._object(schema, name, depth)
        return self.typing_name("Any")

    def _union(self, parts: list[str]) -> str:
        return " | ".join(dict.fromkeys(parts)) or self.typing_name("Any")

    def _reference(self, reference: str, name: str, depth: int) -> str:
        found: Any = self.root
        for part in reference.removeprefix("#/").split("/"):
            found = found.get(part) if isinstance(found, Mapping) else None
        title = _title(reference.rpartition("/")[2]) or name
        if title in self.classes:
            return title
        return self.annotation(found, title, depth + 1)

    def _object(self, schema: Mapping[str, Any], name: str, depth: int) -> str:
        properties = schema.get("properties")
        if not properties:
            inner = schema.get("additionalProperties")
            value = self.annotation(inner, name + "Value", depth + 1) if isinstance(
                inner, Mapping) else self.typing_name("Any")
            return f"dict[str, {value}]"
        name = _title(str(schema.get("title") or name))
        self.classes[name] = ""  # a reference back finds it
        required = set(schema.get("required") or ())
        self.typing_name("TypedDict")
        entries = {}
        for key, value in properties.items():
            kind = self.annotation(value, f"{name}{_title(key)}", depth + 1)
            if key not in required:
                kind = f"{self.typing_name('NotRequired')}[{kind}]"
            entries[key] = kind
        if all(key.isidentifier() and not keyword.iskeyword(key) for key in entries):
            text = "\n".join([f"class {name}(TypedDict):",
                              *(f"    {key}: {kind}" for key, kind in entries.items())])
        else:
            inside = ", ".join(f"{key!r}: {kind}" for key, kind in entries.items())
            text = f'{name} = TypedDict("{name}", {{{inside}}})'
        del self.classes[name]
        self.classes[name] = text
        return name


def _get(tool: Any, key: str) -> Any:
    return tool.get(key) if isinstance(tool, Mapping) else getattr(tool, key, None)


def _identifier(name: str) -> str:
    made = re.sub(r"\W", "_", name)
    if not made or made[0].isdigit():
        made = "_" + made
    return made + "_" if keyword.iskeyword(made) else made


def _title(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[\W_]+", name) if part)
