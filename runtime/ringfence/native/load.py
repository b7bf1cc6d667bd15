"""Open the kernels: the shipped library, one built before on this machine, or a fresh build.

Start-up must not read all kernel sources to know whether a library is theirs. A *stamp* beside
each library holds the sizes (and in a checkout the times) of the files it was made from.
``RINGFENCE_INTERPRET=1`` runs the same kernels as plain Python.
"""

from __future__ import annotations

import ctypes
import os
import sys
from _thread import allocate_lock

from ringfence.errors import MontyError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Final

PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SUFFIX: Final = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
SHIPPED: Final = os.path.join(PACKAGE, "_kernels" + SUFFIX)
SOURCES: Final = ("layout.py", "opcodes.py", "failures.py", "native/build.py")

_PROJECT: Final = os.path.join(PACKAGE, "..", "..", "pyproject.toml")  # beside it in a checkout

# name -> number of int64 arguments besides the block's address; whether it may run for long
_EXPORTS: Final = {
    "rf_enter": (2, True),
    "rf_profile": (2, True),
    "rf_collect": (1, True),
    "rf_call_function": (1, False),
    "rf_clear_little": (1, False),
    "rf_dict_rebuild": (1, True),
    "rf_set_rebuild": (1, True),
    "rf_verify": (1, True),
    "rf_mark_boot": (0, True),
    "rf_pack": (3, True),
    "rf_unpack": (4, True),
    "rf_tag_integers": (2, True),
    "rf_tag_floats": (2, True),
    "rf_untag": (2, True),
}


class Kernels:
    """The functions of the library that the host calls; the first argument is the block's address.

    ``enter`` is ``rf_enter`` taking ready `ctypes.c_int64` objects, which ctypes passes on in half
    the time.
    """

    enter: Callable[[ctypes.c_int64, ctypes.c_int64, ctypes.c_int64], int]
    rf_enter: Callable[[int, int, int], int]
    rf_profile: Callable[[int, int, int], int]
    rf_collect: Callable[[int, int], int]
    rf_call_function: Callable[[int, int], int]
    rf_clear_little: Callable[[int, int], int]
    rf_dict_rebuild: Callable[[int, int], int]
    rf_set_rebuild: Callable[[int, int], int]
    rf_verify: Callable[[int, int], int]
    rf_mark_boot: Callable[[int], int]
    rf_pack: Callable[[int, int, int, int], int]
    rf_unpack: Callable[[int, int, int, int, int], int]
    rf_tag_integers: Callable[[int, int, int], int]
    rf_tag_floats: Callable[[int, int, int], int]
    rf_untag: Callable[[int, int, int], int]
    path: str


_lock = allocate_lock()
_kernels: Kernels | None = None


def library() -> Kernels:
    """Give the kernels, opening (or building) the library on the first call."""
    global _kernels
    if _kernels is None:
        with _lock:
            if _kernels is None:
                _kernels = _open()
    return _kernels


def _open() -> Kernels:
    if os.environ.get("RINGFENCE_INTERPRET") == "1":
        return _interpreted()
    return _bind(library_path())


def _bind(path: str) -> Kernels:
    kernels = Kernels()
    kernels.path = path
    releasing, holding = ctypes.CDLL(path), ctypes.PyDLL(path)
    for name, (count, long) in _EXPORTS.items():
        # short calls keep the GIL: giving it up and taking it back costs more than they do
        function = getattr(releasing if long else holding, name, None)
        if function is None:
            continue
        function.restype = ctypes.c_int64
        function.argtypes = (ctypes.c_int64,) * (count + 1)
        setattr(kernels, name, function)
    enter = releasing["rf_enter"]
    enter.restype = ctypes.c_int64
    kernels.enter = enter
    return kernels


def _interpreted() -> Kernels:
    from ringfence.kernels import jit, tables

    tables.functions()
    kernels = Kernels()
    kernels.path = "<interpreted>"
    for name in jit.EXPORTS:
        setattr(kernels, "rf_" + name, jit.KERNELS[name][0])
    kernels.enter = lambda m, fuel, how: kernels.rf_enter(m.value, fuel.value, how.value)
    return kernels


def library_path(*, progress: bool = True) -> str:
    """Path of a library made from the kernels as they are now; builds it if there is none."""
    if is_fresh(SHIPPED, _checked(), stamp):
        return SHIPPED
    wanted = stamp(times=True)
    cache = cache_directory()
    known = read_text(os.path.join(cache, _stamp_name()))
    if known:
        path, _, found = known.partition("\n")
        if found == wanted and os.path.exists(path):
            return path
    path = _build(progress)
    temporary = os.path.join(cache, f"{_stamp_name()}.{os.getpid()}")
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(f"{path}\n{wanted}")
    os.replace(temporary, os.path.join(cache, _stamp_name()))
    return path


def is_fresh(shipped: str, made_for: str, stamp: Callable[..., str]) -> bool:
    """Whether a shipped file was made for this Python and from the sources beside it.

    Sources of an installed package do not change: there only the stamp's first line, what the
    file was made for, is compared. In a checkout all is looked at.
    """
    found = read_text(shipped + ".stamp")
    if not found or not os.path.exists(shipped):
        return False
    if os.path.exists(_PROJECT):
        return found == stamp(times=False)
    return found.partition("\n")[0] == made_for


def stamp(*, times: bool) -> str:
    """Describe the files a library is made from: name, size and, if asked, time of change."""
    lines = [_checked()]
    with os.scandir(os.path.join(PACKAGE, "kernels")) as entries:
        files = sorted(
            ((e.name, e.stat()) for e in entries if e.name.endswith(".py")), key=lambda e: e[0]
        )
    files += [(name, os.stat(os.path.join(PACKAGE, name))) for name in SOURCES]
    for name, status in files:
        lines.append(f"{name} {status.st_size} {status.st_mtime_ns if times else ''}")
    return "\n".join(lines)


def _checked() -> str:
    return os.environ.get("RINGFENCE_CHECKED", "")


def _stamp_name() -> str:
    import zlib

    return f"stamp-{zlib.crc32(PACKAGE.encode()):08x}{_checked()}"


def cache_directory() -> str:
    """Where libraries and boot images are kept between runs."""
    root = os.environ.get("RINGFENCE_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "ringfence"
    )
    os.makedirs(root, exist_ok=True)
    return root


def read_text(path: str) -> str:
    """The text of a small file, or '' if it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _build(progress: bool) -> str:
    """Build in a process of its own, so that numba is never loaded into the host's."""
    import importlib.util
    import subprocess

    if importlib.util.find_spec("numba") is None:
        raise MontyError(
            "the native kernels are not built for this platform and `numba` is not installed; "
            "run `pip install ringfence[jit]`, then `ringfence warmup`"
        )
    command = [sys.executable, "-m", "ringfence.native.build"]
    if os.environ.get("RINGFENCE_CHECKED") == "1":
        command.append("--checked")
    environment: dict[str, Any] = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(
        [os.path.dirname(PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    done = subprocess.run(
        command, env=environment, check=False, text=True, stdout=subprocess.PIPE,
        stderr=None if progress else subprocess.PIPE,
    )
    if done.returncode:
        detail = "" if progress else f":\n{(done.stderr or '')[-2000:]}"
        raise MontyError(f"building the native kernels failed{detail}")
    return done.stdout.strip().splitlines()[-1]
