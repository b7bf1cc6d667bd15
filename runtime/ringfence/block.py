"""A run's 4 GiB of address space: reserved, raw access from Python, cleared and used again.

Reserving commits no memory; what a run touches is given by the kernel page by page. The boot
image is mapped privately and read-only from its file, so all runs share its pages and no bug can
leave a trace in it; for a run that comes from a snapshot it is a private copy, thrown away after
it. A guard that belongs to the block lies on both sides.

Invariant: a block from ``take`` is as good as new: its state words are the image's, and every
byte of program region, stack and heaps is zero, whatever ran in it before.
"""

from __future__ import annotations

import ctypes
import sys

from ringfence.layout import (
    ATTRIBUTE_CACHE_AT,
    ATTRIBUTE_CACHE_ENTRIES,
    BLOCK_BYTES,
    BOOT_AT,
    CACHE_WORDS,
    HEAP_A_AT,
    HEAP_B_AT,
    HEAP_BYTES,
    PROFILE_AT,
    PROGRAM_AT,
    STACK_AT,
    STACK_END,
    STATE_CACHE_FILLED,
    STATE_COLLECTIONS,
    STATE_DEPTH_PEAK,
    STATE_END,
    STATE_FIRST_VALUE,
    STATE_HEAP_END,
    STATE_HEAP_SOFT,
    STATE_HEAP_START,
    STATE_HEAP_TOP,
    STATE_PROFILE_AT,
    STATE_PROGRAM_TOP,
)
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final, Protocol

    class BootImage(Protocol):
        """What a block needs to know of the boot image."""

        path: str  # file that holds the image's region, page-aligned
        file_offset: int
        size_bytes: int
        state: bytes  # the state words of a fresh run
        cache: bytes  # the attribute cache of a fresh run, or b''

GUARD_BYTES: Final = 0x100000
STATE_BYTES: Final = STATE_END * 8
CACHE_BYTES: Final = ATTRIBUTE_CACHE_ENTRIES * CACHE_WORDS * 8
CLEAR_BY_WRITING_BYTES: Final = 256 << 10  # beyond, giving the pages back is cheaper
_ZEROS: Final = memoryview(bytes(CLEAR_BY_WRITING_BYTES))
_CACHE: Final = slice(ATTRIBUTE_CACHE_AT, ATTRIBUTE_CACHE_AT + CACHE_BYTES)
FEWEST_CELLS: Final = 256  # no function of the prelude has more registers
POOL_SIZE: Final = 8  # cleared blocks kept for the next runs
NONE_WORD: Final = 13  # tags.NONE; the kernels are not imported here

PROT_NONE, PROT_READ, PROT_WRITE = 0, 1, 2
MAP_PRIVATE, MAP_FIXED = 2, 0x10
_LINUX = sys.platform.startswith("linux")
MAP_ANONYMOUS = 0x20 if _LINUX else 0x1000
MAP_NORESERVE = 0x4000 if _LINUX else 0x40
MADV_DONTNEED = 4
MADV_HUGEPAGE = 14
HUGE_FROM: Final = 2 << 20  # bytes of heap from which on large pages are asked for
_FAILED: Final = ctypes.c_void_p(-1).value


def _library() -> Callable[..., int] | None:
    """Bind mmap and its kin; None where the platform has no POSIX memory mapping."""
    if sys.platform == "win32":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    size, pointer, number = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int
    libc.mmap.argtypes = (pointer, size, number, number, number, ctypes.c_int64)
    libc.mmap.restype = pointer
    libc.munmap.argtypes = (pointer, size)
    libc.mprotect.argtypes = (pointer, size, number)
    libc.madvise.argtypes = (pointer, size, number)
    return libc  # type: ignore[return-value]


_libc = _library()


class Block:
    """One reservation and the ways to read and write it.

    Attributes
    ----------
    address, pointer
        Address of byte 0, the ``m`` of every kernel; the same as ctypes takes it at once.
    words
        The whole block as signed 64-bit words: ``words[at >> 3]``.
    data
        The whole block as bytes.
    """

    __slots__ = (
        "_keep", "_start", "address", "cells_limit", "data", "image", "is_closed", "is_foreign", "is_pooled",
        "pointer", "words",
    )  # fmt: skip

    def __init__(self, image: BootImage | None = None) -> None:
        self._start = 0
        self._keep: object = None
        total = BLOCK_BYTES + 2 * GUARD_BYTES
        if _libc is None:
            self._reserve_portably(total)
        else:
            # the guards too: what strays there shall harm nobody, the process included
            self._start = _map(None, total, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)
            self.address = self._start + GUARD_BYTES
            if _LINUX:  # a run that fills its heap is 5 to 20 % faster; small ones never get there
                for heap in (HEAP_A_AT, HEAP_B_AT):
                    _libc.madvise(  # type: ignore[attr-defined]
                        self.address + heap + HUGE_FROM, HEAP_BYTES - HUGE_FROM, MADV_HUGEPAGE
                    )
        self.pointer = ctypes.c_int64(self.address)
        self.is_pooled = self.is_closed = self.is_foreign = False
        view = memoryview((ctypes.c_char * BLOCK_BYTES).from_address(self.address)).cast("B")
        self.data = view
        self.words = view.cast("q")
        self.cells_limit = FEWEST_CELLS  # most registers of any program in the block: bounds a frame
        self.image = image
        if image is not None:
            self._map_image(image)
        self._fresh_state()

    def _reserve_portably(self, total: int) -> None:
        import mmap

        mapping = mmap.mmap(-1, total)
        self._keep = mapping
        self.address = ctypes.addressof(ctypes.c_char.from_buffer(mapping)) + GUARD_BYTES

    def _map_image(self, image: BootImage) -> None:
        if _libc is None:
            with open(image.path, "rb") as file:
                file.seek(image.file_offset)
                self.data[BOOT_AT : BOOT_AT + image.size_bytes] = file.read(image.size_bytes)
            return
        import os

        file_number = os.open(image.path, os.O_RDONLY)
        try:
            _map(self.address + BOOT_AT, image.size_bytes, PROT_READ, MAP_PRIVATE | MAP_FIXED,
                 file_number, image.file_offset)
        finally:
            os.close(file_number)

    def expect_anything(self) -> None:
        """Let the block be filled from outside: writing into its boot image ends no process then.

        What is written there is seen by this run alone, and gone when the block is given back.
        """
        self.is_foreign = True
        if _libc is not None and self.image is not None:
            _libc.mprotect(  # type: ignore[attr-defined]
                self.address + BOOT_AT, self.image.size_bytes, PROT_READ | PROT_WRITE)

    def _forget_foreign(self) -> None:
        """Undo what a run that came from outside may have done outside its regions."""
        self.is_foreign = False
        if self.image is not None:
            self._map_image(self.image)
        if _LINUX and _libc is not None:
            for guard in (self._start, self.address + BLOCK_BYTES):
                _libc.madvise(guard, GUARD_BYTES, MADV_DONTNEED)  # type: ignore[attr-defined]

    def _fresh_state(self) -> None:
        image = self.image
        if image is None:
            words = self.words
            for index in range(STATE_FIRST_VALUE, STATE_END):
                words[index] = NONE_WORD
            words[STATE_HEAP_TOP] = words[STATE_HEAP_START] = HEAP_A_AT
            words[STATE_HEAP_SOFT] = words[STATE_HEAP_END] = HEAP_A_AT + HEAP_BYTES
            words[STATE_PROGRAM_TOP] = PROGRAM_AT
            return
        data = self.data
        data[:STATE_BYTES] = image.state
        if image.cache:
            data[_CACHE] = image.cache

    def reset(self) -> None:
        """Make the block as good as new."""
        if self.is_foreign:
            self._forget_foreign()
        if self.image is not None and library().rf_clear_little(self.address, self.cells_limit):
            self.cells_limit = FEWEST_CELLS
            self._fresh_state()
            return
        words, data = self.words, self.data
        program_top, heap_top = words[STATE_PROGRAM_TOP], words[STATE_HEAP_TOP]
        # a frame takes at most its registers, its own words and a window above them
        frame_bytes = (self.cells_limit + 32) * 8
        deepest = STACK_AT + (words[STATE_DEPTH_PEAK] + 2) * frame_bytes
        if words[STATE_COLLECTIONS] or not HEAP_A_AT <= heap_top <= HEAP_A_AT + HEAP_BYTES:
            _discard(self, HEAP_A_AT, HEAP_B_AT + HEAP_BYTES)
            heap_top = HEAP_A_AT
        if heap_top > HEAP_A_AT:
            self._clear(HEAP_A_AT, heap_top)
        if program_top > PROGRAM_AT:
            self._clear(PROGRAM_AT, min(program_top, STACK_AT))
        if words[STATE_PROFILE_AT] and program_top > PROGRAM_AT:
            self._clear(PROFILE_AT, min(PROFILE_AT + 2 * (program_top - PROGRAM_AT), STACK_AT))
        self._clear(STACK_AT, min(deepest, STACK_END))
        if words[STATE_CACHE_FILLED]:
            data[_CACHE] = _ZEROS[:CACHE_BYTES]
        if self.image is None:
            data[:STATE_BYTES] = _ZEROS[:STATE_BYTES]
        self.cells_limit = FEWEST_CELLS
        self._fresh_state()

    def _clear(self, start: int, end: int) -> None:
        """Write zeros, or give the pages back; `start` lies on 64 KiB."""
        size = end - start
        if size <= CLEAR_BY_WRITING_BYTES:
            self.data[start:end] = _ZEROS[:size]
        else:
            _discard(self, start, (end + 0xFFFF) & ~0xFFFF)

    def copy_from(self, other: Block) -> None:
        """Take over another block's run: its state, program, stack and heap."""
        for at, end in other.used_ranges():
            ctypes.memmove(self.address + at, other.address + at, end - at)
        self.cells_limit = other.cells_limit

    def used_ranges(self) -> list[tuple[int, int]]:
        """Offsets ``(start, end)`` of all that makes up the run, besides the boot image."""
        words = self.words
        return [
            (0, STATE_BYTES),
            (ATTRIBUTE_CACHE_AT, ATTRIBUTE_CACHE_AT + CACHE_BYTES),
            (PROGRAM_AT, max(words[STATE_PROGRAM_TOP], PROGRAM_AT)),
            (PROFILE_AT, self._profile_top()),
            (STACK_AT, self.stack_top()),
            (words[STATE_HEAP_START], words[STATE_HEAP_TOP]),
        ]

    def _profile_top(self) -> int:
        size = self.words[STATE_PROGRAM_TOP] - PROGRAM_AT
        return PROFILE_AT + 2 * max(size, 0) if self.words[STATE_PROFILE_AT] else PROFILE_AT

    def stack_top(self) -> int:
        """Offset of the first byte above the registers of all frames."""
        from ringfence.layout import CODE_N_REGISTERS, FRAME_BASE, FRAME_CODE, STATE_BASE

        words = self.words
        base = words[STATE_BASE]
        top = max(base, STACK_AT)
        while base > STACK_AT:
            code = words[(base >> 3) + FRAME_CODE]
            if code & 7 == 1:
                registers = words[(code - 1 >> 3) + CODE_N_REGISTERS] >> 1
                top = max(top, base + registers * 8)
            below = words[(base >> 3) + FRAME_BASE]
            if below >= base:
                break
            base = below
        return min(top, STACK_END)

    @property
    def is_open(self) -> bool:
        """Whether the block is its user's: neither in the pool nor closed."""
        return not self.is_pooled and not self.is_closed

    def close(self) -> None:
        """Give the address space back; nothing may be read or written any more."""
        self.is_closed = True
        start, self._start = self._start, 0
        if start and _libc is not None:
            self.words.release()
            self.data.release()
            _libc.munmap(start, BLOCK_BYTES + 2 * GUARD_BYTES)  # type: ignore[attr-defined]

    def __del__(self) -> None:
        # in a cycle of garbage the machine's finalizer may have saved the block before
        if getattr(self, "_start", 0) and not self.is_pooled:
            self.close()


def _map(at: int | None, size: int, protection: int, flags: int, file: int = -1,
         offset: int = 0) -> int:
    assert _libc is not None
    address = _libc.mmap(at, size, protection, flags, file, offset)  # type: ignore[attr-defined]
    if address is None or address == _FAILED:
        raise MemoryError(f"cannot map {size} bytes (errno {ctypes.get_errno()})")
    return int(address)


def _discard(block: Block, start: int, end: int) -> None:
    """Give pages back; they read as zero afterwards. Bounds lie on 64 KiB."""
    if _LINUX and _libc is not None:
        _libc.madvise(block.address + start, end - start, MADV_DONTNEED)  # type: ignore[attr-defined]
    elif _libc is not None:
        _map(block.address + start, end - start, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED)
    else:
        step = 1 << 20
        zeros = bytes(step)
        data = block.data
        for at in range(start, end, step):
            piece = data[at : min(at + step, end)]
            if any(piece):
                piece[:] = zeros[: len(piece)]


_pool: list[Block] = []  # append and pop are atomic


def take(image: BootImage | None = None) -> Block:
    """Take a cleared block for `image` from the pool, or make one."""
    while _pool:
        try:
            block = _pool.pop()
        except IndexError:
            break
        block.is_pooled = False
        if block.image is image:
            return block
        block.close()
    return Block(image)


def give_back(block: Block) -> None:
    """Clear a block and keep it for the next runs, or let it go."""
    if len(_pool) < POOL_SIZE:
        block.reset()
        block.is_pooled = True
        _pool.append(block)
    else:
        block.close()
