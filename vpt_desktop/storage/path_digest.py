"""What stands for a file by its path."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def digest_of(path: Path) -> str:
    """Return what stands for the file at `path`, the same for every spelling of its path.

    On Windows links are not followed, so that nothing waits for a drive.
    """
    import hashlib  # noqa: PLC0415  not for the first frame: OpenSSL comes with it

    plain = os.path.abspath(path) if sys.platform == "win32" else os.path.realpath(path)  # noqa: PTH100  resolve() fails on rings
    return hashlib.sha256(os.fsencode(os.path.normcase(plain))).hexdigest()[:32]
