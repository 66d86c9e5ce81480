"""What the tests of storage ask of a disk."""

from collections.abc import Callable
from pathlib import Path

Mount = Callable[..., Path]
"""Mounts, with options, a file system in memory and returns its folder."""
