"""Stubs as the checker takes them: text, files, packages, real functions; one form inside."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

# names of `typing` that a stub may use without importing them
_TYPING = frozenset(
    ("Any Awaitable AsyncIterator Callable ClassVar Final Generic Iterable Iterator Literal Mapping "
     "NamedTuple NotRequired Optional Protocol Required Self Sequence TypedDict TypeVar Union "
     "overload Annotated NoReturn Never TypeAlias Sized Generator Coroutine AsyncGenerator Dict "
     "List Set Tuple FrozenSet Type").split()
)  # fmt: skip


@dataclass(frozen=True)
class Stubs:
    """Texts of stub modules by name; '' is the module whose names need no import."""

    modules: dict[str, str] = field(default_factory=dict)

    def with_inputs(self, inputs: Iterable[str] | Mapping[str, Any] | None) -> dict[str, str]:
        """Give the modules, inputs that the stubs do not declare added to the first.

        Raises
        ------
        ValueError
            For an input whose name is no identifier.
        """
        if not inputs:
            return self.modules
        types = _input_types(inputs)
        text = self.modules.get("", "")
        known = _bound_names(text)
        lines = [f"{name}: {kind}" for name, kind in types.items() if name not in known]
        if not lines:
            return self.modules
        return {**self.modules, "": _complete("\n".join([text, *lines, ""]))}


def read_stubs(stubs: Any) -> Stubs:
    """Read stubs in any of the forms a user gives.

    Raises
    ------
    OSError
        For a path that cannot be read.
    TypeError, ValueError
        For an object no stub can be made of; a text that does not parse.
    """
    if stubs is None:
        return Stubs()
    if isinstance(stubs, Stubs):
        return stubs
    if isinstance(stubs, str) and _is_text(stubs):
        return Stubs({"": _complete(stubs)})
    if isinstance(stubs, (str, os.PathLike)):
        return _read_path(Path(stubs))
    from ringfence_checker.stubs_from import stubs_from

    return Stubs({"": _complete(stubs_from(stubs))})


def _is_text(stubs: str) -> bool:
    return not stubs.endswith(".pyi") or "\n" in stubs or "(" in stubs


def _read_path(path: Path) -> Stubs:
    if not path.is_dir():
        return Stubs({"": _complete(path.read_text(encoding="utf-8"))})
    modules = {}
    for file in sorted(path.rglob("*.pyi")):
        parts = list(file.relative_to(path).with_suffix("").parts)
        if parts[-1] == "__init__":
            del parts[-1]
        modules[".".join(parts)] = _complete(file.read_text(encoding="utf-8"))
    if not modules:
        raise ValueError(f"no `.pyi` files in `{path}`")
    return Stubs(modules)


@lru_cache(64)
def _complete(text: str) -> str:
    """Import what a stub uses of `typing` without saying so, after its end: positions stay."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise ValueError(f"stubs, line {error.lineno}: {error.msg}") from None
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    missing = sorted((used & _TYPING) - _bound_names(text, tree))
    if not missing:
        return text
    return f"{text.rstrip()}\nfrom typing import {', '.join(missing)}\n"


def _bound_names(text: str, tree: ast.Module | None = None) -> set[str]:
    names = set()
    for node in (tree or ast.parse(text)).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def _input_types(inputs: Iterable[str] | Mapping[str, Any]) -> dict[str, str]:
    if isinstance(inputs, str):
        inputs = (inputs,)
    if isinstance(inputs, Mapping):
        types = {name: _annotation(kind) for name, kind in inputs.items()}
    else:
        types = dict.fromkeys(inputs, "Any")
    for name in types:
        if not isinstance(name, str) or not name.isidentifier():
            raise ValueError(f"an input is named by an identifier, not {name!r}")
    return types


def _annotation(kind: Any) -> str:
    if isinstance(kind, str):
        try:
            return ast.unparse(ast.parse(kind, mode="eval"))
        except SyntaxError:
            raise ValueError(f"{kind!r} is no type") from None
    if kind is None:
        return "None"
    if isinstance(kind, type) and kind.__module__ == "builtins" and not hasattr(kind, "__args__"):
        return kind.__qualname__
    return str(kind).replace("typing.", "")
