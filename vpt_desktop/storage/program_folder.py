"""A folder for each running program, by which another one can tell that its owner is gone."""

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
        """Lock an open file until it is closed or the program ends; OSError if another program has it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock an open file until it is closed or the program ends; OSError if another program has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOCK = "lock"


class ProgramFolder:
    """A folder that is this program's own, from `create` or `take` until `release`, `remove` or its end.

    The system itself lets go of the lock in it when the program ends, however that happens. No process
    number is kept: it may be another program's by now, or that of a program on another computer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = _locked(path / _LOCK)

    @classmethod
    def create(cls, parent: Path, *, attempts: int = 5) -> ProgramFolder:
        """Make a new one in `parent`, which is made too, for nobody else to look in; OSError if that fails.

        Another program that tidies up may take a new folder before it is locked; hence several attempts.
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
        """Make the folder at `path` this program's own if its owner is gone, None if not or if that fails."""
        try:
            return cls(path)
        except FileNotFoundError:  # never came to a lock, or was not tidied away to the end
            with suppress(OSError):
                path.rmdir()
        except OSError:
            pass
        return None

    def release(self) -> None:
        """Leave the folder to whoever takes it next."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Remove the folder, with what was left in it by a write that was broken off."""
        for temporary in self.path.glob(".vpt-*.tmp"):
            with suppress(OSError):
                temporary.unlink()
        self.release()  # first: Windows removes no file that is open
        _remove(self.path)


def _locked(path: Path) -> int:
    """Open and lock the file at `path`; OSError if that fails, or the file was removed meanwhile."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        _lock(descriptor)
        if not os.path.samestat(os.fstat(descriptor), path.stat()):
            raise FileNotFoundError(path)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _remove(path: Path) -> None:
    """Remove a folder with nothing but a lock in it; if that fails, the next start tries again."""
    with suppress(OSError):
        (path / _LOCK).unlink(missing_ok=True)
        path.rmdir()
