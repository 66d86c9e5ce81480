"""Writes a file whole or not at all, also on a full disk, in a crash or a power cut."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from vpt_desktop.domain.windows_name import RULE, names_can_be_on_windows
from vpt_desktop.errors import SaveError, UnflushedError
from vpt_desktop.storage.in_place import overwrite
from vpt_desktop.storage.kept_properties import take_over
from vpt_desktop.storage.system_error import (
    ACCESS_DENIED,
    Cause,
    cause_of,
    cause_of_opening,
    number_of,
    patiently,
)
from vpt_desktop.storage.temporary_file import remove_left_behind, temporary_beside

_FOLDER = "onder die naam staat er al een map", "kies een andere naam"
_SPECIAL_FILE = "onder die naam staat er al iets dat geen gewoon bestand is", "kies een andere naam"
_READ_ONLY_FILE = "het bestand dat er al staat is alleen-lezen", "kies een andere naam"
_BAD_NAME = RULE, "kies een andere naam"

_REASONS = {
    Cause.BAD_NAME: _BAD_NAME,
    Cause.DEFECT: ("de schijf geeft een fout", "kies een andere schijf"),
    Cause.FULL: ("de schijf is vol", "maak ruimte vrij of kies een andere schijf"),
    Cause.GONE: ("die map is er niet", "kies een andere map"),
    Cause.IN_USE: ("het bestand is in gebruik door een ander programma", "sluit het daar en sla opnieuw op"),
    Cause.IS_FOLDER: _FOLDER,
    Cause.IS_NO_FOLDER: ("op de plaats van die map staat een bestand", "kies een andere map"),
    Cause.LINKS_IN_A_RING: ("die koppeling verwijst naar zichzelf", "kies een andere naam"),
    Cause.LONG_NAME: ("de naam is te lang", "kies een kortere naam"),
    Cause.NO_RIGHTS: ("je mag in die map niet schrijven", "kies een andere map"),
    Cause.READ_ONLY: ("de schijf is alleen-lezen", "kies een andere schijf"),
    Cause.UNREACHABLE: ("de schijf of het netwerk is niet bereikbaar", "kies een andere map"),
}
"""What happened and what to do."""

_UNCLEAR = {errno.EINVAL, errno.ENOENT}
"""How file systems refuse a name; the C library of Windows gives the first for all it does not know."""

_LEAST_SPACE = 1_000_000
"""Bytes: on a disk with less, a write that failed for an unclear reason failed for want of space."""

_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_atomically(path: Path, content: bytes, *, flushed: bool = True) -> None:
    """Make `content` the content of the file at `path`: at any moment it is the whole old or the whole new.

    What a symbolic link points to is written, and the link stays. A file keeps its owner, group, permission
    bits, access control list and extended attributes. One with further hard links, or whose owner or access
    this user cannot give to a new file, is overwritten in place: the only case in which a kill halfway leaves
    a part. As long as another program holds the file, this waits, up to a second. Once it returns, a power
    cut does not undo it, unless `flushed` is False: then only an end of the program does not. Temporary files
    that killed programs left in the folder over an hour ago are removed by a flushed write.

    Raises:
        UnflushedError: the file is written, but a power cut may undo it.
        SaveError: the file is read-only, is not a regular file, or cannot be written; has the reason.
    """
    if sys.platform == "win32" and not names_can_be_on_windows(path):
        raise SaveError(path, *_BAD_NAME)
    target = path
    try:
        if path.is_symlink():
            target = Path(os.path.realpath(path))
        if _has_links(path) or not _replace(target, content, flushed=flushed):
            patiently(partial(overwrite, target, content, flushed=flushed), _is_held)
    except OSError as error:
        raise SaveError(path, *reason_for(error, target)) from error
    except ValueError as error:
        raise SaveError(path, *_BAD_NAME) from error
    if flushed:
        remove_left_behind(target.parent)
        try:
            flush_folder(target.parent)
        except OSError as error:
            raise UnflushedError(path, *reason_for(error, target)) from error


def _has_links(path: Path) -> bool:
    """Return whether the file at `path` has other hard links; SaveError if it must not change."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    mode = found.st_mode
    if not stat.S_ISREG(mode):
        raise SaveError(path, *(_FOLDER if stat.S_ISDIR(mode) else _SPECIAL_FILE))
    # Read-only is respected for a superuser too, whom the system would let write.
    if not (mode & _WRITE_BITS and os.access(path, os.W_OK)):
        raise SaveError(path, *_READ_ONLY_FILE)
    return found.st_nlink > 1


def _replace(target: Path, content: bytes, *, flushed: bool) -> bool:
    """Write a temporary file beside `target`, if need be safely on disk, and move it there.

    Return False, and leave `target` as it is, if a new file cannot have what that one has.
    """
    # Not tempfile: it keeps trying for minutes in a folder that Windows lets nobody write in.
    temporary = temporary_beside(target)
    try:
        with temporary.open("xb") as file:
            same = not target.exists() or take_over(target, temporary)
            if same:
                file.write(content)
                if flushed:
                    file.flush()
                    os.fsync(file.fileno())
        if same:
            patiently(partial(temporary.replace, target), _is_held)
        else:
            temporary.unlink()
    except BaseException:
        with suppress(OSError):  # the first failure is the one to report
            temporary.unlink()
        raise
    return same


def _is_held(error: OSError) -> bool:
    """Return whether another program may hold a file, so that it cannot be replaced now."""
    # Windows denies access to a file that is open elsewhere; one without rights was refused before this.
    is_denied = getattr(error, "winerror", None) == ACCESS_DENIED and error.filename2 is not None
    return is_denied or cause_of(error) is Cause.IN_USE


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


def reason_for(error: OSError, path: Path) -> tuple[str, str]:
    """Return two Dutch clauses, what happened and what to do, for an `error` of writing at `path`."""
    if error.filename2 is None and error.filename is not None:
        cause = cause_of_opening(error, Path(error.filename), to_create=True)
    else:
        cause = Cause.IN_USE if _is_held(error) else cause_of(error)
    if cause is Cause.GONE and any(folder.is_file() for folder in path.parents):
        cause = Cause.IS_NO_FOLDER
    elif error.errno in _UNCLEAR and path.parent.is_dir():
        cause = _cause_of_unclear(error, path) or cause
    return _REASONS.get(cause) or (number_of(error), "probeer het opnieuw of kies een andere map")


def _cause_of_unclear(error: OSError, path: Path) -> Cause | None:
    """Return why no file can be made in the folder of `path`, which is there; None if unknown."""
    if not names_can_be_on_windows(path):
        return Cause.BAD_NAME
    disk = shutil.disk_usage(path.parent)
    if disk.total and disk.free < _LEAST_SPACE:  # what the system makes up has none
        return Cause.FULL
    if error.errno != errno.ENOENT:
        return None
    # Windows says so of a path of over 260 characters, Linux of a folder of its own, such as /proc.
    return Cause.LONG_NAME if sys.platform == "win32" else Cause.NO_RIGHTS
