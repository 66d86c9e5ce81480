"""Under which terms the build machine has a library of its own, as Debian and Ubuntu keep record of it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def owner(library: Path) -> str | None:
    """Return the package that the file `library` belongs to; None if there is none, or no such record."""
    for path in (library, Path("/", *library.parts[2:])):  # older packages know /usr/lib as /lib
        try:
            line = subprocess.run(["dpkg", "-S", path], capture_output=True, check=True, text=True).stdout
        except (OSError, subprocess.CalledProcessError):
            continue
        return line.split(":")[0]
    return None


def version(package: str) -> str:
    """Return the version of a package that is installed."""
    command = ["dpkg-query", "--show", "--showformat=${Version}\n", package]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()[0]


def terms(package: str) -> str | None:
    """Return what a package tells of its authors and terms, None if it does not."""
    file = Path("/usr/share/doc", package, "copyright")
    return file.read_text(encoding="utf-8") if file.is_file() else None
