"""mypy, resident: one build at the start, then each text checked against the loaded graph.

A text becomes a throw-away module: loaded, analysed, checked, taken out again. This rests on the
inside of one mypy version, which is pinned; a test compares the answers with full builds.

Invariants: nothing of a text stays in the graph after `Session.check` (save modules asked to be
kept); the text is never on disk; host names stand in the symbol table of `builtins` only while a
check lasts.
"""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from mypy import build as mypy_build
from mypy import errors as mypy_errors
from mypy.fscache import FileSystemCache
from mypy.modulefinder import BuildSource
from mypy.nodes import Decorator, FuncDef, MypyFile, OverloadedFuncDef, SymbolTableNode
from mypy.options import Options
from mypy.semanal_main import semantic_analysis_for_scc
from mypy.typestate import type_state
from mypy.util import hash_digest

HOST = "_host"  # module that holds the names the host lends
PROGRAM = "_program"
FEED = "_feed_"  # and a number: a text fed earlier to the same session

# warnings of mypy that are worth telling about generated code
WARNINGS = (
    "possibly-undefined", "truthy-bool", "truthy-iterable", "unused-awaitable", "redundant-expr",
    "exhaustive-match", "mutable-override",
)  # fmt: skip
OFF = ("top-level-await", "var-annotated", "import-untyped", "annotation-unchecked")


class Found(NamedTuple):
    """A message of mypy; lines from 1, columns from 0 in the parser's units."""

    line: int
    column: int
    end_line: int
    end_column: int
    severity: str
    message: str
    code: str


class Overlay(FileSystemCache):
    """Files from memory, everything else from disk."""

    def __init__(self) -> None:
        self.overlay: dict[str, bytes] = {}
        super().__init__()

    def put(self, path: str, text: str) -> None:
        """Serve ``text`` as the file ``path``."""
        self.overlay[path] = text.encode()
        for known in (self.stat_or_none_cache, self.read_cache, self.hash_cache):
            known.pop(path, None)

    def stat_or_none(self, path: str) -> os.stat_result | None:
        data = self.overlay.get(path)
        if data is None:
            return super().stat_or_none(path)
        return os.stat_result((stat.S_IFREG | 0o444, 1, 0, 1, 0, 0, len(data), 0, 0, 0))

    def exists(self, path: str, real_only: bool = False) -> bool:
        if path in self.overlay:
            return not real_only
        return super().exists(path, real_only)

    def read(self, path: str) -> bytes:
        data = self.overlay.get(path)
        if data is None:
            return super().read(path)
        self.hash_cache[path] = hash_digest(data)
        return data


def make_options(typeshed: str | None, cache_dir: str | None) -> Options:
    """Options that suit generated code."""
    options = Options()
    options.check_untyped_defs = True
    options.implicit_optional = True
    options.allow_redefinition = True
    options.warn_unreachable = True
    options.strict_equality = True
    options.enable_error_code = list(WARNINGS)
    options.disable_error_code = list(OFF)
    options.show_column_numbers = True
    options.show_error_end = True
    options.python_executable = None  # no site-packages
    options.mypy_path = []
    options.namespace_packages = False
    options.custom_typeshed_dir = typeshed
    options.abs_custom_typeshed_dir = typeshed
    options.incremental = cache_dir is not None
    options.cache_dir = cache_dir or os.devnull
    options.error_summary = False
    options.show_traceback = True
    options.raise_exceptions = True
    options.process_error_codes(error_callback=_refuse)
    return options


def _refuse(message: str) -> Any:
    raise ValueError(message)


class Loaded:
    """What a check leaves for questions about the text: its tree and types."""

    __slots__ = ("state", "tree", "types")

    def __init__(self, state: mypy_build.State) -> None:
        self.state = state
        self.tree: MypyFile = state.tree  # type: ignore[assignment]
        self.types = state.type_map()


class Session:
    """The loaded graph. One a process: mypy keeps global state."""

    def __init__(
        self, preload: Iterable[str], typeshed: str | None = None, cache_dir: str | None = None,
        hidden: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.options = make_options(typeshed, cache_dir)
        self.files = Overlay()
        text = "".join(f"import {name}\n" for name in preload)
        result = mypy_build.build(
            [BuildSource(None, "_preload", text)], self.options, fscache=self.files
        )
        self.library_errors = list(result.errors)  # what they are about is taken as Any
        self.manager = result.manager
        self.graph = result.graph
        self.builtins = self.manager.modules["builtins"]
        self.library = frozenset(self.graph)
        self._lent: dict[str, SymbolTableNode | None] = {}  # what stood in `builtins` before
        self.completions: dict[str, Any] = {}  # of the library's modules, which stay as they are
        for module, names in (hidden or {}).items():
            self._hide(module, names)

    def settle(self) -> None:
        """Let collections look at what comes from now on only; takes longer than many checks."""
        gc.collect()
        gc.freeze()
        gc.disable()

    # ------------------------------------------------------------ checking
    @contextmanager
    def checked(
        self, text: str, module: str, path: str, *, native_parser: bool, lent: tuple[str, ...] = (),
    ) -> Iterator[tuple[list[Found], Loaded | None]]:
        """Check a text; give messages and, unless it is broken, tree and types for the block."""
        self._forget(module)
        self.manager.errors.reset()
        added = self._lend(lent)
        loaded: Loaded | None = None
        try:
            state = self._analyse(text, module, path, native_parser)
            if state is not None:
                loaded = Loaded(state)
            yield self._messages(path), loaded
        finally:
            self._take_back(added)
            self._forget(module)
            if loaded is not None:
                loaded.state.free_state()
            self._clear_caches()

    def check_again(self, loaded: Loaded, path: str) -> list[Found]:
        """Check the bodies once more, after types of functions were changed; all messages."""
        self.manager.errors.reset()
        loaded.state.free_state()
        loaded.state.type_check_first_pass()
        while loaded.state.type_check_second_pass():
            pass
        loaded.types = loaded.state.type_map()
        return self._messages(path)

    def keep(
        self, name: str, text: str, path: str, lent: tuple[str, ...] = (), *, native: bool = True
    ) -> list[Found]:
        """Load a module that stays: stubs of the host, an earlier feed. Gives its messages."""
        self._forget(name)
        self.manager.errors.reset()
        self.files.put(path, text)
        added = self._lend(lent)
        try:
            self._analyse(text, name, path, native)
            return self._messages(path)
        finally:
            self._take_back(added)
            self._clear_caches()

    def drop(self, name: str) -> None:
        """Take a kept module out."""
        self._forget(name)

    def names(self, module: str) -> Mapping[str, SymbolTableNode]:
        """Symbols of a loaded module."""
        return self.manager.modules[module].names

    def library_names(self, module: str) -> dict[str, SymbolTableNode]:
        """Symbols of a module of the library, without those that a host lends for a while."""
        names = dict(self.manager.modules[module].names)
        for name, known in self._lent.items() if module == "builtins" else ():
            if known is None:
                del names[name]
            else:
                names[name] = known
        return names

    def text_of(self, path: str) -> str:
        """Text of a loaded file."""
        try:
            return self.files.read(path).decode()
        except OSError:
            return ""

    # ------------------------------------------------------------ inside
    def _hide(self, module: str, names: Iterable[str]) -> None:
        """Keep names that only stubs need from programs."""
        tree = self.manager.modules.get(module)
        for name in names if tree is not None and module != "builtins" else ():
            symbol = tree.names.get(name) if tree is not None else None
            if symbol is not None:
                symbol.module_public = False
                symbol.module_hidden = True

    def _lend(self, modules: tuple[str, ...]) -> dict[str, SymbolTableNode | None]:
        """Put the names of modules into `builtins`, the last wins; what stood there before."""
        table = self.builtins.names
        lent: dict[str, SymbolTableNode] = {}
        for module in modules:
            tree = self.manager.modules.get(module)
            if tree is None:
                continue
            for name, symbol in tree.names.items():
                if symbol.module_public and not (name.startswith("__") and name in table):
                    lent[name] = symbol
        replaced: dict[str, SymbolTableNode | None] = {}
        for name, symbol in lent.items():
            known = table.get(name)
            if known is None or isinstance(known.node, (FuncDef, OverloadedFuncDef, Decorator)):
                replaced[name] = known  # classes of `builtins` stay: mypy rests on them
                table[name] = symbol
        self._lent = replaced
        return replaced

    def _take_back(self, replaced: dict[str, SymbolTableNode | None]) -> None:
        self._lent = {}
        for name, known in replaced.items():
            if known is None:
                del self.builtins.names[name]
            else:
                self.builtins.names[name] = known

    def _analyse(
        self, text: str, module: str, path: str, native_parser: bool
    ) -> mypy_build.State | None:
        manager, graph = self.manager, self.graph
        manager.options.native_parser = native_parser
        new: list[mypy_build.State] = []
        try:
            mypy_build.load_graph([BuildSource(path, module, text)], manager, graph, new)
            for state in new:
                manager.import_map[state.id] = set(state.dependencies + state.suppressed)
            manager.semantic_analyzer.transitive_submodule_imports.pop(module, None)
            extra = [state for state in new if state.id != module]
            if extra:
                self._process(extra)
            state = graph[module]
            semantic_analysis_for_scc(graph, [module], manager.errors)
        except mypy_errors.CompileError:
            return None
        state.type_check_first_pass()
        while state.type_check_second_pass():
            pass
        state.detect_possibly_undefined_vars()
        return state

    def _process(self, states: list[mypy_build.State]) -> None:
        ids = {state.id for state in states}
        for component in mypy_build.sorted_components(self.graph):
            if not ids & component.mod_ids:
                continue
            if all(self.graph[name].is_fresh() for name in component.mod_ids):
                mypy_build.process_fresh_modules(
                    self.graph, sorted(component.mod_ids), self.manager
                )
            else:
                self.manager.scc_by_id[component.id] = component
                component.deps = set()
                mypy_build.process_stale_scc(self.graph, component, self.manager)
        self.manager.errors.flushed_files.clear()

    def _messages(self, path: str) -> list[Found]:
        return [
            Found(line, column, end_line, end_column, severity, message, code or "")
            for _, line, column, end_line, end_column, severity, message, code
            in self.manager.errors.file_messages(path)
        ]

    def _forget(self, module: str) -> None:
        self.graph.pop(module, None)
        self.manager.modules.pop(module, None)
        self.manager.ast_cache.pop(module, None)

    def _clear_caches(self) -> None:
        type_state.reset_all_subtype_caches()
        type_state.reset_protocol_deps()
        self.manager.semantic_analyzer.wrapped_coro_return_types.clear()
