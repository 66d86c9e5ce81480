"""What a file keeps when it is saved: owner, group, permissions, access control list, attributes."""

from __future__ import annotations

import os
import stat
import sys
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_PRIVATE = stat.S_IRUSR | stat.S_IWUSR

_THE_SYSTEMS = "security."
"""Extended attributes that the system sets itself, such as SELinux' label."""


def take_over(source: Path, target: Path) -> bool:
    """Give the new file at `target` what the one at `source` has; return whether all of that succeeded.

    Where it does not, `target` must not take the place of `source`: others could lose or gain access to it.
    On Windows a new file has the access control list of its folder.
    """
    kept, new = source.stat(), target.stat()
    try:
        target.chmod(_PRIVATE)  # its bits would mean something else with another owner or without the list
        if sys.platform != "win32" and (kept.st_uid, kept.st_gid) != (new.st_uid, new.st_gid):
            os.chown(target, kept.st_uid, kept.st_gid)
        _copy_attributes(source, target)
        target.chmod(stat.S_IMODE(kept.st_mode))
    except OSError:
        return False
    return True


def _copy_attributes(source: Path, target: Path) -> None:
    """Give `target` the extended attributes of `source` only, its access control list among them."""
    if sys.platform == "linux":  # elsewhere Python has none
        kept = _named(partial(os.listxattr, source))
        for name in (
            _named(partial(os.listxattr, target)) - kept
        ):  # a list that the folder gives each new file
            os.removexattr(target, name)
        for name in kept:
            os.setxattr(target, name, os.getxattr(source, name))


def _named(names: Callable[[], Iterable[str]]) -> set[str]:
    """Return which of a file's attributes can be kept; none where the file system has none."""
    try:
        return {name for name in names() if not name.startswith(_THE_SYSTEMS)}
    except OSError:
        return set()
