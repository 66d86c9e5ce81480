"""A locked folder for each running program, by which another one can detect that its owner has ended."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from vpt_desktop.storage.atomic_file import flush_folder

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock an open file until it is closed or the program ends; OSError if another program holds it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock an open file until it is closed or the program ends; OSError if another program holds it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOCK = "lock"


class ProgramFolder:
    """A folder that this program holds from `create` or `take` until `release`, `remove` or its end.

    The system releases the lock in it when the program ends, however that happens. A process number would
    not do: it may be another program's by now, or belong to another computer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = locked(path / _LOCK)

    @classmethod
    def create(cls, parent: Path, *, attempts: int = 5) -> ProgramFolder:
        """Create a folder in `parent`, and `parent` too, readable by this user only; OSError if that fails.

        Another program may take and remove a new folder before it is locked; hence several attempts.
        """
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = parent / os.urandom(8).hex()
        path.mkdir(mode=0o700)
        try:
            flush_folder(parent)
            (path / _LOCK).touch()
            return cls(path)
        except OSError:
            _remove(path)
            if attempts == 1:
                raise
        return cls.create(parent, attempts=attempts - 1)

    @classmethod
    def take(cls, path: Path) -> ProgramFolder | None:
        """Lock the folder at `path` for this program; None if its owner still runs, or if that fails."""
        try:
            return cls(path)
        except FileNotFoundError:  # its owner ended before locking it, or while removing it
            with suppress(OSError):
                path.rmdir()
        except OSError:
            pass
        return None

    def release(self) -> None:
        """Unlock the folder, so that another program can take it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Remove the folder, with the temporary file of an interrupted write."""
        for temporary in self.path.glob(".vpt-*.tmp"):
            with suppress(OSError):
                temporary.unlink()
        self.release()  # first: Windows removes no file that is open
        _remove(self.path)


def locked(path: Path, flags: int = 0) -> int:
    """Open and lock the file at `path`; OSError if that fails, or the file was removed meanwhile.

    If another program has the lock, that is a BlockingIOError on POSIX. `flags` are further ones of os.open.
    """
    descriptor = os.open(path, os.O_RDWR | flags, 0o600)
    try:
        _lock(descriptor)
        if not os.path.samestat(os.fstat(descriptor), path.stat()):
            raise FileNotFoundError(path)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _remove(path: Path) -> None:
    """Remove a folder that is empty but for its lock; if that fails, the next start tries again."""
    with suppress(OSError):
        (path / _LOCK).unlink(missing_ok=True)
        path.rmdir()
