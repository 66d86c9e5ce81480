"""Overwrites a file in place, where replacing it by a new one would take something from it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import BufferedRandom
    from pathlib import Path


def overwrite(path: Path, content: bytes, *, flushed: bool) -> None:
    """Make `content` the content of the file at `path`, which stays the file that it is.

    If that fails, its old content is written back. An end of the program halfway leaves a part of either;
    until this has returned, a scan is in the recovery folder, too.

    Raises:
        OSError: the file cannot be read or written.
    """
    with path.open("r+b") as file:
        old = file.read()
        try:
            _fill(file, content, flushed=flushed)
        except BaseException:
            with suppress(OSError):  # the first failure is the one to report
                _fill(file, old, flushed=flushed)
            raise


def _fill(file: BufferedRandom, content: bytes, *, flushed: bool) -> None:
    if sys.platform == "linux" and content:
        os.posix_fallocate(file.fileno(), 0, len(content))  # a full disk fails here, before a byte changes
    file.seek(0)
    file.write(content)
    file.truncate()
    file.flush()
    if flushed:
        os.fsync(file.fileno())
