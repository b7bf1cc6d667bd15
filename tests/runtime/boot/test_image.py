"""The boot image: complete, sealed, and each run's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ringfence
from ringfence import Monty, MontyRuntimeError
from ringfence.boot_declare import rewrite
from ringfence.boot_freeze import pack_names
from ringfence.image import FEW, Names, find_image, read_image

WRITES = [
    "len.foo = 1",
    "ValueError.foo = 1",
    "ValueError.__str__.foo = 1",
    "BaseException.__str__.__defaults__ = (1,)",
    "BaseException.__str__.__globals__['x'] = 1",
    "exec('x = 1', BaseException.__str__.__globals__)",
    "int.__dict__['x'] = 1",
    "import asyncio; asyncio.sleep.foo = 1",
    "import asyncio; asyncio.Future.foo = 1",
    "import asyncio; asyncio.run.__kwdefaults__['debug'] = 1",
    "BaseException.__dict__['args'].foo = 1",
    "BaseException.__str__.__code__ = (lambda: 1).__code__",
    "str.__doc__ = ''",
    "object.__class__ = int",
]


@pytest.fixture(scope="module")
def image():
    return read_image(find_image())


def test_nothing_that_kernels_call_is_missing(image) -> None:
    assert [name for name in image.meta["missing"] if name.startswith(("_op_", "_fail_"))] == []


def test_nothing_that_is_declared_is_missing(image) -> None:
    assert image.meta["missing"] == []


def test_names_survive_packing() -> None:
    names = {"a": 65537, "_é": 65601, "": 70001}
    for packed in (Names(pack_names(names)), Names(pack_names(names))):
        for _ in range(FEW):  # searched for, then looked up
            assert {name: packed.get(name) for name in names} == names
            assert packed.get("b") is None
    assert Names(pack_names({})).get("a") is None


def test_the_image_knows_the_names_of_builtins(image) -> None:
    assert all(image.names.get(name) for name in ("print", "len", "__init__", "append"))


@pytest.mark.parametrize("write", WRITES)
def test_what_lies_in_the_image_cannot_be_written(write: str) -> None:
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(write).run()
    assert type(caught.value.exception()) in (AttributeError, TypeError)


def test_a_program_changes_its_own_copy_of_a_module() -> None:
    assert Monty("import math\nmath.pi = 3\nmath.pi").run() == 3
    assert Monty("import math\nmath.pi > 3.14").run() is True


def test_private_names_of_the_prelude_are_not_seen() -> None:
    for name in ("_index", "_missing", "_frozen_modules", "_make_native", "_native_0"):
        with pytest.raises(MontyRuntimeError) as caught:
            Monty(f"{name} + 1").run()
        assert type(caught.value.exception()) is NameError


def test_private_modules_cannot_be_imported() -> None:
    for name in ("_kernel", "_prelude"):
        with pytest.raises(MontyRuntimeError) as caught:
            Monty(f"import {name}").run()
        assert type(caught.value.exception()) is ModuleNotFoundError


def test_code_run_by_a_builtin_sees_the_program_not_the_prelude() -> None:
    assert Monty("x = 5\nlist(map(eval, ['x + 1']))").run() == [6]
    with pytest.raises(MontyRuntimeError):
        Monty("list(map(eval, ['_index']))").run()


def test_declarations_become_natives() -> None:
    import ast

    source = (
        "class list:\n"
        "    @native\n"
        "    def append(self, object, /): ...\n"
        "    @native\n"
        "    def sort(self, /, *, key=None, reverse=False): ...\n"
        "    @classmethod\n"
        "    @native\n"
        "    def make(cls, x): return x\n"
    )
    declared = rewrite(ast.parse(source), "", 10)
    append, sort, make = declared.declarations
    assert (append.name, append.n_min, append.n_max, append.binds) == ("list.append", 2, 2, 1)
    assert not append.private
    assert sort.private  # keywords are bound, then the native is called again
    assert (make.binds, make.has_body, make.number) == (2, True, 12)
    assert "_make_native(10, None)" in ast.unparse(declared.tree)


def test_the_image_is_the_same_each_time_it_is_built() -> None:
    """Two processes with different string hashes build the same bytes."""
    script = (
        "import hashlib\nfrom ringfence.boot import build_image\n"
        "data = build_image()[0]\nprint(hashlib.sha256(data).hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True,
            env={**__import__("os").environ, "PYTHONHASHSEED": seed}, timeout=120,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_starting_imports_little() -> None:
    text = (
        "import sys\nimport ringfence\nringfence.Monty('1 + 1').run()\n"
        "slow = {'typing', 'ast', 'enum', 're', 'json', 'collections', 'hashlib', 'dataclasses', 'inspect'}\n"
        "print(sorted(slow & sys.modules.keys()))"
    )
    # `-S`: what `site` imports for a developer's tools is not ours
    done = subprocess.run(
        [sys.executable, "-S", "-c", text], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(ringfence.__file__).parent.parent)},
    )
    assert done.stdout == "[]\n"
