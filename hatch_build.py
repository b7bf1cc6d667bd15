"""Build hook: compile the kernels and lay out the boot image into the wheel."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``_kernels.so`` and ``_boot.img`` to the wheel and tags it for the platform.

    An editable install compiles on first use instead (``ringfence warmup``).
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or self.target_name != "wheel":
            return
        if sys.platform != "linux" or os.uname().machine != "x86_64":
            self.app.display_warning("no prebuilt kernels for this platform; the wheel is pure")
            return
        source = Path(self.root) / "runtime"
        # The isolated build environment is found through sys.path only. Without `-S` its own
        # sitecustomize would take away what an editable install of this project has put there.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(source), *sys.path])}
        environment.pop("RINGFENCE_INTERPRET", None)
        subprocess.run(
            [sys.executable, "-S", "-m", "ringfence.native.ship"], check=True, env=environment
        )
        build_data["pure_python"] = False
        build_data["tag"] = "py3-none-manylinux_2_17_x86_64"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the built files out of the source tree: a checkout makes its own, by content."""
        for path in (Path(self.root) / "runtime" / "ringfence").glob("_*"):
            if path.name.startswith(("_kernels.so", "_boot.")):
                path.unlink()
