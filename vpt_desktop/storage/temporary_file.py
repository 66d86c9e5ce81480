"""The temporary files of writing: how they are called, and what a program that was killed left of them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from itertools import islice
from pathlib import Path
from time import time

_NAME = re.compile(r"\.vpt-[0-9a-f]{16}\.tmp")

_LEFT_BEHIND = 3600
"""Seconds after which no program can still be writing one."""

_LOOKED_AT = 1000
"""Files of a folder, which may hold very many others."""


def temporary_beside(path: Path) -> Path:
    """Return a name that no file has, in the folder of `path`."""
    return path.with_name(f".vpt-{os.urandom(8).hex()}.tmp")


def remove_left_behind(folder: Path) -> None:
    """Remove what killed programs left in `folder`: copies of scans that are hidden, and nobody looks for."""
    before = time() - _LEFT_BEHIND
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in islice(entries, _LOOKED_AT):
            if _NAME.fullmatch(entry.name):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < before:
                        Path(entry).unlink()
