"""The boot image: builtins, exceptions, prelude and library modules, laid out once, ready to map.

``build_image`` lays out the classes of builtin values by hand in a fresh block, compiles the
prelude files with our own compiler, runs them in the machine, imports every library module, and
copies what is reachable into one region at BOOT_AT (``boot_freeze.py``). Nothing in the image is
ever written by a run.

While the prelude runs, a few natives are answered here, on the host's side (``_BOOT_TRAPS``): they
make classes and natives. They do not exist in the finished image.

The prelude's namespace holds private names (beginning with ``_``) besides the builtins; the
namespace at STATE_BUILTINS, where programs look names up, holds the public ones only.

Library modules are frozen with their namespaces filled. ``_frozen_modules`` in the prelude maps
names to these namespaces; importing one copies it (``prelude/importing.py``), so a program that
changes a module changes its own copy.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
import importlib
import json
import os
import struct
import sys
import warnings
from array import array
from functools import cached_property
from pathlib import Path
from typing import Any

from ringfence import layout as L
from ringfence.failures import Failure, Helper
from ringfence.image import MAGIC, PAGE_BYTES, Image, read_image
from ringfence.interactive import SHOW
from ringfence.opcodes import fingerprint

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "_boot.img"
FIRST_FILES = (
    "start", "hashtables", "tables", "objects", "exceptions", "failures", "operations", "numbers",
    "text",
)
LAST_FILES = ("builtins", "importing", "bridge", "loop", "source")  # the others come in between
FIRST_BOOT_TRAP = 1 << 20


# ---------------------------------------------------------------- files
def cached_image_path() -> Path:
    """Path of the image made from the sources as they are, in the cache; built if need be."""
    from ringfence.native.build import cache_directory

    path = cache_directory() / f"boot-{source_digest()}.img"
    if not path.exists():
        write_image(path)
    return path


def load_image() -> Image:
    """Read the image made from the sources as they are."""
    return read_image(cached_image_path())


def write_image(path: Path) -> None:
    """Build the image and write its file in one step."""
    data, state, cache, meta, names = build_image()
    encoded = json.dumps(meta).encode()
    padded = data + bytes(-len(data) % PAGE_BYTES)
    head = MAGIC + struct.pack(
        "<IIIII", len(state), len(cache), len(encoded), len(names), len(padded)
    ) + state + cache + encoded + names
    head += bytes(-len(head) % PAGE_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(head + padded)
    temporary.replace(path)


def source_digest() -> str:
    """Digest of everything the image is made from."""
    digest = hashlib.sha256(f"{sys.version_info[:3]}".encode())
    for pattern in ("*.py", "prelude/*.py", "modules/**/*.py", "generate/*.py", "collect/*.py",
                    "kernels/*.py", "traps/*.py"):
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:32]


# ---------------------------------------------------------------- building
def prelude_files() -> list[Path]:
    """The files of the prelude in the order in which they are run."""
    found = {path.stem: path for path in sorted((PACKAGE / "prelude").glob("*.py"))}
    order = [s for s in FIRST_FILES if s in found]
    order += [s for s in found if s not in FIRST_FILES and s not in LAST_FILES]
    order += [s for s in LAST_FILES if s in found]
    return [found[stem] for stem in order]


class BootError(Exception):
    """The prelude cannot be booted."""


def build_image() -> tuple[bytes, bytes, bytes, dict[str, Any], bytes]:
    """Boot and freeze; answer region, state words, attribute cache, metadata, packed names."""
    from ringfence.boot_freeze import pack_names

    boot = Boot()
    frozen = boot.run()
    state = array("q", frozen.state).tobytes()
    meta = {
        "digest": hashlib.sha256(frozen.data + state).hexdigest()[:32],
        "opcodes": fingerprint(),
        "natives": natives_fingerprint(boot.native_numbers),
        "n_objects": frozen.n_objects,
        "size_bytes": len(frozen.data),
        "python": list(sys.version_info[:2]),
        "modules": boot.module_names,
        "missing": boot.missing,
    }
    return frozen.data, state, b"", meta, pack_names(frozen.strings)


def natives_fingerprint(numbers: dict[str, int]) -> str:
    """Digest of the set of natives; the library and the image must agree on it."""
    return hashlib.sha256("\n".join(sorted(numbers)).encode()).hexdigest()[:16]


def trap_numbers() -> dict[str, int]:
    """Numbers of the traps, none while there is no trap table."""
    try:
        traps = importlib.import_module("ringfence.traps")
        numbers: dict[str, int] = traps.trap_numbers()
    except (ImportError, AttributeError):
        return {}
    return numbers


class Boot:
    """One boot run."""

    def __init__(self) -> None:
        from ringfence.boot_block import BootBlock
        from ringfence.boot_classes import BootClasses
        from ringfence.boot_program import ProgramWriter
        from ringfence.kernels import tables

        self._machine = BootMachine(self)
        self.block = BootBlock(self._machine.kernels.rf_dict_rebuild)
        self.native_numbers = tables.native_numbers()
        self.trap_numbers = trap_numbers()
        self.missing: list[str] = []
        self.module_names: list[str] = []
        self._declarations: list[Any] = []
        self._traps: list[str] = []
        self._kernel_values: dict[str, int] = {}
        self._fallback: int | None = None
        self._namespaces: list[int] = []  # of modules
        self._private_names: dict[int, set[str]] = {}  # by module name
        self._lay_out_singletons()
        self.classes = BootClasses(self.block, self.native_numbers)
        self._writer = ProgramWriter(self.block, self._kernel_value)
        self._seed_descriptors()
        self.namespace = self.block.make_dict([], L.FLAG_NAMESPACE)
        self.block.words[L.STATE_BUILTINS] = self.namespace
        self._current_module = "builtins"
        for name, value in self.classes.by_name.items():
            if hasattr(builtins, name):
                self.bind(self.namespace, name, value)
        self.bind(self.namespace, "__name__", self.block.string("builtins"))
        self.bind(self.namespace, "__debug__", self.block.value(True))
        for name in ("_make_native", "_make_class"):
            self.bind(self.namespace, name, self._boot_native(name))

    def run(self) -> Any:
        """Run everything and freeze it."""
        from ringfence.boot_finish import finish
        from ringfence.boot_freeze import Freezer

        for path in prelude_files():
            self._run_file(path, self.namespace, "")
            self._set_build_class()
            self.classes.set_late_types()
        self._set_helpers()
        self._run_modules()
        self._report_missing()
        roots = {
            index: self.block.words[index]
            for index in (
                L.STATE_TYPES_AT, L.STATE_CONSTANT_TYPES, L.STATE_PRELUDE, L.STATE_FAILURES,
                L.STATE_STRINGS_AT, L.STATE_EMPTY_STRING, L.STATE_EMPTY_TUPLE,
                L.STATE_EMPTY_BYTES, L.STATE_NAMES, L.STATE_HOST_VERSION,
            )
        }
        self._unbind_boot_names()
        finish(self.block)
        roots[L.STATE_BUILTINS] = self._public_builtins()
        return Freezer(self.block, self._copied_on_import()).freeze(roots)

    def _copied_on_import(self) -> set[int]:
        """Lists, dicts and sets that are values of a module: importing copies them."""
        block = self.block
        return {
            value for namespace in self._namespaces for _, value in self._pairs(namespace)
            if block.kind(value) in (L.KIND_LIST, L.KIND_SET)
        }

    # ------------------------------------------------------------ layout by hand
    def _lay_out_singletons(self) -> None:
        block = self.block
        words = block.words
        words[L.STATE_EMPTY_TUPLE] = block.object(L.KIND_TUPLE, [0])
        words[L.STATE_EMPTY_STRING] = block.string("")
        words[L.STATE_EMPTY_BYTES] = block.value(b"")
        words[L.STATE_STRINGS_AT] = block.tuple([block.string(chr(i)) for i in range(256)])
        words[L.STATE_NAMES] = block.tuple([block.string(name) for name in L.NAMES])
        words[L.STATE_HOST_VERSION] = sys.version_info[1] << 1
        words[L.STATE_NEXT_IDENTITY] = 1
        words[L.STATE_BASE] = L.STACK_AT

    def _seed_descriptors(self) -> None:
        """Let the first classes of the prelude use the descriptors that are filled after them."""
        block = self.block
        for name in ("property", "classmethod", "staticmethod"):
            number = self.native_numbers[f"{name}.__new__"]
            made = self._native("__new__", number, -1, 3, 0, -1, None)
            namespace = block.make_dict([(block.string("__new__"), made)])
            block.set_field(self.classes.by_name[name], L.CLASS_DICT, namespace)

    def _boot_native(self, name: str) -> int:
        """A native answered by this file."""
        self._traps.append(name)
        return self._native(name, -1, FIRST_BOOT_TRAP + len(self._traps) - 1, 0, 0, -1, None)

    def _native(self, name: str, number: int, trap: int, binds: int, n_min: int, n_max: int,
                fallback: int | None, module: str = "builtins") -> int:
        block = self.block
        none = block.value(None)
        return block.object(L.KIND_NATIVE, [
            block.string(name), number << 1, trap << 1, none if fallback is None else fallback,
            none, n_min << 1, n_max << 1, binds << 1, block.string(module),
        ])

    def _kernel_value(self, name: str) -> int:
        """A native of any number of arguments around a kernel, for `from _kernel import`."""
        if name not in self._kernel_values:
            self._kernel_values[name] = self._make_kernel_value(name)
        return self._kernel_values[name]

    def _make_kernel_value(self, name: str) -> int:
        number = self.native_numbers.get(name)
        if number is None:
            by_identifier = {n.replace(".", "_"): n for n in self.native_numbers}
            dotted = by_identifier.get(name)
            if dotted is None:
                self.missing.append(f"_kernel.{name}")
                return self._native(name, -1, self.trap_numbers.get(name, -1), 0, 0, -1, None)
            number = self.native_numbers[dotted]
        return self._native(name, number, self.trap_numbers.get(name, -1), 0, 0, -1, None)

    # ------------------------------------------------------------ namespaces
    def bind(self, namespace: int, name: str, value: int) -> None:
        """Bind a name in a namespace, keeping the places of all others."""
        block = self.block
        pairs = dict(self._pairs(namespace))
        pairs[block.string(name)] = value
        block.refill_dict(namespace, pairs.items())

    def _pairs(self, namespace: int) -> list[tuple[int, int]]:
        """All entries, unbound ones too."""
        block = self.block
        at = (block.field(namespace, L.DICT_ENTRIES) - 1 >> 3) + L.ARRAY_ITEMS
        used = block.field(namespace, L.DICT_USED) >> 1
        return [
            (block.string(block.text(block.words[at + 3 * i + 1])), block.words[at + 3 * i + 2])
            for i in range(used)
        ]

    def _bind_all(self, namespace: int, values: dict[str, int]) -> None:
        block = self.block
        pairs = dict(self._pairs(namespace))
        for name, value in values.items():
            pairs[block.string(name)] = value
        block.refill_dict(namespace, pairs.items())

    def lookup(self, namespace: int, name: str) -> int | None:
        return self.block.dict_get(namespace, name)

    # ------------------------------------------------------------ running files
    def _run_file(self, path: Path, namespace: int, module: str) -> None:
        from ringfence import boot_declare

        source = path.read_text()
        tree = ast.parse(source, str(path))
        declared = boot_declare.rewrite(tree, module, len(self._declarations))
        self._declarations.extend(declared.declarations)
        values: dict[str, int] = {}
        for declaration in declared.declarations:
            if declaration.private:
                values[boot_declare.private_name(declaration.number)] = self._declared_native(
                    declaration, None, private=True)
        for local, name in declared.prelude_names.items():
            value = self.lookup(self.namespace, name)
            if value is None:
                raise BootError(f"`{path.name}` imports `{name}`, which the prelude lacks")
            values[local] = value
        if module:
            is_package = path.stem == "__init__"
            package = module if is_package else module.rpartition(".")[0]
            private = {name for name in declared.prelude_names if name.startswith("_")}
            self._private_names[self.block.string(module)] = private | {"_make_native"}
            made = self.lookup(self.namespace, "_make_native")
            assert made is not None
            values["_make_native"] = made
            values["__name__"] = self.block.string(module)
            values["__package__"] = self.block.string(package)
            values["__spec__"] = values["__loader__"] = self.block.value(None)
        self._bind_all(namespace, values)
        self._current_module = module or "builtins"
        function = self._writer.load(tree, source, path.name, namespace)
        self._machine.call(function)

    def _set_build_class(self) -> None:
        """Let class statements of the prelude be carried out by ``_boot_build_class``."""
        starter = self.lookup(self.namespace, "_boot_build_class")
        if starter is None:
            raise BootError("prelude/start.py does not define _boot_build_class")
        none = self.block.value(None)
        helpers = [none] * len(Helper)
        helpers[Helper.BUILD_CLASS] = starter
        for helper in Helper:
            found = self.lookup(self.namespace, f"_op_{helper.name.lower()}")
            if found is not None and helper is not Helper.BUILD_CLASS:
                helpers[helper] = found
        self.block.words[L.STATE_PRELUDE] = self.block.tuple(helpers)
        self._set_failures(report=False)

    def _set_helpers(self) -> None:
        none = self.block.value(None)
        helpers = [none] * len(Helper)
        for helper in Helper:
            found = self.lookup(self.namespace, f"_op_{helper.name.lower()}")
            if found is None:
                self.missing.append(f"_op_{helper.name.lower()}")
            else:
                helpers[helper] = found
        self.block.words[L.STATE_PRELUDE] = self.block.tuple(helpers)
        self._set_failures(report=True)

    def _set_failures(self, *, report: bool) -> None:
        none = self.block.value(None)
        failures = [none] * (max(Failure) + 1)
        for failure in Failure:
            found = self.lookup(self.namespace, f"_fail_{failure.name.lower()}")
            if found is not None:
                failures[failure] = found
            elif report:
                self.missing.append(f"_fail_{failure.name.lower()}")
        self.block.words[L.STATE_FAILURES] = self.block.tuple(failures)

    def _run_modules(self) -> None:
        from ringfence.boot_finish import public_namespace

        block = self.block
        known = self.lookup(self.namespace, "_frozen_modules")
        if known is None:
            return
        namespaces: list[tuple[int, int]] = []
        for path in sorted((PACKAGE / "modules").rglob("*.py")):
            parts = path.relative_to(PACKAGE / "modules").with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            namespace = block.make_dict([], L.FLAG_NAMESPACE)
            namespaces.append((block.string(name), namespace))
            self.module_names.append(name)
        by_name = dict(zip(self.module_names, namespaces, strict=False))
        order = _import_order(self.module_names)
        done: list[tuple[int, int]] = []
        for name in order:
            namespace = by_name[name][1]
            self._namespaces.append(namespace)
            self._run_file(_module_path(name), namespace, name)
            done.append((block.string(name), namespace))
            block.refill_dict(known, done)
        block.refill_dict(known, [
            (key, public_namespace(block, self._pairs(namespace), self._private_names[key]))
            for key, namespace in done
        ])

    # ------------------------------------------------------------ natives answered by boot
    def answer(self, trap: int, arguments: list[int]) -> int:
        """Answer one of the boot natives."""
        name = self._traps[trap - FIRST_BOOT_TRAP]
        if name == "_make_native":
            declaration = self._declarations[arguments[0] >> 1]
            if declaration.is_member:
                return self._member(declaration)
            fallback = arguments[1]
            has_fallback = self.block.kind(fallback) == L.KIND_FUNCTION
            return self._declared_native(declaration, fallback if has_fallback else None)
        assert name == "_make_class"
        text = self.block.text(arguments[0])
        bases = self.block.items(arguments[1])
        return self.classes.make(text, bases, arguments[2], self._current_module)

    def _member(self, declaration: Any) -> int:
        number = self.native_numbers.get(declaration.native, -1)
        if number < 0:
            self.missing.append(declaration.native)
        none = self.block.value(None)
        name = self.block.string(declaration.attribute)
        return self.block.object(L.KIND_MEMBER, [name, none, number << 1, 0])

    def _declared_native(self, declaration: Any, fallback: int | None, *,
                         private: bool = False) -> int:
        number = self.native_numbers.get(declaration.native, -1) if declaration.native else -1
        trap = self.trap_numbers.get(declaration.trap, -1) if declaration.trap else -1
        if number < 0 and trap < 0 and not declaration.has_body and not private:
            self.missing.append(declaration.name)
        n_min, n_max = (0, -1) if private else (declaration.n_min, declaration.n_max)
        made = self._native(declaration.attribute, number, trap, declaration.binds, n_min, n_max,
                            fallback, declaration.module or "builtins")
        if fallback is None:
            self.block.set_field(made, L.NATIVE_FALLBACK, self._unwrapping_fallback(made))
        return made

    def _unwrapping_fallback(self, native: int) -> int:
        """A function that calls a native again with payloads in place of wrapped values.

        One code object (``_make_fallback`` of prelude/start.py) serves all natives.
        """
        block = self.block
        if self._fallback is None:
            maker = self.lookup(self.namespace, "_make_fallback")
            if maker is None:
                raise BootError("prelude/start.py does not define _make_fallback")
            code = block.field(maker, L.FUNCTION_CODE)
            constants = block.field(code, L.CODE_CONSTANTS)
            size = block.header(constants) >> 32
            inner = [block.field(constants, i) for i in range(1, size)]
            self._fallback = next(c for c in inner if block.kind(c) == L.KIND_CODE)
        none = block.value(None)
        cell = block.object(L.KIND_CELL, [native])
        name = block.field(native, L.NATIVE_NAME)
        fields = [self._fallback, self.namespace, block.tuple([cell]), none, none, name, name,
                  none, none, none, none]
        return block.object(L.KIND_FUNCTION, fields)

    # ------------------------------------------------------------ finishing
    def _unbind_boot_names(self) -> None:
        unbound = 5
        block = self.block
        pairs = [
            (key, unbound if value and block.kind(value) == L.KIND_NATIVE
             and block.field(value, L.NATIVE_TRAP) >> 1 >= FIRST_BOOT_TRAP else value)
            for key, value in self._pairs(self.namespace)
        ]
        block.refill_dict(self.namespace, pairs)

    def _public_builtins(self) -> int:
        block = self.block
        pairs = [
            (key, value) for key, value in block.dict_items(self.namespace)
            if hasattr(builtins, block.text(key)) and not block.text(key).startswith("__")
        ]
        for name in ("__build_class__", "__debug__", "__import__"):
            value = self.lookup(self.namespace, name)
            if value is not None:
                pairs.append((block.string(name), value))
        show = self.lookup(self.namespace, "_show")
        if show is not None:
            pairs.append((block.string(SHOW), show))
        # what a main program sees if its own namespace does not say otherwise
        for name, plain in (("__name__", "__main__"), ("__doc__", None), ("__package__", None),
                            ("__spec__", None), ("__loader__", None)):
            pairs.append((block.string(name), block.value(plain)))
        return block.make_dict(pairs, L.FLAG_NAMESPACE)

    def _report_missing(self) -> None:
        if self.missing and os.environ.get("RINGFENCE_BOOT_WARNINGS"):
            warnings.warn("boot image lacks: " + ", ".join(sorted(set(self.missing))), stacklevel=2)


def _module_path(name: str) -> Path:
    path = PACKAGE / "modules" / (name.replace(".", "/") + ".py")
    return path if path.exists() else path.with_suffix("") / "__init__.py"


def _import_order(names: list[str]) -> list[str]:
    """Names sorted so that a module comes after those it imports at its top level."""
    known, order, open_ = set(names), [], set()

    def visit(name: str) -> None:
        if name in order or name in open_:
            return
        open_.add(name)
        tree = ast.parse(_module_path(name).read_text())
        for node in tree.body:
            wanted: list[str] = []
            if isinstance(node, ast.Import):
                wanted = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                wanted = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            for other in wanted:
                if other in known:
                    visit(other)
        open_.discard(name)
        order.append(name)

    for name in names:
        visit(name)
    return order


class BootMachine:
    """Enters the interpreted or compiled kernels for the boot run."""

    def __init__(self, boot: Boot) -> None:
        self._boot = boot

    @cached_property
    def kernels(self) -> Any:
        """The compiled kernels, or with RINGFENCE_INTERPRET=1 their Python twins."""
        from ringfence.native.load import library

        return library()

    def call(self, function: int) -> int:
        """Call a FUNCTION of no arguments to its end; answer its result."""
        from ringfence.kernels import status as S

        words, m = self._boot.block.words, self._boot.block.m
        words[L.STATE_BASE] = L.STACK_AT + 64
        words[L.STATE_DEPTH] = 0
        self.kernels.rf_call_function(m, function)
        how = 0
        while True:
            status = self.kernels.rf_enter(m, 1 << 40, how)
            how = 0
            if status == S.DONE:
                return words[L.STATE_ARGUMENT_0]
            if status == S.TRAP and words[L.STATE_TRAP] >= FIRST_BOOT_TRAP:
                at = words[L.STATE_TRAP_ARGUMENTS_AT] >> 3
                n = words[L.STATE_TRAP_ARGUMENT_COUNT]
                result = self._boot.answer(words[L.STATE_TRAP], words[at : at + n].tolist())
                words[words[L.STATE_RESULT_AT] >> 3] = result
            elif status == S.TRAP:
                how = self._answer_trap()
            elif status == S.NEEDS_ROOM:
                raise BootError("the boot run wants more memory than a block has")
            elif status == S.RAISED:
                raise BootError(self._describe(words[L.STATE_EXCEPTION]))
            else:
                raise BootError(f"the boot run left the machine with status {status}")

    def _answer_trap(self) -> int:
        """Answer a trap of plain data, as a run's host would; how to enter next."""
        from ringfence import traps

        block = self._boot.block
        words = block.words
        at = words[L.STATE_TRAP_ARGUMENTS_AT] >> 3
        arguments = words[at : at + words[L.STATE_TRAP_ARGUMENT_COUNT]].tolist()
        plain = {0, L.KIND_STR, L.KIND_TUPLE, L.KIND_BIGINT, L.KIND_FLOAT}
        if any(block.kind(word) not in plain for word in arguments):
            return 2
        trap = traps.trap_table()[words[L.STATE_TRAP]]
        context = traps.TrapContext(1 << 28)
        try:
            result = trap.function(context, *[block.python(word) for word in arguments])
        except traps.TrapDeclined:
            return 2
        words[words[L.STATE_RESULT_AT] >> 3] = block.value(result)
        return 0

    def _describe(self, exception: int) -> str:
        from ringfence.boot_trace import describe

        return describe(self._boot.block, exception)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    write_image(target)
    image = read_image(target)
    print(f"{target}: {image.meta['n_objects']} objects, {image.meta['size_bytes']} bytes")
    for name in image.meta["missing"]:
        print(f"  missing: {name}")
