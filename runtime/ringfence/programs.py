"""Texts compiled once: from source to an image of the program region, cached by text.

A program's image depends on where it will lie and on the boot image (whose strings it shares).
First programs lie at PROGRAM_AT and are kept; those fed to a session later are laid out anew.
"""

from __future__ import annotations

from _thread import allocate_lock

from ringfence import layout as L

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

    from ringfence.block import Block

CACHE_SIZE: Final = 512
MAIN_ENTRY: Final = "__name__"  # the first entry of every namespace, bound to "__main__"
CACHE_SOURCE_BYTES: Final = 64 << 20

_image: Any = None
_image_lock = allocate_lock()


def boot_image() -> Any:
    """The boot image of this process."""
    global _image
    if _image is None:
        with _image_lock:
            if _image is None:
                from ringfence.image import find_image, read_image

                _image = read_image(find_image())
    return _image


class Compiled:
    """A program ready to be put into a block. Immutable, but for what is learnt from a start.

    Attributes
    ----------
    names
        Entry number by name, in the namespace.
    name_words
        The same names as references of strings, in the order of the entries.
    """

    __slots__ = (
        "base", "code", "data", "has_await", "host_names", "main_word", "max_registers", "name_words",
        "names", "register_names", "script_name", "source", "start",
    )  # fmt: skip

    def __init__(self, program: Any, base: int) -> None:
        from ringfence.assemble import _Layout

        layout = _Layout(base, boot_image().names, {})
        layout.unit = layout.value((program.script_name, program.source))
        self.base = base
        self.code: int = layout.code(program.module)
        self.name_words = [layout.string(name) for name in program.names]
        self.main_word = layout.string("__main__")
        self.data = layout.data()
        self.names = {name: number for number, name in enumerate(program.names)}
        self.register_names: dict[str, int] = program.register_names
        self.has_await: bool = program.has_await
        self.host_names: list[str] = program.host_names
        self.max_registers = _max_registers(program.module)
        self.start: list[tuple[slice, bytes]] | None = None  # see Machine.load
        self.source: str = program.source
        self.script_name: str = program.script_name

    def place(self, block: Block) -> int:
        """Copy the image into a block; answer the reference of the module's CODE."""
        words = block.words
        top = words[L.STATE_PROGRAM_TOP]
        if top != self.base:
            raise ValueError(f"the program was laid out for {self.base:#x}, not {top:#x}")
        size = len(self.data)
        if top + size > L.STACK_AT:
            raise MemoryError("the program region is full")
        block.data[top : top + size] = self.data
        words[L.STATE_PROGRAM_TOP] = top + size
        if self.max_registers > block.cells_limit:
            block.cells_limit = self.max_registers
        return self.code


def _max_registers(module: Any) -> int:
    """Most registers of any code object of a program."""
    most, todo = 0, [module]
    while todo:
        code = todo.pop()
        most = max(most, code.n_registers)
        todo.extend(c for c in code.constants if type(c) is type(module))
    return most


_cache: dict[tuple[Any, ...], Compiled] = {}  # oldest first
_cache_bytes = 0
_cache_lock = allocate_lock()


def compiled(source: str, script_name: str, inputs: Iterable[str]) -> Compiled:
    """Compile a program, or find it in the cache.

    Raises
    ------
    MontySyntaxError
        For a text that is no program, or uses what the sandbox does not take.
    """
    global _cache_bytes
    key = (source, script_name, tuple(inputs))
    found = _cache.get(key)
    if found is not None:
        return found
    made = fresh(source, script_name, key[2], L.PROGRAM_AT)
    with _cache_lock:
        _cache[key] = made
        _cache_bytes += len(source) + len(made.data)
        while len(_cache) > CACHE_SIZE or _cache_bytes > CACHE_SOURCE_BYTES:
            old_key = next(iter(_cache))
            old = _cache.pop(old_key)
            _cache_bytes -= len(old_key[0]) + len(old.data)
    return made


def fresh(source: str, script_name: str, inputs: Iterable[str], base: int,
          names: Iterable[str] = (), *, interactive: bool = False) -> Compiled:
    """Compile for a place in the program region; `names` are those a session has already."""
    from ringfence.compile import compile_source

    program = compile_source(
        source, script_name, inputs=tuple(inputs), mode="feed" if interactive else "program",
        names=list(names) or [MAIN_ENTRY],
    )
    return Compiled(program, base)
