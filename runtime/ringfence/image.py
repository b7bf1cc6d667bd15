"""The boot image's file: find the one made from the sources as they are now, read its head.

Start-up imports this and not ``boot.py``, which builds images and needs the whole front end.
The file: magic, five sizes, state words, attribute cache, metadata (JSON), names; then, on the
next 64 KiB boundary, the region that ``block.py`` maps at BOOT_AT.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from functools import cached_property
from typing import Any, Final

from ringfence.native.load import PACKAGE, cache_directory, read_text

MAGIC: Final = b"ringfence boot 1\n"
PAGE_BYTES: Final = 1 << 16
SHIPPED: Final = os.path.join(PACKAGE, "_boot.img")
FOLDERS: Final = ("", "prelude", "modules", "generate", "collect", "kernels", "traps")


class Image:
    """A boot image in its file.

    ``path``, ``file_offset``, ``size_bytes``: the region that lies at BOOT_AT. ``state`` and
    ``cache``: bytes of the state words and of the attribute cache of a fresh run. ``meta``:
    fingerprints, and where modules lie.
    """

    def __init__(
        self, path: str, file_offset: int, size_bytes: int, state: bytes, cache: bytes,
        meta: dict[str, Any], packed_names: bytes,
    ) -> None:
        self.path = path
        self.file_offset = file_offset
        self.size_bytes = size_bytes
        self.state = state
        self.cache = cache
        self.meta = meta
        self.packed_names = packed_names

    @cached_property
    def names(self) -> dict[str, int]:
        """Reference of the canonical string object by text, for strings that names can be."""
        return unpack_names(self.packed_names)

    @property
    def digest(self) -> str:
        """Digest of the region's bytes: snapshots are bound to it."""
        return str(self.meta["digest"])


def read_image(path: str | os.PathLike[str]) -> Image:
    """Read an image file's head."""
    import json

    with open(path, "rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ValueError(f"`{path}` is no boot image of this version")
        sizes = struct.unpack("<IIIII", file.read(20))
        state, cache, meta, names = (file.read(size) for size in sizes[:4])
    head = len(MAGIC) + 20 + sum(sizes[:4])
    offset = -(-head // PAGE_BYTES) * PAGE_BYTES
    return Image(os.fspath(path), offset, sizes[4], state, cache, json.loads(meta), names)


def unpack_names(data: bytes) -> dict[str, int]:
    """Names and references: count, length of the text, references, text."""
    count, length = struct.unpack_from("<II", data)
    references = array("I", data[8 : 8 + 4 * count])
    text = data[8 + 4 * count : 8 + 4 * count + length].decode("utf-8", "surrogatepass")
    return dict(zip(text.split("\n"), references, strict=False)) if count else {}


def find_image() -> str:
    """Path of the image made from the sources as they are; builds it if there is none."""
    if os.path.exists(SHIPPED) and read_text(SHIPPED + ".stamp") == stamp(times=False):
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
    lines = [f"{sys.version_info[:3]}"]
    for folder in FOLDERS:
        for root, _, files in os.walk(os.path.join(PACKAGE, folder)):
            for name in sorted(files):
                if name.endswith(".py"):
                    status = os.stat(os.path.join(root, name))
                    changed = status.st_mtime_ns if times else ""
                    lines.append(f"{folder} {name} {status.st_size} {changed}")
            if not folder:
                break
    return "\n".join(lines)


def _package_name() -> str:
    import zlib

    return f"{zlib.crc32(PACKAGE.encode()):08x}"
