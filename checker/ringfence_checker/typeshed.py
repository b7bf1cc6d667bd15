"""The sandbox's typeshed: mypy's own, cut down to what the runtime's support table names.

Generated into a cache directory keyed by content, never committed. Three steps:

1. `StubTree` reads the stubs of mypy's typeshed, conditions on version and platform decided.
2. Names and methods that the table does not have are cut. What remains is the closure of what the
   supported names refer to: a supported function may need types of modules that programs cannot
   import.
3. Names that had to stay only because others refer to them are listed as hidden; the session takes
   them out of the symbol tables. What was cut is listed too, so that a message can say "not here"
   rather than "unknown".

A name of the table that the typeshed does not know is added with the signature of the table: what
the runtime supports is never flagged.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import Any, Final, NamedTuple

from ringfence import support
from ringfence_checker.attributes import attributes_of
from ringfence_checker.class_members import (
    instance_attributes,
    named_in_strings,
    unsupported_members,
)
from ringfence_checker.stub_tree import Reference, StubTree, typeshed_root

# mypy looks names up in these by itself
CORE: Final = ("typing", "typing_extensions", "types", "_typeshed", "_collections_abc", "abc",
               "_typeshed._type_checker_internals")  # fmt: skip
CORE_BUILTINS: Final = ("function", "ellipsis", "reveal_type", "reveal_locals", "_PositiveInteger",
                        "_NegativeInteger", "_NotImplementedType", "__build_class__")  # fmt: skip
FORMAT: Final = 6
KEPT: Final = 2  # typesheds of other versions
KEPT_S: Final = 3600.0  # younger ones may be in use


class Facts(NamedTuple):
    """What the typeshed says beside its stubs.

    ``modules``: what programs may import. ``cut``: dotted names that Python has and the sandbox has
    not. ``hidden``: by module, names that are in the stubs for others' sake. ``known``: top-level
    modules of Python's library. ``attributes``: names of the attributes that objects of the sandbox
    have, with the least and the largest number of arguments where each is a method (-1: any number).
    """

    modules: tuple[str, ...]
    cut: frozenset[str]
    hidden: dict[str, tuple[str, ...]]
    known: frozenset[str]
    attributes: dict[str, tuple[int, int] | None]


def typeshed() -> tuple[Path, Facts]:
    """Give the directory of the typeshed and its facts; made when it is not in the cache."""
    directory = cache_directory() / f"typeshed-{_key()}"
    facts = directory / "facts.json"
    if not facts.exists():
        directory.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix="typeshed-", dir=directory.parent))
        try:
            generate(temporary)
            os.replace(temporary, directory)
            _remove_old(directory)
        except OSError:
            if not facts.exists():  # not another process that was faster
                raise
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    data = json.loads(facts.read_text())
    return directory, Facts(
        tuple(data["modules"]), frozenset(data["cut"]),
        {module: tuple(names) for module, names in data["hidden"].items()},
        frozenset(data["known"]),
        {name: None if n is None else (n[0], n[1]) for name, n in data["attributes"].items()},
    )


def supported_names() -> dict[str, str]:
    """Dotted names that are supported, with their kinds; read from the cache if it was made."""
    cached = cache_directory() / f"typeshed-{_key()}" / "table.json"
    try:
        return {name: entry["kind"] for name, entry in json.loads(cached.read_text()).items()}
    except (OSError, ValueError):
        return {name: entry.kind for name, entry in support.table().items()}


def _remove_old(made: Path) -> None:
    """Remove typesheds of other versions that nobody has made or used for a while."""
    others = sorted(
        (path for path in made.parent.glob("typeshed-*") if path != made and path.is_dir()),
        key=lambda path: path.stat().st_mtime, reverse=True,
    )
    for path in others[KEPT:]:
        if time.time() - path.stat().st_mtime > KEPT_S:
            shutil.rmtree(path, ignore_errors=True)


def cache_directory() -> Path:
    """Where the checker keeps what it can make again."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(root) / "ringfence" / "checker"


def generate(directory: Path) -> None:
    """Write the typeshed and its facts into an empty directory."""
    table = support.table()
    tree = StubTree()
    modules = support.modules()
    cut = _cut_members(tree, table)
    _add_missing_members(tree, table)
    _widen(tree, table)
    kept = _closure(tree, _roots(tree, table, modules))
    for name in modules:
        tree.load(name)
        _add_missing(tree, table, name, kept)
    _add_missing(tree, table, "builtins", kept)
    library = directory / "stdlib"
    for module, names in kept.items():
        path = library / tree.relative_path(module)
        path.parent.mkdir(parents=True, exist_ok=True)
        supported = _top_level(table, module) if module in modules else set()
        path.write_text(tree.emit(module, names, supported))
    _write_packages(library, kept)
    hidden = {}
    for module in ["builtins", *modules]:
        supported = _supported(tree, table, module)
        exported = set(tree.exports(module))
        cut |= {_dotted(module, name) for name in exported - supported}
        hidden[module] = sorted(
            name for name in kept.get(module, ()) if name in exported and name not in supported
        )
    facts = {
        "modules": modules, "cut": sorted(cut), "hidden": hidden, "known": _known_modules(),
        "attributes": attributes_of(library, table),
    }
    entries = {
        name: {"kind": entry.kind, "signature": entry.signature, "doc": entry.doc}
        for name, entry in table.items()
    }
    (directory / "table.json").write_text(json.dumps(entries))
    (library / "VERSIONS").write_text("".join(f"{name}: 3.0-\n" for name in sorted(_all(kept))))
    for package in ("mypy-extensions", "librt"):
        source = typeshed_root().parent / "stubs" / package
        if source.exists():
            shutil.copytree(source, directory / "stubs" / package)
    (directory / "facts.json").write_text(json.dumps(facts, indent=0))


# ---------------------------------------------------------------- what stays
def _roots(tree: StubTree, table: dict[str, support.Supported], modules: list[str]
           ) -> list[Reference]:
    roots = [Reference("builtins", name) for name in CORE_BUILTINS]
    for module in CORE:
        if tree.load(module):
            roots += [Reference(module, name) for name in tree.names(module)]
    for module in ["builtins", *modules]:
        tree.load(module)
        roots += [
            Reference(module, name) for name in sorted(_supported(tree, table, module))
        ]
    return roots


def _closure(tree: StubTree, roots: list[Reference]) -> dict[str, set[str]]:
    """Names by module that the roots refer to, directly or not."""
    kept: dict[str, set[str]] = {}
    waiting = deque(roots)
    while waiting:
        module, name = waiting.popleft()
        if not tree.load(module):
            continue
        names = kept.setdefault(module, set())
        if name in names or not tree.has(module, name):
            continue
        names.add(name)
        waiting.extend(tree.references(module, name))
    return kept


def _top_level(table: dict[str, support.Supported], module: str) -> set[str]:
    if module == "builtins":
        return {name for name, entry in table.items() if "." not in name and entry.kind != "module"}
    return {
        entry.name.rpartition(".")[2] for entry in support.members(module)
        if entry.kind != "module" and not entry.name.endswith(".__all__")
    }


def _supported(tree: StubTree, table: dict[str, support.Supported], module: str) -> set[str]:
    """Names of a module that programs may use, those included that it binds by their text."""
    exported = set(tree.exports(module))
    return _top_level(table, module) | (named_in_strings(module) & exported)


def _cut_members(tree: StubTree, table: dict[str, support.Supported]) -> set[str]:
    """Cut methods that the table does not have out of the stubs of supported classes."""
    cut: set[str] = set()
    wanted: dict[Reference, set[str]] = {}
    public: dict[Reference, str] = {}
    for dotted, absent in unsupported_members(tree, table).items():
        module, _, name = dotted.rpartition(".")
        origin = tree.origin(module or "builtins", name)
        if origin is None:
            continue
        known = wanted.get(origin)
        wanted[origin] = absent if known is None else known & absent
        public.setdefault(origin, dotted)
    for origin, absent in wanted.items():
        for name in tree.cut_members(origin, absent):
            cut.add(f"{public[origin]}.{name}")
    return cut


def _add_missing_members(tree: StubTree, table: dict[str, support.Supported]) -> None:
    """Declare methods that the runtime has and the typeshed of this version has not."""
    wanted: dict[Reference, list[str]] = {}
    for dotted, entry in table.items():
        owner, _, name = dotted.rpartition(".")
        if entry.kind != "method" or name.startswith("_") or owner not in table:
            continue
        module, _, title = owner.rpartition(".")
        origin = tree.origin(module or "builtins", title)
        if origin is not None:
            wanted.setdefault(origin, []).append(name)
    for origin, names in wanted.items():
        known = tree.members(origin)
        tree.add_members(origin, sorted(set(names) - known))
    for dotted, entry in table.items():
        module, _, title = dotted.rpartition(".")
        origin = tree.origin(module, title) if module and entry.kind == "class" else None
        if origin is not None:
            attributes = instance_attributes(module, title) - tree.members(origin)
            tree.add_attributes(origin, sorted(attributes))


def _widen(tree: StubTree, table: dict[str, support.Supported]) -> None:
    """Let functions of modules take any keyword where the runtime's do."""
    for dotted, entry in table.items():
        module, _, name = dotted.rpartition(".")
        if entry.kind == "function" and module and "**" in entry.signature \
                and not entry.signature.startswith(("(*", "(self")):
            origin = tree.origin(module, name)
            if origin is not None:
                tree.take_any_keyword(origin)
    for module, name in UNINFERABLE:
        origin = tree.origin(module, name)
        if origin is not None:
            tree.take_any_argument(origin)


# functions whose parameter is a function of values that mypy cannot know
UNINFERABLE: Final = (("functools", "cmp_to_key"),)


def _add_missing(tree: StubTree, table: dict[str, support.Supported], module: str,
                 kept: dict[str, set[str]]) -> None:
    """Declare what the table has and the typeshed has not."""
    names = kept.setdefault(module, set())
    for name in sorted(_top_level(table, module)):
        if name in names or name.startswith("__") or name in ("None", "True", "False"):
            continue
        entry = table[_dotted(module, name)]
        if entry.kind == "function":
            tree.add(module, name, f"def {name}(*args: Any, **kwargs: Any) -> Any: ...")
        else:
            tree.add(module, name, f"{name}: Any")
        names.add(name)


def _dotted(module: str, name: str) -> str:
    return name if module == "builtins" else f"{module}.{name}"


# ---------------------------------------------------------------- files
def _write_packages(library: Path, kept: dict[str, set[str]]) -> None:
    for directory in sorted(path for path in library.rglob("*") if path.is_dir()):
        initial = directory / "__init__.pyi"
        if not initial.exists():
            initial.write_text("")


def _all(kept: dict[str, set[str]]) -> set[str]:
    names = set(kept)
    for name in kept:
        while "." in name:
            name = name.rpartition(".")[0]
            names.add(name)
    return names


def _known_modules() -> list[str]:
    return sorted(set(sys.stdlib_module_names) | set(sys.builtin_module_names))


def _key() -> str:
    """Digest of everything the typeshed is made of."""
    from mypy.version import __version__

    digest = hashlib.sha256(f"{FORMAT} {__version__} {sys.version_info[:2]}".encode())
    here = Path(__file__).parent
    ours = [here / name for name in (
        "typeshed.py", "stub_tree.py", "class_members.py", "attributes.py")]
    sources: list[Any] = [*ours, Path(support.__file__)]
    sources += sorted((support.PACKAGE / "prelude").glob("*.py"))
    sources += list(support.module_paths().values())
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]
