"""The boot image's file: find the one made from the sources as they are now, read its head.

Start-up imports this and not ``boot.py``, which builds images and needs the whole front end.
The file: magic, five sizes, state words, attribute cache, metadata (JSON), names; then, on the
next 64 KiB boundary, the region that ``block.py`` maps at BOOT_AT.
"""

from __future__ import annotations

import os
import struct
import sys
from _bisect import bisect_left

from ringfence.native.load import PACKAGE, cache_directory, is_fresh, read_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

MAGIC: Final = b"ringfence boot 1\n"
FEW: Final = 200  # names that are searched for before a dict is made of all
PAGE_BYTES: Final = 1 << 16
SHIPPED: Final = os.path.join(PACKAGE, "_boot.img")
FOLDERS: Final = ("", "prelude", "modules", "generate", "collect", "kernels", "traps")


class Image:
    """A boot image in its file.

    ``path``, ``file_offset``, ``size_bytes``: the region that lies at BOOT_AT. ``state`` and
    ``cache``: bytes of the state words and of the attribute cache of a fresh run. ``names``:
    canonical strings, for strings that names can be.
    """

    def __init__(
        self, path: str, file_offset: int, size_bytes: int, state: bytes, cache: bytes,
        packed_meta: bytes, packed_names: bytes,
    ) -> None:
        self.path = path
        self.file_offset = file_offset
        self.size_bytes = size_bytes
        self.state = state
        self.cache = cache
        self.names = Names(packed_names)
        self._packed_meta = packed_meta
        self._meta: dict[str, Any] | None = None

    @property
    def meta(self) -> dict[str, Any]:
        """Fingerprints, and where modules lie; read only when it is wanted."""
        if self._meta is None:
            import json

            self._meta = json.loads(self._packed_meta)
        return self._meta

    @property
    def digest(self) -> str:
        """Digest of the region's bytes: snapshots are bound to it."""
        return str(self.meta["digest"])


def read_image(path: str | os.PathLike[str]) -> Image:
    """Read an image file's head."""
    with open(path, "rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ValueError(f"`{path}` is no boot image of this version")
        sizes = struct.unpack("<IIIII", file.read(20))
        state, cache, meta, names = (file.read(size) for size in sizes[:4])
    head = len(MAGIC) + 20 + sum(sizes[:4])
    offset = -(-head // PAGE_BYTES) * PAGE_BYTES
    return Image(os.fspath(path), offset, sizes[4], state, cache, meta, names)


class Names:
    """References by name, as ``pack_names`` left them: count, length of the text, references, text.

    The first names are searched for; whoever asks for many gets a dict made.
    """

    def __init__(self, packed: bytes) -> None:
        count, length = struct.unpack_from("<II", packed)
        self._references = memoryview(packed)[8 : 8 + 4 * count].cast("I")
        text = packed[8 + 4 * count : 8 + 4 * count + length]
        self._names = text.split(b"\n") if count else []
        self._asked = 0
        self._table: dict[bytes, int] = {}

    def get(self, name: str) -> int | None:
        """Reference of the canonical string object of a text; None if the image has none."""
        key = name.encode("utf-8", "surrogatepass")
        if self._table:
            return self._table.get(key)
        self._asked += 1
        if self._asked > FEW:
            self._table = dict(zip(self._names, self._references, strict=False))
        place = bisect_left(self._names, key)
        if place < len(self._names) and self._names[place] == key:
            return self._references[place]
        return None


def find_image() -> str:
    """Path of the image made from the sources as they are; builds it if there is none."""
    if is_fresh(SHIPPED, _python(), stamp):
        return SHIPPED
    wanted = stamp(times=True)
    note = os.path.join(cache_directory(), "image-" + _package_name())
    path, _, found = read_text(note).partition("\n")
    if found == wanted and os.path.exists(path):
        return path
    from ringfence.boot import cached_image_path

    path = str(cached_image_path())
    temporary = f"{note}.{os.getpid()}"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(f"{path}\n{wanted}")
    os.replace(temporary, note)
    return path


def stamp(*, times: bool) -> str:
    """Describe the files an image is made from: name, size and, if asked, time of change."""
    lines = [_python()]
    for folder in FOLDERS:
        lines += _files(folder, times=times)
    return "\n".join(lines)


def _files(folder: str, *, times: bool) -> list[str]:
    lines, folders = [], []
    with os.scandir(os.path.join(PACKAGE, folder)) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                changed = status.st_mtime_ns if times else ""
                lines.append(f"{folder} {entry.name} {status.st_size} {changed}")
            elif folder and entry.name != "__pycache__" and entry.is_dir():
                folders.append(f"{folder}/{entry.name}")
    lines.sort()
    for inner in sorted(folders):
        lines += _files(inner, times=times)
    return lines


def _python() -> str:
    return f"{sys.version_info[:3]}"


def _package_name() -> str:
    import zlib

    return f"{zlib.crc32(PACKAGE.encode()):08x}"
