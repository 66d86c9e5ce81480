"""Measures how long the bundle takes to its first frame, against a bare window bundled by the same rules.

Run it by hand with `python tests/benchmarks/bundled_start_up.py`, which builds both first. The program in its
bundle is that of build.spec, but for its event loop, which ends after the first frame. Those of Windows are
measured by Wine with `.ci/windows/inside PLACE python tests/benchmarks/bundled_start_up.py`, which takes four
minutes.
"""

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from report import HERE, compare, print_report


def build(folder: Path) -> None:
    """Bundle both programs in `folder`."""
    tool = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", "--noconfirm"]
    places = ["--distpath", folder, "--workpath", folder / "build"]
    subprocess.run([*tool, *places, HERE / "bundles.spec"], check=True)


def main() -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        build(folder)
        ours = [str(folder / "ours" / "first_frame"), "vpt_desktop.app"]
        bare = [str(folder / "bare" / "first_frame"), "bare_window"]
        print_report(partial(compare, ours, bare))


if __name__ == "__main__":
    main()
