"""Format specs that the value's type refuses: in f-strings, `format` and `str.format`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mypy.types import Instance, LiteralType, NoneType, Type, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

_SAMPLES = {  # a value of the type, to try the spec on
    "builtins.str": "x", "builtins.int": 1, "builtins.bool": True, "builtins.float": 1.5,
    "builtins.complex": 1j,
}  # fmt: skip
# types whose __format__ is that of object: every spec but '' is refused
_PLAIN = frozenset(
    f"builtins.{name}" for name in "list dict tuple set frozenset bytes bytearray range".split()
)
_MAX_SPEC = 40  # characters; a larger one is not tried


def format_specs(context: Context) -> Iterator[Diagnostic]:
    """`format-spec`: a spec that fails for the value it is given."""
    for node in context.of(ast.FormattedValue):
        spec = _constant_spec(node.format_spec)
        if spec and node.conversion == -1:
            yield from _try(context, node.value, spec, node.value)
        elif spec and node.conversion != -1:
            yield from _report(context, "builtins.str", spec, node.value)
    for node in context.of(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "format" and len(node.args) == 2:
            spec_node = node.args[1]
            if isinstance(spec_node, ast.Constant) and isinstance(spec_node.value, str):
                yield from _try(context, node.args[0], spec_node.value, node)
        elif _is_str_format(node):
            yield from _str_format(context, node)


def _constant_spec(spec: ast.expr | None) -> str:
    if isinstance(spec, ast.JoinedStr) and len(spec.values) == 1:
        value = spec.values[0]
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value
    return ""


def _is_str_format(node: ast.Call) -> bool:
    return (
        isinstance(node.func, ast.Attribute) and node.func.attr == "format"
        and isinstance(node.func.value, ast.Constant) and isinstance(node.func.value.value, str)
        and not any(isinstance(argument, ast.Starred) for argument in node.args)
        and all(keyword.arg for keyword in node.keywords)
    )


def _str_format(context: Context, node: ast.Call) -> Iterator[Diagnostic]:
    import string

    assert isinstance(node.func, ast.Attribute)
    assert isinstance(node.func.value, ast.Constant)
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    try:
        parts = list(string.Formatter().parse(str(node.func.value.value)))
    except ValueError:
        return  # mypy says so
    automatic = 0
    for _, field, spec, conversion in parts:
        if field is None:
            continue
        if field == "":
            index, automatic = automatic, automatic + 1
            value = node.args[index] if index < len(node.args) else None
        elif field.isdigit():
            value = node.args[int(field)] if int(field) < len(node.args) else None
        else:
            value = keywords.get(field)
        if value is None or not spec or "{" in spec:
            continue
        if conversion:
            yield from _report(context, "builtins.str", spec, value)
        else:
            yield from _try(context, value, spec, value)


def _try(context: Context, value: ast.expr, spec: str, at: ast.expr) -> Iterator[Diagnostic]:
    kind: Type | None = get_proper_type(context.type_of(value))
    if isinstance(kind, LiteralType):
        kind = kind.fallback
    if isinstance(kind, NoneType):
        yield from _report(context, "None", spec, at)
    elif isinstance(kind, Instance):
        yield from _report(context, kind.type.fullname, spec, at)
    elif kind is not None and type(kind).__name__ == "TupleType":
        yield from _report(context, "builtins.tuple", spec, at)
    elif kind is not None and type(kind).__name__ == "TypedDictType":
        yield from _report(context, "builtins.dict", spec, at)


def _report(context: Context, kind: str, spec: str, at: ast.expr) -> Iterator[Diagnostic]:
    if not spec or len(spec) > _MAX_SPEC or any(int(digits) > 10_000 for digits in _numbers(spec)):
        return
    if kind in _SAMPLES:
        try:
            format(_SAMPLES[kind], spec)
        except (ValueError, OverflowError) as error:
            name = kind.removeprefix("builtins.")
            yield context.found(
                "format-spec", at, f"`{spec}` is no format for `{name}`: {error}", _hint(name, spec)
            )
    elif kind in _PLAIN or kind == "None":
        name = "NoneType" if kind == "None" else kind.removeprefix("builtins.")
        yield context.found(
            "format-spec", at,
            f"`{spec}` is no format for `{name}`: it takes none",
            "Format the parts, or convert with `str(...)` first.",
        )


def _numbers(spec: str) -> list[str]:
    import re

    return re.findall(r"\d+", spec)


def _hint(name: str, spec: str) -> str:
    if name == "str" and spec[-1:] in "fFeEgGdn%":
        return "Convert the text first: `float(...)` or `int(...)`."
    if name == "float" and spec[-1:] in "dxXobc":
        return "Use `.0f`, or convert with `int(...)` or `round(...)`."
    if name in ("int", "float") and spec[-1:] == "s":
        return "Leave the `s` out, or convert with `str(...)`."
    return "The form is [[fill]align][sign][#][0][width][,][.precision][type]."
