"""Which methods of the typeshed's classes the runtime has not.

The runtime's classes inherit; the support table lists what each class declares itself. Bases are
read off the same sources. A class with a base that cannot be told is left alone: to flag what is
supported would be worse than to pass what is not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ringfence import support
from ringfence_checker.stub_tree import StubTree


class Declared(NamedTuple):
    """A class of the runtime: its bases, what it declares, attributes its methods assign."""

    module: str
    bases: tuple[str, ...] | None
    members: frozenset[str]


def unsupported_members(tree: StubTree, table: dict[str, support.Supported]
                        ) -> dict[str, set[str]]:
    """Public methods by dotted class name that Python has and the runtime has not."""
    found: dict[str, set[str]] = {}
    for dotted, entry in table.items():
        if entry.kind != "class":
            continue
        module, _, name = dotted.rpartition(".")
        if module and table.get(module, entry).kind != "module":
            continue  # a class inside a class
        origin = tree.origin(module or "builtins", name)
        members = _all_members(module or "builtins", name)
        if origin is None or members is None:
            continue
        absent = {
            node.name for statement in tree.definition(origin) if isinstance(statement, ast.ClassDef)
            for node in statement.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            if not node.name.startswith("_") and node.name not in members
        }
        found[dotted] = absent
    return found


def instance_attributes(module: str, name: str) -> set[str]:
    """Public attributes that methods of a runtime's class set on their first parameter."""
    path = support.module_paths().get(module)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())) if path is not None else ():
        if not isinstance(node, ast.ClassDef) or node.name != name:
            continue
        for method in node.body:
            if not isinstance(method, ast.FunctionDef) or not method.args.args:
                continue
            first = method.args.args[0].arg
            found |= {
                leaf.attr for leaf in ast.walk(method)
                if isinstance(leaf, ast.Attribute) and isinstance(leaf.ctx, ast.Store)
                and isinstance(leaf.value, ast.Name) and leaf.value.id == first
                and not leaf.attr.startswith("_")
            }
    return found


@cache
def _all_members(module: str, name: str) -> frozenset[str] | None:
    """Names that a class of the runtime has, inherited ones too; None if that cannot be told."""
    found = _find(module, name, 0)
    if found is None or found.bases is None:
        return None
    members = set(found.members) | named_in_strings(found.module)
    for base in found.bases:
        inherited = _all_members(found.module, base)
        if inherited is None:
            return None
        members |= inherited
    return frozenset(members)


def _find(module: str, name: str, depth: int) -> Declared | None:
    """A class by the name it has in a module."""
    if depth > 10:
        return None
    classes, imported = _declarations(module)
    if name in classes:
        return classes[name]
    if name in imported:
        inner, original = imported[name]
        return _find(inner, original, depth + 1)
    return _find("builtins", name, depth + 1) if module != "builtins" else None


@cache
def _declarations(module: str) -> tuple[dict[str, Declared], dict[str, tuple[str, str]]]:
    """Classes that a module (or the prelude, as ``builtins``) declares, and its imports."""
    if module in ("builtins", "_prelude"):
        paths = sorted((support.PACKAGE / "prelude").glob("*.py"))
    else:
        path = support.module_paths().get(module)
        paths = [] if path is None else [path]
    classes: dict[str, Declared] = {}
    imported: dict[str, tuple[str, str]] = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    imported[alias.asname or alias.name] = (node.module, alias.name)
            elif isinstance(node, ast.ClassDef):
                known = classes.get(node.name)
                members = frozenset(_members(node)) | (known.members if known else frozenset())
                bases = tuple(
                    base.id if isinstance(base, ast.Name) else "?" for base in node.bases
                )
                if known and known.bases:
                    bases = (*known.bases, *bases)
                dynamic = bool(node.decorator_list) or any(
                    keyword.arg != "metaclass" for keyword in node.keywords
                )
                classes[node.name] = Declared(module, None if dynamic else bases, members)
            elif isinstance(node, ast.Assign):
                _read_additions(node, classes)
    return classes, imported


def _members(node: ast.ClassDef) -> Iterator[str]:
    for leaf in ast.walk(node):
        if isinstance(leaf, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield leaf.name
        elif isinstance(leaf, ast.Name) and isinstance(leaf.ctx, ast.Store):
            yield leaf.id
        elif isinstance(leaf, ast.Attribute) and isinstance(leaf.ctx, ast.Store):
            yield leaf.attr
        elif isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
            yield from leaf.value.split()  # slots, names given to setattr


def _read_additions(node: ast.Assign, classes: dict[str, Declared]) -> None:
    """`list.sort = ...` after the class statement."""
    for target in node.targets:
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            known = classes.get(target.value.id)
            if known is not None:
                classes[target.value.id] = known._replace(members=known.members | {target.attr})


@cache
def named_in_strings(module: str) -> frozenset[str]:
    """Words that the code of a library module keeps in strings: names it may bind with setattr.

    Docstrings and messages of errors are left out.
    """
    path = support.module_paths().get(module)
    if path is None:
        return frozenset()
    tree = ast.parse(path.read_text())
    ignored = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Raise, ast.JoinedStr)):
            ignored |= {id(leaf) for leaf in ast.walk(node)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            ignored.add(id(node.value))
    return frozenset(
        word for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and id(node) not in ignored
        for word in node.value.split() if word.isidentifier()
    )
