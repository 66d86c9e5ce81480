"""The name of the file that a program has open, held so that another program of the same user can know.

For POSIX: on Windows a window bears a mark.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from vpt_desktop.storage.path_digest import digest_of
from vpt_desktop.storage.program_folder import locked

if TYPE_CHECKING:
    from pathlib import Path


class OpenName:
    """A lock in a folder of the user's, which the system releases when the program ends, however it ends.

    Best effort: where no lock can be made, every file seems to be open here only.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[Path, int] | None = None

    def hold(self, path: Path | None) -> None:
        """Hold the name of the file at `path` in the place of the one held before; None holds nothing."""
        lock = None if path is None else self._folder / digest_of(path)
        if self._held is not None:
            if self._held[0] == lock:
                return
            _remove(*self._held)
            self._held = None
        if lock is not None:
            with suppress(OSError):
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._held = lock, locked(lock, os.O_CREAT)

    def is_held_elsewhere(self, path: Path) -> bool:
        """Return whether another program holds the name of the file at `path`."""
        lock = self._folder / digest_of(path)
        if self._held is not None and self._held[0] == lock:
            return False
        try:
            descriptor = locked(lock)
        except BlockingIOError:
            return True
        except OSError:
            return False
        _remove(lock, descriptor)  # of a program that was killed
        return False


def _remove(lock: Path, descriptor: int) -> None:
    with suppress(OSError):
        lock.unlink()
    os.close(descriptor)
