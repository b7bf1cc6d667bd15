"""The sandbox's typeshed and the runtime's support table say the same, walked both ways."""

import json

import pytest

import ringfence
from ringfence import support
from ringfence_checker.typeshed import generate, typeshed

# names of modules that are no members of theirs: what importing a package binds
TABLE = support.table()
MODULES = [name for name in support.modules() if not name.startswith("_")]


def members(module: str) -> list[str]:
    return [
        entry.name.rpartition(".")[2] for entry in support.members(module)
        if entry.kind != "module" and not entry.name.rpartition(".")[2].startswith("__")
    ]


@pytest.mark.parametrize("module", MODULES)
def test_what_a_module_has_is_never_flagged(find, module):
    names = members(module)
    code = [f"import {module}", *(f"{module}.{name}" for name in names)]
    code += [f"from {module} import {name} as _{index}" for index, name in enumerate(names)]
    assert [str(d) for d in find("\n".join(code)) if d.severity == "error"] == []


def test_builtins_are_never_flagged(find):
    names = [n for n, e in TABLE.items() if "." not in n and e.kind != "module"]
    assert [str(d) for d in find("\n".join(names)) if d.severity == "error"] == []


def test_methods_of_the_table_are_never_flagged(find):
    lines = []
    modules = set()
    for name, entry in TABLE.items():
        owner, _, member = name.rpartition(".")
        if entry.kind not in ("method", "class method", "static method") or member.startswith("_"):
            continue
        module = owner.rpartition(".")[0]
        if owner.count(".") > 1 and module not in MODULES:
            continue
        if module:
            modules.add(module)
        lines.append(name)
    code = [*(f"import {module}" for module in sorted(modules)), *lines]
    flagged = [str(d) for d in find("\n".join(code)) if d.severity == "error"]
    assert flagged == []


@pytest.fixture(scope="module")
def facts():
    return typeshed()[1]


def test_what_is_cut_is_flagged(find, facts):
    """Names of modules that Python has and the table has not: each is an error."""
    cut = [
        name for name in sorted(facts.cut)
        if name.rpartition(".")[0] in MODULES and not name.rpartition(".")[2].startswith("_")
    ]
    modules = sorted({name.rpartition(".")[0] for name in cut})
    code = [*(f"import {module}" for module in modules), *cut]
    lines = {d.line for d in find("\n".join(code)) if d.severity == "error"}
    missed = [name for number, name in enumerate(cut, len(modules) + 1) if number not in lines]
    assert missed == []


def test_what_is_cut_is_not_there_when_it_runs(facts):
    """The machine itself has none of the names that the typeshed cuts."""
    modules = [m for m in MODULES if "__" not in m]
    program = [f"import {', '.join(modules)}", "out = []"]
    for name in sorted(facts.cut):
        owner, _, member = name.rpartition(".")
        if member.startswith("_") or (owner and owner.split(".")[0] not in modules):
            continue
        target = owner or "__builtins__"
        if owner:
            program.append(f"if hasattr({target}, {member!r}): out.append({name!r})")
    assert ringfence.Monty("\n".join([*program, "out"])).run() == []


@pytest.mark.parametrize("module", ["subprocess", "socket", "numpy", "requests", "ctypes"])
def test_modules_that_are_not_there_are_errors(find, module):
    (found,) = find(f"import {module}")
    assert found.rule == "unknown-module"
    assert found.hint
    (found,) = find(f"from {module} import x")
    assert found.rule == "unknown-module"


def test_an_import_under_a_handler_is_a_warning(find):
    (found,) = find("try:\n    import numpy\nexcept ImportError:\n    pass")
    assert found.severity == "warning"


@pytest.mark.parametrize("name", ["input()", "breakpoint()"])
def test_builtins_that_are_not_there_are_errors(find, name):
    (found,) = find(name)
    assert (found.rule, found.severity) == ("unknown-name", "error")


def test_generating_is_deterministic(tmp_path):
    made = []
    for name in ("a", "b"):
        directory = tmp_path / name
        directory.mkdir()
        generate(directory)
        made.append({
            str(path.relative_to(directory)): path.read_bytes()
            for path in directory.rglob("*") if path.is_file()
        })
    assert made[0] == made[1]
    assert json.loads(made[0]["facts.json"])["modules"] == support.modules()
