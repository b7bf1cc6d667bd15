"""Kernels → LLVM IR → one object a source file → a shared library.

numba lowers each kernel on its own; the builder gives it a C symbol, links into each file's
module the inline kernels it calls, lets LLVM optimise, and emits an object. Objects are cached by
the digest of everything they were made from, so an edit rebuilds one file. Two tables of function
pointers (natives and cold opcodes, bounds-checked) are written in IR directly.

    python -m ringfence.native.build [--out FILE] [--checked] [--jobs N]

Needs numba; links with ``cc`` if there is one, else with PyPI's ``ziglang``. See ARCHITECTURE.md.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import fcntl
import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent.parent
KERNELS = PACKAGE / "kernels"
# every object depends on these: what is inlined, and what constants mean
SHARED = ["kernels/jit.py", "kernels/memory.py"]
PLAIN = {"__init__", "handlers", "jit", "memory", "status", "tables"}  # files without kernels
TRIPLE = "x86_64-unknown-linux-gnu"
CPU = "x86-64-v2"
_VERSION = 3  # of what this builder makes of the same sources


def python() -> list[str]:
    """The running interpreter as the start of a command, without `site` if it runs without."""
    return [sys.executable, "-S"] if sys.flags.no_site else [sys.executable]


def kernel_files() -> list[str]:
    """Return the names of the kernel modules, those of hot instructions (slow to compile) first."""
    names = sorted(p.stem for p in KERNELS.glob("*.py") if p.stem not in PLAIN)
    return sorted(names, key=lambda name: not name.startswith("hot_"))


def cache_directory() -> Path:
    """Where objects, libraries and boot images are kept between builds."""
    root = os.environ.get("RINGFENCE_CACHE") or (
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ringfence"
    )
    path = Path(root)
    path.mkdir(parents=True, exist_ok=True)
    return path


class _Source:
    """One kernel file as other files see it: its kernels, its imports, its constants."""

    def __init__(self, name: str) -> None:
        self.text = (KERNELS / f"{name}.py").read_text()
        self.imports: dict[str, str] = {}  # imported name -> kernel file
        for file, names in re.findall(
            r"^from ringfence\.kernels\.(\w+) import (\([^)]*\)|[^\n]*)", self.text, re.M
        ):
            for word in re.findall(r"\w+", names):
                self.imports[word] = file
        self.kernels: dict[str, tuple[str, str]] = {}  # name -> decorators with `def`, body
        for decorators, header, word, body in re.findall(
            r"^((?:@.*\n(?:[ )].*\n)*)+)(def (\w+)\(.*\n)((?:[ \t#].*\n|\n)*)", self.text, re.M
        ):
            self.kernels[word] = (decorators + header, body)
        self.constants = dict(re.findall(r"^([A-Z_][A-Z0-9_]*)\b[^=\n]*= (.*)$", self.text, re.M))


def _file_digest(name: str, checked: bool, sources: dict[str, _Source]) -> str:
    """Digest of a kernel file and of all it takes from elsewhere.

    That is: signatures of the kernels it calls, bodies of the inline ones (and what those take in
    turn), and values of constants. An edit elsewhere that changes none of these is no change.
    """
    digest = hashlib.sha256(f"{_VERSION} {CPU} {checked}".encode())
    for shared in SHARED:
        digest.update((PACKAGE / shared).read_bytes())
    digest.update(sources[name].text.encode())
    if "handlers" in sources[name].imports.values():
        digest.update((KERNELS / "handlers.py").read_bytes())
    seen: set[tuple[str, str]] = set()
    parts: list[str] = []

    def take(file: str, word: str) -> None:
        if (file, word) in seen or file not in sources:
            return
        seen.add((file, word))
        source = sources[file]
        if word in source.kernels:
            header, body = source.kernels[word]
            parts.append(header)
            if "inline=True" in header:
                parts.append(body)
                parts.append(_table_values(body))
                for inner in re.findall(r"\w+", body):
                    if inner in source.imports:
                        take(source.imports[inner], inner)
                    elif inner in source.kernels or inner in source.constants:
                        take(file, inner)
        elif word in source.constants:
            parts.append(f"{word} = {source.constants[word]}")

    for word, file in sources[name].imports.items():
        take(file, word)
    parts.append(_table_values(sources[name].text))
    digest.update("\n".join(sorted(parts)).encode())
    return digest.hexdigest()[:32]


def _table_values(text: str) -> str:
    """Names and values of what a text takes from the tables (an added row is no change)."""
    from ringfence import failures, layout, opcodes
    from ringfence.kernels import status

    words = set(re.findall(r"\b[A-Z][A-Z0-9_]+\b", text))
    found = [
        f"{word}={vars(source)[word]}"
        for source in (layout, status) for word in sorted(words & vars(source).keys())
    ]
    for enum in (opcodes.Op, failures.Failure, failures.Helper):
        members = set(re.findall(rf"\b{enum.__name__}\.(\w+)", text)) & enum.__members__.keys()
        found += [f"{enum.__name__}.{member}={int(enum[member])}" for member in sorted(members)]
    return "\n".join(found)


def _digests(checked: bool) -> dict[str, str]:
    sources = {name: _Source(name) for name in [*kernel_files(), "handlers", "memory", "status", "jit"]}
    return {name: _file_digest(name, checked, sources) for name in kernel_files()}


def _teach_tables() -> None:
    """Let numba take ``Op.X`` and the like (``numbered.py``) as the number it is."""
    from numba.core import types
    from numba.core.imputils import lower_constant, lower_getattr_generic
    from numba.core.typing.templates import AttributeTemplate, infer_getattr
    from numba.extending import models, register_model, typeof_impl

    from ringfence.opcodes import Op

    class Table(types.Type):
        def __init__(self, table: Any) -> None:
            self.table = table
            super().__init__(f"table {table.__name__}")

    register_model(Table)(models.OpaqueModel)
    typeof_impl.register(type(Op))(lambda table, context: Table(table))

    class TableAttributes(AttributeTemplate):  # type: ignore[misc]
        key = Table

        def generic_resolve(self, kind: Any, name: str) -> Any:
            return types.int64 if name in kind.table.__members__ else None

    infer_getattr(TableAttributes)
    lower_constant(Table)(lambda context, builder, kind, value: context.get_dummy_value())
    lower_getattr_generic(Table)(
        lambda context, builder, kind, value, name: context.get_constant(
            types.int64, int(kind.table[name])
        )
    )


class _Lowering:
    """numba's front half: from a Python function to unoptimised LLVM IR with a C symbol."""

    def __init__(self) -> None:
        os.environ["NUMBA_CPU_NAME"] = "generic"
        os.environ["NUMBA_CPU_FEATURES"] = ""
        os.environ["NUMBA_OPT"] = "1"
        from numba.core import compiler, sigutils
        from numba.core.codegen import CPUCodeLibrary
        from numba.core.compiler import CompilerBase, DefaultPassBuilder, Flags
        from numba.core.compiler_machinery import PassManager
        from numba.core.registry import cpu_target
        from numba.core.typed_passes import (
            AnnotateTypes,
            NativeLowering,
            NoPythonBackend,
            NoPythonSupportedFeatureValidation,
        )

        class Pipeline(CompilerBase):  # type: ignore[misc]
            def define_pipelines(self) -> list[Any]:
                manager = PassManager("kernel")
                manager.passes.extend(
                    DefaultPassBuilder.define_untyped_pipeline(self.state).passes
                )
                manager.passes.extend(DefaultPassBuilder.define_typed_pipeline(self.state).passes)
                for step in (NoPythonSupportedFeatureValidation, AnnotateTypes, NativeLowering,
                             NoPythonBackend):
                    manager.add_pass(step, step.__name__)
                manager.finalize()
                return [manager]

        _teach_tables()
        self._flags = Flags()
        self._flags.no_compile = True
        self._flags.nrt = False
        self._flags.error_model = "numpy"
        self._flags.no_cpython_wrapper = True
        self._flags.no_cfunc_wrapper = True
        self._compile, self._normalize = compiler.compile_extra, sigutils.normalize_signature
        self._typing = cpu_target.typing_context
        self._target = cpu_target.target_context
        self._pipeline = Pipeline
        self._library = CPUCodeLibrary
        self.bodies: set[str] = set()  # names of functions as numba gave them
        self._optimise_library = CPUCodeLibrary._optimize_functions

    def lower_handler(self, name: str, body: Any, signature: str) -> tuple[str, dict[str, str]]:
        """Answer the IR of a kernel that is jumped to, its jumps made obligatory tail calls.

        That wants a function that returns the status itself, and each jump right before its return:
        so numba's early passes, which would join the returns, are left out.
        """
        self._library._optimize_functions = lambda library, module: None
        try:
            args, result = self._normalize(signature)
            compiled = self._compile(
                self._typing, self._target, body, args, result, self._flags, {},
                pipeline_class=self._pipeline,
            )
        finally:
            self._library._optimize_functions = self._optimise_library
        from ringfence.kernels import handlers

        mangled = compiled.fndesc.llvm_func_name
        text = str(compiled.library._final_module)
        text = text.replace("common global ptr null", "internal global ptr null")
        text = re.sub(
            rf"define [^\n]*i32 @{mangled}\(ptr [^,]*, ptr [^,]*, ([^\n]*)\{{\nentry:\n",
            rf"define {handlers.CONVENTION} i64 @rf_{name}(\1{{\nentry:\n  %excinfo = alloca ptr\n", text,
        )
        text = re.sub(
            r"(%\S+) = tail (call \w+ i64 \S+\([^\n]*\))\n +store i64 \1, ptr %retptr[^\n]*\n +ret i32 0",
            r"\1 = musttail \2\n  ret i64 \1", text,
        )
        text = re.sub(
            r"store i64 (\S+), ptr %retptr[^\n]*\n +ret i32 0", r"ret i64 \1", text
        )
        text = re.sub(r"ret i32 \d+", "ret i64 19", text)  # status BROKEN
        if "tail call" in text.replace("musttail", "") or "%retptr" in text:
            raise ValueError(f"handler `{name}` does not end as a handler must")
        text = text.replace(f"@{handlers.TABLE} = external", f"@{handlers.TABLE} = external hidden")
        return text, self._dependencies(compiled.library)

    def lower(self, name: str, body: Any, signature: str) -> tuple[str, dict[str, str]]:
        """Answer the IR of a kernel, and that of numba's own functions it uses (min, max ...)."""
        args, result = self._normalize(signature)
        compiled = self._compile(
            self._typing, self._target, body, args, result, self._flags, {},
            pipeline_class=self._pipeline,
        )
        mangled = compiled.fndesc.llvm_func_name
        self.bodies.add(mangled)
        text = str(compiled.library._final_module)
        # numba's convention is `i32 f(result*, excinfo**, args...)`; give it a C face
        kinds = {"int64": "i64", "float64": "double"}
        kind = kinds[str(result)]
        parameters = ", ".join(f"{kinds[str(a)]} %a{i}" for i, a in enumerate(args))
        rest = "".join(f", {kinds[str(a)]} %a{i}" for i, a in enumerate(args))
        text = text.replace(f"define i32 @{mangled}(", f"define internal i32 @{mangled}(")
        text = text.replace("common global ptr null", "internal global ptr null")
        text = (
            f"{text}\ndefine {kind} @rf_{name}({parameters}) {{\n"
            f"  %r = alloca {kind}\n  %e = alloca ptr\n"
            f"  %s = call i32 @{mangled}(ptr %r, ptr %e{rest})\n"
            f"  %v = load {kind}, ptr %r\n  ret {kind} %v\n}}\n"
        )
        return text, self._dependencies(compiled.library)

    def _dependencies(self, library: Any) -> dict[str, str]:
        found: dict[str, str] = {}
        for dependency in library._linking_libraries:
            if dependency.name != "nrt":
                found[dependency.name] = str(dependency._final_module)
                found.update(self._dependencies(dependency))
        return found


def _target_machine() -> Any:
    import llvmlite.binding as llvm

    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    return llvm.Target.from_triple(TRIPLE).create_target_machine(
        cpu=CPU, features="", opt=3, reloc="pic", codemodel="default"
    )


def _optimise(module: Any, machine: Any) -> None:
    import llvmlite.binding as llvm

    options = llvm.create_pipeline_tuning_options(speed_level=3)
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)


def compile_file(name: str, target: Path, checked: bool) -> float:
    """Compile one kernel file to the object `target`; answer the seconds it took."""
    started = time.perf_counter()
    os.environ["RINGFENCE_KERNELS"] = "build"
    os.environ["RINGFENCE_CHECKED"] = "1" if checked else "0"
    import llvmlite.binding as llvm

    from ringfence.kernels import jit

    jit.MODE = "build"
    from ringfence.kernels import handlers

    importlib.import_module(f"ringfence.kernels.{name}")
    lowering, machine = _Lowering(), _target_machine()
    owned = [k for k, (body, _, _) in jit.KERNELS.items()
             if body.__module__ == f"ringfence.kernels.{name}"]
    module = None
    have: set[str] = set()
    borrowed_names: set[str] = set()
    todo = list(owned)
    while todo:
        kernel = todo.pop()
        if kernel in have:
            continue
        have.add(kernel)
        body, signature, _ = jit.KERNELS[kernel]
        try:
            lower = lowering.lower_handler if kernel in handlers.JUMPED else lowering.lower
            text, dependencies = lower(kernel, body, signature)
        except Exception as error:
            raise SystemExit(f"{body.__code__.co_filename}: kernel `{kernel}`: {error}") from None
        part = llvm.parse_assembly(text)
        for function in part.functions:
            short = function.name.removeprefix("rf_")
            if function.is_declaration and short in jit.KERNELS and jit.KERNELS[short][2]:
                todo.append(short)
        if module is None:
            module = part
        else:
            module.link_in(part)
        for name_, text in dependencies.items():
            if name_ not in have:
                have.add(name_)
                borrowed = llvm.parse_assembly(text)
                for function in borrowed.functions:
                    if not function.is_declaration:
                        function.linkage = "linkonce_odr"
                        borrowed_names.add(function.name)
                module.link_in(borrowed)
    assert module is not None, f"{name} has no kernels"
    text = re.sub(r'target triple = ".*"', f'target triple = "{TRIPLE}"', str(module))
    module = llvm.parse_assembly(text)
    for function in module.functions:
        short = function.name.removeprefix("rf_")
        if function.name in borrowed_names:
            function.linkage = "internal"
        elif not function.is_declaration and short in jit.KERNELS:
            if short not in owned:
                function.linkage = "internal"
            if jit.KERNELS[short][2]:
                function.add_function_attribute("alwaysinline")
        elif function.name in lowering.bodies:  # numba's own function, inside the one with our name
            function.add_function_attribute("alwaysinline")
    module.verify()
    _optimise(module, machine)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(machine.emit_object(module))
    temporary.replace(target)
    return time.perf_counter() - started


def _tables_object(target: Path) -> None:
    """Emit the two tables of function pointers and the functions that call through them."""
    import llvmlite.binding as llvm

    from ringfence.kernels import handlers, jit, tables

    natives, opcodes = tables.kernel_names()
    lines = [f'target triple = "{TRIPLE}"']
    used = sorted({*natives, *opcodes} - {""})
    for name in used:
        count = jit.KERNELS[name][1].count("i8") - 1
        lines.append(f"declare i64 @rf_{name}({', '.join(['i64'] * count)})")
    lines.append("define internal i64 @none3(i64 %a, i64 %b, i64 %c) {\n  ret i64 19\n}")
    lines.append("define internal i64 @none4(i64 %a, i64 %b, i64 %c, i64 %d) {\n  ret i64 5\n}")
    for table, names, count in (("native", natives, 4), ("opcode", opcodes, 3)):
        size = len(names)
        items = ", ".join(f"ptr @rf_{n}" if n else f"ptr @none{count}" for n in names)
        parameters = ", ".join(f"i64 %a{i}" for i in range(count))
        refused = 5 if table == "native" else 19  # status DECLINE, BROKEN
        lines.append(
            f"@{table}s = internal constant [{size} x ptr] [{items}]\n"
            f"define i64 @rf_call_{table}(i64 %n, {parameters}) {{\n"
            f"  %ok = icmp ult i64 %n, {size}\n  br i1 %ok, label %go, label %no\ngo:\n"
            f"  %p = getelementptr [{size} x ptr], ptr @{table}s, i64 0, i64 %n\n"
            f"  %f = load ptr, ptr %p\n  %r = tail call i64 %f({parameters})\n  ret i64 %r\n"
            f"no:\n  ret i64 {refused}\n}}"
        )
    parameters = ", ".join(["i64"] * 6)
    lines += [
        f"declare {handlers.CONVENTION} i64 @rf_{name}({parameters})" for name in sorted(handlers.JUMPED)
    ]
    names = [handlers.HANDLERS.get(number, handlers.GENERAL) for number in range(256)]
    items = ", ".join(f"ptr @rf_{name}" for name in names)
    lines.append(f"@{handlers.TABLE} = hidden constant [256 x ptr] [{items}]")
    module = llvm.parse_assembly("\n".join(lines))
    module.verify()
    target.write_bytes(_target_machine().emit_object(module))


def _link(objects: list[Path], out: Path, exports: list[str]) -> None:
    script = out.with_suffix(".map")
    names = "".join(f" {name};" for name in exports)
    script.write_text(f"{{ global:{names} local: *; }};\n")
    compiler = ["cc"] if shutil.which("cc") else [
        sys.executable, "-m", "ziglang", "cc", "-target", "x86_64-linux-gnu.2.17"
    ]
    command = [*compiler, "-shared", "-o", str(out), *map(str, objects),
               f"-Wl,--version-script={script}", "-Wl,-z,noexecstack", "-Wl,-z,defs", "-lm", "-lc"]
    if not os.environ.get("RINGFENCE_SYMBOLS"):  # kept for profilers
        command.append("-Wl,-s")
    subprocess.run(command, check=True)
    script.unlink()


def build(out: Path | None = None, *, checked: bool = False, jobs: int | None = None,
          progress: bool = True) -> Path:
    """Build the native library; answer its path (in the cache unless `out` is given).

    Nothing is done when a library made from the same sources exists.
    """
    cache = cache_directory()
    kernel_files()
    digests = _digests(checked)
    everything = hashlib.sha256("".join(digests.values()).encode())
    everything.update((KERNELS / "tables.py").read_bytes())
    library = cache / f"kernels-{everything.hexdigest()[:32]}.so"
    if not library.exists():
        with (cache / "build.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # one build at a time on a machine
            objects = {name: cache / f"{name}-{digest}.o" for name, digest in digests.items()}
            _compile_missing(objects, checked, jobs or min(2, os.cpu_count() or 1), progress)
            _assemble_library(list(objects.values()), library)
    if out is None:
        return library
    out.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(library, out)
    return out


def _compile_missing(objects: dict[str, Path], checked: bool, jobs: int, progress: bool) -> None:
    missing = [name for name, path in objects.items() if not path.exists()]
    failures: list[str] = []
    started = time.perf_counter()
    if progress and missing:
        print(f"ringfence: compiling {len(missing)} of {len(objects)} kernel files",
              file=sys.stderr, flush=True)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        waiting = {
            pool.submit(_compile_in_a_process, name, objects[name], checked): name
            for name in missing
        }
        for n, done in enumerate(concurrent.futures.as_completed(waiting), 1):
            if done.result():
                failures.append(f"building kernels/{waiting[done]}.py failed:\n{done.result()}")
            if progress:
                print(f"  [{n}/{len(missing)}] {waiting[done]} "
                      f"({time.perf_counter() - started:.0f} s)", file=sys.stderr, flush=True)
    if failures:
        raise SystemExit("\n".join(failures))


def _assemble_library(objects: list[Path], library: Path) -> None:
    """Link the objects with the tables of natives and opcodes."""
    os.environ["RINGFENCE_KERNELS"] = "build"
    from ringfence.kernels import jit

    jit.MODE = "build"
    glue = library.with_suffix(".tables.o")
    _tables_object(glue)
    temporary = library.with_suffix(".tmp")
    _link([*objects, glue], temporary, [f"rf_{name}" for name in jit.EXPORTS])
    temporary.replace(library)
    glue.unlink()


def _compile_in_a_process(name: str, target: Path, checked: bool) -> str:
    """Compile one file; answer what went wrong (nothing: an empty string)."""
    command = [*python(), "-m", "ringfence.native.build", "--file", name, str(target)]
    if checked:
        command.append("--checked")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(
        [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])}
    environment.pop("RINGFENCE_INTERPRET", None)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stderr[-4000:] if done.returncode else ""


def main() -> None:
    """Run the builder from the command line."""
    parser = argparse.ArgumentParser(description="Build ringfence's native library.")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--checked", action="store_true")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--file", nargs=2, metavar=("NAME", "OBJECT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.file:
        compile_file(options.file[0], Path(options.file[1]), options.checked)
    else:
        print(build(options.out, checked=options.checked, jobs=options.jobs))


if __name__ == "__main__":
    main()
