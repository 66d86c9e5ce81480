"""What the tests of storage ask of a disk."""

from collections.abc import Callable
from pathlib import Path

Mount = Callable[..., Path]
"""Mounts, with options, a file system in memory and returns its folder."""

SmallDisk = Callable[[str], Path]
"""Returns the folder of a disk of one kind of `KINDS`, with nothing on it."""

KINDS = {
    "full": "size=64k",
    "few-files": "nr_inodes=2",  # the folder itself, and one file
    "read-only": "ro",
}
"""The options that mount it."""
