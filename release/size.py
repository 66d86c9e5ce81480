"""Size of the bundle, unpacked and zipped: a report, and a limit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_MOST_UNPACKED = 175
_MOST_ZIPPED = 70
"""In MB of a million bytes. The limits were agreed for Linux."""

_LARGEST = 10


def report(folder: Path) -> None:
    """Zip `folder`, print both sizes and its largest files, and end the build if it is too large."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    archive = _zip(folder)
    unpacked, zipped = sum(sizes.values()) / 1e6, archive.stat().st_size / 1e6
    print(f"{folder.name}: {unpacked:.1f} MB in {len(sizes)} files; {archive.name}: {zipped:.1f} MB")
    for path in sorted(sizes, key=sizes.__getitem__, reverse=True)[:_LARGEST]:
        print(f"{sizes[path] / 1e6:8.1f} MB  {path.relative_to(folder).as_posix()}")
    if sys.platform == "linux" and (unpacked > _MOST_UNPACKED or zipped > _MOST_ZIPPED):
        sys.exit(f"the bundle may take {_MOST_UNPACKED} MB, zipped {_MOST_ZIPPED} MB")


def _zip(folder: Path) -> Path:
    """Zip `folder` beside itself, with 7-Zip if it is installed: that is some 4 % smaller."""
    archive = folder.with_name(f"{folder.name}.zip")
    archive.unlink(missing_ok=True)
    seven_zip = shutil.which("7z")
    if seven_zip is None:
        return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))
    command = [seven_zip, "a", "-tzip", "-mx=7", "-bso0", "-bsp0", archive.absolute(), folder.name]
    subprocess.run(command, check=True, cwd=folder.parent)
    return archive
