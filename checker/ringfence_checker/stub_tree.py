"""The stubs of mypy's typeshed as a graph of names: what defines what, what refers to what."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Reference(NamedTuple):
    """A top-level name of a module; ``name`` '' is the module itself."""

    module: str
    name: str


class _Module:
    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self.is_package = path.name == "__init__.pyi"
        self.body: list[ast.stmt] = []
        self.defs: dict[str, list[ast.stmt]] = {}
        self.imports: dict[str, Reference] = {}
        self.reexported: set[str] = set()
        self.stars: list[str] = []
        self.all: list[str] | None = None


@cache
def typeshed_root() -> Path:
    """The standard library's stubs that come with mypy."""
    import mypy

    return Path(mypy.__file__).parent / "typeshed" / "stdlib"


class StubTree:
    """Stub modules, read when asked for."""

    def __init__(self) -> None:
        self._modules: dict[str, _Module | None] = {}

    def load(self, name: str) -> bool:
        """Read a module; False if the typeshed has none and none was added."""
        if name not in self._modules:
            path = typeshed_root() / name.replace(".", "/")
            file = path / "__init__.pyi" if path.is_dir() else path.with_suffix(".pyi")
            self._modules[name] = _read(name, file) if file.exists() else None
        return self._modules[name] is not None

    def names(self, module: str) -> list[str]:
        """Names that a module defines or imports."""
        found = self._module(module)
        return [*found.defs, *found.imports]

    def has(self, module: str, name: str) -> bool:
        """Whether a module binds a name."""
        if name == "":
            return True
        found = self._module(module)
        if name in found.defs or name in found.imports:
            return True
        return any(self.load(star) and name in self.exports(star) for star in found.stars)

    def exports(self, module: str) -> list[str]:
        """Public names of a module, those of its star imports included."""
        if not self.load(module):
            return []
        found = self._module(module)
        if found.all is not None:
            names = dict.fromkeys(found.all)
        else:
            names = dict.fromkeys(
                name for name in [*found.defs, *found.reexported] if not name.startswith("_")
            )
        for star in found.stars:
            names.update(dict.fromkeys(self.exports(star)))
        for name in found.defs:  # a definition is public even where `__all__` forgets it
            if not name.startswith("_"):
                names[name] = None
        return list(names)

    def origin(self, module: str, name: str) -> Reference | None:
        """Where a name is defined in the end."""
        for _ in range(20):
            if not self.load(module):
                return None
            found = self._module(module)
            if name in found.defs:
                return Reference(module, name)
            target = found.imports.get(name)
            if target is None:
                target = self._through_stars(found, name)
            if target is None or not target.name:
                return None
            module, name = target
        return None

    def definition(self, at: Reference) -> list[ast.stmt]:
        """Statements that define a name (overloads are several)."""
        return self._module(at.module).defs.get(at.name, [])

    def references(self, module: str, name: str) -> list[Reference]:
        """What a name needs: the targets of its import, or all that its definition mentions."""
        if name == "":
            return []
        found = self._module(module)
        if name not in found.defs:
            target = found.imports.get(name) or self._through_stars(found, name)
            return [] if target is None else [target]
        needed: list[Reference] = []
        for statement in found.defs[name]:
            needed += self._mentioned(found, statement)
        return needed

    def cut_members(self, at: Reference, names: set[str]) -> list[str]:
        """Take methods out of a class; those that were there."""
        cut = []
        for node in self.definition(at):
            if not isinstance(node, ast.ClassDef):
                continue
            body = []
            for statement in node.body:
                if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) \
                        and statement.name in names:
                    cut.append(statement.name)
                else:
                    body.append(statement)
            node.body = body or [ast.Expr(ast.Constant(...))]
        return sorted(set(cut))

    def members(self, at: Reference, depth: int = 0) -> set[str]:
        """Names in a class, those of its bases included as far as they can be told."""
        found: set[str] = set()
        for node in self.definition(at):
            if not isinstance(node, ast.ClassDef):
                continue
            for statement in node.body:
                found.update(_bound(statement))
            for base in node.bases if depth < 20 else ():
                inner = base.value if isinstance(base, ast.Subscript) else base
                if isinstance(inner, ast.Name):
                    origin = self.origin(at.module, inner.id) or self.origin("builtins", inner.id)
                    if origin is not None and origin != at:
                        found |= self.members(origin, depth + 1)
        return found

    def add_members(self, at: Reference, names: Iterable[str]) -> None:
        """Declare methods that take and give anything."""
        self._extend(at, [f"def {name}(self, *args: Any, **kwargs: Any) -> Any: ..."
                          for name in names])

    def add_attributes(self, at: Reference, names: Iterable[str]) -> None:
        """Declare attributes of any type."""
        self._extend(at, [f"{name}: Any" for name in names])

    def _extend(self, at: Reference, texts: list[str]) -> None:
        for node in self.definition(at):
            if isinstance(node, ast.ClassDef) and texts:
                node.body += [ast.parse(text).body[0] for text in texts]
                self._import_any(at.module)

    def take_any_keyword(self, at: Reference) -> None:
        """Give a function that has none a parameter for all keywords."""
        for node in self.definition(at):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) \
                    and node.args.kwarg is None:
                node.args.kwarg = ast.arg("kwargs", ast.Name("Any", ast.Load()))
                self._import_any(at.module)

    def take_any_argument(self, at: Reference) -> None:
        """Let functions given as arguments take anything, where mypy cannot infer what they take.

        `Callable[[_T, _T], int]` with a variable that nothing else binds leaves a lambda's
        parameters without a type.
        """
        for node in self.definition(at):
            if isinstance(node, ast.FunctionDef):
                for argument in (*node.args.posonlyargs, *node.args.args):
                    argument.annotation = ast.Name("Any", ast.Load())
                self._import_any(at.module)

    def _import_any(self, module: str) -> None:
        found = self._module(module)
        if "Any" not in found.imports and "Any" not in found.defs:
            found.imports["Any"] = Reference("typing", "Any")

    def add(self, module: str, name: str, text: str) -> None:
        """Add a definition to a module, which is made if it does not exist."""
        if not self.load(module):
            root = typeshed_root()
            self._modules[module] = _Module(module, root / (module.replace(".", "/") + ".pyi"))
        found = self._module(module)
        statement = ast.parse(text).body[0]
        found.defs[name] = [statement]
        found.body.append(statement)
        self._import_any(module)

    def relative_path(self, module: str) -> str:
        """Path of a module's file below the library's directory."""
        return str(self._module(module).path.relative_to(typeshed_root()))

    def emit(self, module: str, names: set[str], public: set[str]) -> str:
        """Text of a module with these of its names, ``public`` ones exported in any case."""
        found = self._module(module)
        keep = set(names)
        statements: list[ast.stmt] = []
        used: set[str] = set()
        for name in found.defs:
            if name in keep:
                for statement in found.defs[name]:
                    used |= _identifiers(statement)
        lines = []
        exported = set(self.exports(module)) | public
        for name, target in found.imports.items():
            if name in used or name in keep:
                lines.append(self._import_line(name, target, public=name in exported))
        for name in sorted(keep - set(found.defs) - set(found.imports)):
            star = self._through_stars(found, name)
            if star is not None:
                lines.append(f"from {star.module} import {star.name} as {name}")
        seen: set[int] = set()
        for statement in found.body:
            bound = _bound(statement)
            if any(name in keep for name in bound) and id(statement) not in seen:
                seen.add(id(statement))
                statements.append(statement)
        if any(
            name in exported and target.name not in ("", name)
            for name, target in found.imports.items() if name in keep
        ):  # `import a as b` is public only by `__all__`
            listed = sorted(name for name in keep if name in exported)
            lines.append(f"__all__ = {listed!r}")
        return "\n".join([*lines, ast.unparse(ast.Module(statements, [])), ""])

    # ------------------------------------------------------------ inside
    def _import_line(self, name: str, target: Reference, *, public: bool) -> str:
        if not target.name:
            if target.module.split(".")[0] == name:
                return f"import {target.module}"
            return f"import {target.module} as {name}"
        suffix = f" as {name}" if public or name != target.name else ""
        return f"from {target.module} import {target.name}{suffix}"

    def _module(self, name: str) -> _Module:
        found = self._modules[name]
        assert found is not None, name
        return found

    def _through_stars(self, found: _Module, name: str) -> Reference | None:
        for star in found.stars:
            if self.load(star) and name in self.exports(star):
                return Reference(star, name)
        return None

    def _mentioned(self, found: _Module, statement: ast.AST) -> Iterator[Reference]:
        for node in _expressions(statement):
            if isinstance(node, ast.Name):
                yield from self._resolved(found, node.id)
            elif isinstance(node, ast.Attribute):
                yield from self._attribute(found, node)

    def _resolved(self, found: _Module, name: str) -> Iterator[Reference]:
        if self.has(found.name, name):
            yield Reference(found.name, name)
        else:
            yield Reference("builtins", name)

    def _attribute(self, found: _Module, node: ast.Attribute) -> Iterator[Reference]:
        parts = [node.attr]
        value = node.value
        while isinstance(value, ast.Attribute):
            parts.append(value.attr)
            value = value.value
        if not isinstance(value, ast.Name):
            return
        target = found.imports.get(value.id)
        if target is None or target.name:
            return
        module = target.module if target.module.split(".")[0] != value.id else value.id
        parts.reverse()
        for index, part in enumerate(parts):
            inner = f"{module}.{part}"
            if index + 1 < len(parts) and self.load(inner):
                module = inner
                continue
            yield Reference(module, part)
            break


def _read(name: str, path: Path) -> _Module:
    found = _Module(name, path)
    found.body = _flattened(ast.parse(path.read_text()).body)
    for node in found.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name.split(".")[0]
                found.imports[local] = Reference(alias.name, "")
                if alias.asname == alias.name:
                    found.reexported.add(local)
        elif isinstance(node, ast.ImportFrom):
            _read_from(found, node)
        elif _is_all(node):
            found.all = [*(found.all or []), *_strings(node)]
        else:
            for bound in _bound(node):
                found.defs.setdefault(bound, []).append(node)
    if found.all is not None:
        found.reexported |= set(found.all) & set(found.imports)
    return found


def _read_from(found: _Module, node: ast.ImportFrom) -> None:
    module = node.module or ""
    if node.level:
        parts = found.name.split(".")
        parts = parts[: len(parts) - node.level + (1 if found.is_package else 0)]
        module = ".".join([*parts, *([node.module] if node.module else [])])
    for alias in node.names:
        if alias.name == "*":
            found.stars.append(module)
            continue
        local = alias.asname or alias.name
        submodule = typeshed_root() / f"{module}.{alias.name}".replace(".", "/")
        if submodule.is_dir() or submodule.with_suffix(".pyi").exists():
            found.imports[local] = Reference(f"{module}.{alias.name}", "")
        else:
            found.imports[local] = Reference(module, alias.name)
        if alias.asname == alias.name:
            found.reexported.add(local)


def _flattened(body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements with the conditions on version and platform decided."""
    flat: list[ast.stmt] = []
    for node in body:
        if isinstance(node, ast.If):
            flat += _flattened(node.body if _holds(node.test) else node.orelse)
            continue
        if isinstance(node, ast.ClassDef):
            node.body = _flattened(node.body) or [ast.Expr(ast.Constant(...))]
        flat.append(node)
    return flat


def _holds(test: ast.expr) -> bool:
    class System:
        version_info = sys.version_info
        platform = "linux"

    code = compile(ast.Expression(test), "<condition>", "eval")
    try:
        return bool(eval(code, {"sys": System, "TYPE_CHECKING": True, "__builtins__": {}}))
    except (NameError, AttributeError):
        return True


def _is_all(node: ast.stmt) -> bool:
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        targets = [node.target]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _strings(node: ast.AST) -> list[str]:
    return [
        leaf.value for leaf in ast.walk(node)
        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
    ]


def _bound(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []


def _expressions(statement: ast.AST) -> Iterator[ast.AST]:
    """Nodes of a statement, annotations in strings parsed."""
    for node in ast.walk(statement):
        yield node
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                yield from ast.walk(ast.parse(node.value, mode="eval"))
            except (SyntaxError, ValueError):
                continue


def _identifiers(statement: ast.AST) -> set[str]:
    return {node.id for node in _expressions(statement) if isinstance(node, ast.Name)}
