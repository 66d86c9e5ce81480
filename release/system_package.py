"""Owner, version and terms of a system library, from the package database of Debian and Ubuntu."""

from __future__ import annotations

import subprocess
from pathlib import Path


def owner(library: Path) -> str | None:
    """Return the package that the file `library` belongs to; None if there is none, or no dpkg."""
    for path in (library, Path("/", *library.parts[2:])):  # older packages are registered under /lib
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
    """Return the copyright file of a package, None if it has none."""
    file = Path("/usr/share/doc", package, "copyright")
    return file.read_text(encoding="utf-8") if file.is_file() else None
