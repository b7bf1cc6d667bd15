"""Every attribute that an object of the sandbox may have, and what the methods among them take."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ANY_NUMBER = -1


def attributes_of(
    library: Path, table: Mapping[str, object]
) -> dict[str, tuple[int, int] | None]:
    """Names by what they take: least and largest number of arguments, None for what is no method.

    The stubs say it of classes; of the support table only the names are taken.
    """
    found: dict[str, tuple[int, int] | None] = {}
    for path in sorted(library.rglob("*.pyi")):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                for name, takes in _members(node):
                    known = found.get(name, takes)
                    found[name] = None if known is None or takes is None else _wider(known, takes)
    for dotted in table:
        found.setdefault(dotted.rpartition(".")[2], None)
    return found


def _members(node: ast.ClassDef) -> Iterator[tuple[str, tuple[int, int] | None]]:
    for member in ast.walk(node):
        if isinstance(member, ast.FunctionDef):
            yield member.name, _takes(member)
        elif isinstance(member, ast.AsyncFunctionDef):
            yield member.name, _takes(member)
        elif isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            yield member.target.id, None
        elif isinstance(member, ast.Assign):
            for target in member.targets:
                if isinstance(target, ast.Name):
                    yield target.id, None


def _takes(function: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int] | None:
    names = {getattr(one, "id", getattr(one, "attr", "")) for one in function.decorator_list}
    if names - {"classmethod", "staticmethod", "overload", "abstractmethod", "final", "deprecated",
                "type_check_only"} - {""}:
        return None  # a property
    given = function.args
    positional = len(given.posonlyargs) + len(given.args) - (0 if "staticmethod" in names else 1)
    least = positional - len(given.defaults)
    if any(default is None for default in given.kw_defaults):
        return 0, ANY_NUMBER  # keywords are needed
    return max(least, 0), ANY_NUMBER if given.vararg is not None else max(positional, 0)


def _wider(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    most = ANY_NUMBER if ANY_NUMBER in (one[1], other[1]) else max(one[1], other[1])
    return min(one[0], other[0]), most
