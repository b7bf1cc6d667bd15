"""Stubs of real things: functions, classes, modules, schemas of tools.

Annotations are written as they were meant: what cannot be named in a stub becomes ``Any``. Classes
that annotations mention are declared too.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import enum
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ringfence_checker.json_schema import is_tool, tool_stub

_PLAIN: Final = (int, float, str, bytes, bool, complex, list, dict, set, frozenset, tuple, object,
                 type, range, bytearray)  # fmt: skip
_IMPORTED: Final = ("datetime", "decimal", "pathlib", "uuid", "fractions", "collections")


def stubs_from(objects: Any) -> str:
    """Give the `.pyi` text of what the host lends.

    Parameters
    ----------
    objects
        A function, a class (plain, dataclass, TypedDict, Enum, pydantic model), a module (its
        public functions and classes), an MCP tool (a mapping with ``name`` and ``inputSchema``, or
        an object with these attributes), an iterable of them, or a mapping from names.

    Raises
    ------
    TypeError
        For an object no stub can be made of.

    Examples
    --------
    >>> def fetch(url: str, *, timeout: float = 1.0) -> bytes: ...
    >>> print(stubs_from(fetch), end="")
    def fetch(url: str, *, timeout: float = 1.0) -> bytes: ...
    """
    writer = _Writer()
    for name, item in _named(objects):
        writer.add(name, item)
    return writer.text()


def _named(objects: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(objects, types.ModuleType):
        public = getattr(objects, "__all__", None)
        for name, value in vars(objects).items():
            here = getattr(value, "__module__", None) == objects.__name__
            wanted = name in public if public is not None else here and not name.startswith("_")
            if wanted and (callable(value) or isinstance(value, type)):
                yield name, value
    elif is_tool(objects) or callable(objects):
        yield getattr(objects, "__name__", "") or getattr(objects, "name", ""), objects
    elif isinstance(objects, Mapping):
        yield from objects.items()
    elif isinstance(objects, Iterable) and not isinstance(objects, (str, bytes)):
        for item in objects:
            yield from _named(item)
    else:
        raise TypeError(f"no stub can be made of `{type(objects).__name__}`")


class _Writer:
    """Collects declarations, those that others need first."""

    def __init__(self) -> None:
        self._parts: dict[str, str] = {}
        self._imports: set[str] = set()
        self._typing: set[str] = set()
        self._classes: set[type] = set()
        self._variables: dict[str, str] = {}

    def text(self) -> str:
        """The stub."""
        head = [f"import {name}" for name in sorted(self._imports)]
        if self._typing:
            head.append(f"from typing import {', '.join(sorted(self._typing))}")
        head += self._variables.values()
        body = "\n".join([*self._parts.values()])
        return "\n".join([*head, *([""] if head and body else []), body]).rstrip("\n") + "\n"

    def add(self, name: str, item: Any) -> None:
        """Declare one thing."""
        if is_tool(item):
            text, names = tool_stub(item)
            self._typing |= names
            self._parts[name or text] = text
        elif isinstance(item, type):
            self._declare(item, name)
        elif callable(item):
            self._parts[name] = self._function(name, item, "")
        else:
            self._parts[name] = f"{name}: {self._annotation(type(item))}"

    # ------------------------------------------------------------ functions
    def _function(self, name: str, function: Callable[..., Any], indent: str, *,
                  method: bool = False) -> str:
        forms = typing.get_overloads(function) if inspect.isfunction(function) else []
        if forms:
            self._typing.add("overload")
            return "\n".join(
                f"{indent}@overload\n{self._one(name, form, indent, method)}" for form in forms
            )
        return self._one(name, function, indent, method)

    def _one(self, name: str, function: Callable[..., Any], indent: str, method: bool) -> str:
        try:
            signature = inspect.signature(function)
        except (ValueError, TypeError):
            self._typing.add("Any")
            return f"{indent}def {name}(*args: Any, **kwargs: Any) -> Any: ..."
        hints = _hints(function)
        parameters = list(signature.parameters.values())
        shown = self._parameters(parameters, hints, method)
        result = hints.get("return", signature.return_annotation)
        given = self._annotation(result)
        is_async = _is_async(function)
        start = "async def" if is_async else "def"
        written = getattr(function, "__doc__", None)
        doc = inspect.cleandoc(written) if isinstance(written, str) and written else ""
        line = f"{indent}{start} {name}({shown}) -> {given}:"
        if not doc:
            return f"{line} ..."
        quoted = doc.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        inner = f"\n{indent}    ".join(quoted.splitlines())
        return f'{line}\n{indent}    """{inner}"""\n{indent}    ...'

    def _parameters(self, parameters: list[inspect.Parameter], hints: dict[str, Any], method: bool
                    ) -> str:
        out: list[str] = []
        kinds = [p.kind for p in parameters]
        star = False
        for index, parameter in enumerate(parameters):
            kind = parameter.kind
            if kind is parameter.KEYWORD_ONLY and not star and parameter.VAR_POSITIONAL not in kinds:
                out.append("*")
                star = True
            mark = "*" if kind is parameter.VAR_POSITIONAL else ""
            mark = "**" if kind is parameter.VAR_KEYWORD else mark
            text = mark + parameter.name
            if not (method and index == 0):
                text += f": {self._annotation(hints.get(parameter.name, parameter.annotation))}"
            if parameter.default is not parameter.empty:
                text += f" = {_default(parameter.default)}"
            out.append(text)
            last = index + 1 == len(parameters) or kinds[index + 1] is not kind
            if kind is parameter.POSITIONAL_ONLY and last:
                out.append("/")
        return ", ".join(out)

    # ------------------------------------------------------------ classes
    def _declare(self, item: type, name: str = "") -> None:
        if item in self._classes:
            return
        self._classes.add(item)
        name = name or item.__name__
        if issubclass(item, enum.Enum):
            text = self._enum(item, name)
        elif typing.is_typeddict(item):
            text = self._typed_dict(item, name)
        elif hasattr(item, "model_fields"):
            text = self._model(item, name)
        elif dataclasses.is_dataclass(item):
            text = self._dataclass(item, name)
        elif issubclass(item, tuple) and hasattr(item, "_fields"):
            text = self._named_tuple(item, name)
        else:
            text = self._class(item, name)
        self._parts[name] = text

    def _enum(self, item: type[enum.Enum], name: str) -> str:
        self._imports.add("enum")
        bases = [base for base in item.__mro__[1:] if base.__module__ == "enum"]
        base = bases[0].__name__ if bases else "Enum"
        lines = [f"    {member} = {value.value!r}" for member, value in item.__members__.items()]
        return "\n".join([f"class {name}(enum.{base}):", *(lines or ["    ..."])])

    def _typed_dict(self, item: Any, name: str) -> str:
        self._typing.add("TypedDict")
        hints = typing.get_type_hints(item, include_extras=True)
        lines = []
        for key, kind in hints.items():
            origin = typing.get_origin(kind)
            inner = kind
            while origin in (typing.Required, typing.NotRequired, typing.Annotated):
                inner = typing.get_args(inner)[0]
                origin = typing.get_origin(inner)
            shown = self._annotation(inner)
            if key not in item.__required_keys__:
                self._typing.add("NotRequired")
                shown = f"NotRequired[{shown}]"
            lines.append(f"    {key}: {shown}")
        return "\n".join([f"class {name}(TypedDict):", *(lines or ["    ..."])])

    def _dataclass(self, item: type, name: str) -> str:
        self._imports.add("dataclasses")
        frozen = "(frozen=True)" if item.__dataclass_params__.frozen else ""  # type: ignore[attr-defined]
        hints = _hints(item)
        lines = []
        for one in dataclasses.fields(item):
            absent = one.default is dataclasses.MISSING and (
                one.default_factory is dataclasses.MISSING)
            default = "" if absent else " = ..."
            lines.append(f"    {one.name}: {self._annotation(hints.get(one.name, one.type))}{default}")
        return "\n".join([f"@dataclasses.dataclass{frozen}", f"class {name}:",
                          *lines, *self._methods(item)] + ([] if lines else ["    ..."]))

    def _model(self, item: Any, name: str) -> str:
        """A pydantic model: constructed by keywords, its fields are attributes."""
        by_name = item.model_config.get("populate_by_name", False)
        fields = [
            (key, one.alias or key, self._annotation(one.annotation), one.is_required())
            for key, one in item.model_fields.items()
        ]
        lines = [f"    {key}: {kind}" for key, _, kind, _ in fields]
        given = "".join(
            f", {key if by_name or not alias.isidentifier() else alias}: {kind}"
            f"{'' if required else ' = ...'}"
            for key, alias, kind, required in sorted(fields, key=lambda field: not field[3])
        )
        star = ", *" if given else ""
        return "\n".join([f"class {name}:", *lines,
                          f"    def __init__(self{star}{given}) -> None: ..."])

    def _named_tuple(self, item: Any, name: str) -> str:
        self._typing.add("NamedTuple")
        hints = _hints(item)
        lines = [
            f"    {key}: {self._annotation(hints.get(key, Any))}"
            + (" = ..." if key in item._field_defaults else "") for key in item._fields
        ]
        return "\n".join([f"class {name}(NamedTuple):", *(lines or ["    ..."])])

    def _class(self, item: type, name: str) -> str:
        bases = []
        for base in item.__bases__:
            if base is not object and base not in (typing.Generic, typing.Protocol):
                bases.append(self._annotation(base))
        head = f"class {name}({', '.join(bases)}):" if bases else f"class {name}:"
        lines = [
            f"    {key}: {self._annotation(kind)}" for key, kind in _hints(item).items()
            if not key.startswith("_") and key in getattr(item, "__annotations__", {})
        ]
        lines += self._methods(item)
        return "\n".join([head, *(lines or ["    ..."])])

    def _methods(self, item: type) -> list[str]:
        out = []
        is_data = dataclasses.is_dataclass(item)
        for key, value in vars(item).items():
            if key.startswith("_") and (is_data or key not in ("__init__", "__call__")):
                continue
            if isinstance(value, property):
                given = self._annotation(_hints(value.fget).get("return", Any))
                out.append(f"    @property\n    def {key}(self) -> {given}: ...")
            elif isinstance(value, (staticmethod, classmethod)):
                word = type(value).__name__
                static = isinstance(value, staticmethod)
                inner = self._function(key, value.__func__, "    ", method=not static)
                out.append(f"    @{word}\n{inner}")
            elif inspect.isfunction(value):
                text = self._function(key, value, "    ", method=True)
                out.append(text.replace(") -> Any:", ") -> None:", 1) if key == "__init__" else text)
        return out

    # ------------------------------------------------------------ annotations
    def _annotation(self, kind: Any) -> str:
        """An annotation as text; ``Any`` where it has none or cannot be named."""
        if kind is inspect.Parameter.empty or kind is Any or isinstance(kind, str):
            return self._from_text(kind) if isinstance(kind, str) and kind else self._name("Any")
        if kind is None or kind is type(None):
            return "None"
        if kind is Ellipsis:
            return "..."
        if isinstance(kind, (list, tuple)):
            return f"[{', '.join(map(self._annotation, kind))}]"
        if isinstance(kind, (typing.TypeVar, typing.ParamSpec)):
            return self._variable(kind)
        if isinstance(kind, typing.NewType):
            return self._annotation(kind.__supertype__)
        origin = typing.get_origin(kind)
        if origin is not None:
            return self._generic(kind, origin)
        if isinstance(kind, type):
            return self._class_name(kind)
        name = getattr(kind, "__name__", None) or getattr(kind, "_name", None)
        if isinstance(name, str) and hasattr(typing, name):
            return self._name(name)
        return self._name("Any")

    def _from_text(self, text: str) -> str:
        """An annotation that could not be evaluated; its names are unknown to the stub."""
        return text if all(hasattr(__import__("builtins"), part) for part in text.split("[")[:1]) \
            and text.isidentifier() else self._name("Any")

    def _generic(self, kind: Any, origin: Any) -> str:
        arguments = typing.get_args(kind)
        if origin is typing.Annotated:
            return self._annotation(arguments[0])
        if origin is typing.Union or origin is types.UnionType:
            return " | ".join(map(self._annotation, arguments))
        if origin is typing.Literal:
            return f"{self._name('Literal')}[{', '.join(map(repr, arguments))}]"
        if origin is collections.abc.Callable:
            given = self._name("Callable")
            first = "..." if arguments[0] is Ellipsis else self._annotation(list(arguments[0])
                    if isinstance(arguments[0], (list, tuple)) else arguments[:-1])
            if len(arguments) > 2:
                first = self._annotation(list(arguments[:-1]))
            return f"{given}[{first}, {self._annotation(arguments[-1])}]"
        if origin in (typing.ClassVar, typing.Final, typing.Required, typing.NotRequired):
            return self._annotation(arguments[0])
        if origin is tuple and not arguments:
            return "tuple[()]"
        shown = self._class_name(origin) if isinstance(origin, type) else self._name("Any")
        inner = ", ".join(map(self._annotation, arguments))
        return f"{shown}[{inner}]" if inner and shown != "Any" else shown

    def _class_name(self, kind: type) -> str:
        if kind.__module__ == "builtins":
            return kind.__name__ if kind in _PLAIN or issubclass(kind, BaseException) else (
                self._name("Any"))
        if kind.__module__ in ("typing", "collections.abc"):
            name = {"Set": "AbstractSet"}.get(kind.__name__, kind.__name__)
            return self._name(name)
        root = kind.__module__.split(".")[0]
        if root in _IMPORTED:
            self._imports.add(root)
            return f"{root}.{kind.__name__}"
        self._declare(kind)
        return kind.__name__

    def _name(self, name: str) -> str:
        self._typing.add(name)
        return name

    def _variable(self, kind: typing.TypeVar | typing.ParamSpec) -> str:
        word: str = "TypeVar" if isinstance(kind, typing.TypeVar) else "ParamSpec"
        self._typing.add(word)
        rest = ""
        if isinstance(kind, typing.TypeVar):
            if kind.__constraints__:
                rest = ", " + ", ".join(map(self._annotation, kind.__constraints__))
            elif kind.__bound__ is not None:
                rest = f", bound={self._annotation(kind.__bound__)}"
        self._variables[kind.__name__] = f'{kind.__name__} = {word}("{kind.__name__}"{rest})'
        return kind.__name__


def _hints(item: Any) -> dict[str, Any]:
    try:
        return typing.get_type_hints(item, include_extras=True)
    except Exception:  # names that do not resolve: annotations as they stand
        return dict(getattr(item, "__annotations__", {}))


def _is_async(function: Any) -> bool:
    call = type(function).__call__ if not inspect.isroutine(function) and callable(function) else None
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)


def _default(value: Any) -> str:
    plain = value is None or isinstance(value, (bool, int, str, bytes)) or (
        isinstance(value, float) and value == value and value not in (float("inf"), float("-inf"))
    )
    text = repr(value) if plain and type(value) in (type(None), bool, int, str, bytes, float) else ""
    return text if 0 < len(text) <= 40 else "..."
