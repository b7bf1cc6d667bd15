"""The compiled kernels one by one: a library that also exports the calls through both tables.

    python -m tests.runtime.kernels.compiled OUT.so

builds it; ``library()`` does so in a process of its own, and opens it.
"""

import ctypes
import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def build(out: Path) -> None:
    from ringfence.kernels import jit
    from ringfence.native import build as builder

    builder.build(progress=False)
    cache = builder.cache_directory()
    objects = [cache / f"{name}-{digest}.o" for name, digest in builder._digests(False).items()]
    jit.MODE = "build"
    glue = out.with_suffix(".tables.o")
    builder._tables_object(glue)
    builder._link([*objects, glue], out, ["rf_call_native", "rf_call_opcode"])


@functools.cache
def library() -> ctypes.CDLL:
    ready = os.environ.get("RINGFENCE_TEST_LIBRARY")
    out = Path(ready or tempfile.mkdtemp() + "/kernels.so")
    environment = {**os.environ, "RINGFENCE_KERNELS": "build"}
    if not ready:
        subprocess.run([sys.executable, "-m", "tests.runtime.kernels.compiled", str(out)],
                       check=True, env=environment)
    opened = ctypes.CDLL(str(out))
    for name, count in (("rf_call_native", 5), ("rf_call_opcode", 4)):
        function = getattr(opened, name)
        function.argtypes = [ctypes.c_int64] * count
        function.restype = ctypes.c_int64
    return opened


if __name__ == "__main__":
    build(Path(sys.argv[1]))
