"""Put the native library and the boot image beside the package, stamped: what a wheel carries.

    python -m ringfence.native.ship

An installed package takes them when their stamps fit its own files, and needs no numba then.
"""

import subprocess
from pathlib import Path

from ringfence import boot, image
from ringfence.native import build, load


def ship() -> None:
    """Build both; each is written before its stamp, so that a half-done pair is not taken."""
    library = Path(load.SHIPPED)
    library.with_name(library.name + ".stamp").unlink(missing_ok=True)
    # in a process of its own: there kernels are symbols, here they are what the image runs on
    command = [*build.python(), "-m", "ringfence.native.build", "--out", str(library)]
    subprocess.run(command, check=True)
    library.with_name(library.name + ".stamp").write_text(load.stamp(times=False))
    boot.write_image(Path(image.SHIPPED))
    Path(image.SHIPPED + ".stamp").write_text(image.stamp(times=False))


if __name__ == "__main__":
    ship()
