"""The Python that runs inside the machine: names are bound once and known where they are used.

The files of the prelude share one namespace, so that a private name bound by two of them is silently
the later one's. Neither prelude nor modules are seen by ruff or mypy.
"""

import builtins
import symtable
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ringfence.support import PACKAGE, module_paths, table

PRELUDE = sorted((PACKAGE / "prelude").glob("*.py"))
MODULES = sorted(module_paths().items())
DECORATORS = {"native", "trap", "member", "builtin"}  # taken away when the boot image is made
BOUND_AT_BOOT = {"_make_native", "_make_class", "__name__", "__package__", "__spec__", "__loader__"}


@cache
def _tables(path: Path) -> list[symtable.SymbolTable]:
    """The scopes of a file, the module's first."""
    found = [symtable.symtable(path.read_text(), str(path), "exec")]
    for scope in found:
        found.extend(scope.get_children())  # the list grows while it is walked
    return found


def _bound(path: Path) -> set[str]:
    """Names bound in the namespace of the file, imported ones too."""
    module, *inner = _tables(path)
    names = {s.get_name() for s in module.get_symbols() if s.is_assigned() or s.is_imported()
             or s.is_namespace()}
    for scope in inner:
        names |= {s.get_name() for s in scope.get_symbols()
                  if s.is_declared_global() and (s.is_assigned() or s.is_imported())}
    return names


def _used(path: Path) -> Iterator[tuple[str, int]]:
    """Names read from the namespace, with the line where the scope that reads them begins.

    Naming ``super`` counts as reading ``__class__`` even outside of a class, so that one is left out.
    """
    for scope in _tables(path):
        is_module = scope.get_type() == "module"
        for symbol in scope.get_symbols():
            name = symbol.get_name()
            if name != "__class__" and symbol.is_referenced() and (is_module or symbol.is_global()):
                yield name, scope.get_lineno()


def _imported(path: Path) -> set[str]:
    return {s.get_name() for s in _tables(path)[0].get_symbols() if s.is_imported()}


def _strangers(path: Path, known: set[str]) -> list[str]:
    return sorted({f"{path.name}: `{name}` in the scope of line {line}" for name, line in _used(path)
                   if name not in known})


@cache
def _prelude_names() -> frozenset[str]:
    return frozenset().union(*map(_bound, PRELUDE)) | BOUND_AT_BOOT


@cache
def _builtins() -> frozenset[str]:
    """What programs and modules find without an import."""
    return frozenset(name for name, entry in table().items() if "." not in name
                     and entry.kind != "module") | {"__debug__"}


def test_no_name_is_bound_by_two_files_of_the_prelude() -> None:
    owners: dict[str, list[str]] = {}
    for path in PRELUDE:
        for name in _bound(path) - _imported(path):
            owners.setdefault(name, []).append(path.name)
    assert {name: files for name, files in owners.items() if len(files) > 1} == {}


def test_no_import_of_the_prelude_hides_a_name_of_another_file() -> None:
    imported = {(name, path.name) for path in PRELUDE for name in _imported(path)}
    defined = {name: path.name for path in PRELUDE for name in _bound(path) - _imported(path)}
    assert sorted((n, file, defined[n]) for n, file in imported if n in defined) == []


def test_every_builtin_of_the_prelude_is_one_of_python() -> None:
    public = {name for name in _builtins() if not name.startswith("_")}
    assert sorted(name for name in public if not hasattr(builtins, name)) == []


@pytest.mark.parametrize("path", PRELUDE, ids=lambda path: path.stem)
def test_names_used_in_the_prelude_are_known(path: Path) -> None:
    assert _strangers(path, set(_prelude_names() | _builtins() | DECORATORS)) == []


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_names_used_in_a_module_are_known(name: str, path: Path) -> None:
    known = _bound(path) | _builtins() | BOUND_AT_BOOT | DECORATORS
    assert _strangers(path, known) == []
