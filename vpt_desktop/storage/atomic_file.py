"""Writes a file whole or not at all, also on a full disk, in a crash or a power cut."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from vpt_desktop.errors import SaveError

_BAD_NAME = "die naam kan niet", "kies een andere naam"
_IN_USE = "het bestand is in gebruik door een ander programma", "sluit het daar en sla opnieuw op"
_LONG_NAME = "de naam is te lang", "kies een kortere naam"
_NO_FILE = "onder die naam staat er al een map of een apparaat", "kies een andere naam"
_NO_FOLDER = "die map is er niet", "kies een andere map"
_NO_RIGHTS = "je mag in die map niet schrijven", "kies een andere map"
_NO_SPACE = "de schijf is vol", "maak ruimte vrij of kies een andere schijf"
_READ_ONLY_DISK = "de schijf is alleen-lezen", "kies een andere schijf"
_READ_ONLY_FILE = "het bestand dat er al staat is alleen-lezen", "kies een andere naam"

_REASONS = {
    errno.EACCES: _NO_RIGHTS,
    errno.EBUSY: _IN_USE,
    errno.EDQUOT: _NO_SPACE,
    errno.ENAMETOOLONG: _LONG_NAME,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOSPC: _NO_SPACE,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EPERM: _NO_RIGHTS,
    errno.EROFS: _READ_ONLY_DISK,
    errno.ETXTBSY: _IN_USE,
}
"""What happened and what to do, by the system's error number."""

_ACCESS_DENIED = 5
_WINDOWS_REASONS = {_ACCESS_DENIED: _IN_USE, 32: _IN_USE, 33: _IN_USE}
"""The same for access denied, sharing violation and lock violation, where Windows gives its own number."""

_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_atomically(path: Path, content: bytes) -> None:
    """Make `content` the content of the file at `path`: at any moment it is the whole old or the whole new.

    What a symbolic link points to is written, and the link stays. A file keeps its permission bits.

    Raises:
        SaveError: the file is read-only, is not a regular file, or cannot be written; has the reason.
    """
    target = path
    try:
        if path.is_symlink():
            target = Path(os.path.realpath(path))
        _replace(target, content, _permissions(path))
        flush_folder(target.parent)
    except OSError as error:
        raise SaveError(path, *reason_for(error, target.parent)) from error
    except ValueError as error:
        raise SaveError(path, *_BAD_NAME) from error


def _permissions(path: Path) -> int | None:
    """Return the permission bits of the file at `path`, None without one; SaveError if it must not change."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise SaveError(path, *_NO_FILE)
    # Read-only is respected for a superuser too, whom the system would let write.
    if not (mode & _WRITE_BITS and os.access(path, os.W_OK)):
        raise SaveError(path, *_READ_ONLY_FILE)
    return stat.S_IMODE(mode)


def _replace(target: Path, content: bytes, permissions: int | None) -> None:
    """Write a temporary file beside `target`, safely on disk, and move it there."""
    # Not tempfile: it keeps trying for minutes in a folder that Windows lets nobody write in.
    temporary = target.with_name(f".vpt-{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            if permissions is not None:
                temporary.chmod(permissions)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):  # the first failure is the one to report
            temporary.unlink()
        raise


def flush_folder(folder: Path) -> None:
    """Flush the entries of `folder` to the disk, where the system can; OSError if that fails."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # as some network drives answer
            raise
    finally:
        os.close(descriptor)


def reason_for(error: OSError, folder: Path) -> tuple[str, str]:
    """Return two Dutch clauses, what happened and what to do, for an `error` of writing in `folder`."""
    windows_number = getattr(error, "winerror", None)
    if windows_number == _ACCESS_DENIED and error.filename2 is None:  # of a folder, not of a file in it
        return _NO_RIGHTS
    if windows_number in _WINDOWS_REASONS:
        return _WINDOWS_REASONS[windows_number]
    if error.errno == errno.ENOENT and folder.is_dir():  # Windows' error for a path of over 260 characters
        return _LONG_NAME
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return f'het systeem meldt "{error.strerror or error}"', "probeer het opnieuw of kies een andere map"
